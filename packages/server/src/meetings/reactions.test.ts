// SPDX-License-Identifier: Apache-2.0
// Who is told of a reaction, and that nothing of it is stored: against the list of everything that left the application.
import type { CommandId, ParticipantId, RoomId } from '@alcove/protocol'
import { describe, expect, it } from 'vitest'
import { createWorld, meetingId, type World } from './testing/world.ts'

const room = 'aaaaaaaa' as RoomId

/** Ann in the main room, Bob in another one. */
async function split(world: World) {
  const ann = await world.enter('Ann')
  const bob = await world.enter('Bob')
  const command = {
    type: 'ResumeSeat',
    participantId: ann,
    tokenHash: 'hash of Ann',
    at: world.clock.now(),
  } as const
  const { handle } = await world.meetings.enter(meetingId, command, { known: {}, bind: () => 'same' })
  const frame = (id: string) => ({ by: ann, commandId: id as CommandId, at: world.clock.now() })
  await handle.execute({ type: 'CreateRoom', roomId: room, ...frame('create-room') })
  await handle.execute({ type: 'MoveParticipant', participantId: bob, toRoomId: room, ...frame('move-bob') })
  world.happened.length = 0
  return { ann, bob, handle }
}

const storedOf = async (world: World) => (await world.store.read(meetingId, 1)).length

describe('a reaction', () => {
  it('goes to the part of the room of whoever reacts and nowhere else; nothing is stored', async () => {
    const world = createWorld()
    const { ann, bob, handle } = await split(world)
    const stored = await storedOf(world)
    expect(await handle.react(bob, 'bravo')).toEqual({ ok: true })
    expect(await handle.react(ann, 'agree')).toEqual({ ok: true })
    expect(world.happened).toEqual([
      {
        what: 'broadcast',
        part: `room:${room}`,
        message: { type: 'reaction', participantId: bob, reaction: 'bravo' },
      },
      { what: 'broadcast', part: 'room:main', message: { type: 'reaction', participantId: ann, reaction: 'agree' } },
    ])
    expect(await storedOf(world)).toBe(stored)
  })

  it('is refused to who is not in the meeting, and after too many until some time has passed', async () => {
    const world = createWorld()
    const { ann, handle } = await split(world)
    expect(await handle.react('ffffffff' as ParticipantId, 'wow')).toEqual({ ok: false, error: { code: 'NOT_JOINED' } })
    expect(world.happened).toEqual([])
    for (let count = 0; count < 10; count += 1) expect((await handle.react(ann, 'laugh')).ok).toBe(true)
    expect(await handle.react(ann, 'laugh')).toEqual({ ok: false, error: { code: 'TOO_OFTEN', retryAfterMs: 10_000 } })
    expect(world.happened.filter(({ what }) => what === 'broadcast')).toHaveLength(10)
    await world.clock.pass(10_000)
    expect((await handle.react(ann, 'laugh')).ok).toBe(true)
  })
})
