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
