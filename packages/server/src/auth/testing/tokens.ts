// SPDX-License-Identifier: Apache-2.0
// Keys and tokens for tests of authentication, right or wrong in one place.
import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import { type JWTHeaderParameters, SignJWT } from 'jose'
import type { Issuer } from '../issuers.ts'

export const appId = `vpaas-magic-cookie-${'0123456789abcdef'.repeat(2)}`
export const jaasKid = `${appId}/first`
export const secret = 'a secret of more than thirty-two bytes'
/** The moment of all these tests, in seconds since 1970. */
export const nowSeconds = 1_800_000_000

export interface KeyPair {
  readonly privateKey: KeyObject
  readonly pem: string
}

export function rsaPair(): KeyPair {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  return { privateKey, pem: String(publicKey.export({ type: 'spki', format: 'pem' })) }
}

export function ecPair(): KeyPair {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  return { privateKey, pem: String(publicKey.export({ type: 'spki', format: 'pem' })) }
}

export const jaasClaims = {
  iss: 'chat',
  aud: 'jitsi',
  sub: appId,
  room: '*',
  exp: nowSeconds + 3_600,
  nbf: nowSeconds - 60,
  context: { user: { id: 'user-1', name: 'Ann', email: 'ann@example.org', moderator: 'true' } },
}

export const ownClaims = {
  iss: 'my-app',
  aud: 'anything',
  sub: 'meet.example.org',
  room: 'workshop',
  exp: nowSeconds + 3_600,
  context: { user: { id: 'user-1', name: 'Ann' } },
}

export const secretIssuer = {
  form: 'self-hosted',
  appId: 'my-app',
  keys: { secret },
  issuers: ['my-app'],
  audiences: ['*'],
  subjects: ['*'],
  requireExpiry: true,
  clockSkewSeconds: 30,
} as const satisfies Issuer

export function sign(
  claims: Readonly<Record<string, unknown>>,
  key: KeyObject | string,
  header: Partial<JWTHeaderParameters> = {},
): Promise<string> {
  const alg = typeof key === 'string' ? 'HS256' : 'RS256'
  return new SignJWT(claims)
    .setProtectedHeader({ alg, typ: 'JWT', ...header })
    .sign(typeof key === 'string' ? new TextEncoder().encode(key) : key)
}

/** Header and claims without a signature, or with one of somebody's making. */
export function unsigned(header: unknown, claims: unknown, signature = ''): string {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
  return `${part(header)}.${part(claims)}.${signature}`
}
