// SPDX-License-Identifier: Apache-2.0
// Makes secrets, keys and tokens for a first try and for small installations; products sign with a library of their own.
import { createPrivateKey, generateKeyPairSync, randomBytes } from 'node:crypto'
import { SignJWT } from 'jose'

export interface TokenWish {
  readonly room: string
  readonly userId?: string | undefined
  readonly name?: string | undefined
  readonly email?: string | undefined
  readonly moderator: boolean
  readonly lifetimeHours: number
  /** Milliseconds since 1970. */
  readonly now: number
}

export type Signer =
  | { readonly form: 'self-hosted'; readonly appId: string; readonly secret: string }
  | { readonly form: 'jaas'; readonly appId: string; readonly privateKeyPem: string; readonly keyName: string }

export function makeSecret(): string {
  return randomBytes(32).toString('base64url')
}

export function makeAppId(): string {
  return `vpaas-magic-cookie-${randomBytes(16).toString('hex')}`
}

export function makeKeyPair(): { readonly privateKeyPem: string; readonly publicKeyPem: string } {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 3072 })
  return {
    privateKeyPem: String(privateKey.export({ type: 'pkcs8', format: 'pem' })),
    publicKeyPem: String(publicKey.export({ type: 'spki', format: 'pem' })),
  }
}

export function signToken(signer: Signer, wish: TokenWish): Promise<string> {
  const seconds = Math.floor(wish.now / 1_000)
  const { userId, name, email, moderator } = wish
  const unsigned = new SignJWT({ room: wish.room, context: { user: { id: userId, name, email, moderator } } })
    .setIssuer(signer.form === 'jaas' ? 'chat' : signer.appId)
    .setAudience('jitsi')
    .setSubject(signer.form === 'jaas' ? signer.appId : '*')
    .setNotBefore(seconds - 10)
    .setExpirationTime(seconds + Math.round(wish.lifetimeHours * 3_600))
  if (signer.form === 'self-hosted')
    return unsigned.setProtectedHeader({ alg: 'HS256', typ: 'JWT' }).sign(new TextEncoder().encode(signer.secret))
  return unsigned
    .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: `${signer.appId}/${signer.keyName}` })
    .sign(createPrivateKey(signer.privateKeyPem))
}
