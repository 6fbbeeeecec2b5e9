// SPDX-License-Identifier: Apache-2.0
// Rooms, people and groups of a view in the order in which people see them: the keys of a record have none. Pure.
import type { MeetingView } from '@alcove/client'
import type { ParticipantId, RoomId, RoundView } from '@alcove/protocol'

/** Rooms other than the main one. */
export function roomIdsInOrder(view: MeetingView): readonly RoomId[] {
  return Object.entries(view.meeting.rooms)
    .sort(([, first], [, second]) => first.order - second.order)
    .map(([id]) => id as RoomId)
}

/** As they came. */
export function peopleInOrder(view: MeetingView) {
  return Object.entries(view.meeting.people)
    .map(([id, person]) => [id as ParticipantId, person] as const)
    .sort(([, first], [, second]) => first.order - second.order)
}

/** What a record says of people, as they came; of those who are gone it comes last. */
export function ofPeopleInOrder<Value>({ meeting }: MeetingView, said: Readonly<Record<ParticipantId, Value>>) {
  const orderOf = (id: ParticipantId) => meeting.people[id]?.order ?? Number.MAX_SAFE_INTEGER
  return Object.entries<Value>(said)
    .map(([id, value]) => [id as ParticipantId, value] as const)
    .sort(([first], [second]) => orderOf(first) - orderOf(second))
}

/** Groups of a round as the rooms stand; those of rooms that are gone come last. */
export function groupsInOrder({ meeting }: MeetingView, { groups }: RoundView) {
  const orderOf = (roomId: RoomId) => meeting.rooms[roomId]?.order ?? Number.MAX_SAFE_INTEGER
  return Object.entries(groups)
    .map(([id, people]) => [id as RoomId, people] as const)
    .sort(([first], [second]) => orderOf(first) - orderOf(second))
}
