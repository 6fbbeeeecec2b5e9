// SPDX-License-Identifier: Apache-2.0
// Compresses what a server hands out as it is, once and well instead of at each request: beside each file its .br and .gz, where they are of use.

import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

/** Pictures and fonts are compressed already. */
const compressible = new Set(['.html', '.js', '.css', '.svg', '.wasm', '.tflite'])
/** Below it the headers weigh more than what is saved. */
const leastBytes = 1_024
/** More would take minutes for what is a few per cent smaller. */
const brotliQuality = 9

/** @param {string} folder */
export function compressFiles(folder) {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath, entry.name)
    if (!entry.isFile() || !compressible.has(extname(file)) || statSync(file).size < leastBytes) continue
    const content = readFileSync(file)
    const params = {
      [constants.BROTLI_PARAM_QUALITY]: brotliQuality,
      [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
    }
    keepSmaller(`${file}.br`, content, brotliCompressSync(content, { params }))
    keepSmaller(`${file}.gz`, content, gzipSync(content, { level: constants.Z_BEST_COMPRESSION }))
  }
}

/**
 * @param {string} file
 * @param {Buffer} content
 * @param {Buffer} compressed
 */
function keepSmaller(file, content, compressed) {
  if (compressed.length < content.length) writeFileSync(file, compressed)
}
