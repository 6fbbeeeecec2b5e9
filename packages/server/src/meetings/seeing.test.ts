// SPDX-License-Identifier: Apache-2.0
// How often moderators are told of the rooms, when the picture of a room is chosen, and when it is stored who spoke how long.
import type { Command, MeetingEvent } from '@alcove/meeting'
import type { CommandId, ParticipantId, RoomId } from '@alcove/protocol'
import { describe, expect, it } from 'vitest'
import { settle } from './testing/handClock.ts'
import { createWorld, type Happening, meetingId, type World } from './testing/world.ts'

const room = 'aaaaaaaa' as RoomId
let commands = 0
type Asked<Each> = Each extends Extract<Command, { by: unknown }> ? Omit<Each, 'by' | 'commandId' | 'at'> : never

/** Ann is moderator in the main room; Bob and Cat are in a room, send their cameras, and everybody can receive. */
async function split(world: World) {
  const ann = await world.enter('Ann')
  const bob = await world.enter('Bob')
  const cat = await world.enter('Cat')
  const command = {
    type: 'ResumeSeat',
    participantId: ann,
    tokenHash: 'hash of Ann',
    at: world.clock.now(),
  } as const
  const { handle } = await world.meetings.enter(meetingId, command, { known: {}, bind: () => 'same' })
  const ask = async (by: ParticipantId, what: Asked<Command>) => {
    commands += 1
    const commandId = `seeing-${commands}` as CommandId
    return handle.execute({ ...what, by, commandId, at: world.clock.now() } as Command)
  }
  await ask(ann, { type: 'CreateRoom', roomId: room })
  for (const id of [bob, cat]) await ask(ann, { type: 'MoveParticipant', participantId: id, toRoomId: room })
  for (const id of [ann, bob, cat]) {
    await handle.media.receive(id, { type: 'media.receive', rtpCapabilities: {} })
    await handle.media.produce(id, { type: 'media.produce', source: 'camera', rtpParameters: {}, paused: false })
  }
  /** Sound comes in intervals of 0.4 s. */
  const speak = async (id: ParticipantId, intervals: number) => {
    for (let count = 0; count < intervals; count += 1) {
      handle.hear(new Map([[id, -20]]))
      await world.clock.pass(400)
    }
  }
  return { ann, bob, cat, handle, ask, speak }
}

const broadcasts = (happened: readonly Happening[], part: string) =>
  happened.filter((one) => one.what === 'broadcast' && one.part === part)
const spokenIn = async (world: World) =>
  (await world.store.read(meetingId, 1))
    .flatMap(({ events }): readonly MeetingEvent[] => events)
    .filter((event) => event.type === 'SpeakingCounted')
const camerasPlanned = (happened: readonly Happening[], id: ParticipantId) =>
  happened.flatMap((one) =>
    one.what === 'revoke' ? [(one.plan.get(id) ?? []).map((wanted) => wanted.participantId)] : [],
  )

describe('what moderators are told of the rooms', () => {
  it('comes at most once a second, however often things change, and ends with the truth', async () => {
    const world = createWorld()
    const { bob, handle, speak } = await split(world)
    await world.clock.pass(5_000)
    world.happened.length = 0
    const microphone = { type: 'media.produce', source: 'microphone', rtpParameters: {}, paused: false } as const
    await handle.media.produce(bob, microphone)
    for (let turn = 0; turn < 40; turn += 1) {
      await handle.media.pause(bob, { type: 'media.pause', source: 'microphone', paused: turn % 2 === 0 })
      await world.clock.pass(70)
    }
    expect(broadcasts(world.happened, `room:${room}`)).toHaveLength(41)
    const told = broadcasts(world.happened, 'moderators').length
    expect(told).toBeGreaterThan(1)
    expect(told).toBeLessThanOrEqual(3)
    await speak(bob, 1)
    const lastHeardAt = world.clock.now() - 400
    await world.clock.pass(3_000)
    const last = broadcasts(world.happened, 'moderators').at(-1)
    expect(last).toMatchObject({ message: { patch: { speakers: { [room]: null }, spokeAt: { [room]: lastHeardAt } } } })
    world.happened.length = 0
    await world.clock.pass(50_000)
    expect(broadcasts(world.happened, 'moderators')).toEqual([])
  })
})

describe('how loud it is', () => {
  const levelsTold = (happened: readonly Happening[]) =>
    happened.flatMap((one) =>
      one.what === 'broadcast' && one.message.type === 'part.patch' && 'levels' in one.message.patch
        ? [[one.part, one.message.patch.levels]]
        : [],
    )

  it('[SR2] is told to moderators alone, and is in nothing that is stored', async () => {
    const world = createWorld()
    const { bob, cat, handle } = await split(world)
    await world.clock.pass(5_000)
    world.happened.length = 0
    handle.hear(
      new Map([
        [bob, -38],
        [cat, -21],
      ]),
    )
    await world.clock.pass(3_000)
    expect(levelsTold(world.happened)).toEqual([
      ['moderators', { [room]: 8 }],
      ['moderators', { [room]: null }],
    ])
    await world.meetings.close()
    expect(
      JSON.stringify([await world.store.read(meetingId, 1), await world.store.loadSnapshot(meetingId)]),
    ).not.toMatch(/loud|level/i)
  })

  it('[SR4] is told of the last minutes to a moderator who loads the page anew', async () => {
    const world = createWorld()
    const { ann, handle, speak, bob } = await split(world)
    await speak(bob, 2)
    await world.clock.pass(20_000)
    handle.connectionLost(ann)
    await settle()
    const { entered } = await world.meetings.enter(
      meetingId,
      { type: 'ResumeSeat', participantId: ann, tokenHash: 'hash of Ann', at: world.clock.now() },
      { known: {}, bind: () => 'new' },
    )
    const seen = entered.ok ? entered.parts.find(({ part }) => part === 'moderators')?.value : undefined
    expect(seen).toMatchObject({ speakers: {}, lately: { [room]: { 100: 8 } } })
  })

  it('[SR3] changes at most once a second, however people speak', async () => {
    const world = createWorld()
    const { bob, handle } = await split(world)
    await world.clock.pass(5_000)
    world.happened.length = 0
    for (let turn = 0; turn < 25; turn += 1) {
      handle.hear(new Map([[bob, -50 + (turn % 5) * 10]]))
      await world.clock.pass(400)
    }
    const told = levelsTold(world.happened).length
    expect(told).toBeGreaterThan(5)
    expect(told).toBeLessThanOrEqual(11)
  })
})

describe('messages and hands', () => {
  it('[SR3] of a busy room come to moderators once a second, to the room at once, and end with the truth', async () => {
    const world = createWorld()
    const { bob, ask } = await split(world)
    await world.clock.pass(5_000)
    world.happened.length = 0
    for (let turn = 0; turn < 19; turn += 1) {
      await ask(bob, { type: 'SendMessage', to: { kind: 'room', roomId: room }, text: 'Hello' })
      await ask(bob, { type: 'RaiseHand', raised: turn % 2 === 0 })
      await world.clock.pass(100)
    }
    expect(broadcasts(world.happened, `room:${room}`).length).toBeGreaterThanOrEqual(19)
    const told = broadcasts(world.happened, 'moderators')
    expect(told.length).toBeGreaterThan(1)
    expect(told.length).toBeLessThanOrEqual(3)
    await world.clock.pass(1_000)
    const last = broadcasts(world.happened, 'moderators').at(-1)
    expect(last).toMatchObject({ message: { patch: { messages: { [room]: 19 } } } })
    world.happened.length = 0
    await world.clock.pass(10_000)
    expect(broadcasts(world.happened, 'moderators')).toEqual([])
  })
})

describe('looking in', () => {
  it('[GL3] shows the mark a second before the picture is planned, and plans nothing after it ended', async () => {
    const world = createWorld()
    const { ann, bob, ask, speak } = await split(world)
    await speak(bob, 3)
    world.happened.length = 0
    await ask(ann, { type: 'StartGlance', roomId: room })
    const marked = broadcasts(world.happened, `room:${room}`)
    expect(marked).toMatchObject([{ message: { patch: { lookers: [ann] } } }])
    await world.clock.pass(999)
    expect(camerasPlanned(world.happened, ann).flat()).toEqual([])
    await world.clock.pass(1_001)
    expect(camerasPlanned(world.happened, ann).at(-1)).toEqual([bob])
    world.happened.length = 0
    await world.clock.pass(10_000)
    expect(camerasPlanned(world.happened, ann)).toEqual([])
    await ask(ann, { type: 'StopGlance', roomId: room })
    expect(camerasPlanned(world.happened, ann)).toEqual([[]])
  })

  it('[GL3] has a picture before anybody has spoken', async () => {
    const world = createWorld()
    const { ann, bob, ask } = await split(world)
    world.happened.length = 0
    await ask(ann, { type: 'StartGlance', roomId: room })
    await world.clock.pass(2_000)
    expect(camerasPlanned(world.happened, ann).at(-1)).toEqual([bob])
  })

  it('[GL7] follows who speaks, held for five seconds', async () => {
    const world = createWorld()
    const { ann, bob, cat, ask, speak } = await split(world)
    await ask(ann, { type: 'StartGlance', roomId: room })
    await speak(bob, 5)
    world.happened.length = 0
    await speak(cat, 6)
    expect(camerasPlanned(world.happened, ann).flat()).not.toContain(cat)
    await world.clock.pass(6_000)
    expect(camerasPlanned(world.happened, ann).at(-1)).toEqual([cat])
  })
})

describe('who spoke how long', () => {
  it('[ST3] is stored once a minute, and with a move before it', async () => {
    const world = createWorld()
    const { ann, bob, ask, speak } = await split(world)
    await speak(bob, 100)
    expect(await spokenIn(world)).toEqual([])
    await speak(bob, 60)
    expect(await spokenIn(world)).toHaveLength(1)
    await ask(ann, { type: 'MoveParticipant', participantId: bob, toRoomId: 'main' as RoomId })
    const counted = await spokenIn(world)
    expect(counted).toHaveLength(2)
    const total = counted.flatMap((event) => (event.type === 'SpeakingCounted' ? event.spoken : []))
    expect(total.reduce((sum, { spokenMs }) => sum + spokenMs, 0)).toBe(64_000)
    const commit = (await world.store.read(meetingId, 1)).at(-1)
    expect(commit?.events.map(({ type }) => type)).toEqual(['SpeakingCounted', 'ParticipantMoved'])
  })

  it('[ST3] is in the report up to the moment when that is asked for', async () => {
    const world = createWorld()
    const { ann, bob, handle, speak } = await split(world)
    await speak(bob, 5)
    const read = await handle.report(ann)
    const visits = read.ok ? read.report.people.find(({ participantId }) => participantId === bob)?.visits : undefined
    expect(visits?.map(({ roomId, spokenMs }) => [roomId, spokenMs])).toEqual([
      ['main', 0],
      [room, 2_000],
    ])
  })

  it('[ST5] leaves when somebody was last heard in each room to the meeting when it is loaded again', async () => {
    const world = createWorld({ idleUnloadMs: 1_000 })
    const { ann, bob, cat, handle, speak } = await split(world)
    await speak(bob, 2)
    const heardAt = world.clock.now() - 400
    for (const id of [ann, bob, cat]) handle.connectionLost(id)
    await world.clock.pass(100_000)
    expect(world.meetings.loadedCount()).toBe(0)
    const { entered } = await world.meetings.enter(
      meetingId,
      { type: 'ResumeSeat', participantId: ann, tokenHash: 'hash of Ann', at: world.clock.now() },
      { known: {}, bind: () => 'new' },
    )
    const seen = entered.ok ? entered.parts.find(({ part }) => part === 'moderators')?.value : undefined
    expect(seen).toMatchObject({ spokeAt: { [room]: heardAt } })
  })

  it('[ST3] stops asking for time when nobody speaks, and is stored when the server stops', async () => {
    const world = createWorld()
    const { bob, speak } = await split(world)
    await speak(bob, 2)
    await world.meetings.close()
    await settle()
    expect(await spokenIn(world)).toHaveLength(1)
  })
})
