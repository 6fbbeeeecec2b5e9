// SPDX-License-Identifier: Apache-2.0
// How pictures stand on this page: as the person prefers, unless the configuration of the page leaves them no choice.
import type { EmbedConfig } from '@alcove/protocol/embed'
import type { MeetingLayout, Preferences } from './preferences.ts'

export function layoutOf({ disableTileView }: EmbedConfig, { layout }: Pick<Preferences, 'layout'>): MeetingLayout {
  return disableTileView ? 'speaker' : layout
}
