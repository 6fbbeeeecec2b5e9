// SPDX-License-Identifier: Apache-2.0
// Tests of texts between pages (SPEC PT).
import { describe, expect, it } from 'vitest'
import { newMeeting } from '../state.ts'
import {
  ann,
  ask,
  bob,
  cat,
  create,
  dan,
  given,
  join,
  lose,
  main,
  move,
  personId,
  red,
  start,
} from '../testing/index.ts'
import { decideSendPageText, pageTextRate } from './sendPageText.ts'

// Ann and Bob are in the main room, Cat and Dan in Red; Ann moderates.
const split = given(
  join(ann),
  join(bob),
  join(cat),
  join(dan),
  create(ann, red),
  move(ann, cat, red),
  move(ann, dan, red),
)
const unknown = { ok: false, error: { code: 'PARTICIPANT_UNKNOWN' } }

describe('a text between pages', () => {
  it('[PT1] is for the room where one is, or for somebody there', () => {
    expect(decideSendPageText(split.state, bob, undefined, [], start)).toEqual({ ok: true, roomId: main })
    expect(decideSendPageText(split.state, cat, undefined, [], start)).toEqual({ ok: true, roomId: red })
    expect(decideSendPageText(split.state, cat, dan, [], start)).toEqual({ ok: true, roomId: red })
  })

  it('[PT1] reaches nobody elsewhere, whoever sends it, nor who is away, nor oneself', () => {
    const toOther = (by: typeof ann, to: typeof ann, state = split.state) =>
      decideSendPageText(state, by, to, [], start)
    for (const [by, to] of [
      [ann, cat],
      [cat, ann],
      [bob, bob],
      [bob, personId(99)],
    ] as const)
      expect(toOther(by, to)).toMatchObject(unknown)
    expect(toOther(cat, dan, split.and(lose(dan)).state)).toMatchObject(unknown)
    expect(toOther(cat, dan, split.and(move(ann, dan, main)).state)).toMatchObject(unknown)
  })

  it('[PT1] is sent by people who are present', () => {
    const refused = { ok: false, error: { code: 'NOT_JOINED' } }
    const waiting = split.and(ask(ann, { type: 'ChangeLobby', lobby: true }), join(personId(9)))
    expect(decideSendPageText(split.and(lose(bob)).state, bob, undefined, [], start)).toEqual(refused)
    expect(decideSendPageText(waiting.state, personId(9), undefined, [], start)).toEqual(refused)
    expect(decideSendPageText(waiting.state, ann, personId(9), [], start)).toMatchObject(unknown)
    const none = decideSendPageText(newMeeting, ann, undefined, [], start)
    expect(none).toEqual({ ok: false, error: { code: 'MEETING_UNKNOWN' } })
  })

  it('[PT2] too many in a short time are refused until the oldest is long enough ago', () => {
    const times = Array.from({ length: pageTextRate.times }, (_, index) => start - index)
    const oldest = start - (pageTextRate.times - 1)
    expect(decideSendPageText(split.state, bob, undefined, times.slice(1), start).ok).toBe(true)
    expect(decideSendPageText(split.state, bob, ann, times, start)).toEqual({
      ok: false,
      error: { code: 'TOO_OFTEN', retryAfterMs: oldest + pageTextRate.withinMs - start },
    })
    expect(decideSendPageText(split.state, bob, ann, times, oldest + pageTextRate.withinMs).ok).toBe(true)
  })

  it('[PT3] goes to one person only when a token denies writing to a room', () => {
    const denied = { denied: ['send-groupchat'] as const }
    const silent = given(join(ann), join(bob, { grant: { skipsLobby: false, ...denied } }))
    expect(decideSendPageText(silent.state, bob, undefined, [], start)).toMatchObject({
      ok: false,
      error: { code: 'FEATURE_DENIED', details: { feature: 'send-groupchat' } },
    })
    expect(decideSendPageText(silent.state, bob, ann, [], start).ok).toBe(true)
  })
})
