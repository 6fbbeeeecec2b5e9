// SPDX-License-Identifier: Apache-2.0
// How much JavaScript the meeting page loads before it is of use, compressed, and how much it may be. What is loaded on use (settings, backgrounds,
// noise suppression, ...) does not count: that it stays out is what this watches over.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

/** @typedef {{ file: string, imports?: string[], dynamicImports?: string[] }} Chunk */

const budgetBytes = 300_000
/** Not part of the first files, but nobody gets into a meeting without them: the texts of one language, and media. */
const neededSoon = ['src/i18n/de.ts', '../client/src/media/openMedia.ts']

/**
 * @param {string} dist
 * @returns {{ bytes: number, budgetBytes: number, problem: string | undefined }}
 */
export function weighWeb(dist) {
  /** @type {Record<string, Chunk>} */
  const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8'))
  const missing = neededSoon.filter((key) => !manifest[key])
  if (missing.length > 0) return { bytes: 0, budgetBytes, problem: `The build has no chunk for ${missing.join(', ')}.` }
  /** @type {Set<string>} */
  const keys = new Set()
  for (const key of ['index.html', ...neededSoon]) addWithImports(manifest, key, keys)
  const files = new Set([...keys].map((key) => manifest[key].file).filter((file) => file.endsWith('.js')))
  const bytes = [...files].reduce((sum, file) => sum + gzipSync(readFileSync(join(dist, file))).length, 0)
  const problem =
    bytes > budgetBytes
      ? `The meeting page loads ${toKilobytes(bytes)} of JavaScript; it may load ${toKilobytes(budgetBytes)}. Load what is not needed at once on use.`
      : undefined
  return { bytes, budgetBytes, problem }
}

/** @param {number} bytes */
export function toKilobytes(bytes) {
  return `${(bytes / 1000).toFixed(0)} kB`
}

/**
 * @param {Record<string, Chunk>} manifest
 * @param {string} key
 * @param {Set<string>} keys
 */
function addWithImports(manifest, key, keys) {
  if (keys.has(key)) return
  keys.add(key)
  for (const imported of manifest[key].imports ?? []) addWithImports(manifest, imported, keys)
}
