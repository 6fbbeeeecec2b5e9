// SPDX-License-Identifier: Apache-2.0
// The view with the names that hold on this page only.
import type { MeetingView } from '@alcove/client'

/** The same view when no name is another. */
export function withNames(view: MeetingView, names: Readonly<Record<string, string>>): MeetingView {
  const renamed = Object.entries(view.meeting.people).filter(([id, { displayName }]) => {
    const name = names[id]
    return name !== undefined && name !== displayName
  })
  if (renamed.length === 0) return view
  const people = Object.fromEntries(renamed.map(([id, person]) => [id, { ...person, displayName: names[id] ?? '' }]))
  return { ...view, meeting: { ...view.meeting, people: { ...view.meeting.people, ...people } } }
}
