// SPDX-License-Identifier: Apache-2.0
// The meeting as this page calls people and rooms. The same for as long as nothing in it changes: all that is drawn is made of it.
import type { MeetingView } from '@alcove/client'
import { useMemo } from 'react'
import { useLanguage } from '../i18n/texts.ts'
import { withNames } from './withNames.ts'
import { withRoomNames } from './withRoomNames.ts'

export function useShownView(
  view: MeetingView | undefined,
  names: Readonly<Record<string, string>>,
): MeetingView | undefined {
  const language = useLanguage()
  // biome-ignore lint/correctness/useExhaustiveDependencies: words of the language are in it
  return useMemo(() => view && withRoomNames(withNames(view, names)), [view, names, language])
}
