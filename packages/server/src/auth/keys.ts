// SPDX-License-Identifier: Apache-2.0
// Finds the public key that a token names by its `kid`: in a folder, in a key set, or on a key server. Keys are kept for a while, an unknown id makes the
// source be asked again, and never often: ids come from people who are not trusted yet. Knows nothing of claims.
import { createHash, createPublicKey, type KeyObject } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type CryptoKey, createRemoteJWKSet, customFetch, errors } from 'jose'
import type { KeyPlace } from './issuers.ts'
import { TokenRefused } from './TokenRefused.ts'

/** @throws TokenRefused */
export type FindKey = (header: { readonly kid?: string; readonly alg?: string }) => Promise<KeyObject | CryptoKey>

export interface KeyTimes {
  /** How long a key is trusted before it is looked up again, so that one that was withdrawn stops to work. */
  readonly keepMs: number
  /** How long an unknown id stays unknown. */
  readonly cooldownMs: number
}

const defaultTimes: KeyTimes = { keepMs: 300_000, cooldownMs: 30_000 }
const fetchTimeoutMs = 5_000
const maxKeptKeys = 1_000
/** Look-ups of ids that nobody asked for before, per minute. */
const maxLookupsPerMinute = 120
const maxKeyIdLength = 500

export function createKeyFinder(place: KeyPlace, now: () => number, times: KeyTimes = defaultTimes): FindKey {
  if ('url' in place) return createKeySetFinder(new URL(place.url), times)
  const readPem = 'folder' in place ? pemInFolder(place.folder) : pemOnServer(place.keyServer)
  return createPemFinder(readPem, now, times)
}

/** @returns undefined when there is no such key. */
type ReadPem = (kid: string) => Promise<string | undefined>

interface Kept {
  readonly key: Promise<KeyObject | undefined>
  until: number
  /** There was a key of this id when it was last looked up. */
  isGood: boolean
}

function createPemFinder(readPem: ReadPem, now: () => number, { keepMs, cooldownMs }: KeyTimes): FindKey {
  const kept = new Map<string, Kept>()
  let minuteEndsAt = 0
  let lookups = 0

  /** Made-up ids must not keep those from being looked up that are good. */
  function countUnknown(): void {
    if (now() >= minuteEndsAt) {
      minuteEndsAt = now() + 60_000
      lookups = 0
    }
    lookups += 1
    if (lookups > maxLookupsPerMinute) throw unavailable(new Error('too many look-ups of unknown keys'))
  }

  function makeRoom(): void {
    if (kept.size < maxKeptKeys) return
    const [unknown] = [...kept].find(([, { isGood }]) => !isGood) ?? []
    kept.delete(unknown ?? kept.keys().next().value ?? '')
  }

  function lookUp(kid: string): Promise<KeyObject | undefined> {
    const isGood = kept.get(kid)?.isGood ?? false
    if (!isGood) countUnknown()
    const entry: Kept = {
      key: readPem(kid).then((pem) => (pem === undefined ? undefined : toPublicKey(pem))),
      until: now() + cooldownMs,
      isGood,
    }
    if (!kept.has(kid)) makeRoom()
    kept.set(kid, entry)
    entry.key.then(
      (key) => {
        entry.isGood = key !== undefined
        if (key) entry.until = now() + keepMs
      },
      () => kept.delete(kid),
    )
    return entry.key
  }

  return async ({ kid }) => {
    if (kid === undefined || kid === '' || kid.length > maxKeyIdLength) throw new TokenRefused('TOKEN_KEY_UNKNOWN')
    const known = kept.get(kid)
    const found = known && now() < known.until ? known.key : lookUp(kid)
    const key = await found.catch((cause: unknown) => {
      throw cause instanceof TokenRefused ? cause : unavailable(cause)
    })
    if (!key) throw new TokenRefused('TOKEN_KEY_UNKNOWN')
    return key
  }
}

function toPublicKey(pem: string): KeyObject {
  try {
    return createPublicKey(pem)
  } catch (cause) {
    throw unavailable(cause)
  }
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

/** `<SHA-256 of the id>.pem` as on Jitsi's key server, or the id's last part as it is. */
function pemInFolder(folder: string): ReadPem {
  return async (kid) => {
    const last = kid.slice(kid.lastIndexOf('/') + 1)
    const names = [sha256(kid), ...(/^\w[\w.-]*$/.test(last) ? [last] : [])]
    for (const name of names) {
      const pem = await readFile(join(folder, `${name}.pem`), 'utf8').catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return undefined
        throw error
      })
      if (pem !== undefined) return pem
    }
    return undefined
  }
}

function pemOnServer(keyServer: string): ReadPem {
  return async (kid) => {
    const url = `${keyServer.replace(/\/$/, '')}/${sha256(kid)}.pem`
    const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(fetchTimeoutMs) })
    if (response.ok) return response.text()
    if (response.status === 404 || response.status === 403) return undefined
    throw new Error(`the key server answered ${response.status}`)
  }
}

function createKeySetFinder(url: URL, { keepMs, cooldownMs }: KeyTimes): FindKey {
  const find = createRemoteJWKSet(url, {
    cacheMaxAge: keepMs,
    cooldownDuration: cooldownMs,
    timeoutDuration: fetchTimeoutMs,
    [customFetch]: async (from, options) => asKeySet(await fetch(from, options)),
  })
  return async ({ kid, alg }) => {
    if (kid === undefined || alg === undefined) throw new TokenRefused('TOKEN_KEY_UNKNOWN')
    try {
      return await find({ kid, alg })
    } catch (cause) {
      if (cause instanceof errors.JWKSNoMatchingKey || cause instanceof errors.JWKSMultipleMatchingKeys)
        throw new TokenRefused('TOKEN_KEY_UNKNOWN', undefined, { cause })
      throw unavailable(cause)
    }
  }
}

/** A JSON map from key id to PEM becomes a JWKS; a JWKS stays what it is. */
async function asKeySet(response: Response): Promise<Response> {
  if (response.status !== 200) return response
  const body: unknown = await response.json()
  if (typeof body !== 'object' || body === null || 'keys' in body) return Response.json(body)
  const keys = Object.entries(body).map(([kid, pem]) => ({
    ...createPublicKey(String(pem)).export({ format: 'jwk' }),
    kid,
  }))
  return Response.json({ keys })
}

function unavailable(cause: unknown): TokenRefused {
  return new TokenRefused('TOKEN_KEYS_UNAVAILABLE', undefined, { cause })
}
