// SPDX-License-Identifier: Apache-2.0
// `npm run api-key`: makes, lists and revokes keys. Knows words and tables; where keys are kept is the store's affair.
import { parseArgs } from 'node:util'
import { type ApiKey, ApiKeyRefused, type ApiKeys } from './apiKeys.ts'
import { type Scope, scopeMeanings, scopes } from './scopes.ts'

export const apiKeyUsage = `Keys for the REST interface (docs/api.md). The server need not be stopped.

  npm run api-key -- create --name <name> --scopes <scope,scope,...|all>
  npm run api-key -- list
  npm run api-key -- revoke <id or name>

  --data <folder>   the server's data folder, when it is not the default (or ALCOVE_DATA)

Scopes:
${scopes.map((scope) => `  ${scope.padEnd(17)} ${scopeMeanings[scope]}`).join('\n')}
`

/** @throws ApiKeyRefused with a sentence for the person who asked. */
export function parseApiKeyCommand(argv: readonly string[]): {
  readonly data: string | undefined
  run(keys: ApiKeys, write: Write): Promise<void>
} {
  const { values, positionals } = parse(argv)
  const [command, ...rest] = positionals
  const { data } = values
  if (command === 'create' && rest.length === 0) {
    const wanted = { name: nameOf(values.name), scopes: scopesOf(values.scopes) }
    return { data, run: (keys, write) => create(keys, wanted, write) }
  }
  if (command === 'list' && rest.length === 0) return { data, run: list }
  const [idOrName] = rest
  if (command === 'revoke' && idOrName !== undefined && rest.length === 1)
    return { data, run: (keys, write) => revoke(keys, idOrName, write) }
  throw new ApiKeyRefused(`Say create, list or revoke.\n\n${apiKeyUsage}`)
}

/** Where words go: what a program reads apart from what a person reads. */
export interface Write {
  out(text: string): void
  note(text: string): void
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: { name: { type: 'string' }, scopes: { type: 'string' }, data: { type: 'string' } },
    })
  } catch (error) {
    throw new ApiKeyRefused(`${error instanceof Error ? error.message.split(/\.\s/)[0] : error}.\n\n${apiKeyUsage}`)
  }
}

function nameOf(given: string | undefined): string {
  const name = given?.trim() ?? ''
  if (name === '' || name.length > 80 || /\p{Cc}/u.test(name))
    throw new ApiKeyRefused('Say what the key is for with --name: 1 to 80 characters.')
  return name
}

function scopesOf(given: string | undefined): readonly Scope[] {
  if (given === 'all') return scopes
  const names = (given ?? '').split(',').map((name) => name.trim())
  const unknown = names.find((name) => !scopes.some((scope) => scope === name))
  if (unknown === undefined) return scopes.filter((scope) => names.includes(scope))
  throw new ApiKeyRefused(
    unknown === ''
      ? `Say what the key may do with --scopes: all, or some of ${scopes.join(', ')}.`
      : `There is no scope "${unknown}"; there are ${scopes.join(', ')}.`,
  )
}

async function create(keys: ApiKeys, wanted: Pick<ApiKey, 'name' | 'scopes'>, { out, note }: Write): Promise<void> {
  const { secret, key } = await keys.create(wanted)
  note(`Key ${key.id} "${key.name}" was made for ${key.scopes.join(', ')}.\n`)
  note('Keep it safe: it is shown only this once. Send it as: Authorization: Bearer <key>\n')
  out(`${secret}\n`)
}

async function list(keys: ApiKeys, { out, note }: Write): Promise<void> {
  const found = await keys.list()
  if (found.length === 0) note('There are no keys yet.\n')
  for (const { id, name, scopes: granted, createdAt, lastUsedAt } of found) {
    const used = lastUsedAt === undefined ? 'never used' : `last used ${timeOf(lastUsedAt)}`
    out(`${id}  ${name}  made ${timeOf(createdAt)}, ${used}  ${granted.join(',')}\n`)
  }
}

async function revoke(keys: ApiKeys, idOrName: string, { note }: Write): Promise<void> {
  const { id, name } = await keys.revoke(idOrName)
  note(`Key ${id} "${name}" opens nothing any more.\n`)
}

function timeOf(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 16).replace('T', ' ')} UTC`
}
