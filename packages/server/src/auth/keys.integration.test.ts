// SPDX-License-Identifier: Apache-2.0
// Keys from a server on this machine: caching, rotation, and what happens when it does not answer.
import { createHash, createPublicKey } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createKeyFinder, type KeyTimes } from './keys.ts'
import { rsaPair } from './testing/tokens.ts'

const [first, second] = [rsaPair(), rsaPair()]
const hash = (kid: string) => createHash('sha256').update(kid).digest('hex')
const jwk = (kid: string, pem: string) => ({ ...createPublicKey(pem).export({ format: 'jwk' }), kid, alg: 'RS256' })

let server: Server
let base: string
let asked: string[]
let answer: (path: string) => { readonly status: number; readonly body: string }
let nowMs: number

beforeEach(async () => {
  asked = []
  nowMs = 1_000_000
  server = createServer((request, response) => {
    asked.push(String(request.url))
    const { status, body } = answer(String(request.url))
    response.writeHead(status, status === 302 ? { location: `${base}/elsewhere` } : {}).end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterEach(() => new Promise((resolve) => server.close(resolve)))

const code = (promise: Promise<unknown>) =>
  promise.then(
    () => 'found',
    (error: { code: string }) => error.code,
  )

describe.each([
  [
    'a JWKS',
    (keys: Record<string, string>) => JSON.stringify({ keys: Object.entries(keys).map(([kid, pem]) => jwk(kid, pem)) }),
  ],
  ['a map from key id to PEM', (keys: Record<string, string>) => JSON.stringify(keys)],
])('%s', (_words, write) => {
  const finder = (times: KeyTimes) => createKeyFinder({ url: `${base}/keys` }, () => nowMs, times)

  it('is read once for many tokens, and again for an id that is not in it', async () => {
    answer = () => ({ status: 200, body: write({ one: first.pem }) })
    const find = finder({ keepMs: 60_000, cooldownMs: 0 })
    await Promise.all([find({ kid: 'one', alg: 'RS256' }), find({ kid: 'one', alg: 'RS256' })])
    await find({ kid: 'one', alg: 'RS256' })
    expect(asked).toEqual(['/keys'])
    expect(await code(find({ kid: 'two', alg: 'RS256' }))).toBe('TOKEN_KEY_UNKNOWN')
    answer = () => ({ status: 200, body: write({ two: second.pem }) })
    expect(await code(find({ kid: 'two', alg: 'RS256' }))).toBe('found')
    // Rotated away.
    expect(await code(find({ kid: 'one', alg: 'RS256' }))).toBe('TOKEN_KEY_UNKNOWN')
  })

  it('is not asked for every unknown id', async () => {
    answer = () => ({ status: 200, body: write({ one: first.pem }) })
    const find = finder({ keepMs: 60_000, cooldownMs: 60_000 })
    for (let index = 0; index < 20; index += 1)
      expect(await code(find({ kid: `unknown-${index}`, alg: 'RS256' }))).toBe('TOKEN_KEY_UNKNOWN')
    expect(asked).toEqual(['/keys'])
  })

  it.each([500, 404, 302])('that answers %i is unavailable, and asked again', async (status) => {
    answer = () => ({ status, body: '' })
    const find = finder({ keepMs: 60_000, cooldownMs: 60_000 })
    expect(await code(find({ kid: 'one', alg: 'RS256' }))).toBe('TOKEN_KEYS_UNAVAILABLE')
    answer = () => ({ status: 200, body: write({ one: first.pem }) })
    expect(await code(find({ kid: 'one', alg: 'RS256' }))).toBe('found')
    expect(asked).toEqual(['/keys', '/keys'])
  })
})

describe('a key server', () => {
  const finder = (times: KeyTimes) => createKeyFinder({ keyServer: `${base}/keys/` }, () => nowMs, times)

  it('is asked by the hash of the id, and again when the key has been kept long enough', async () => {
    answer = () => ({ status: 200, body: first.pem })
    const find = finder({ keepMs: 1_000, cooldownMs: 100 })
    await find({ kid: 'a/b', alg: 'RS256' })
    await find({ kid: 'a/b', alg: 'RS256' })
    expect(asked).toEqual([`/keys/${hash('a/b')}.pem`])
    nowMs += 1_000
    answer = () => ({ status: 404, body: '' })
    expect(await code(find({ kid: 'a/b', alg: 'RS256' }))).toBe('TOKEN_KEY_UNKNOWN')
  })

  it('an unknown id is asked again after the cooldown', async () => {
    answer = () => ({ status: 404, body: '' })
    const find = finder({ keepMs: 1_000, cooldownMs: 100 })
    expect(await code(find({ kid: 'one' }))).toBe('TOKEN_KEY_UNKNOWN')
    answer = () => ({ status: 200, body: first.pem })
    expect(await code(find({ kid: 'one' }))).toBe('TOKEN_KEY_UNKNOWN')
    nowMs += 100
    expect(await code(find({ kid: 'one' }))).toBe('found')
  })

  it('is not flooded with made-up ids', async () => {
    answer = () => ({ status: 404, body: '' })
    const find = finder({ keepMs: 1_000, cooldownMs: 1_000 })
    const codes = await Promise.all(Array.from({ length: 200 }, (_, index) => code(find({ kid: `id-${index}` }))))
    expect(codes.filter((one) => one === 'TOKEN_KEYS_UNAVAILABLE')).toHaveLength(80)
    expect(asked).toHaveLength(120)
  })

  it('is asked again for a key that is good, however many ids are made up', async () => {
    answer = (path) =>
      path === `/keys/${hash('good')}.pem` ? { status: 200, body: first.pem } : { status: 404, body: '' }
    const find = finder({ keepMs: 10_000, cooldownMs: 10_000 })
    await find({ kid: 'good' })
    for (let minute = 0; minute < 10; minute += 1) {
      await Promise.all(Array.from({ length: 150 }, (_, index) => code(find({ kid: `id-${minute}-${index}` }))))
      expect(await code(find({ kid: 'good' }))).toBe('found')
      nowMs += 60_000
    }
    answer = () => ({ status: 404, body: '' })
    expect(await code(find({ kid: 'good' }))).toBe('TOKEN_KEY_UNKNOWN')
  })

  it('that redirects is not followed', async () => {
    answer = (path) => (path === '/elsewhere' ? { status: 200, body: first.pem } : { status: 302, body: '' })
    expect(await code(finder({ keepMs: 1, cooldownMs: 1 })({ kid: 'one' }))).toBe('TOKEN_KEYS_UNAVAILABLE')
    expect(asked).toHaveLength(1)
  })
})
