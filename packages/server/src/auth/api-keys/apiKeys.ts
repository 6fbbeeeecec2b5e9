// SPDX-License-Identifier: Apache-2.0
// The keys of the REST interface: one small file each, named by the SHA-256 of the key, in a folder beside the meetings. The key itself is kept nowhere.
// Made and revoked by a command of its own while the server may be running: each writes only files of its own, so neither can undo the other.
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { type Scope, scopes } from './scopes.ts'

export interface ApiKey {
  /** The first 12 hex digits of the key's SHA-256: names the key in lists and logs. */
  readonly id: string
  readonly name: string
  readonly scopes: readonly Scope[]
  /** Milliseconds since 1970. */
  readonly createdAt: number
  /** To the minute; absent while the key was never used. */
  readonly lastUsedAt?: number
}

export interface ApiKeys {
  /** @returns the key, which cannot be had a second time. @throws ApiKeyRefused when the name is taken. */
  create(wanted: Pick<ApiKey, 'name' | 'scopes'>): Promise<{ readonly secret: string; readonly key: ApiKey }>
  /** Oldest first. */
  list(): Promise<readonly ApiKey[]>
  /** From the next request on the key opens nothing. @param idOrName of one key @throws ApiKeyRefused when there is none */
  revoke(idOrName: string): Promise<ApiKey>
  /** @returns the key that this secret is, if it is one. */
  find(secret: string): Promise<ApiKey | undefined>
  /** Remembers that the key is in use, once a minute at most. */
  noteUse(key: ApiKey): Promise<void>
}

/** The message is a sentence for the person at the terminal. */
export class ApiKeyRefused extends Error {
  override readonly name = 'ApiKeyRefused'
}

export interface ApiKeysOptions {
  /** Made when the first key is. */
  readonly folder: string
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** Nothing is written: keys can be used, and no use is remembered. */
  readonly isReadOnly?: boolean
}

const idLength = 12
const useNotedEveryMs = 60_000
const secretPattern = /^alcove_[\w-]{43}$/
const keyFilePattern = /^[0-9a-f]{64}\.json$/
const keySchema = z.object({
  hash: z.string(),
  name: z.string(),
  // A scope that only a newer version knows gives nothing here.
  scopes: z.array(z.string()).transform((names) => scopes.filter((scope) => names.includes(scope))),
  createdAt: z.number(),
})

export function openApiKeys({ folder, now, isReadOnly = false }: ApiKeysOptions): ApiKeys {
  const notedAt = new Map<string, number>()
  const pathOf = (hash: string) => join(folder, `${hash}.json`)
  const usePathOf = (id: string) => join(folder, `${id}.used`)

  async function readKey(hash: string): Promise<ApiKey | undefined> {
    const text = await readIfThere(pathOf(hash))
    const parsed = keySchema.safeParse(text === undefined ? undefined : parseJson(text))
    if (!parsed.success || !isSameHash(parsed.data.hash, hash)) return undefined
    const { name, scopes, createdAt } = parsed.data
    return { id: hash.slice(0, idLength), name, scopes, createdAt }
  }

  async function withUse(key: ApiKey): Promise<ApiKey> {
    const lastUsedAt = Number(await readIfThere(usePathOf(key.id)))
    return lastUsedAt > 0 ? { ...key, lastUsedAt } : key
  }

  async function readAll(): Promise<readonly (readonly [hash: string, key: ApiKey])[]> {
    const files = await readdir(folder).catch(absent)
    const hashes = (files ?? []).filter((file) => keyFilePattern.test(file)).map((file) => file.slice(0, 64))
    const read = await Promise.all(hashes.map(async (hash) => [hash, await readKey(hash)] as const))
    return read
      .flatMap(([hash, key]) => (key ? [[hash, key] as const] : []))
      .sort(([, a], [, b]) => a.createdAt - b.createdAt)
  }

  return {
    async create({ name, scopes }) {
      if ((await readAll()).some(([, key]) => key.name === name))
        throw new ApiKeyRefused(
          `There is a key named "${name}" already; choose another name, or revoke that one first.`,
        )
      const secret = `alcove_${randomBytes(32).toString('base64url')}`
      const hash = hashOf(secret)
      const key: ApiKey = { id: hash.slice(0, idLength), name, scopes, createdAt: now() }
      await mkdir(folder, { recursive: true, mode: 0o700 })
      await writeSafely(folder, pathOf(hash), JSON.stringify({ hash, name, scopes, createdAt: key.createdAt }))
      return { secret, key }
    },

    async list() {
      return Promise.all((await readAll()).map(([, key]) => withUse(key)))
    },

    async revoke(idOrName) {
      const found = (await readAll()).find(([, key]) => key.id === idOrName || key.name === idOrName)
      if (!found) throw new ApiKeyRefused(`There is no key "${idOrName}"; \`npm run api-key -- list\` shows all.`)
      const [hash, key] = found
      await rm(pathOf(hash), { force: true })
      await rm(usePathOf(key.id), { force: true })
      await syncFolder(folder)
      return key
    },

    // The file's name is the hash of 256 random bits: how long looking it up takes tells nothing of any key.
    find: async (secret) => (secretPattern.test(secret) ? readKey(hashOf(secret)) : undefined),

    async noteUse({ id }) {
      const at = now()
      if (isReadOnly || at - (notedAt.get(id) ?? 0) < useNotedEveryMs) return
      notedAt.set(id, at)
      await writeFile(usePathOf(id), String(at), { mode: 0o600 })
    },
  }
}

function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}

function isSameHash(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))
}

/** Whole or not at all, whatever happens meanwhile: written beside, made sure of, then given its name. */
async function writeSafely(folder: string, path: string, text: string): Promise<void> {
  const draft = `${path}.${process.pid}.draft`
  const file = await open(draft, 'w', 0o600)
  try {
    await file.writeFile(text)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(draft, path)
  await syncFolder(folder)
}

/** Names in a folder survive a power loss only when the folder is on disk too. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

function readIfThere(path: string): Promise<string | undefined> {
  return readFile(path, 'utf8').catch(absent)
}

function absent(error: unknown): undefined {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
  throw error
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
