// SPDX-License-Identifier: Apache-2.0
// Who calls: the key in the Authorization header, and whether it is good for what is asked. Keys never travel in addresses, which are logged everywhere.
import type { ApiKey, ApiKeys } from '../../auth/api-keys/apiKeys.ts'
import type { Scope } from '../../auth/api-keys/scopes.ts'
import type { ApiWorld } from './apiWorld.ts'
import { Refused } from './problem.ts'

export function bearerOf(authorization: string | undefined): string | undefined {
  return /^Bearer +([^\s]{1,200})$/i.exec(authorization ?? '')?.[1]
}

/** @throws Refused */
export async function authenticate(
  authorization: string | undefined,
  scope: Scope,
  { keys, log }: Pick<ApiWorld, 'keys' | 'log'>,
): Promise<ApiKey> {
  const secret = bearerOf(authorization)
  const key = secret === undefined ? undefined : await keys.find(secret)
  if (!key) throw await noKey(secret, keys)
  if (!key.scopes.includes(scope))
    throw new Refused({ code: 'API_SCOPE_MISSING', details: { scope } }, `The key "${key.name}" lacks ${scope}.`)
  // A full disk must not keep out who comes to make room.
  await keys.noteUse(key).catch((cause) => log.warn({ cause, apiKey: key.id }, 'use of an API key not noted'))
  return key
}

async function noKey(secret: string | undefined, keys: ApiKeys): Promise<Refused> {
  if ((await keys.list()).length === 0)
    return new Refused(
      { code: 'API_KEY_MISSING' },
      'No key was made yet. On the server, run: npm run api-key -- create --name <name> --scopes all',
    )
  return secret === undefined
    ? new Refused({ code: 'API_KEY_MISSING' }, 'Send the header: Authorization: Bearer <key>')
    : new Refused({ code: 'API_KEY_UNKNOWN' })
}
