// SPDX-License-Identifier: Apache-2.0
// Whatever happens to what waits: the outbox in SQLite, which keeps a list of what is next, gives out what the one in memory does, which looks through all.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import type { DeadLetters, Outbox } from '../../webhooks/ports.ts'
import { openMemoryStore } from '../memory/openMemoryStore.ts'
import { createOutboxExecutor } from '../sqlite/executeOutbox.ts'
import type { OutboxRead, OutboxWrite } from '../sqlite/messages.ts'
import { openDatabase } from '../sqlite/openDatabase.ts'
import { openDeadLetters } from '../sqlite/openDeadLetters.ts'
import { createSqliteOutbox } from '../sqlite/sqliteOutbox.ts'
import type { Thread } from '../sqlite/startThread.ts'
import { meeting } from '../testing/index.ts'

const runs = 40
const endpoints = ['app', 'other']
const meetings = ['ada-meets', 'bob-meets', 'cem-meets'].map(meeting)

interface Opened {
  readonly outbox: Outbox
  readonly dead: DeadLetters
}

type Step = (opened: Opened) => Promise<unknown> | unknown

const id = fc.integer({ min: 1, max: 25 })
const time = fc.integer({ min: 0, max: 20 })
const step: fc.Arbitrary<Step> = fc.oneof(
  fc
    .array(fc.tuple(fc.constantFrom(...endpoints), fc.constantFrom(...meetings)), { minLength: 1, maxLength: 5 })
    .map((added): Step => {
      const deliveries = added.map(([endpoint, meetingId]) => ({
        endpoint,
        meetingId,
        key: 'key',
        eventType: 'X',
        body: '{}',
      }))
      return ({ outbox }) => outbox.fill(1, deliveries)
    }),
  id.map(
    (one): Step =>
      ({ outbox }) =>
        outbox.delivered(one),
  ),
  fc.tuple(id, time).map(
    ([one, at]): Step =>
      ({ outbox }) =>
        outbox.postpone(one, at),
  ),
  // Only what waits is buried.
  fc.tuple(fc.constantFrom(...endpoints), time).map(
    ([endpoint, at]): Step =>
      async ({ outbox }) => {
        const [first] = (await outbox.next(endpoint, at, 1)).deliveries
        if (first) await outbox.bury(first.id, 'refused', at)
      },
  ),
  time.map(
    (at): Step =>
      ({ outbox }) =>
        outbox.forgetDead(at),
  ),
  time.map(
    (at): Step =>
      ({ outbox }) =>
        outbox.keepOnly(['app'], at),
  ),
  fc.array(id).map(
    (some): Step =>
      ({ dead }) =>
        dead.revive(some),
  ),
  fc.array(id).map(
    (some): Step =>
      ({ dead }) =>
        dead.discard(some),
  ),
)

/** What the thread does, without the thread and without waiting for the disk. */
function openHere(path: string) {
  const { database, close } = openDatabase({ path, maxPageCount: undefined })
  database.exec('PRAGMA synchronous = OFF')
  const executor = createOutboxExecutor(database)
  const call = async (request: Extract<OutboxRead, { type: 'outbox.next' }> | OutboxWrite) =>
    request.type === 'outbox.next' ? executor.read(request) : executor.write(request)
  return { outbox: createSqliteOutbox(call as Thread['call']), dead: openDeadLetters(path), close }
}

it('what may be tried, and when the next may, is the same in both', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'alcove-outboxes-'))
  let opened = 0
  try {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 25 }), time, async (steps, now) => {
        opened += 1
        const { outbox } = openMemoryStore()
        const sqlite = openHere(join(folder, `${opened}.db`))
        const both = [{ outbox, dead: outbox.dead }, sqlite]
        for (const each of both) for (const take of steps) await take(each)
        for (const endpoint of endpoints) {
          const [wanted, given] = await Promise.all(both.map((each) => each.outbox.next(endpoint, now, 2)))
          expect(given).toEqual(wanted)
        }
        sqlite.dead.close()
        sqlite.close()
      }),
      { numRuns: runs },
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
