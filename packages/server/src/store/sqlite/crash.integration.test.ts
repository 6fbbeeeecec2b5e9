// SPDX-License-Identifier: Apache-2.0
// What a killed server leaves behind, and that only one server at a time has a data folder. Kills only processes of its own.
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { commitsOf, meeting } from '../testing/index.ts'
import { openSqliteStore } from './openSqliteStore.ts'
import { StoreRefused } from './StoreRefused.ts'

const program = fileURLToPath(new URL('./testing/appendForever.ts', import.meta.url))

let folder: string
let path: string
let child: ChildProcess | undefined

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'alcove-crash-'))
  path = join(folder, 'alcove.db')
})
afterEach(() => {
  child?.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

/** Resolves once the other process has had that many commits acknowledged. */
function startAppending(untilAcknowledged: number): Promise<{ kill(): Promise<Map<string, number>> }> {
  const started = spawn(process.execPath, [program, path], { stdio: ['ignore', 'pipe', 'pipe'] })
  child = started
  let printed = ''
  let complaint = ''
  const closed = new Promise<void>((resolve) => started.once('close', () => resolve()))
  started.stderr.on('data', (chunk: Buffer) => {
    complaint += chunk
  })
  return new Promise((resolve, reject) => {
    started.once('close', () => reject(new Error(`the appending process has ended: ${complaint}`)))
    started.stdout.on('data', (chunk: Buffer) => {
      printed += chunk
      if (acknowledgedIn(printed).length < untilAcknowledged) return
      resolve({
        async kill() {
          started.kill('SIGKILL')
          await closed
          return new Map(acknowledgedIn(printed))
        },
      })
    })
  })
}

/** Meeting and version of each whole line; the last of a meeting is its highest. */
function acknowledgedIn(printed: string): [name: string, version: number][] {
  const lines = printed.split('\n').slice(0, -1)
  return lines.map((line) => {
    const [name = '', version] = line.split(' ')
    return [name, Number(version)]
  })
}

describe('a server that is killed', () => {
  it.each([1, 200, 500])('after %i acknowledged commits has lost none of them', async (count) => {
    const acknowledged = await (await startAppending(count)).kill()
    const store = await openSqliteStore({ path })
    for (const [name, version] of acknowledged) {
      const commits = await store.read(meeting(name), 1)
      // One more may have been stored whose acknowledgement nobody saw any more.
      expect(commits.length - version).toBeOneOf([0, 1])
      expect(commits).toEqual(commitsOf(meeting(name), commits.length))
    }
    expect(acknowledged.size).toBeGreaterThan(0)
    await store.close()
  })
})

describe('a data folder', () => {
  it('belongs to one server at a time, and is free once that one has died', async () => {
    const other = await startAppending(1)
    const refusal = await openSqliteStore({ path }).catch((error: unknown) => error)
    expect(refusal).toBeInstanceOf(StoreRefused)
    expect(refusal).toMatchObject({
      message: `The data folder ${folder} is in use by another Alcove server; stop that one or choose another data folder.`,
    })
    await other.kill()
    await (await openSqliteStore({ path })).close()
  })

  it('is refused to a second store of the same process as well', async () => {
    const store = await openSqliteStore({ path })
    await expect(openSqliteStore({ path })).rejects.toThrow('in use by another Alcove server')
    await store.append(commitsOf(meeting('one'), 1)[0] as never, 0)
    await store.close()
  })
})
