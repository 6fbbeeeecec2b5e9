// SPDX-License-Identifier: Apache-2.0
// To whom a text between pages goes, and that nothing of it is stored: against the list of everything that left the application.
import type { CommandId, ParticipantId, RoomId } from '@alcove/protocol'
import { describe, expect, it } from 'vitest'
import { createWorld, meetingId, type World } from './testing/world.ts'

const room = 'aaaaaaaa' as RoomId

/** Ann in the main room, Bob and Cem in another one. */
async function split(world: World) {
  const ann = await world.enter('Ann')
  const [bob, cem] = [await world.enter('Bob'), await world.enter('Cem')]
  const command = { type: 'ResumeSeat', participantId: ann, tokenHash: 'hash of Ann', at: world.clock.now() } as const
  const { handle } = await world.meetings.enter(meetingId, command, { known: {}, bind: () => 'same' })
  const frame = (id: string) => ({ by: ann, commandId: id as CommandId, at: world.clock.now() })
  await handle.execute({ type: 'CreateRoom', roomId: room, ...frame('create-room') })
  for (const participantId of [bob, cem])
    await handle.execute({ type: 'MoveParticipant', participantId, toRoomId: room, ...frame(`move ${participantId}`) })
  world.happened.length = 0
  return { ann, bob, cem, handle }
}

describe('a text between pages', () => {
  it('goes to the room of whoever sends it, or to one person there, and nowhere else; nothing is stored', async () => {
    const world = createWorld()
    const { ann, bob, cem, handle } = await split(world)
    const stored = (await world.store.read(meetingId, 1)).length
    expect(await handle.sendPageText(bob, { to: undefined, text: 'to all' })).toEqual({ ok: true })
    expect(await handle.sendPageText(bob, { to: cem, text: 'to Cem' })).toEqual({ ok: true })
    expect(world.happened).toEqual([
      {
        what: 'broadcast',
        part: `room:${room}`,
        message: { type: 'pageText', participantId: bob, text: 'to all' },
      },
      { what: 'send', to: cem, message: { type: 'pageText', participantId: bob, text: 'to Cem' } },
    ])
    for (const [by, to] of [
      [bob, ann],
      [ann, bob],
    ] as const)
      expect(await handle.sendPageText(by, { to, text: 'x' })).toMatchObject({ error: { code: 'PARTICIPANT_UNKNOWN' } })
    expect(world.happened.length).toBe(2)
    expect((await world.store.read(meetingId, 1)).length).toBe(stored)
  })

  it('is refused to who is not in the meeting, and after too many until some time has passed', async () => {
    const world = createWorld()
    const { ann, handle } = await split(world)
    const send = (by: ParticipantId) => handle.sendPageText(by, { to: undefined, text: 'x' })
    expect(await send('ffffffff' as ParticipantId)).toEqual({ ok: false, error: { code: 'NOT_JOINED' } })
    for (let count = 0; count < 50; count += 1) expect((await send(ann)).ok).toBe(true)
    expect(await send(ann)).toEqual({ ok: false, error: { code: 'TOO_OFTEN', retryAfterMs: 10_000 } })
    expect(world.happened).toHaveLength(50)
    await world.clock.pass(10_000)
    expect((await send(ann)).ok).toBe(true)
  })
})
