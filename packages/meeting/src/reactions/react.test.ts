// SPDX-License-Identifier: Apache-2.0
// Tests of reactions (SPEC RC).
import { describe, expect, it } from 'vitest'
import { newMeeting } from '../state.ts'
import { ann, ask, bob, cat, create, given, join, lose, main, move, red, start } from '../testing/index.ts'
import { decideReact, reactionRate } from './react.ts'

describe('reacting', () => {
  const split = given(join(ann), join(bob), join(cat), create(ann, red), move(ann, cat, red))

  it('[RC1] concerns the room where one is, whoever one is', () => {
    expect(decideReact(split.state, ann, [], start)).toEqual({ ok: true, roomId: main })
    expect(decideReact(split.state, cat, [], start)).toEqual({ ok: true, roomId: red })
  })

  it('[RC1] is for people who are present', () => {
    const refused = { ok: false, error: { code: 'NOT_JOINED' } }
    const lobby = split.and(ask(ann, { type: 'ChangeLobby', lobby: true }), join('a0000009' as typeof ann))
    expect(decideReact(split.and(lose(bob)).state, bob, [], start)).toEqual(refused)
    expect(decideReact(split.and(ask(bob, { type: 'LeaveMeeting' })).state, bob, [], start)).toEqual(refused)
    expect(decideReact(lobby.state, 'a0000009' as typeof ann, [], start)).toEqual(refused)
    expect(decideReact(newMeeting, ann, [], start)).toEqual({ ok: false, error: { code: 'MEETING_UNKNOWN' } })
  })

  it('[RC2] too many in a short time are refused until the oldest is long enough ago', () => {
    const times = Array.from({ length: reactionRate.times }, (_, index) => start - index)
    const oldest = start - (reactionRate.times - 1)
    expect(decideReact(split.state, bob, times.slice(1), start).ok).toBe(true)
    expect(decideReact(split.state, bob, times, start)).toEqual({
      ok: false,
      error: { code: 'TOO_OFTEN', retryAfterMs: oldest + reactionRate.withinMs - start },
    })
    expect(decideReact(split.state, bob, times, oldest + reactionRate.withinMs).ok).toBe(true)
  })
})
