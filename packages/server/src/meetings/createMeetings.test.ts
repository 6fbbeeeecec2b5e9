// SPDX-License-Identifier: Apache-2.0
import { type Command, InvariantError } from '@alcove/meeting'
import { type CommandId, operator, type ParticipantId, type RoomId } from '@alcove/protocol'
import { describe, expect, it } from 'vitest'
import { openMemoryStore } from '../store/testing/index.ts'
import { MeetingQuarantined } from './createMeetings.ts'
import { Unavailable } from './ports.ts'
import { createWorld, meetingId, settle, type World } from './testing/world.ts'

const room = 'aaaaaaaa' as RoomId
let commands = 0
function nextId(): CommandId {
  commands += 1
  return `command-${commands}` as CommandId
}

async function handleOf(world: World, name: string) {
  const { handle } = await world.meetings.enter(
    meetingId,
    {
      type: 'JoinMeeting',
      meetingId,
      participantId: 'ffffffff' as ParticipantId,
      displayName: name,
      tokenHash: `hash of ${name}`,
      settings: world.meetings.settings,
      at: world.clock.now(),
    },
    { known: {}, bind: () => 'same' },
  )
  return handle
}

async function split(world: World) {
  const ann = await world.enter('Ann')
  const bob = await world.enter('Bob')
  const handle = await handleOf(world, 'Ann')
  await handle.execute({ type: 'CreateRoom', roomId: room, by: ann, commandId: nextId(), at: world.clock.now() })
  const move = (participantId: ParticipantId, commandId = nextId()): Command => ({
    type: 'MoveParticipant',
    participantId,
    toRoomId: room,
    by: ann,
    commandId,
    at: world.clock.now(),
  })
  return { ann, bob, handle, move }
}

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

describe('a meeting that somebody ended', () => {
  const end = (by: ParticipantId, at: number, reportKeyHash?: string): Command => ({
    type: 'EndMeeting',
    by,
    commandId: nextId(),
    at,
    ...(reportKeyHash !== undefined && { reportKeyHash }),
  })

  it('[EX5] is kept under another name for its retention, and its own name is free', async () => {
    const world = createWorld()
    const { ann, bob, handle, move } = await split(world)
    await handle.execute(move(bob))
    await world.clock.pass(1_000)
    await handle.execute(end(ann, world.clock.now(), 'f'.repeat(64)))
    await world.clock.pass(0)
    expect(await world.meetings.list(undefined, 10)).toEqual([])
    const [ref, ...others] = await world.meetings.ended.list(meetingId)
    expect(others).toEqual([])
    const kept = ref && (await world.meetings.ended.read(meetingId, ref.endedId))
    expect(kept?.endedAt).toBe(ref?.endedAt)
    expect([...(kept?.last.seats.keys() ?? [])]).toEqual([ann, bob])
    expect(await world.meetings.ended.findByReportKey(meetingId, 'f'.repeat(64))).toEqual(kept)
    expect(await world.meetings.ended.findByReportKey(meetingId, 'e'.repeat(64))).toBeUndefined()
    const cat = await world.enter('Cat')
    expect(cat).not.toBe(ann)
    expect(await world.meetings.list(undefined, 10)).toEqual([meetingId])
    await world.clock.pass(86_400_000 - 61_000)
    expect(await world.meetings.ended.list(meetingId)).toEqual([ref])
    await world.clock.pass(120_000)
    expect(await world.meetings.ended.list(meetingId)).toEqual([])
    expect((await world.store.readAll(0, 1_000)).commits.every(({ meetingId: id }) => id === meetingId)).toBe(true)
  })

  it('[EX5] and could not be put away then, is when it is looked for again', async () => {
    const store = openMemoryStore()
    const world = createWorld({ store })
    const { ann, handle } = await split(world)
    const { move: moveLog } = store
    store.move = () => Promise.reject(new Unavailable('STORE_UNAVAILABLE', 1_000))
    await handle.execute(end(ann, world.clock.now()))
    await world.clock.pass(0)
    expect(await world.meetings.ended.list(meetingId)).toEqual([])
    store.move = moveLog
    await world.enter('Cat')
    expect(await world.meetings.ended.list(meetingId)).toHaveLength(1)
  })

  it('[PD2] loses what names a person who is forgotten, and no other', async () => {
    const world = createWorld()
    const { ann, bob, handle } = await split(world)
    await handle.execute(end(ann, world.clock.now()))
    await world.clock.pass(0)
    const [ref] = await world.meetings.ended.list(meetingId)
    if (!ref) throw new Error('nothing is kept')
    expect(await world.meetings.ended.forget(meetingId, ref.endedId, bob)).toBe(true)
    expect(await world.meetings.ended.forget(meetingId, ref.endedId, 'ffffffff' as ParticipantId)).toBe(false)
    const kept = await world.meetings.ended.read(meetingId, ref.endedId)
    expect([...(kept?.last.seats.values() ?? [])].map(({ displayName }) => displayName)).toEqual(['Ann', ''])
    expect(JSON.stringify((await world.store.readAll(0, 1_000)).commits)).not.toContain('"displayName":"Bob"')
  })

  it('[EX5] is deleted with all of its name by the operator', async () => {
    const world = createWorld()
    const { ann, handle } = await split(world)
    await handle.execute(end(ann, world.clock.now()))
    await world.clock.pass(0)
    const remove = () =>
      world.meetings.delete(meetingId, { type: 'DeleteMeeting', by: operator, commandId: nextId(), at: 1 })
    expect(await remove()).toMatchObject({ ok: true })
    expect((await world.store.readAll(0, 1_000)).commits).toEqual([])
    expect(await remove()).toMatchObject({ ok: false, error: { code: 'MEETING_UNKNOWN' } })
  })
})

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
      type: 'RenameRoom',
      roomId: room,
      name: 'unstorable',
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
