// SPDX-License-Identifier: Apache-2.0
// Tests of coming back to one's seat (SPEC RE).
import { describe, expect, it } from 'vitest'
import {
  ann,
  ask,
  blue,
  bob,
  cat,
  create,
  given,
  join,
  lose,
  main,
  move,
  passTime,
  red,
  resume,
  settings,
  start,
  tokenHashOf,
} from '../testing/index.ts'

const resumed = (participantId: typeof ann, at = start) => ({ type: 'ParticipantResumed' as const, participantId, at })
const leave = { type: 'LeaveMeeting' } as const

describe('resuming', () => {
  const split = given(join(ann), join(bob), create(ann, blue), move(ann, bob, blue))

  it('[RE1] needs the id and the token of one seat', () => {
    const away = split.and(lose(bob))
    away.when(resume(bob)).then([resumed(bob)])
    away.when({ ...resume(bob), tokenHash: tokenHashOf(ann) }).thenRejected('SEAT_UNKNOWN')
    away.when(resume(cat)).thenRejected('SEAT_UNKNOWN')
  })

  it('[RE2] keeps the room', () => {
    expect(split.and(lose(bob), resume(bob)).running.seats.get(bob)).toMatchObject({
      roomId: blue,
      role: 'participant',
    })
  })

  it('[RE2] leads to the main room when the room was removed or closed meanwhile, also after a leave', () => {
    const gone = split.and(ask(bob, leave))
    for (const type of ['RemoveRoom', 'CloseRoom'] as const) {
      expect(gone.and(ask(ann, { type, roomId: blue }), resume(bob)).running.seats.get(bob)?.roomId).toBe(main)
    }
    expect(
      gone.and(create(ann, red), ask(ann, { type: 'RemoveRoom', roomId: red }), resume(bob)).running.seats.get(bob)
        ?.roomId,
    ).toBe(blue)
  })

  it('[RE3] changes nothing for somebody present', () => {
    split.when(resume(bob)).thenNothing()
  })

  it('[RE4] works after an absence that lasted too long and after a leave', () => {
    const late = start + settings.absenceGraceMs
    split
      .and(lose(bob), passTime(late))
      .when(resume(bob, late))
      .then([resumed(bob, late)])
    split
      .and(ask(bob, leave))
      .when(resume(bob))
      .then([resumed(bob)])
  })

  it('[RE5] gives the role back to a moderator, and the promoted one keeps it', () => {
    const { running } = split.and(ask(ann, leave), resume(ann))
    expect([running.seats.get(ann)?.role, running.seats.get(bob)?.role]).toEqual(['moderator', 'moderator'])
  })
})
