// SPDX-License-Identifier: Apache-2.0
// What is kept of meetings that somebody ended.
import type { Command } from '@alcove/meeting'
import { operator, type ParticipantId } from '@alcove/protocol'
import { describe, expect, it } from 'vitest'
import { openMemoryStore } from '../store/testing/index.ts'
import { Unavailable } from './ports.ts'
import { nextId, split } from './testing/split.ts'
import { createWorld, meetingId } from './testing/world.ts'

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
