// SPDX-License-Identifier: Apache-2.0
import type { Command } from '@alcove/meeting'
import { mainRoomId } from '@alcove/protocol'
import { describe, expect, it } from 'vitest'
import { openMemoryStore } from '../store/testing/index.ts'
import { MeetingQuarantined } from './createMeetings.ts'
import { Unavailable } from './ports.ts'
import { settle } from './testing/handClock.ts'
import { nextId, room, split } from './testing/split.ts'
import { createWorld, meetingId } from './testing/world.ts'

describe('a move', () => {
  it('is neither acknowledged nor announced before the revocation is proved, and grants come last', async () => {
    const world = createWorld()
    const { bob, handle, move } = await split(world)
    const release = world.holdRevocations()
    world.happened.length = 0
    let isAcknowledged = false
    const moved = handle.execute(move(bob)).then(() => {
      isAcknowledged = true
    })
    await settle()
    expect(world.happened).toEqual([])
    expect(isAcknowledged).toBe(false)
    release()
    await moved
    expect(world.happened.map(({ what }) => what)).toEqual([
      'revoke',
      'dismiss',
      'send',
      // To everybody who is where, to moderators since when people are together.
      'broadcast',
      'broadcast',
      'send',
      'admit',
      'grant',
    ])
  })

  it('closes the old room to the mover before anything new is sent, and gives a snapshot of the new room before its patches', async () => {
    const world = createWorld()
    const { bob, handle, move } = await split(world)
    world.happened.length = 0
    await handle.execute(move(bob))
    const seen = world.happened.filter((happening) => 'to' in happening && happening.to === bob)
    expect(seen).toMatchObject([
      { what: 'dismiss', part: 'room:main' },
      { what: 'send', message: { type: 'part.closed', part: 'room:main' } },
      { what: 'send', message: { type: 'part.snapshot', part: `room:${room}` } },
      { what: 'admit', part: `room:${room}` },
    ])
  })

  it('that is sent again is stored once', async () => {
    const world = createWorld()
    const { bob, handle, move } = await split(world)
    const command = move(bob)
    const first = await handle.execute(command)
    const count = (await world.store.read(meetingId, 1)).length
    expect(await handle.execute(command)).toEqual(first)
    expect((await world.store.read(meetingId, 1)).length).toBe(count)
  })

  it('that changed nothing the first time changes nothing when it is sent again', async () => {
    const world = createWorld()
    const { bob, handle, move } = await split(world)
    const at = world.clock.now()
    const stay: Command = {
      type: 'MoveParticipant',
      participantId: bob,
      toRoomId: mainRoomId,
      by: bob,
      commandId: nextId(),
      at,
    }
    const first = await handle.execute(stay)
    await handle.execute(move(bob))
    const count = (await world.store.read(meetingId, 1)).length
    expect(await handle.execute(stay)).toEqual(first)
    expect((await world.store.read(meetingId, 1)).length).toBe(count)
  })
})

describe('a store that fails', () => {
  it('changes nothing, tells nobody and lets the same command through later', async () => {
    const store = openMemoryStore()
    const world = createWorld({ store })
    const { bob, handle, move } = await split(world)
    const { append } = store
    store.append = () => Promise.reject(new Unavailable('STORE_UNAVAILABLE', 1_000))
    world.happened.length = 0
    const command = move(bob)
    await expect(handle.execute(command)).rejects.toThrow('STORE_UNAVAILABLE')
    expect(world.happened.filter(({ what }) => what !== 'log')).toEqual([])
    store.append = append
    expect(await handle.execute(command)).toMatchObject({ ok: true })
  })

  it('records a lost connection as soon as it works again', async () => {
    const store = openMemoryStore()
    const world = createWorld({ store })
    const { bob, handle } = await split(world)
    const { append } = store
    store.append = () => Promise.reject(new Unavailable('STORE_UNAVAILABLE', 1_000))
    handle.connectionLost(bob)
    await world.clock.pass(2_500)
    store.append = append
    await world.clock.pass(1_500)
    expect((await store.read(meetingId, 1)).flatMap(({ events }) => events)).toContainEqual(
      expect.objectContaining({ type: 'ParticipantAbsent', participantId: bob }),
    )
  })
})

describe('a store that says that it failed and stored all the same', () => {
  it('sends everybody back to their seats, and the command that is sent again is answered as it was carried out', async () => {
    const store = openMemoryStore()
    const world = createWorld({ store })
    const { ann, bob, handle, move } = await split(world)
    const { append } = store
    store.append = async (commit, version) => {
      await append(commit, version)
      throw new Unavailable('STORE_UNAVAILABLE', 1_000)
    }
    const command = move(bob)
    await expect(handle.execute(command)).rejects.toThrow('STORE_UNAVAILABLE')
    store.append = append
    world.happened.length = 0
    await expect(handle.execute(move(ann))).rejects.toThrow('STORE_UNAVAILABLE')
    const closed = world.happened.filter(({ what }) => what === 'close')
    expect(closed).toEqual(
      [ann, bob].map((to) => ({ what: 'close', to, error: { code: 'STORE_UNAVAILABLE', retryAfterMs: 1_000 } })),
    )
    expect(await world.enter('Bob')).toBe(bob)
    expect(world.happened).toContainEqual({ what: 'admit', to: bob, part: `room:${room}` })
    await world.enter('Ann')
    const count = (await store.read(meetingId, 1)).length
    expect(await world.meetings.execute(meetingId, command)).toMatchObject({ ok: true })
    expect((await store.read(meetingId, 1)).length).toBe(count)
    expect(world.meetings.loadedCount()).toBe(1)
  })
})

describe('a restart', () => {
  it('brings everybody back to their room, with the clocks of absence started anew', async () => {
    const store = openMemoryStore()
    const before = createWorld({ store })
    const { bob, handle, move } = await split(before)
    await handle.execute(move(bob))

    const after = createWorld({ store })
    await after.meetings.watchDue()
    expect(after.meetings.loadedCount()).toBe(1)
    const events = (await store.read(meetingId, 1)).flatMap((commit) => commit.events)
    expect(events.filter(({ type }) => type === 'ParticipantAbsent')).toHaveLength(2)
    expect(await after.enter('Bob')).toBe(bob)
    const seen = after.happened.filter((happening) => happening.what === 'admit' && happening.to === bob)
    expect(seen).toContainEqual({ what: 'admit', to: bob, part: `room:${room}` })
  })

  it('counts absence on while nobody asks: the seat is gone after the grace', async () => {
    const store = openMemoryStore()
    await split(createWorld({ store }))
    const after = createWorld({ store })
    await after.meetings.watchDue()
    await after.clock.pass(61_000)
    const events = (await store.read(meetingId, 1)).flatMap((commit) => commit.events)
    expect(events.filter(({ type }) => type === 'ParticipantGone')).toHaveLength(2)
  })
})

describe('the rooms’ timer', () => {
  it('that ends while the server is down brings everybody back on its return', async () => {
    const store = openMemoryStore()
    const before = createWorld({ store })
    const { ann, bob, handle, move } = await split(before)
    await handle.execute(move(bob))
    await handle.execute({
      type: 'StartTimer',
      durationMs: 60_000,
      atEnd: 'bring-back',
      by: ann,
      commandId: nextId(),
      at: before.clock.now(),
    })

    const after = createWorld({ store })
    await after.clock.pass(3_600_000)
    await after.meetings.watchDue()
    await settle()
    const events = (await store.read(meetingId, 1)).flatMap((commit) => commit.events)
    expect(events).toContainEqual(expect.objectContaining({ type: 'TimerEnded' }))
    expect(events).toContainEqual(
      expect.objectContaining({ type: 'ParticipantMoved', participantId: bob, toRoomId: 'main' }),
    )
  })

  it('ends by itself: a countdown is published, then the return is one batch of views after one revocation', async () => {
    const world = createWorld()
    const { ann, bob, handle, move } = await split(world)
    await handle.execute(move(bob))
    await handle.execute(move(ann))
    const timer = { type: 'StartTimer', durationMs: 60_000, atEnd: 'bring-back', by: ann } as const
    await handle.execute({ ...timer, commandId: nextId(), at: world.clock.now() })
    world.happened.length = 0
    await world.clock.pass(60_000)
    expect(world.happened.filter(({ what }) => what === 'broadcast')).toHaveLength(1)
    world.happened.length = 0
    await world.clock.pass(30_000)
    expect(world.happened.filter(({ what }) => what === 'revoke')).toHaveLength(1)
    const patches = world.happened.filter((happening) => happening.what === 'broadcast' && happening.part === 'meeting')
    expect(patches).toHaveLength(1)
    expect(patches[0]).toMatchObject({
      message: { patch: { people: { [ann]: { roomId: 'main' }, [bob]: { roomId: 'main' } }, countdown: null } },
    })
  })
})

describe('an idle meeting', () => {
  it('leaves memory after the configured time and comes back with its people where they were', async () => {
    const world = createWorld({ idleUnloadMs: 5_000 })
    const { ann, bob, handle, move } = await split(world)
    await handle.execute(move(bob))
    handle.connectionLost(ann)
    handle.connectionLost(bob)
    await world.clock.pass(4_000)
    expect(world.meetings.loadedCount()).toBe(1)
    await world.clock.pass(70_000)
    expect(world.meetings.loadedCount()).toBe(0)
    expect(await world.store.loadSnapshot(meetingId)).toBeDefined()
    expect(await world.enter('Bob')).toBe(bob)
    expect(world.happened).toContainEqual({ what: 'admit', to: bob, part: `room:${room}` })
  })

  it('comes back by itself at its due time and is deleted when its retention is over', async () => {
    const world = createWorld({ idleUnloadMs: 1_000 })
    const { ann, bob, handle } = await split(world)
    await world.meetings.watchDue()
    handle.connectionLost(ann)
    handle.connectionLost(bob)
    await world.clock.pass(120_000)
    expect(world.meetings.loadedCount()).toBe(0)
    expect((await world.store.read(meetingId, 1)).length).toBeGreaterThan(0)
    await world.clock.pass(86_400_000)
    expect(await world.store.read(meetingId, 1)).toEqual([])
    expect(world.meetings.loadedCount()).toBe(0)
  })
})

describe('a log that cannot be replayed', () => {
  it('quarantines its meeting and no other', async () => {
    const store = openMemoryStore()
    await split(createWorld({ store }))
    const { read } = store
    store.read = async (id, from) =>
      id === meetingId
        ? (await read(id, from)).map((commit) => ({ ...commit, version: commit.version * 2 }))
        : read(id, from)
    const world = createWorld({ store })
    await expect(world.enter('Ann')).rejects.toThrow(MeetingQuarantined)
    expect(world.meetings.quarantined()).toEqual([meetingId])
    await expect(world.enter('Bob')).rejects.toThrow(MeetingQuarantined)
  })
})
