// SPDX-License-Identifier: Apache-2.0
// Tests of seating people as a moderator lists them (SPEC AA13–AA15), and of taking that back (AA12).
import type { ParticipantId, RoomGroup, RoomId } from '@alcove/protocol'
import { describe, expect, it } from 'vitest'
import { assignedRoomOf } from '../conduct/assign.ts'
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
  main,
  move,
  red,
} from '../testing/index.ts'

const group = (roomId: RoomId, ...participantIds: ParticipantId[]): RoomGroup => ({ roomId, participantIds })
const seat = (groups: readonly RoomGroup[], hold = false) => ask(ann, { type: 'SeatPeople', groups, hold })
const undo = () => ask(ann, { type: 'UndoAssignment' })
const capacity = (roomId: RoomId, places: number) =>
  ask(ann, { type: 'ChangeRoom', roomId, change: { capacity: places } })

/** Where somebody is, and where they are assigned to. */
const of = ({ running }: Given, id: ParticipantId) => {
  const found = running.seats.get(id)
  return found && [found.roomId, assignedRoomOf(found)]
}

const meeting = given(join(ann), join(bob), join(cat), join(dan), create(ann, red), create(ann, blue))

describe('seating people by a list', () => {
  it('[AA13] assigns and moves everybody who is listed, moderators too, and nobody else', () => {
    const after = meeting.and(seat([group(red, bob, ann), group(blue, cat)]))
    expect([ann, bob, cat, dan].map((id) => of(after, id))).toEqual([
      [red, red],
      [red, red],
      [blue, blue],
      [main, undefined],
    ])
  })

  it('[AA13] held, assigns and moves nobody', () => {
    const after = meeting.and(seat([group(red, bob)], true))
    expect(of(after, bob)).toEqual([main, red])
    expect(after.running.rooms.get(red)?.underWay).toBe(false)
  })

  it('[AA13] in the main room assigns to none', () => {
    const after = meeting.and(seat([group(red, bob, cat)]), seat([group(main, bob)]))
    expect(of(after, bob)).toEqual([main, undefined])
    expect(of(after, cat)).toEqual([red, red])
  })

  it('[AA13] changes nothing where everybody sits so already, and counts the last place of who is listed twice', () => {
    const after = meeting.and(seat([group(red, bob, bob), group(blue, bob)]))
    expect(of(after, bob)).toEqual([blue, blue])
    expect(after.when(seat([group(blue, bob), group(main, dan)])).events).toEqual([])
  })

  it('[RU5] makes the open rooms in which somebody is seated under way, and no other', () => {
    const closed = meeting.and(ask(ann, { type: 'CloseRoom', roomId: blue }))
    const after = closed.and(seat([group(red, bob), group(blue, cat)]))
    expect([red, blue].map((id) => after.running.rooms.get(id)?.underWay)).toEqual([true, false])
    expect(of(after, cat)).toEqual([blue, blue])
  })

  it('[AA14] passes over people who left, and refuses rooms that are not there', () => {
    const after = meeting.and(ask(cat, { type: 'LeaveMeeting' }), seat([group(red, bob, cat)]))
    expect(of(after, bob)).toEqual([red, red])
    meeting.when(seat([group(red, bob), group(breakoutId(9), cat)])).thenRejected('ROOM_UNKNOWN')
  })

  it('[AA15] seats nobody when a room gets too few places, counting those who leave it', () => {
    const full = meeting.and(capacity(red, 1), move(ann, bob, red))
    full.when(seat([group(blue, dan), group(red, cat)])).thenRejected('ROOM_FULL')
    expect(full.when(seat([group(red, cat)], true)).decision.ok).toBe(true)
    expect(full.when(seat([group(red, ann)])).decision.ok).toBe(true)
    const swapped = full.and(seat([group(red, cat), group(main, bob)]))
    expect([bob, cat].map((id) => of(swapped, id)?.[0])).toEqual([main, red])
  })

  it('[AA15] lets a room that has too many already change people', () => {
    const over = meeting.and(move(ann, bob, red), move(ann, cat, red), capacity(red, 1))
    expect(of(over.and(seat([group(red, dan), group(blue, bob)])), dan)).toEqual([red, red])
  })

  it('[AA12] is taken back, also from the main room', () => {
    const seated = meeting.and(seat([group(red, bob, cat)]))
    expect(of(seated.and(undo()), bob)).toEqual([main, undefined])
    const back = seated.and(seat([group(main, bob), group(blue, cat)]), undo())
    expect([bob, cat].map((id) => of(back, id))).toEqual([
      [red, red],
      [red, red],
    ])
    back.when(undo()).thenRejected('UNDO_NONE')
  })

  it('[AA12] is not taken back for those who were assigned or moved since', () => {
    const assignedSince = meeting.and(
      seat([group(main, bob), group(red, cat)]),
      ask(ann, { type: 'AssignParticipant', participantId: cat, roomId: blue }),
      undo(),
    )
    expect(of(assignedSince, cat)).toEqual([red, blue])
  })

  it('[PE1] is for moderators', () => {
    meeting.when(ask(bob, { type: 'SeatPeople', groups: [group(red, bob)] })).thenRejected('PERMISSION_DENIED')
  })
})
