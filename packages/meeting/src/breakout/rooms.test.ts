// SPDX-License-Identifier: Apache-2.0
// Tests of making and keeping breakout rooms (SPEC BR). Closing is in close.test.ts.
import type { RoomId } from '@alcove/protocol'
import { describe, expect, it } from 'vitest'
import { InvariantError } from '../invariant.ts'
import {
  ann,
  ask,
  blue,
  bob,
  breakoutId,
  cat,
  create,
  dan,
  given,
  green,
  join,
  lose,
  main,
  move,
  red,
  settings,
  start,
} from '../testing/index.ts'

const rename = (roomId: RoomId, name: string) => ask(ann, { type: 'ChangeRoom', roomId, name, change: {} })
const remove = (roomId: RoomId) => ask(ann, { type: 'RemoveRoom', roomId })
const open = (roomId: RoomId) => ask(ann, { type: 'OpenRoom', roomId })
const close = (roomId: RoomId) => ask(ann, { type: 'CloseRoom', roomId })
const moved = (participantId: typeof ann, toRoomId: RoomId) => ({
  type: 'ParticipantMoved' as const,
  participantId,
  toRoomId,
  at: start,
})
const created = (roomId: RoomId, name: string) => [{ type: 'RoomCreated' as const, roomId, name, at: start }]

describe('breakout rooms', () => {
  const two = given(join(ann), join(bob), create(ann, red), create(ann, blue))

  it('[BR1] a new room is open and comes last', () => {
    two.when(create(ann, green, 'Art')).then(created(green, 'Art'), { roomId: green })
    const { rooms, seats } = two.and(remove(red), create(ann, green, 'Art')).running
    expect(rooms.get(green)).toMatchObject({ id: green, name: 'Art', order: 3, open: true, underWay: false })
    expect([...rooms.keys()]).toEqual([blue, green])
    expect([...seats.values()].every((seat) => seat.roomId === main)).toBe(true)
  })

  it('[BR1] an id that is taken is a bug of ours', () => {
    expect(() => two.when(create(ann, red))).toThrow(InvariantError)
    expect(() => two.when(create(ann, main))).toThrow(InvariantError)
  })

  it('[BR2] default names count up, are not used again, and skip names in use', () => {
    two.and(remove(blue)).when(create(ann, green)).then(created(green, 'Room 3'), { roomId: green })
    two.and(rename(red, 'Room 3')).when(create(ann, green)).then(created(green, 'Room 4'), { roomId: green })
    two.when(create(ann, green, 'Room 1')).then(created(green, 'Room 1'), { roomId: green })
  })

  it('[BR3] there are only as many as the meeting may have', () => {
    const full = given(join(ann, { settings: { ...settings, maxRooms: 1 } }), create(ann, red))
    full.when(create(ann, blue)).thenRejected('ROOM_LIMIT_REACHED')
    expect(full.and(remove(red)).when(create(ann, blue)).decision.ok).toBe(true)
  })

  it('[BR4] rooms are renamed once', () => {
    two.when(rename(red, 'Red')).then([{ type: 'RoomRenamed', roomId: red, name: 'Red', at: start }])
    two.and(rename(red, 'Red')).when(rename(red, 'Red')).thenNothing()
  })

  it('[BR5] everybody is out before a room is removed, whatever their presence', () => {
    const full = two.and(
      join(cat),
      join(dan),
      move(ann, ann, red),
      move(ann, bob, red),
      move(ann, cat, red),
      move(ann, dan, blue),
    )
    const scattered = full.and(lose(bob), ask(cat, { type: 'LeaveMeeting' }))
    scattered
      .when(remove(red))
      .then([moved(ann, main), moved(bob, main), moved(cat, main), { type: 'RoomRemoved', roomId: red, at: start }])
    expect(scattered.and(remove(red)).running.seats.get(dan)?.roomId).toBe(blue)
  })

  it('[BR9] opening lets people in and moves nobody', () => {
    two.when(open(red)).thenNothing()
    two
      .and(close(red))
      .when(open(red))
      .then([{ type: 'RoomOpened', roomId: red, at: start }])
    expect(two.and(close(red), open(red)).when(move(bob, bob, red)).events).toEqual([moved(bob, red)])
  })

  it('[BR10] the main room and unknown rooms are refused', () => {
    for (const of of [remove, open, close, (roomId: RoomId) => rename(roomId, 'Name')]) {
      two.when(of(main)).thenRejected('ROOM_IS_MAIN')
      two.when(of(breakoutId(99))).thenRejected('ROOM_UNKNOWN')
    }
  })

  it('[BR11] what is done to one room changes no other', () => {
    const before = two.running.rooms.get(blue)
    for (const command of [rename(red, 'Red'), close(red), remove(red)])
      expect(two.and(command).running.rooms.get(blue)).toBe(before)
  })
})
