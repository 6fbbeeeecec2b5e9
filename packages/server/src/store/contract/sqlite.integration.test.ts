// SPDX-License-Identifier: Apache-2.0
// Holds the SQLite store to the contract of every event store, each test with a file of its own.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe } from 'vitest'
import { openDeadLetters } from '../sqlite/openDeadLetters.ts'
import { openSqliteStore } from '../sqlite/openSqliteStore.ts'
import { describeEventStore } from './eventStore.contract.ts'
import { describeOutbox } from './outbox.contract.ts'

let folder: string
let opened = 0

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'alcove-contract-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function newPath(): string {
  opened += 1
  return join(folder, `${opened}`, 'alcove.db')
}

describe('the SQLite store', () => describeEventStore(() => openSqliteStore({ path: newPath() })))

describe('the SQLite outbox', () =>
  describeOutbox(async () => {
    const path = newPath()
    return { store: await openSqliteStore({ path }), openDead: () => openDeadLetters(path) }
  }))
