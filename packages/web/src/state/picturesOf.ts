// SPDX-License-Identifier: Apache-2.0
// The pictures of the people in a meeting and of those who wait for it, by id of the person.
import type { MeetingPart, ModeratorsPart } from '@alcove/protocol'

export function picturesOf(
  people: MeetingPart['people'] | undefined,
  waiting: ModeratorsPart['waiting'] | undefined,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries({ ...people, ...waiting }).flatMap(([id, { avatar }]) =>
      avatar === undefined ? [] : [[id, avatar]],
    ),
  )
}
