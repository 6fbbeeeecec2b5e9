// SPDX-License-Identifier: Apache-2.0
// What waits in the mailbox together and becomes one commit.
import { type Command, InvariantError } from '@alcove/meeting'
import type { ParticipantId, RoomId } from '@alcove/protocol'
import { describe, expect, it } from 'vitest'
import { openMemoryStore } from '../store/testing/index.ts'
import { Unavailable } from './ports.ts'
import { settle } from './testing/handClock.ts'
import { handleOf, nextId, room, split } from './testing/split.ts'
import { createWorld, meetingId, type World } from './testing/world.ts'

describe('what waits together', () => {
  it('is one commit, and each is answered by itself', async () => {
    const world = createWorld()
    const { ann, bob, handle, move } = await split(world)
    const before = (await world.store.read(meetingId, 1)).length
    world.happened.length = 0
    const command = move(bob)
    const answers = await Promise.all([
      handle.execute(command),
      handle.execute(move('ffffffff' as ParticipantId)),
      handle.execute(command),
      handle.execute({ ...move(ann), toRoomId: 'bbbbbbbb' as RoomId } as Command),
      handle.execute(move(ann)),
    ])
    expect(answers.map((answer) => (answer.ok ? 'done' : answer.error.code))).toEqual([
      'done',
      'PARTICIPANT_UNKNOWN',
      'done',
      'ROOM_UNKNOWN',
      'done',
    ])
    const commits = (await world.store.read(meetingId, 1)).slice(before)
    expect(commits.map(({ events, outcomes }) => [events.length, outcomes.length])).toEqual([[2, 2]])
    expect(world.happened.filter(({ what }) => what === 'revoke')).toHaveLength(1)
  })

  it('fails together when it cannot be stored, and nothing has happened', async () => {
    const store = openMemoryStore()
    const world = createWorld({ store })
    const { ann, bob, handle, move } = await split(world)
    const { append } = store
    store.append = () => Promise.reject(new Unavailable('STORE_UNAVAILABLE', 1_000))
    world.happened.length = 0
    const both = await Promise.allSettled([handle.execute(move(bob)), handle.execute(move(ann))])
    expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    expect(world.happened.filter(({ what }) => what !== 'log')).toEqual([])
    store.append = append
    expect(await Promise.all([handle.execute(move(bob)), handle.execute(move(ann))])).toMatchObject([
      { ok: true },
      { ok: true },
    ])
  })

  it('stands alone where one of them cannot be stored whatever the others are', async () => {
    const store = openMemoryStore()
    const world = createWorld({ store })
    const { ann, bob, handle, move } = await split(world)
    const { append } = store
    store.append = async (commit, expected) => {
      if (JSON.stringify(commit).includes('unstorable')) throw new InvariantError('too large')
      await append(commit, expected)
    }
    const rename: Command = {
      type: 'ChangeRoom',
      roomId: room,
      name: 'unstorable',
      change: {},
      by: ann,
      commandId: nextId(),
      at: world.clock.now(),
    }
    const settled = await Promise.allSettled([
      handle.execute(move(bob)),
      handle.execute(rename),
      handle.execute(move(ann)),
    ])
    expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    const events = (await store.read(meetingId, 1)).flatMap((commit) => commit.events)
    expect(events.filter(({ type }) => type === 'ParticipantMoved')).toHaveLength(2)
  })

  it('lets a crowd in by one commit, each with their parts', async () => {
    const world = createWorld()
    await world.enter('Ann')
    const before = (await world.store.read(meetingId, 1)).length
    const names = Array.from({ length: 30 }, (_, index) => `Guest ${index}`)
    const ids = await Promise.all(names.map((name) => world.enter(name)))
    expect(new Set(ids).size).toBe(30)
    const commits = (await world.store.read(meetingId, 1)).slice(before)
    expect(commits).toHaveLength(1)
    const admitted = world.happened.filter((one) => one.what === 'admit' && one.part === 'meeting')
    expect(admitted).toHaveLength(31)
  })

  describe('of connections that are lost', () => {
    const crowdOf = async (world: World, count: number) => {
      await world.enter('Ann')
      const names = Array.from({ length: count }, (_, index) => `Guest ${index}`)
      return {
        handle: await handleOf(world, 'Ann'),
        names,
        ids: await Promise.all(names.map((name) => world.enter(name))),
      }
    }
    const storedAfter = async (world: World, before: number) =>
      (await world.store.read(meetingId, 1)).slice(before).map(({ events }) => events.map(({ type }) => type))
    const absences = (count: number) => Array.from({ length: count }, () => 'ParticipantAbsent')

    it('records a crowd by one commit, tells of it once, and makes it gone by one commit', async () => {
      const world = createWorld()
      const { handle, ids } = await crowdOf(world, 60)
      const before = (await world.store.read(meetingId, 1)).length
      world.happened.length = 0
      for (const id of ids) handle.connectionLost(id)
      await settle()
      expect(await storedAfter(world, before)).toEqual([absences(60)])
      expect(world.happened.filter((one) => one.what === 'broadcast' && one.part === 'meeting')).toHaveLength(1)
      await world.clock.pass(61_000)
      const [, gone, ...more] = await storedAfter(world, before)
      expect(gone?.filter((type) => type === 'ParticipantGone')).toHaveLength(60)
      expect(more).toEqual([])
    })

    it('counts those who were lost one after the other, and stored together, as lost in one moment', async () => {
      const world = createWorld()
      const { handle, ids } = await crowdOf(world, 3)
      const before = (await world.store.read(meetingId, 1)).length
      const release = world.holdRevocations()
      const [first, ...others] = ids
      if (first) handle.connectionLost(first)
      for (const id of others) {
        await world.clock.pass(5)
        handle.connectionLost(id)
      }
      release()
      await settle()
      const commits = (await world.store.read(meetingId, 1)).slice(before)
      expect(commits.map(({ events }) => events.map(({ at }) => at - world.clock.now()))).toEqual([[-10], [0, 0]])
    })

    it('records by one commit, too, what could not be stored when it happened', async () => {
      const store = openMemoryStore()
      const world = createWorld({ store })
      const { handle, ids } = await crowdOf(world, 20)
      const before = (await store.read(meetingId, 1)).length
      const { append } = store
      store.append = () => Promise.reject(new Unavailable('STORE_UNAVAILABLE', 1_000))
      for (const id of ids) handle.connectionLost(id)
      await world.clock.pass(500)
      store.append = append
      await world.clock.pass(1_000)
      expect(await storedAfter(world, before)).toEqual([absences(20)])
    })

    it('keeps apart who comes back in between: each is where their last connection left them', async () => {
      const world = createWorld()
      const { handle, names, ids } = await crowdOf(world, 2)
      const [first, second] = ids
      if (!first || !second) throw new Error('nobody came')
      handle.connectionLost(first)
      const back = world.enter(names[0] ?? '')
      handle.connectionLost(second)
      expect(await back).toBe(first)
      await settle()
      const presences = await world.meetings.read(meetingId, (state) =>
        state.status === 'running' ? ids.map((id) => state.seats.get(id)?.presence.status) : [],
      )
      expect(presences).toEqual(['present', 'absent'])
    })
  })
})
