// SPDX-License-Identifier: Apache-2.0
// Tests of the limit of people at once (SPEC DR).
import { describe, expect, it } from 'vitest'
import { ann, ask, bob, cat, dan, given, join, lose, personId, resume, start, tokenHashOf } from '../testing/index.ts'
import { meetingPart } from '../views/parts.ts'

const limit = (maxPeople: number | undefined) => ask(ann, { type: 'LimitPeople', maxPeople })
const leave = { type: 'LeaveMeeting' } as const

describe('the limit of people', () => {
  const two = given(join(ann), join(bob))
  const full = two.and(limit(2))

  it('[DR1] is set and lifted by a moderator, and everybody sees it', () => {
    two.when(limit(2)).then([{ type: 'PeopleLimited', maxPeople: 2, at: start }])
    full.when(limit(2)).thenNothing()
    full.when(limit(undefined)).then([{ type: 'PeopleLimited', at: start }])
    two.when(limit(undefined)).thenNothing()
    expect(meetingPart(full.running).maxPeople).toBe(2)
    expect(meetingPart(full.and(limit(undefined)).running)).not.toHaveProperty('maxPeople')
  })

  it('[DR2] refuses whoever comes when that many are there, and nobody when somebody has gone', () => {
    full.when(join(cat)).thenRejected('MEETING_CROWDED')
    full.and(limit(3)).and(join(cat)).when(join(dan)).thenRejected('MEETING_CROWDED')
    expect(full.and(limit(undefined)).when(join(cat)).decision.ok).toBe(true)
    expect(full.and(ask(bob, leave)).when(join(cat)).decision.ok).toBe(true)
  })

  it('[DR2] refuses people who had left, by their seat and by its token', () => {
    const taken = full.and(ask(bob, leave), join(cat))
    taken.when(resume(bob)).thenRejected('MEETING_CROWDED')
    taken.when(join(personId(9), { tokenHash: tokenHashOf(bob) })).thenRejected('MEETING_CROWDED')
    expect(taken.and(ask(cat, leave)).when(resume(bob)).decision.ok).toBe(true)
  })

  it('[DR3] keeps the place of who is absent, and lets moderators in always', () => {
    const waiting = full.and(lose(bob))
    waiting.when(join(cat)).thenRejected('MEETING_CROWDED')
    expect(waiting.when(resume(bob)).decision.ok).toBe(true)
    const without = full.and(ask(ann, { type: 'ChangeRole', participantId: bob, role: 'moderator' }), ask(ann, leave))
    const again = without.and(join(cat))
    expect(again.when(resume(ann)).decision.ok).toBe(true)
  })

  it('[DR2] counts those in the lobby, so that letting everybody in makes no more than the limit', () => {
    const held = given(join(ann), limit(2), ask(ann, { type: 'ChangeLobby', lobby: true }), join(bob))
    held.when(join(cat)).thenRejected('MEETING_CROWDED')
    const turnedAway = ask(ann, { type: 'RemoveParticipant', participantId: bob, bar: false })
    expect(held.and(turnedAway).when(join(cat)).decision.ok).toBe(true)
  })

  it('[DR3] [RE3] keeps the place of who waits in the lobby, over a lost connection, too', () => {
    const lobby = ask(ann, { type: 'ChangeLobby', lobby: true })
    const held = given(join(ann), lobby, join(bob), limit(1))
    held.when(resume(bob)).thenNothing()
    expect(held.and(lose(bob)).when(resume(bob)).decision.ok).toBe(true)
  })

  it('[DR4] puts nobody out', () => {
    const three = two.and(join(cat))
    three.when(limit(1)).then([{ type: 'PeopleLimited', maxPeople: 1, at: start }])
    expect(Object.keys(meetingPart(three.and(limit(1)).running).people)).toHaveLength(3)
  })
})
