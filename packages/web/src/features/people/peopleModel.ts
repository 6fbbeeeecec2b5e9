// SPDX-License-Identifier: Apache-2.0
// Who is expected and not here, who is here and belongs to no room, and the same people as a table. Pure.
import type { MeetingView } from '@alcove/client'
import {
  type AttendanceReport,
  type IdentityView,
  type ParticipantId,
  type Role,
  type RoomId,
  type RosterPerson,
  writeRoster,
} from '@alcove/protocol'
import { compareNames } from '../../i18n/formats.ts'
import { peopleInOrder, roomIdsInOrder } from '../../state/inOrder.ts'
import { toServerRoomName } from '../../state/withRoomNames.ts'
import type { PickablePerson } from '../../ui/PeoplePicker.tsx'
import { roomNameOf } from '../rooms/roomsPane.ts'

type NamedPerson = PickablePerson<ParticipantId>

export interface ExpectedRow extends NamedPerson {
  readonly isModerator: boolean
  /** By what they are known when they come: address, user id. */
  readonly contact: string | undefined
  /** In the order of the columns, such as "team: red". */
  readonly attributes: readonly string[]
  readonly assignedRoomId: RoomId | undefined
  readonly hasCode: boolean
}

export interface PeopleModel {
  readonly expected: readonly ExpectedRow[]
  /** Here, no moderator, and assigned to no room: nothing that was prepared matches them, or nothing was prepared. */
  readonly unseated: readonly NamedPerson[]
  readonly rooms: readonly { readonly roomId: RoomId; readonly name: string }[]
}

export function toPeopleModel(view: MeetingView): PeopleModel {
  const { moderators } = view
  const expected = Object.entries(moderators?.expected ?? {}).map(([id, person]): ExpectedRow => {
    const participantId = id as ParticipantId
    return {
      id: participantId,
      name: person.displayName,
      isModerator: person.role === 'moderator',
      contact: person.email ?? person.userId,
      attributes: Object.entries(person.attributes).map(([name, value]) => `${name}: ${value}`),
      assignedRoomId: moderators?.assignments[participantId],
      hasCode: person.claimable,
    }
  })
  const unseated = peopleInOrder(view)
    .filter(([id, { role }]) => role !== 'moderator' && moderators?.assignments[id] === undefined)
    .map(([id, { displayName }]) => ({ id, name: displayName }))
  return {
    expected: byName(expected),
    unseated: byName(unseated),
    rooms: roomIdsInOrder(view).map((roomId) => ({ roomId, name: roomNameOf(view, roomId) })),
  }
}

/** Those who are here and those who are to come, as a table that can be read again. */
export function toRosterText(view: MeetingView): string {
  const { moderators } = view
  const toPerson = (
    participantId: ParticipantId,
    { displayName, role }: { readonly displayName: string; readonly role: Role },
    known: IdentityView | undefined,
  ): RosterPerson => {
    const roomId = moderators?.assignments[participantId]
    const { userId, email, attributes } = known ?? { attributes: {} }
    return {
      participantId,
      displayName,
      role,
      attributes,
      ...(userId !== undefined && { userId }),
      ...(email !== undefined && { email }),
      ...(roomId !== undefined && { room: toServerRoomName(roomNameOf(view, roomId)) }),
    }
  }
  const here = peopleInOrder(view).map(([id, person]) => toPerson(id, person, moderators?.identities[id]))
  const expected = Object.entries(moderators?.expected ?? {}).map(([id, person]) =>
    toPerson(id as ParticipantId, person, person),
  )
  return writeRoster([...here, ...expected].sort((a, b) => compareNames(a.displayName, b.displayName)))
}

/** Who had a seat and is neither here nor to come; those who were forgotten have no name any more. */
export function toPeopleWhoLeft({ people }: AttendanceReport, { meeting, moderators }: MeetingView) {
  const isAround = (id: ParticipantId) =>
    Object.hasOwn(meeting.people, id) ||
    Object.hasOwn(moderators?.expected ?? {}, id) ||
    Object.hasOwn(moderators?.waiting ?? {}, id)
  const left = people
    .filter(({ participantId, displayName }) => displayName !== '' && !isAround(participantId))
    .map(({ participantId, displayName }): NamedPerson => ({ id: participantId, name: displayName }))
  return byName(left)
}

/** The personal link of a code, as the server makes it. */
export function toClaimLink(code: string, { origin, pathname }: Pick<Location, 'origin' | 'pathname'>): string {
  return `${origin}${pathname}#code=${code}`
}

function byName<Person extends NamedPerson>(people: readonly Person[]): readonly Person[] {
  return [...people].sort((first, second) => compareNames(first.name, second.name))
}
