// SPDX-License-Identifier: Apache-2.0
// What SQLite promises beyond the contract of every store: it survives reopening, forgets for good, and a full disk costs no more than the change.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Worker } from 'node:worker_threads'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Unavailable } from '../../meetings/ports.ts'
import { commitOf, commitsOf, meeting, snapshotOf, withoutName } from '../testing/index.ts'
import { openSqliteStore } from './openSqliteStore.ts'

let folder: string
let path: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'alcove-sqlite-'))
  path = join(folder, 'alcove.db')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** The thread that is started next. */
function nextThread(): Promise<Worker> {
  return new Promise((resolve) => process.once('worker', resolve))
}

describe('the thread', () => {
  it('that ends by itself takes the store along, and says so once; one that was closed says nothing', async () => {
    const lost: Error[] = []
    const onLost = (cause: Error) => void lost.push(cause)
    const starting = nextThread()
    const store = await openSqliteStore({ path, onLost })
    const isOver = (await starting).terminate()
    await expect(store.append(commitOf(id, 1), 0)).rejects.toBeInstanceOf(Unavailable)
    await isOver
    await expect(store.append(commitOf(id, 1), 0)).rejects.toBeInstanceOf(Unavailable)
    expect(lost).toHaveLength(1)
    await store.close()

    await (await openSqliteStore({ path, onLost })).close()
    expect(lost).toHaveLength(1)
  })
})

const id = meeting('workshop')
const large = 'x'.repeat(100_000)

describe('reopening', () => {
  it('brings back commits, snapshot and wake time, and goes on where it was', async () => {
    const before = await openSqliteStore({ path })
    for (const commit of commitsOf(id, 3)) await before.append(commit, commit.version - 1)
    await before.saveSnapshot(snapshotOf(id, 2))
    await before.wakeAt(id, 1_000)
    const { position } = await before.readAll(0, 100)
    await before.close()

    const after = await openSqliteStore({ path })
    expect(await after.read(id, 1)).toEqual(commitsOf(id, 3))
    expect(await after.loadSnapshot(id)).toEqual(snapshotOf(id, 2))
    expect(await after.due(1_000)).toEqual({ meetingIds: [id], nextAt: undefined })
    await after.append(commitOf(id, 4), 3)
    expect((await after.readAll(position, 100)).commits).toEqual([commitOf(id, 4)])
    await after.close()
  })
})

describe('what is forgotten', () => {
  const name = 'Very Personal Name'

  function isOnDisk(): boolean {
    return readdirSync(folder).some((file) => readFileSync(join(folder, file)).includes(name))
  }

  it.each([
    ['rewrite', (store: Awaited<ReturnType<typeof openSqliteStore>>) => store.rewrite(id, withoutName)],
    ['delete', (store: Awaited<ReturnType<typeof openSqliteStore>>) => store.delete(id)],
  ])('by %s is in no file any more', async (_word, forget) => {
    const store = await openSqliteStore({ path })
    for (let version = 1; version <= 20; version += 1) await store.append(commitOf(id, version, name), version - 1)
    await store.saveSnapshot({ ...snapshotOf(id, 20), state: { people: [name] } })
    expect(isOnDisk()).toBe(true)
    await forget(store)
    expect(isOnDisk()).toBe(false)
    await store.close()
  })
})

describe('a full database', () => {
  /** Appends large commits until one is refused. */
  async function fill(store: Awaited<ReturnType<typeof openSqliteStore>>, meetingId = id): Promise<number> {
    for (let version = 1; ; version += 1) {
      const error = await store.append(commitOf(meetingId, version, large), version - 1).catch((reason) => reason)
      if (error === undefined) continue
      expect(error).toBeInstanceOf(Unavailable)
      expect(error).toMatchObject({ code: 'STORE_UNAVAILABLE', cause: { message: expect.stringContaining('full') } })
      return version - 1
    }
  }

  it('refuses what does not fit, whole, and keeps everything else', async () => {
    const store = await openSqliteStore({ path, maxPageCount: 200 })
    const stored = await fill(store)
    expect(stored).toBeGreaterThan(2)
    const commits = await store.read(id, 1)
    expect(commits).toEqual(Array.from({ length: stored }, (_, index) => commitOf(id, index + 1, large)))
    expect(await store.loadSnapshot(id)).toBeUndefined()
    await expect(store.saveSnapshot({ ...snapshotOf(id, 1), state: { large } })).rejects.toBeInstanceOf(Unavailable)
    expect(await store.loadSnapshot(id)).toBeUndefined()
    await store.close()
  })

  it('still takes what fits from a group in which something does not', async () => {
    const store = await openSqliteStore({ path, maxPageCount: 200 })
    const stored = await fill(store)
    const [wake, tooLarge, next] = await Promise.allSettled([
      store.wakeAt(id, 1_000),
      store.append(commitOf(id, stored + 1, large), stored),
      store.wakeAt(meeting('other'), 2_000),
    ])
    expect([wake.status, tooLarge.status, next.status]).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect(await store.due(1_000)).toEqual({ meetingIds: [id], nextAt: 2_000 })
    await store.close()
  })

  it('works again when a meeting is deleted', async () => {
    const store = await openSqliteStore({ path, maxPageCount: 200 })
    const other = meeting('other')
    await store.append(commitOf(other, 1, large), 0)
    const stored = await fill(store)
    await store.delete(other)
    await store.append(commitOf(id, stored + 1, large), stored)
    expect(await store.read(id, stored + 1)).toEqual([commitOf(id, stored + 1, large)])
    await store.close()
  })

  it('works again with a larger limit', async () => {
    const small = await openSqliteStore({ path, maxPageCount: 200 })
    const stored = await fill(small)
    await small.close()
    const larger = await openSqliteStore({ path, maxPageCount: 400 })
    await larger.append(commitOf(id, stored + 1, large), stored)
    await larger.close()
  })

  it('opens with a limit below its size, to be read and emptied', async () => {
    const before = await openSqliteStore({ path })
    for (let version = 1; version <= 10; version += 1) await before.append(commitOf(id, version, large), version - 1)
    await before.close()
    const store = await openSqliteStore({ path, maxPageCount: 10 })
    expect(await store.read(id, 10)).toHaveLength(1)
    await expect(store.append(commitOf(id, 11, large), 10)).rejects.toBeInstanceOf(Unavailable)
    await store.delete(id)
    await store.append(commitOf(id, 1), 0)
    await store.close()
  })
})
