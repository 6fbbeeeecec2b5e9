// SPDX-License-Identifier: Apache-2.0
// From the log to the outbox: nothing missing, nothing twice, whatever stops or is deleted in between.
import { ann, ask, bob, breakoutId, join, red } from '@alcove/meeting/testing'
import type { MeetingId } from '@alcove/protocol'
import { describe, expect, it } from 'vitest'
import { type Commit, Unavailable } from '../meetings/ports.ts'
import { openMemoryStore } from '../store/testing/index.ts'
import { createOutboxReader, type OutboxReader } from './outboxReader.ts'
import { commitsFor, naming, webhooksFor } from './testing/hooks.ts'

const history = [
  join(ann, { displayName: 'Ann' }),
  join(bob, { displayName: 'Bob' }),
  ask(ann, { type: 'CreateRoom', roomId: red, name: 'Red' }),
  ask(ann, { type: 'MoveParticipant', participantId: bob, toRoomId: red }),
  ask(ann, { type: 'EndMeeting' }),
]
const commits = commitsFor(...history)
const keys = webhooksFor(...history).map(({ idempotencyKey }) => idempotencyKey)
const inMeeting = (name: string): readonly Commit[] => commits.map((one) => ({ ...one, meetingId: name as MeetingId }))

function setUp() {
  const store = openMemoryStore()
  const logged: string[] = []
  const note = (_fields: unknown, message: string) => void logged.push(message)
  const start = (): OutboxReader =>
    createOutboxReader({
      linkToChat: undefined,
      store,
      outbox: store.outbox,
      naming,
      endpointsFor: (eventType) => (eventType === 'USAGE' ? ['all'] : ['all', 'some']),
      onFilled: () => {},
      log: { info: note, warn: note, error: note },
    })
  const append = async (some: readonly Commit[]) => {
    for (const commit of some) await store.append(commit, commit.version - 1)
  }
  /** Takes everything out, in order. */
  const drain = async (endpoint = 'all') => {
    const taken = []
    for (;;) {
      const [first] = (await store.outbox.next(endpoint, Number.MAX_SAFE_INTEGER, 1)).deliveries
      if (!first) return taken
      taken.push(first)
      await store.outbox.delivered(first.id)
    }
  }
  return { store, logged, start, append, drain }
}

describe('the reader', () => {
  it('puts every event of the log into the outbox once, for the endpoints that want it', async () => {
    const { start, append, drain, store } = setUp()
    const reader = start()
    await reader.catchUp()
    await append(commits.slice(0, 2))
    await Promise.all([reader.catchUp(), reader.catchUp()])
    await append(commits.slice(2))
    await reader.catchUp()
    const all = await drain()
    expect(all.map(({ key }) => key)).toEqual(keys)
    expect((await drain('some')).map(({ eventType }) => eventType)).toEqual(
      all.map(({ eventType }) => eventType).filter((type) => type !== 'USAGE'),
    )
    expect(await store.outbox.backlog()).toEqual([])
  })

  it.each([1, 2, 3, 4])('goes on after commit %i where another process stopped', async (count) => {
    const { start, append, drain } = setUp()
    await start().catchUp()
    await append(commits.slice(0, count))
    await start().catchUp()
    await append(commits.slice(count))
    await start().catchUp()
    expect((await drain()).map(({ key }) => key)).toEqual(keys)
  })

  it('reads again what it could not store, and tells it once', async () => {
    const { start, append, drain, store } = setUp()
    const reader = start()
    await reader.catchUp()
    await append(commits)
    const { fill } = store.outbox
    store.outbox.fill = () => Promise.reject(new Unavailable('STORE_UNAVAILABLE', 1))
    await expect(reader.catchUp()).rejects.toBeInstanceOf(Unavailable)
    store.outbox.fill = fill
    await reader.catchUp()
    expect((await drain()).map(({ key }) => key)).toEqual(keys)
  })

  it('begins with what happens from now on', async () => {
    const { start, append, drain } = setUp()
    await append(commits.slice(0, 3))
    const reader = start()
    await reader.catchUp()
    await append(commits.slice(3))
    await reader.catchUp()
    expect((await drain()).map(({ key }) => key)).toEqual(keys.slice(webhooksFor(...history.slice(0, 3)).length))
  })

  it('keeps meetings of one name apart when one ends and another begins', async () => {
    const { start, append, drain, store } = setUp()
    const reader = start()
    await reader.catchUp()
    await append(commits)
    await reader.catchUp()
    await store.delete(commits[0]?.meetingId as MeetingId)
    const later = commitsFor(join(ann, { at: 2_000_000 }))
    await append(later)
    await reader.catchUp()
    const told = await drain()
    expect(told.slice(keys.length).map(({ eventType }) => eventType)).toEqual(['ROOM_CREATED', 'PARTICIPANT_JOINED'])
    expect(new Set(told.map(({ key }) => key)).size).toBe(told.length)
  })

  it('is not silenced by a commit that it cannot follow', async () => {
    const { start, append, drain, logged } = setUp()
    const reader = start()
    await reader.catchUp()
    const broken = { ...(commits[1] as Commit), meetingId: 'broken' as MeetingId, version: 1 }
    await append([broken])
    await append(inMeeting('weekly'))
    await reader.catchUp()
    expect((await drain()).map(({ key }) => key)).toEqual(keys)
    expect(logged).toEqual(['webhooks of a commit are lost: it cannot be followed'])
  })

  it('reads long logs page by page', async () => {
    const { start, append, drain } = setUp()
    const reader = start()
    await reader.catchUp()
    const rooms = Array.from({ length: 90 }, (_, index) => ask(ann, { type: 'CreateRoom', roomId: breakoutId(index) }))
    const first = commitsFor(join(ann), ...rooms)
    await append(first)
    await append(first.map((one) => ({ ...one, meetingId: 'other' as MeetingId })))
    await reader.catchUp()
    expect((await drain()).filter(({ eventType }) => eventType === 'BREAKOUT_CREATED')).toHaveLength(180)
  })

  it('forgets names where they wait', async () => {
    const { start, append, drain } = setUp()
    const reader = start()
    await reader.catchUp()
    await append(inMeeting('weekly').slice(0, 2))
    await append(inMeeting('other').slice(0, 2))
    await reader.catchUp()
    await reader.forgetPersonal('weekly' as MeetingId, 'all')
    const told = await drain()
    const names = (meeting: string) =>
      told.filter(({ meetingId }) => meetingId === meeting).flatMap(({ body }) => body.match(/Ann|Bob/g) ?? [])
    expect(names('weekly')).toEqual([])
    expect(names('other')).not.toEqual([])
    expect(told.filter(({ meetingId }) => meetingId === 'weekly')).toHaveLength(told.length / 2)
  })
})
