// SPDX-License-Identifier: Apache-2.0
// Lets one set-up at a time do a piece of work; the others wait and then find it done.

import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/**
 * @template T
 * @param {string} path of the lock file
 * @param {() => void} onWait called once if another process holds the lock
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(path, onWait, work) {
  mkdirSync(dirname(path), { recursive: true })
  let waited = false
  while (!tryTake(path)) {
    if (!waited) onWait()
    waited = true
    await sleep(500)
  }
  const release = () => {
    held.delete(path)
    rmSync(path, { force: true })
  }
  process.once('exit', release)
  try {
    return await work()
  } finally {
    process.off('exit', release)
    release()
  }
}

/** Locks of this process. */
const held = new Set()

/** @param {string} path */
function tryTake(path) {
  try {
    writeFileSync(path, String(process.pid), { flag: 'wx' })
    held.add(path)
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
  }
  if (!isHolderAlive(path)) rmSync(path, { force: true })
  return false
}

/** @param {string} path */
function isHolderAlive(path) {
  try {
    const pid = Number(readFileSync(path, 'utf8'))
    // Empty: its holder is between creating and writing it.
    if (!pid) return true
    // In containers ids come again: it was left behind by a run that had ours.
    if (pid === process.pid && !held.has(path)) return false
    process.kill(pid, 0)
    return true
  } catch (error) {
    // EPERM: it lives, but belongs to somebody else.
    return error.code === 'EPERM'
  }
}
