// SPDX-License-Identifier: Apache-2.0
// What every outbox must do, whatever it is made of.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type EventStore, Unavailable } from '../../meetings/ports.ts'
import type { DeadLetters, NewDelivery, Outbox } from '../../webhooks/ports.ts'
import { commitOf, commitsOf, meeting } from '../testing/index.ts'

const [ada, bob] = [meeting('ada-meets'), meeting('bob-meets')]

export interface OpenedOutbox {
  readonly store: EventStore & { readonly outbox: Outbox }
  readonly openDead: () => DeadLetters
}

function delivery(key: string, endpoint = 'app', meetingId = ada): NewDelivery {
  return { endpoint, meetingId, key, eventType: 'ROOM_CREATED', body: JSON.stringify({ key, name: 'Ada' }) }
}

export function describeOutbox(open: () => Promise<OpenedOutbox>): void {
  let opened: OpenedOutbox
  let outbox: Outbox

  beforeEach(async () => {
    opened = await open()
    outbox = opened.store.outbox
  })
  afterEach(() => opened.store.close())

  async function keys(endpoint = 'app', now = 1_000): Promise<string[]> {
    return (await outbox.next(endpoint, now, 100)).deliveries.map(({ key }) => key)
  }

  async function idOf(key: string, now = 1_000_000): Promise<number> {
    const found = (await outbox.next('app', now, 100)).deliveries.find((one) => one.key === key)
    if (!found) throw new Error(`${key} is not due`)
    return found.id
  }

  describe('the position', () => {
    it('begins at the end of the log, and is kept', async () => {
      for (const commit of commitsOf(ada, 3)) await opened.store.append(commit, commit.version - 1)
      const position = await outbox.position()
      await opened.store.append(commitOf(ada, 4), 3)
      expect((await opened.store.readAll(position, 10)).commits).toEqual([commitOf(ada, 4)])
      expect(await outbox.position()).toBe(position)
      await outbox.fill(position + 1, [])
      expect(await outbox.position()).toBe(position + 1)
    })

    it('that was abandoned begins anew, past what happened meanwhile', async () => {
      expect(await outbox.position()).toBe(0)
      await outbox.abandon()
      await opened.store.append(commitOf(ada, 1), 0)
      const position = await outbox.position()
      expect(await opened.store.readAll(position, 10)).toEqual({ commits: [], position })
    })

    it('that was abandoned keeps nothing, neither what waits nor what was given up', async () => {
      await outbox.fill(1, [delivery('a1'), delivery('a2')])
      await outbox.bury(await idOf('a1'), 'x', 1)
      await outbox.abandon()
      expect(await outbox.backlog()).toEqual([])
    })

    it('counts commits of deleted meetings', async () => {
      await opened.store.append(commitOf(ada, 1), 0)
      await opened.store.delete(ada)
      const position = await outbox.position()
      await opened.store.append(commitOf(bob, 1), 0)
      expect((await opened.store.readAll(position, 10)).commits).toEqual([commitOf(bob, 1)])
    })
  })

  describe('what waits', () => {
    it('is given out one per meeting and endpoint, in order, until it is delivered', async () => {
      await outbox.fill(1, [delivery('a1'), delivery('a2'), delivery('b1', 'app', bob), delivery('o1', 'other')])
      await outbox.fill(2, [delivery('a3'), delivery('b2', 'app', bob)])
      expect(await keys()).toEqual(['a1', 'b1'])
      expect(await keys('other')).toEqual(['o1'])
      expect(await keys('nobody')).toEqual([])
      const [first] = (await outbox.next('app', 1_000, 1)).deliveries
      expect(first).toMatchObject({ ...delivery('a1'), attempts: 0 })
      await outbox.delivered(first?.id ?? 0)
      expect(await keys()).toEqual(['a2', 'b1'])
      await outbox.delivered(first?.id ?? 0)
      expect(await keys()).toEqual(['a2', 'b1'])
    })

    it('holds back what follows in its meeting while it is postponed, and nothing else', async () => {
      await outbox.fill(1, [delivery('a1'), delivery('a2'), delivery('b1', 'app', bob)])
      await outbox.postpone(await idOf('a1'), 5_000.5)
      expect(await keys()).toEqual(['b1'])
      expect((await outbox.next('app', 1_000, 100)).nextAt).toBe(5_000.5)
      const later = await outbox.next('app', 5_000.5, 100)
      expect(later).toMatchObject({ deliveries: [{ key: 'a1', attempts: 1 }, { key: 'b1' }] })
      expect(later.nextAt).toBeUndefined()
    })

    it('survives the deletion of its meeting', async () => {
      await opened.store.append(commitOf(ada, 1), 0)
      await outbox.fill(1, [delivery('a1')])
      await opened.store.delete(ada)
      expect(await keys()).toEqual(['a1'])
    })

    it('for an endpoint that is not there any more dies', async () => {
      await outbox.fill(1, [delivery('a1'), delivery('o1', 'other')])
      await outbox.keepOnly(['app'], 77)
      expect(await keys('other')).toEqual([])
      const dead = opened.openDead()
      expect(dead.list()).toMatchObject([{ key: 'o1', reason: 'the endpoint is not configured any more', diedAt: 77 }])
      dead.close()
    })
  })

  describe('what was given up', () => {
    it('lets the rest of its meeting go on, and can be revived in its old place', async () => {
      await outbox.fill(1, [delivery('a1'), delivery('a2'), delivery('b1', 'app', bob)])
      await outbox.bury(await idOf('a1'), 'answered 500', 9_000)
      await outbox.bury(await idOf('b1'), 'no answer', 9_001)
      expect(await keys()).toEqual(['a2'])
      expect(await outbox.backlog()).toEqual([{ endpoint: 'app', due: 1, dead: 2 }])
      const dead = opened.openDead()
      const letters = dead.list()
      expect(letters).toMatchObject([
        { key: 'a1', attempts: 1, reason: 'answered 500', diedAt: 9_000 },
        { key: 'b1', reason: 'no answer' },
      ])
      expect(dead.revive([letters[0]?.id ?? 0, 12_345])).toBe(1)
      expect(await keys()).toEqual(['a1'])
      expect(dead.revive()).toBe(1)
      expect(dead.revive()).toBe(0)
      expect(await keys()).toEqual(['a1', 'b1'])
      dead.close()
    })

    it('can be discarded, and is forgotten after a while', async () => {
      await outbox.fill(1, [delivery('a1'), delivery('a2'), delivery('a3')])
      for (const [key, at] of [
        ['a1', 1_000],
        ['a2', 2_000],
        ['a3', 3_000],
      ] as const)
        await outbox.bury(await idOf(key), 'x', at)
      const dead = opened.openDead()
      expect(dead.discard([dead.list()[2]?.id ?? 0])).toBe(1)
      await outbox.forgetDead(2_000)
      expect(dead.list().map(({ key }) => key)).toEqual(['a2'])
      expect(dead.discard()).toBe(1)
      expect(await outbox.backlog()).toEqual([])
      dead.close()
    })
  })

  describe('rewriting', () => {
    it('changes the bodies of one meeting, all or the dead ones', async () => {
      await outbox.fill(1, [delivery('a1'), delivery('a2'), delivery('b1', 'app', bob)])
      await outbox.bury(await idOf('a1'), 'x', 1)
      await outbox.rewrite(ada, 'dead', () => '"dead"')
      expect((await outbox.next('app', 1, 10)).deliveries.map(({ body }) => body)).toEqual([
        delivery('a2').body,
        delivery('b1').body,
      ])
      await outbox.rewrite(ada, 'all', (body) => body.replace('Ada', ''))
      const dead = opened.openDead()
      expect(dead.list().map(({ body }) => body)).toEqual(['"dead"'])
      dead.close()
      expect((await outbox.next('app', 1, 10)).deliveries.map(({ body }) => body)).toEqual([
        '{"key":"a2","name":""}',
        delivery('b1').body,
      ])
    })
  })

  it('a closed store refuses', async () => {
    await opened.store.close()
    const error = await outbox.next('app', 1, 1).catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(Unavailable)
  })
}
