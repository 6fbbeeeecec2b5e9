// SPDX-License-Identifier: Apache-2.0
// A secret that the server makes for itself once and keeps in a file of its own: what was signed with it holds over a restart.
import { randomBytes } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'

const secretBytes = 32

/** Made anew when there is none, or only half of one. @param path in a folder that is there */
export function keptSecret(path: string): Uint8Array {
  const kept = readIfThere(path)
  if (kept?.length === secretBytes) return kept
  const made = randomBytes(secretBytes)
  writeFileSync(path, made, { mode: 0o600, flush: true })
  return made
}

function readIfThere(path: string): Uint8Array | undefined {
  try {
    return readFileSync(path)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}
