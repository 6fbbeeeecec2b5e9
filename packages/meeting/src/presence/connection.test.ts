// SPDX-License-Identifier: Apache-2.0
// Tests of lost connections and of a restart of the server (SPEC AB).
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
  move,
  passTime,
  settings,
  start,
} from '../testing/index.ts'
import { nextDueAt } from './nextDueAt.ts'

const grace = settings.absenceGraceMs
const absent = (participantId: typeof ann, at: number) => ({ type: 'ParticipantAbsent' as const, participantId, at })

describe('absence', () => {
  const split = given(join(ann), join(bob), create(ann, blue), move(ann, bob, blue))

  it('[AB1] keeps seat, room and role', () => {
    split.when(lose(bob, start + 5)).then([absent(bob, start + 5)])
    const before = split.running.seats.get(bob)
    expect(split.and(lose(bob, start + 5)).running.seats.get(bob)).toEqual({
      ...before,
      presence: { status: 'absent', since: start + 5 },
    })
  })

  it('[AB2] comes once, and only to those who are here', () => {
    split
      .and(lose(bob))
      .when(lose(bob, start + 9))
      .thenNothing()
    split
      .and(ask(bob, { type: 'LeaveMeeting' }))
      .when(lose(bob))
      .thenNothing()
    split.when(lose(cat)).thenRejected('SEAT_UNKNOWN')
  })

  it('[AB3] ends after the grace', () => {
    const away = split.and(lose(bob))
    away.when(passTime(start + grace - 1)).thenNothing()
    away.when(passTime(start + grace)).then([{ type: 'ParticipantGone', participantId: bob, at: start + grace }])
  })

  it('[AB4] begins anew for everybody when the server restarts, but for those who are gone', () => {
    const at = start + grace - 1
    const before = split.and(join(cat), ask(cat, { type: 'LeaveMeeting' }), lose(bob))
    before.when({ type: 'RestartClocks', at }).then([absent(ann, at), absent(bob, at)])
    expect(nextDueAt(before.and({ type: 'RestartClocks', at }).state)).toBe(at + grace)
  })
})
