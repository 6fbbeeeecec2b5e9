// SPDX-License-Identifier: Apache-2.0
// Tests of closing rooms (SPEC BR).
import { describe, expect, it } from 'vitest'
import { ann, ask, blue, bob, cat, create, given, join, lose, main, move, red, start } from '../testing/index.ts'

const close = (roomId: typeof red) => ask(ann, { type: 'CloseRoom', roomId })
const back = (participantId: typeof ann) => ({
  type: 'ParticipantMoved' as const,
  participantId,
  toRoomId: main,
  at: start,
})
const closed = (roomId: typeof red) => ({ type: 'RoomClosed' as const, roomId, at: start })

describe('closing', () => {
  const split = given(
    join(ann),
    join(bob),
    join(cat),
    create(ann, red),
    create(ann, blue),
    move(ann, bob, red),
    move(ann, cat, blue),
  )

  it('[BR6] brings everybody back and keeps the room', () => {
    split.when(close(red)).then([closed(red), back(bob)])
    expect(split.and(close(red)).running.rooms.get(red)?.open).toBe(false)
    split
      .and(lose(bob))
      .when(close(red))
      .then([closed(red), back(bob)])
    split
      .and(ask(bob, { type: 'LeaveMeeting' }))
      .when(close(red))
      .then([closed(red), back(bob)])
  })

  it('[BR6] works from inside the room', () => {
    split
      .and(move(ann, ann, red))
      .when(close(red))
      .then([closed(red), back(ann), back(bob)])
  })

  it('[BR7] again brings back those who were sent in meanwhile', () => {
    split
      .and(close(red), move(ann, bob, red))
      .when(close(red))
      .then([back(bob)])
    split.and(close(red)).when(close(red)).thenNothing()
  })

  it('[BR8] all rooms at once', () => {
    const all = ask(ann, { type: 'CloseAllRooms' })
    split.when(all).then([closed(red), closed(blue), back(bob), back(cat)])
    split
      .and(close(red))
      .when(all)
      .then([closed(blue), back(cat)])
    split
      .and(all)
      .when(ask(ann, { type: 'CloseAllRooms' }))
      .thenNothing()
  })
})
