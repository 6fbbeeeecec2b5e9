// SPDX-License-Identifier: Apache-2.0
// One endpoint that takes, refuses or keeps silent: order, patience, and the end of patience.
import type { MeetingId } from '@alcove/protocol'
import { describe, expect, it } from 'vitest'
import { createHandClock, settle } from '../meetings/testing/index.ts'
import { openMemoryStore } from '../store/testing/index.ts'
import { type Courier, createCourier, maxTries } from './courier.ts'
import type { Answer } from './post.ts'

const log = { info: () => {}, warn: () => {}, error: () => {} }
const day = 24 * 3_600_000

function setUp(answer: (key: string, tries: number) => Promise<Answer>) {
  const { outbox } = openMemoryStore()
  const clock = createHandClock(1_000_000)
  const tried: string[] = []
  const counted: string[] = []
  const start = (): Courier =>
    createCourier({
      endpoint: 'app',
      outbox,
      onBuried: async () => {},
      clock,
      log,
      pollMs: 3_600_000,
      metrics: {
        delivered: () => void counted.push('delivered'),
        failed: (_endpoint, isLast) => void counted.push(isLast ? 'dead' : 'failed'),
      },
      send: ({ key }) => {
        tried.push(key)
        return answer(key, tried.filter((one) => one === key).length)
      },
    })
  const fill = (...keys: readonly string[]) =>
    outbox.fill(
      1,
      keys.map((key) => ({
        endpoint: 'app',
        meetingId: key.slice(0, 1) as MeetingId,
        key,
        eventType: 'X',
        body: '{}',
      })),
    )
  return { outbox, clock, tried, counted, start, fill }
}

const ok = { status: 200, text: '' }

describe('deliveries', () => {
  it('of one meeting go one after the other, of several at once', async () => {
    const open = new Map<string, () => void>()
    const { fill, start, tried } = setUp((key) => new Promise((resolve) => open.set(key, () => resolve(ok))))
    await fill('a1', 'a2', 'b1', 'b2')
    start().nudge()
    await settle()
    expect(tried).toEqual(['a1', 'b1'])
    open.get('b1')?.()
    await settle()
    expect(tried).toEqual(['a1', 'b1', 'b2'])
    open.get('a1')?.()
    await settle()
    expect(tried).toEqual(['a1', 'b1', 'b2', 'a2'])
  })

  it('are at most eight at once', async () => {
    const { fill, start, tried } = setUp(() => new Promise(() => {}))
    await fill(...'abcdefghijklm')
    start().nudge()
    await settle()
    expect(tried).toHaveLength(8)
  })

  it('that fail are tried again later and later, in order, and others go on', async () => {
    const { fill, start, tried, clock, counted } = setUp(async (key, tries) =>
      key === 'a1' && tries < 3 ? { status: 503, text: '' } : ok,
    )
    await fill('a1', 'a2', 'b1')
    start().nudge()
    await settle()
    expect(tried).toEqual(['a1', 'b1'])
    await clock.pass(4_900)
    expect(tried).toEqual(['a1', 'b1'])
    await clock.pass(200)
    expect(tried).toEqual(['a1', 'b1', 'a1'])
    await clock.pass(14_000)
    expect(tried).toHaveLength(3)
    await clock.pass(1_100)
    expect(tried).toEqual(['a1', 'b1', 'a1', 'a1', 'a2'])
    expect(counted).toEqual(['delivered', 'failed', 'failed', 'delivered', 'delivered'])
  })

  it.each([
    ['a redirect', async () => ({ status: 302, text: '' }), 'answered 302'],
    ['a refusal', async () => ({ status: 400, text: '' }), 'answered 400'],
    ['silence', () => Promise.reject(new Error('timed out')), 'timed out'],
  ])('that meet %s for days are given up, and the next one has its turn', async (_words, answer, reason) => {
    const { fill, start, tried, clock, outbox, counted } = setUp((key) =>
      key === 'a1' ? answer() : Promise.resolve(ok),
    )
    await fill('a1', 'a2')
    start().nudge()
    await clock.pass(4 * day)
    expect(tried).toEqual([...Array(maxTries).fill('a1'), 'a2'])
    expect(await outbox.backlog()).toEqual([{ endpoint: 'app', due: 0, dead: 1 }])
    expect(counted.filter((one) => one === 'dead')).toHaveLength(1)
    const memory = outbox as ReturnType<typeof openMemoryStore>['outbox']
    expect(memory.dead.list()).toMatchObject([{ key: 'a1', attempts: maxTries, reason }])
  })

  it('that were revived from outside are noticed', async () => {
    let isUp = false
    const { fill, start, tried, clock, outbox } = setUp(async () => (isUp ? ok : { status: 500, text: '' }))
    await fill('a1')
    start().nudge()
    await clock.pass(4 * day)
    isUp = true
    const memory = outbox as ReturnType<typeof openMemoryStore>['outbox']
    expect(memory.dead.revive()).toBe(1)
    await clock.pass(3_600_000)
    expect(tried).toHaveLength(maxTries + 1)
    expect(await outbox.backlog()).toEqual([])
  })

  it.each([
    ['taken', ok, 1],
    ['refused', { status: 500, text: '' }, 4],
  ])('that were %s, which cannot be stored, are not offered in a rush', async (_words, answer, offers) => {
    const { fill, start, tried, clock, outbox } = setUp(async () => answer)
    await fill('a1')
    const { delivered, postpone } = outbox
    outbox.delivered = outbox.postpone = () => Promise.reject(new Error('disk full'))
    const courier = start()
    courier.nudge()
    for (let hour = 0; hour < 3; hour += 1) {
      await clock.pass(3_600_000)
      for (let other = 0; other < 10; other += 1) courier.nudge()
    }
    expect(tried).toEqual(Array(offers).fill('a1'))
    Object.assign(outbox, { delivered, postpone })
    await clock.pass(3_600_000)
    expect(await outbox.backlog()).toEqual(answer === ok ? [] : [{ endpoint: 'app', due: 1, dead: 0 }])
    await courier.close()
  })

  it('whose outcome was not stored before the end are sent again, under the same key', async () => {
    const { fill, start, tried, outbox } = setUp(async () => ok)
    await fill('a1')
    const { delivered } = outbox
    outbox.delivered = () => Promise.reject(new Error('disk full'))
    const first = start()
    first.nudge()
    await settle()
    await first.close()
    outbox.delivered = delivered
    start().nudge()
    await settle()
    expect(tried).toEqual(['a1', 'a1'])
    expect(await outbox.backlog()).toEqual([])
  })

  it('end with the courier: nothing is tried after it was closed', async () => {
    const { fill, start, tried, clock } = setUp(async () => ok)
    const courier = start()
    await courier.close()
    await fill('a1')
    courier.nudge()
    await clock.pass(day)
    expect(tried).toEqual([])
  })
})
