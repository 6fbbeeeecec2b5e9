// SPDX-License-Identifier: Apache-2.0
// Holds the SQLite store to the contract of every event store, each test with a file of its own.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe } from 'vitest'
import { openSqliteStore } from '../sqlite/openSqliteStore.ts'
import { describeEventStore } from './eventStore.contract.ts'

let folder: string
let opened = 0

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'alcove-contract-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the SQLite store', () =>
  describeEventStore(() => {
    opened += 1
    return openSqliteStore({ path: join(folder, `${opened}`, 'alcove.db') })
  }))
