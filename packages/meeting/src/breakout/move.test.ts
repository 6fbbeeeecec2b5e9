// SPDX-License-Identifier: Apache-2.0
// Tests of moves (SPEC MV). What the policy adds is in moderation/policy.test.ts.
import { describe, expect, it } from 'vitest'
import {
  ann,
  ask,
  blue,
  bob,
  breakoutId,
  cat,
  create,
  given,
  join,
  lose,
  main,
  move,
  personId,
  red,
  start,
} from '../testing/index.ts'

const moved = (participantId: typeof ann, toRoomId: typeof main) => [
  { type: 'ParticipantMoved' as const, participantId, toRoomId, at: start },
]

describe('moving', () => {
  const split = given(join(ann), join(bob), join(cat), create(ann, red), create(ann, blue), move(ann, bob, red))
  const closed = split.and(ask(ann, { type: 'CloseRoom', roomId: blue }))

  it('[MV2] people go into open rooms and back', () => {
    split.when(move(bob, bob, blue)).then(moved(bob, blue))
    split.when(move(bob, bob, main)).then(moved(bob, main))
    closed.when(move(bob, bob, blue)).thenRejected('ROOM_CLOSED')
  })

  it('[MV3] moderators go and send anywhere', () => {
    closed.when(move(ann, ann, blue)).then(moved(ann, blue))
    closed.when(move(ann, bob, blue)).then(moved(bob, blue))
  })

  it('[MV4] moving to where one is changes nothing, also into a closed room', () => {
    split.when(move(bob, bob, red)).thenNothing()
    closed
      .and(move(ann, bob, blue))
      .when(move(bob, bob, blue))
      .thenNothing()
    split.when(move(ann, cat, main)).thenNothing()
  })

  it('[MV5] absent people are moved, people who are gone or unknown are not', () => {
    split
      .and(lose(bob))
      .when(move(ann, bob, blue))
      .then(moved(bob, blue))
    split
      .and(ask(bob, { type: 'LeaveMeeting' }))
      .when(move(ann, bob, blue))
      .thenRejected('PARTICIPANT_UNKNOWN')
    split.when(move(ann, personId(99), blue)).thenRejected('PARTICIPANT_UNKNOWN')
  })

  it('[MV6] there must be such a room', () => {
    split.when(move(bob, bob, breakoutId(99))).thenRejected('ROOM_UNKNOWN')
    split.when(move(ann, bob, breakoutId(99))).thenRejected('ROOM_UNKNOWN')
  })

  it('[MV7] [CO7] a move changes one placement and nothing else', () => {
    const before = split.running
    const after = split.and(move(ann, bob, blue)).running
    expect(after.seats.get(bob)).toEqual({ ...before.seats.get(bob), roomId: blue })
    for (const id of [ann, cat]) expect(after.seats.get(id)).toBe(before.seats.get(id))
    expect(after.rooms).toBe(before.rooms)
  })
})
