// SPDX-License-Identifier: Apache-2.0
// A process of its own for tests of crashes: appends to several meetings at once and prints each commit once it is acknowledged, until it is killed.
// Argument: the database file.
import { writeSync } from 'node:fs'
import { commitOf, meeting } from '../../testing/index.ts'
import { openSqliteStore } from '../openSqliteStore.ts'

const store = await openSqliteStore({ path: String(process.argv[2]) })

async function appendTo(name: string): Promise<never> {
  for (let version = 1; ; version += 1) {
    await store.append(commitOf(meeting(name), version), version - 1)
    // Synchronous: what is printed was acknowledged before the process died.
    writeSync(1, `${name} ${version}\n`)
  }
}

await Promise.all(['one', 'two', 'three'].map(appendTo))
