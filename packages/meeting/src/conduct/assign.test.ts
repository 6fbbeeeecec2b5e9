// SPDX-License-Identifier: Apache-2.0
// Tests of assigning people without moving them (SPEC RU).
import type { RoomId } from '@alcove/protocol'
import { describe, expect, it } from 'vitest'
import {
  ann,
  ask,
  blue,
  bob,
  breakoutId,
  cat,
  create,
  dan,
  type Given,
  given,
  join,
  lose,
  main,
  move,
  personId,
  red,
  resume,
  start,
} from '../testing/index.ts'
import { assignedRoomOf } from './assign.ts'

const assign = (participantId: typeof ann, roomId?: RoomId) =>
  ask(ann, { type: 'AssignParticipant', participantId, ...(roomId === undefined ? {} : { roomId }) })
const auto = (who: 'main-room' | 'everybody', hold: boolean) => ask(ann, { type: 'AutoAssign', who, seed: 1, hold })
const leave = { type: 'LeaveMeeting' } as const
const assignedTo = ({ running }: Given, id: typeof ann) => {
  const seat = running.seats.get(id)
  return seat && assignedRoomOf(seat)
}

const meeting = given(join(ann), join(bob), join(cat), join(dan), create(ann, red), create(ann, blue))

describe('assigning', () => {
  it('[RU1] moves nobody', () => {
    meeting.when(assign(bob, red)).then([{ type: 'ParticipantAssigned', participantId: bob, roomId: red, at: start }])
    const after = meeting.and(assign(bob, red))
    expect(after.running.seats.get(bob)?.roomId).toBe(main)
    expect(assignedTo(after, bob)).toBe(red)
  })

  it('[RU1] the same again changes nothing; to none takes it away', () => {
    const after = meeting.and(assign(bob, red))
    after.when(assign(bob, red)).thenNothing()
    after.when(assign(bob, blue)).then([{ type: 'ParticipantAssigned', participantId: bob, roomId: blue, at: start }])
    after.when(assign(bob)).then([{ type: 'ParticipantUnassigned', participantId: bob, at: start }])
    meeting.when(assign(bob)).thenNothing()
  })

  it('[RU1] takes the absent, not those who are gone or unknown, and breakout rooms only', () => {
    expect(meeting.and(lose(bob)).when(assign(bob, red)).decision.ok).toBe(true)
    meeting.and(ask(bob, leave)).when(assign(bob, red)).thenRejected('PARTICIPANT_UNKNOWN')
    meeting.and(ask(bob, leave)).when(assign(bob)).thenRejected('PARTICIPANT_UNKNOWN')
    meeting.when(assign(personId(99), red)).thenRejected('PARTICIPANT_UNKNOWN')
    meeting.when(assign(bob, main)).thenRejected('ROOM_IS_MAIN')
    meeting.when(assign(bob, breakoutId(9))).thenRejected('ROOM_UNKNOWN')
  })

  it('[RU2] removing the room takes it away; nothing else does', () => {
    const after = meeting.and(assign(bob, red), assign(cat, blue))
    const removed = after.and(ask(ann, { type: 'RemoveRoom', roomId: red }))
    expect(assignedTo(removed, bob)).toBeUndefined()
    expect(assignedTo(removed, cat)).toBe(blue)
    const lived = after.and(
      move(ann, bob, blue),
      ask(ann, { type: 'CloseAllRooms' }),
      lose(bob),
      resume(bob),
      ask(bob, leave),
      resume(bob),
    )
    expect(assignedTo(lived, bob)).toBe(red)
  })

  it('[RU3] automatic assignment at once assigns people to where it seats them', () => {
    const after = meeting.and(auto('everybody', false))
    for (const id of [bob, cat, dan]) {
      expect(assignedTo(after, id)).toBe(after.running.seats.get(id)?.roomId)
      expect(assignedTo(after, id)).not.toBe(main)
    }
    expect(assignedTo(after, ann)).toBeUndefined()
  })

  it('[RU3] held, it assigns evenly and moves nobody', () => {
    const { events, after } = meeting.when(auto('everybody', true))
    expect(events.map(({ type }) => type)).toEqual([
      'ParticipantAssigned',
      'ParticipantAssigned',
      'ParticipantAssigned',
      'PeopleSeated',
    ])
    expect([bob, cat, dan].map((id) => assignedTo(after, id)).filter((roomId) => roomId === red)).toHaveLength(2)
    after.when(auto('everybody', true)).thenNothing({ seed: 1 })
  })

  it('[RU3] held, it counts the others where they are assigned, or else where they are', () => {
    const others = meeting.and(move(ann, bob, blue), assign(bob, red), move(ann, cat, blue))
    // Bob counts in red and Cat in blue; then Dan goes to the first of equal ones.
    expect(assignedTo(others.and(auto('main-room', true)), dan)).toBe(red)
    expect(assignedTo(others.and(assign(cat, red), auto('main-room', true)), dan)).toBe(blue)
  })
})
