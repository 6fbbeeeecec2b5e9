// SPDX-License-Identifier: Apache-2.0
// What becomes of the passwords in requests: they go no further, and guessing is held back for each person and room.
import type { RunningMeeting } from '@alcove/meeting'
import { ann, ask, bob, cat, create, given, join, meetingId, red } from '@alcove/meeting/testing'
import type { CommandId, ParticipantId } from '@alcove/protocol'
import { describe, expect, it } from 'vitest'
import type { Passwords } from '../auth/password.ts'
import { type Asker, createRoomSecrets } from './roomSecrets.ts'

const id = 'command-1' as CommandId
const passwords: Passwords = {
  hash: async (password) => `hash of ${password}`,
  isRight: async (password, hash) => hash === `hash of ${password}`,
}
const locked = given(
  join(ann),
  join(bob),
  join(cat),
  create(ann, red),
  ask(ann, { type: 'ChangeRoom', roomId: red, change: { passwordHash: 'hash of sesame' } }),
).running

function askerIn(state: RunningMeeting, participantId: ParticipantId, at = 0): Asker {
  return { participantId, handle: { meetingId, read: async (look) => look(state, at) }, at }
}

const move = (password?: string) => ({
  type: 'participant.move' as const,
  id,
  participantId: bob,
  roomId: red,
  ...(password !== undefined && { password }),
})

describe('passwords of rooms', () => {
  it('become hashes where they are set, and null where they are taken away', async () => {
    const secrets = createRoomSecrets(passwords)
    const set = await secrets.of({ type: 'room.create', id, password: 'sesame' }, askerIn(locked, ann))
    expect(set).toEqual({ ok: true, secrets: { passwordHash: 'hash of sesame' } })
    const change = { type: 'room.change', id, roomId: red } as const
    expect(await secrets.of({ ...change, password: null }, askerIn(locked, ann))).toMatchObject({
      secrets: { passwordHash: null },
    })
    expect(await secrets.of(change, askerIn(locked, ann))).toEqual({ ok: true, secrets: {} })
  })

  it('are checked against the present one, and only where there is one', async () => {
    const secrets = createRoomSecrets(passwords)
    for (const [given, isRight] of [
      ['sesame', true],
      ['wrong', false],
    ] as const)
      expect(await secrets.of(move(given), askerIn(locked, bob))).toEqual({
        ok: true,
        secrets: { passwordCheck: { version: 1, isRight } },
      })
    expect(await secrets.of(move(), askerIn(locked, bob))).toEqual({ ok: true, secrets: {} })
  })

  it('are looked at five times, then once every ten seconds, for each person by themself', async () => {
    const secrets = createRoomSecrets(passwords)
    for (let tries = 0; tries < 5; tries += 1) await secrets.of(move('wrong'), askerIn(locked, bob))
    expect(await secrets.of(move('sesame'), askerIn(locked, bob))).toEqual({
      ok: false,
      error: { code: 'TOO_OFTEN', retryAfterMs: 10_000 },
    })
    expect((await secrets.of(move('sesame'), askerIn(locked, cat))).ok).toBe(true)
    expect((await secrets.of(move('sesame'), askerIn(locked, bob, 10_000))).ok).toBe(true)
  })

  it('are made for fifty rooms at once, then one a second, for each person by themself', async () => {
    const secrets = createRoomSecrets(passwords)
    const set = { type: 'room.create', id, password: 'sesame' } as const
    for (let made = 0; made < 50; made += 1) expect((await secrets.of(set, askerIn(locked, ann))).ok).toBe(true)
    expect(await secrets.hashed('sesame', askerIn(locked, ann))).toEqual({
      ok: false,
      error: { code: 'TOO_OFTEN', retryAfterMs: 1_000 },
    })
    expect(await secrets.hashed(null, askerIn(locked, ann))).toEqual({ ok: true, passwordHash: null })
    expect((await secrets.of(set, askerIn(locked, bob))).ok).toBe(true)
    expect((await secrets.hashed('sesame', askerIn(locked, ann, 1_000))).ok).toBe(true)
  })
})
