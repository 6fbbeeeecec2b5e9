// SPDX-License-Identifier: Apache-2.0
// Where things are: the repository, and the folder in the user's cache that outlives a clone.

import { createHash, randomBytes } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

export const repositoryRoot = resolve(fileURLToPath(new URL('../..', import.meta.url)))

/** Stamps and temporary output of this clone; ignored by git. */
export const localStateFolder = join(repositoryRoot, '.alcove')

/** Made on first use. */
export function cacheFolder() {
  const base = process.env.XDG_CACHE_HOME || join(homedir(), '.cache')
  const folder = join(base, 'alcove')
  mkdirSync(folder, { recursive: true })
  return folder
}

/**
 * A name beside `path` that no other process uses. Work is done there and renamed, so that an interrupted set-up
 * leaves nothing half done under the final name.
 * @param {string} path
 */
export function temporaryNameFor(path) {
  return `${path}.tmp-${process.pid}-${randomBytes(4).toString('hex')}`
}

/**
 * One hash over the names and contents of files and of all files below folders.
 * @param {string[]} paths
 * @param {(path: string) => boolean} [accepts]
 */
export function hashOf(paths, accepts = () => true) {
  const hash = createHash('sha256')
  for (const path of paths) {
    for (const file of filesBelow(path)) {
      if (!accepts(file)) continue
      hash.update(relative(repositoryRoot, file)).update('\0').update(readFileSync(file)).update('\0')
    }
  }
  return hash.digest('hex').slice(0, 16)
}

/** @param {string} text */
export function hashOfText(text) {
  return createHash('sha256').update(text).digest('hex').slice(0, 16)
}

/**
 * Every file at or below `path`, in a stable order, leaving out what is installed or built.
 * @param {string} path
 * @returns {string[]}
 */
export function filesBelow(path) {
  /** @type {import('node:fs').Dirent[]} */
  let entries
  try {
    entries = readdirSync(path, { withFileTypes: true })
  } catch (error) {
    if (error.code === 'ENOTDIR') return [path]
    if (error.code === 'ENOENT') return []
    throw error
  }
  const ignored = new Set(['node_modules', 'dist', 'coverage', '.git', '.alcove'])
  return entries
    .filter((entry) => !ignored.has(entry.name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? filesBelow(join(path, entry.name)) : [join(path, entry.name)]))
}
