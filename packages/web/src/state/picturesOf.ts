// SPDX-License-Identifier: Apache-2.0
// The pictures of the people in a meeting, by id of the person.
import type { MeetingPart } from '@alcove/protocol'

export function picturesOf(people: MeetingPart['people'] | undefined): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(people ?? {}).flatMap(([id, { avatar }]) => (avatar === undefined ? [] : [[id, avatar]])),
  )
}
