// SPDX-License-Identifier: Apache-2.0
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ApiKeyRefused, openApiKeys } from './apiKeys.ts'

let folder: string
let time: number
const open = () => openApiKeys({ folder: join(folder, 'api-keys'), now: () => time })
const everyFile = () =>
  readdirSync(join(folder, 'api-keys')).map((file) => readFileSync(join(folder, 'api-keys', file), 'utf8'))

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'alcove-keys-'))
  time = Date.UTC(2026, 0, 2)
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('a key', () => {
  it('is found by its secret, in another process too, and by nothing else', async () => {
    const { secret, key } = await open().create({ name: 'lms', scopes: ['meetings:read'] })
    expect(await open().find(secret)).toEqual(key)
    const keys = open()
    expect(await keys.find(`${secret.slice(0, -1)}${secret.endsWith('A') ? 'B' : 'A'}`)).toBeUndefined()
    for (const wrong of ['', 'alcove_', key.id, `../${secret}`, secret.toUpperCase()])
      expect(await keys.find(wrong), wrong).toBeUndefined()
  })

  it('is kept nowhere: only its SHA-256 is, in files that only this user reads', async () => {
    const { secret } = await open().create({ name: 'lms', scopes: ['meetings:read'] })
    expect(secret).toMatch(/^alcove_[\w-]{43}$/)
    for (const text of everyFile()) expect(text).not.toContain(secret.slice('alcove_'.length))
    for (const file of readdirSync(join(folder, 'api-keys')))
      expect(statSync(join(folder, 'api-keys', file)).mode & 0o077).toBe(0)
    expect(statSync(join(folder, 'api-keys')).mode & 0o077).toBe(0)
  })

  it('opens nothing from the moment it is revoked, in a process that used it before', async () => {
    const server = open()
    const { secret, key } = await open().create({ name: 'lms', scopes: ['meetings:read'] })
    await server.find(secret)
    await server.noteUse(key)
    expect(await open().revoke('lms')).toEqual(key)
    expect(await server.find(secret)).toBeUndefined()
    expect(readdirSync(join(folder, 'api-keys'))).toEqual([])
    await expect(open().revoke('lms')).rejects.toThrow(ApiKeyRefused)
  })

  it('has a name of its own', async () => {
    await open().create({ name: 'lms', scopes: ['meetings:read'] })
    await expect(open().create({ name: 'lms', scopes: [] })).rejects.toThrow('already')
  })

  it('whose file is damaged or copied to another name opens nothing and stops no other', async () => {
    const keys = open()
    const { secret } = await keys.create({ name: 'damaged', scopes: ['meetings:read'] })
    const [file = ''] = readdirSync(join(folder, 'api-keys'))
    const good = await keys.create({ name: 'good', scopes: ['meetings:read'] })
    writeFileSync(join(folder, 'api-keys', file), '{"hash":')
    writeFileSync(join(folder, 'api-keys', `${'0'.repeat(64)}.json`), JSON.stringify({ hash: 'other' }))
    expect(await keys.find(secret)).toBeUndefined()
    expect(await keys.list()).toEqual([good.key])
  })
})

describe('the list', () => {
  it('is empty before the first key, and makes no folder', async () => {
    expect(await open().list()).toEqual([])
    expect(existsSync(join(folder, 'api-keys'))).toBe(false)
  })

  it('tells when each was made and last used, to the minute', async () => {
    const keys = open()
    const { key } = await keys.create({ name: 'first', scopes: ['report:read'] })
    time += 1_000
    await keys.create({ name: 'second', scopes: ['meetings:read'] })
    await keys.noteUse(key)
    time += 59_000
    await keys.noteUse(key)
    expect((await open().list()).map(({ name, lastUsedAt }) => [name, lastUsedAt])).toEqual([
      ['first', time - 59_000],
      ['second', undefined],
    ])
    time += 1_000
    await keys.noteUse(key)
    expect((await open().list())[0]?.lastUsedAt).toBe(time)
  })
})
