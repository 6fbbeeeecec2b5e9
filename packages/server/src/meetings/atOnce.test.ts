// SPDX-License-Identifier: Apache-2.0
// Two moderators who act at the same moment, and what falls due while no server runs: everything has its order, and nobody is lost.
import type { Command } from '@alcove/meeting'
import type { CommandId, ParticipantId, RoomId } from '@alcove/protocol'
import { describe, expect, it } from 'vitest'
import { openMemoryStore } from '../store/testing/index.ts'
import { createWorld, meetingId, type World } from './testing/world.ts'

const [red, blue] = ['aaaaaaaa' as RoomId, 'bbbbbbbb' as RoomId]
let commands = 0
type Asked<Each> = Each extends Extract<Command, { by: unknown }> ? Omit<Each, 'by' | 'commandId' | 'at'> : never

/** Ann and Mia are moderators, Bob is not; there are two rooms. */
async function open(world: World) {
  const [ann, mia, bob] = [await world.enter('Ann'), await world.enter('Mia'), await world.enter('Bob')]
  const ask = async (by: ParticipantId, what: Asked<Command>) => {
    commands += 1
    const frame = { by, commandId: `at-once-${commands}` as CommandId, at: world.clock.now() }
    const done = await world.meetings.execute(meetingId, { ...what, ...frame } as Command)
    return done.ok ? 'done' : done.error.code
  }
  await ask(ann, { type: 'ChangeRole', participantId: mia, role: 'moderator' })
  for (const roomId of [red, blue]) await ask(ann, { type: 'CreateRoom', roomId })
  return { ann, mia, bob, ask }
}

const enterAs = (world: World, displayName: string, tokenHash: string, more: { claimHash?: string } = {}) =>
  world.meetings.enter(
    meetingId,
    {
      type: 'JoinMeeting',
      meetingId,
      participantId: world.ids.participantId(),
      displayName,
      tokenHash,
      settings: world.meetings.settings,
      at: world.clock.now(),
      ...more,
    },
    { known: {}, bind: () => 'new' },
  )

const roomOf = (world: World, id: ParticipantId) =>
  world.meetings.read(meetingId, (state) => (state.status === 'running' ? state.seats.get(id)?.roomId : undefined))

describe('two moderators at once', () => {
  it('remove a room and send somebody there: whoever is second hears that it is gone, and nobody is lost', async () => {
    const world = createWorld()
    const { ann, mia, bob, ask } = await open(world)
    const remove = () => ask(ann, { type: 'RemoveRoom', roomId: red })
    const send = (toRoomId: RoomId) => ask(mia, { type: 'MoveParticipant', participantId: bob, toRoomId })
    expect(await Promise.all([remove(), send(red)])).toEqual(['done', 'ROOM_UNKNOWN'])
    expect(await roomOf(world, bob)).toBe('main')
    expect(await Promise.all([send(blue), ask(ann, { type: 'RemoveRoom', roomId: blue })])).toEqual(['done', 'done'])
    expect(await roomOf(world, bob)).toBe('main')
  })

  it('take one request for help, or begin the next round: one of them does', async () => {
    const world = createWorld()
    const { ann, mia, bob, ask } = await open(world)
    await ask(ann, { type: 'MoveParticipant', participantId: bob, toRoomId: red })
    await ask(bob, { type: 'AskForHelp' })
    const help = (by: ParticipantId) => ask(by, { type: 'TakeHelp', requestId: 1, enter: true })
    expect(await Promise.all([help(mia), help(ann)])).toEqual(['done', 'HELP_TAKEN'])
    await ask(ann, { type: 'AddRound', groups: [{ roomId: blue, participantIds: [bob] }] })
    const next = (by: ParticipantId) => ask(by, { type: 'StartNextRound' })
    expect(await Promise.all([next(ann), next(mia)])).toEqual(['done', 'ROUND_NONE'])
    expect(await roomOf(world, bob)).toBe(blue)
  })

  it('send somebody to different rooms: the last word counts', async () => {
    const world = createWorld()
    const { ann, mia, bob, ask } = await open(world)
    const send = (by: ParticipantId, toRoomId: RoomId) =>
      ask(by, { type: 'MoveParticipant', participantId: bob, toRoomId })
    expect(await Promise.all([send(ann, red), send(mia, blue)])).toEqual(['done', 'done'])
    expect(await roomOf(world, bob)).toBe(blue)
  })

  it('send somebody who leaves at that moment: they are gone, or unknown to the second', async () => {
    const world = createWorld()
    const { ann, bob, ask } = await open(world)
    const leave = () => ask(bob, { type: 'LeaveMeeting' })
    const send = () => ask(ann, { type: 'MoveParticipant', participantId: bob, toRoomId: red })
    expect(await Promise.all([leave(), send()])).toEqual(['done', 'PARTICIPANT_UNKNOWN'])
  })
})

describe('people on their way', () => {
  it('to a room that is removed meanwhile stay where they are, and the others arrive', async () => {
    const world = createWorld()
    const { ann, mia, bob, ask } = await open(world)
    const cem = await world.enter('Cem')
    await ask(ann, { type: 'AssignParticipant', participantId: bob, roomId: red })
    await ask(ann, { type: 'AssignParticipant', participantId: cem, roomId: blue })
    expect(await ask(ann, { type: 'OpenAllRooms', inMs: 10_000 })).toBe('done')
    await world.clock.pass(5_000)
    expect(await ask(mia, { type: 'RemoveRoom', roomId: red })).toBe('done')
    await world.clock.pass(6_000)
    expect([await roomOf(world, bob), await roomOf(world, cem)]).toEqual(['main', blue])
  })

  it('back to a room that is removed while their connection is lost are in the main room', async () => {
    const world = createWorld()
    const { ann, bob, ask } = await open(world)
    await ask(ann, { type: 'MoveParticipant', participantId: bob, toRoomId: red })
    const { handle } = await enterAs(world, 'Ann', 'hash of Ann')
    handle.connectionLost(bob)
    const [removed, back] = await Promise.all([ask(ann, { type: 'RemoveRoom', roomId: red }), world.enter('Bob')])
    expect([removed, back, await roomOf(world, bob)]).toEqual(['done', bob, 'main'])
  })
})

describe('one code on two devices', () => {
  const expected = async (world: World) => {
    const { ann, ask } = await open(world)
    const id = 'eeeeeeee' as ParticipantId
    const claim = { hash: 'code of Eva', expiresAt: world.clock.now() + 60_000 }
    const eva = { participantId: id, displayName: 'Eva', identity: { attributes: {} }, claim }
    expect(await ask(ann, { type: 'ExpectPeople', people: [eva] })).toBe('done')
    const come = async (device: string) => {
      const { entered } = await enterAs(world, 'Eva', `token of ${device}`, { claimHash: 'code of Eva' })
      return entered.ok ? entered.participantId : entered.error.code
    }
    return { id, come }
  }

  it('in the same moment lets one of them in, and tells the other that it is used', async () => {
    const { id, come } = await expected(createWorld())
    expect(await Promise.all([come('laptop'), come('phone')])).toEqual([id, 'CLAIM_USED'])
  })

  it('lets the second one in where the first has lost its connection, and nobody once it has expired', async () => {
    const world = createWorld()
    const { id, come } = await expected(world)
    expect(await come('laptop')).toBe(id)
    const { handle } = await enterAs(world, 'Ann', 'hash of Ann')
    handle.connectionLost(id)
    expect(await come('phone')).toBe(id)
    handle.connectionLost(id)
    await world.clock.pass(60_000)
    expect(await come('laptop')).toBe('CLAIM_EXPIRED')
  })
})

describe('a timer that ends while no server runs', () => {
  it('brings everybody back when one runs again', async () => {
    const store = openMemoryStore()
    const before = createWorld({ store })
    const { ann, bob, ask } = await open(before)
    await ask(ann, { type: 'MoveParticipant', participantId: bob, toRoomId: red })
    await ask(ann, { type: 'StartTimer', durationMs: 60_000, atEnd: 'bring-back' })

    const after = createWorld({ store })
    await after.clock.pass(59_000)
    await after.meetings.watchDue()
    expect(await roomOf(after, bob)).toBe(red)
    await after.clock.pass(2_000)
    expect(await roomOf(after, bob)).toBe(red)
    await after.clock.pass(30_000)
    expect(await roomOf(after, bob)).toBe('main')
  })
})
