// SPDX-License-Identifier: Apache-2.0
// Who is told a message, and when: against the list of everything that left the application.
import type { ChatTarget, CommandId, ParticipantId, RoomId } from '@alcove/protocol'
import { describe, expect, it } from 'vitest'
import { openMemoryStore } from '../store/testing/index.ts'
import type { MeetingHandle } from './meetingHandle.ts'
import { createWorld, meetingId, type World } from './testing/world.ts'

const room = 'aaaaaaaa' as RoomId
const inMain: ChatTarget = { kind: 'room', roomId: 'main' as RoomId }
const inRoom: ChatTarget = { kind: 'room', roomId: room }
let commands = 0
function frame(world: World, by: ParticipantId) {
  commands += 1
  return { by, commandId: `command-${commands}` as CommandId, at: world.clock.now() }
}

async function handleOf(world: World, name: string): Promise<MeetingHandle> {
  const command = {
    type: 'JoinMeeting',
    meetingId,
    participantId: 'ffffffff' as ParticipantId,
    displayName: name,
    tokenHash: `hash of ${name}`,
    settings: world.meetings.settings,
    at: world.clock.now(),
  } as const
  return (await world.meetings.enter(meetingId, command, { known: {}, bind: () => 'same' })).handle
}

/** Ann and Cem in the main room, Bob in another one. */
async function split(world: World) {
  const [ann, bob, cem] = [await world.enter('Ann'), await world.enter('Bob'), await world.enter('Cem')]
  const handle = await handleOf(world, 'Ann')
  await handle.execute({ type: 'CreateRoom', roomId: room, ...frame(world, ann) })
  await handle.execute({ type: 'MoveParticipant', participantId: bob, toRoomId: room, ...frame(world, ann) })
  world.happened.length = 0
  const write = (by: ParticipantId, to: ChatTarget, text: string) =>
    handle.execute({ type: 'SendMessage', to, text, ...frame(world, by) })
  return { ann, bob, cem, handle, write }
}

function told(world: World) {
  return world.happened.flatMap((one) => {
    if ((one.what !== 'send' && one.what !== 'broadcast') || one.message.type !== 'chat.message') return []
    return [[one.what === 'send' ? one.to : one.part, one.message.message.text]]
  })
}

describe('a message', () => {
  it('goes to the part of its room, to the part of the meeting, or to its two people', async () => {
    const world = createWorld()
    const { ann, bob, cem, write } = await split(world)
    await write(bob, inRoom, 'room')
    await write(ann, { kind: 'meeting' }, 'meeting')
    await write(bob, { kind: 'person', participantId: cem }, 'private')
    expect(told(world)).toEqual([
      [`room:${room}`, 'room'],
      ['meeting', 'meeting'],
      [bob, 'private'],
      [cem, 'private'],
    ])
  })

  it('is told before whoever is moved right after it is in the room, although both waited together', async () => {
    const world = createWorld()
    const { ann, bob, cem, handle, write } = await split(world)
    await Promise.all([
      write(bob, inRoom, 'before Cem'),
      handle.execute({ type: 'MoveParticipant', participantId: cem, toRoomId: room, ...frame(world, ann) }),
    ])
    const order = world.happened.flatMap((one) => {
      if (one.what === 'admit' && one.to === cem && one.part === `room:${room}`) return ['Cem is in']
      return one.what === 'broadcast' && one.message.type === 'chat.message' ? ['told'] : []
    })
    expect(order).toEqual(['told', 'Cem is in'])
  })

  it('is told to nobody when it could not be stored', async () => {
    const store = openMemoryStore()
    const world = createWorld({ store })
    const { ann, write } = await split(world)
    store.append = () => Promise.reject(new Error('no space left'))
    await expect(write(ann, inMain, 'lost')).rejects.toThrow('no space left')
    expect(told(world)).toEqual([])
  })

  it('in a room is broadcast to exactly those who may read it, over moves', async () => {
    const world = createWorld()
    const { ann, bob, cem, handle, write } = await split(world)
    const admitted = new Set([bob])
    for (const [who, toRoomId] of [
      [cem, room],
      [bob, 'main'],
      [ann, room],
      [cem, 'main'],
    ] as const) {
      world.happened.length = 0
      const move = { type: 'MoveParticipant', participantId: who, toRoomId: toRoomId as RoomId } as const
      await handle.execute({ ...move, ...frame(world, ann) })
      for (const one of world.happened) {
        if (one.what === 'admit' && one.part === `room:${room}`) admitted.add(one.to)
        if (one.what === 'dismiss' && one.part === `room:${room}`) admitted.delete(one.to)
      }
      const [writer] = [...admitted]
      if (!writer) throw new Error('nobody is in the room')
      const text = `after ${who} went to ${toRoomId}`
      await write(writer, inRoom, text)
      for (const reader of [ann, bob, cem]) {
        const { messages } = await handle.history(reader, { limit: 1 })
        expect(messages.at(-1)?.text === text, `${reader} reads it`).toBe(admitted.has(reader))
      }
    }
  })

  it('[PD1] of somebody who is forgotten leaves histories, snapshots and open pages', async () => {
    const world = createWorld({ idleUnloadMs: 1_000 })
    const { ann, bob, cem, handle, write } = await split(world)
    await write(bob, { kind: 'meeting' }, 'my phone is 555')
    await handle.execute({ type: 'AskForHelp', text: 'call me at 555', ...frame(world, bob) })
    await handle.execute({ type: 'ChangeRole', participantId: bob, role: 'moderator', ...frame(world, ann) })
    await handle.execute({ type: 'Announce', to: 'all', text: 'or write to 555', ...frame(world, bob) })
    await handle.execute({ type: 'ForgetPerson', participantId: bob, ...frame(world, ann) })
    expect(world.happened).toContainEqual({
      what: 'broadcast',
      part: 'meeting',
      message: { type: 'chat.forgotten', participantId: bob },
    })
    expect(await handle.history(cem, { limit: 10 })).toEqual({ messages: [], more: false })
    for (const id of [ann, cem]) handle.connectionLost(id)
    await world.clock.pass(100_000)
    expect(world.meetings.loadedCount()).toBe(0)
    const stored = [await world.store.read(meetingId, 1), await world.store.loadSnapshot(meetingId)]
    expect(stored[1]).toBeDefined()
    expect(JSON.stringify(stored)).not.toContain('555')
  })

  it('is in the history after a restart, for the same people', async () => {
    const store = openMemoryStore()
    const { ann, bob, write } = await split(createWorld({ store }))
    await write(bob, inRoom, 'before')
    const world = createWorld({ store })
    await world.enter('Ann')
    const handle = await handleOf(world, 'Ann')
    const texts = async (reader: ParticipantId) =>
      (await handle.history(reader, { limit: 10 })).messages.map(({ text }) => text)
    expect([await texts(ann), await texts(bob)]).toEqual([[], ['before']])
  })
})
