// SPDX-License-Identifier: Apache-2.0
// What of one's own nobody may receive now, by one's own view.
import { kindOf, type Source, stopOf } from '@alcove/protocol'
import type { MeetingView } from '../api.ts'

const sources = Object.keys(kindOf) as readonly Source[]

export function withheldSources(view: MeetingView | undefined): ReadonlySet<Source> {
  if (!view) return new Set()
  const { stopped, mustAsk } = view.self.media
  return new Set(sources.filter((source) => stopped[stopOf[source]] !== undefined || mustAsk[kindOf[source]]))
}
