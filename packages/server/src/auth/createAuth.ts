// SPDX-License-Identifier: Apache-2.0
// From a token to what its bearer may do in a meeting. One issuer is chosen by what the token claims to be, then everything is checked against that
// one alone: algorithm, signature, times, issuer, audience, tenant, room. No part of a token is ever logged or told.
import type { MeetingId } from '@alcove/protocol'
import { decodeJwt, decodeProtectedHeader, errors, type JWTPayload, jwtVerify } from 'jose'
import { bypassesLobby, type Claims, deniedFeatures, identityOf, parseClaims, roleOf, roomClaim } from './claims.ts'
import type { Admission, Grant, GuestPolicy } from './grant.ts'
import type { Issuer } from './issuers.ts'
import { createKeyFinder, type FindKey, type KeyTimes } from './keys.ts'
import { opensRoom, tenantAndRoom } from './roomClaim.ts'
import { TokenRefused } from './TokenRefused.ts'

export interface Auth {
  /**
   * What somebody with this token (undefined: without one) may do in this meeting.
   * @throws TokenRefused
   */
  admit(token: string | undefined, meetingId: MeetingId): Promise<Admission>
}

export interface AuthOptions {
  readonly issuers: readonly Issuer[]
  readonly guests: GuestPolicy
  /** Milliseconds since 1970. */
  readonly now: () => number
  readonly keyTimes?: KeyTimes
}

interface Checker {
  readonly issuer: Issuer
  readonly algorithms: readonly string[]
  readonly key: Uint8Array | FindKey
}

const maxTokenLength = 16_384
const publicKeyAlgorithms = ['RS256', 'ES256']

export function createAuth({ issuers, guests, now, keyTimes }: AuthOptions): Auth {
  const checkers = issuers.map((issuer): Checker => {
    if ('secret' in issuer.keys)
      return { issuer, algorithms: ['HS256'], key: new TextEncoder().encode(issuer.keys.secret) }
    const algorithms = issuer.form === 'jaas' ? ['RS256'] : publicKeyAlgorithms
    return { issuer, algorithms, key: createKeyFinder(issuer.keys, now, keyTimes) }
  })

  function admitGuest(): Admission {
    if (guests === 'closed') return { status: 'missing' }
    const grant: Grant = { ...(guests === 'open' ? { role: 'participant' } : {}), bypassesLobby: false, denied: [] }
    return { status: 'granted', grant }
  }

  return {
    async admit(token, meetingId) {
      // Without issuers nobody could have signed it, and nothing is lost: guests are all that there is.
      if (token === undefined || checkers.length === 0) return admitGuest()
      const { issuer, algorithms, key } = chooseChecker(token, checkers)
      const { payload, isExpired } = await verify(token, key, {
        algorithms: [...algorithms],
        typ: 'JWT',
        currentDate: new Date(now()),
        clockTolerance: issuer.clockSkewSeconds,
        ...wantedClaims(issuer),
      })
      const claims = checkClaims(payload, issuer, meetingId)
      const identity = identityOf(claims)
      if (isExpired) return { status: 'expired', identity }
      const role = roleOf(claims, issuer.form) ?? (guests === 'first-is-moderator' ? undefined : 'participant')
      const grant: Grant = {
        identity,
        ...(role ? { role } : {}),
        bypassesLobby: bypassesLobby(claims) || role === 'moderator',
        denied: deniedFeatures(claims),
      }
      return { status: 'granted', grant }
    },
  }
}

/** By what the token says of itself, which is not to be believed yet. */
function chooseChecker(token: string, checkers: readonly Checker[]): Checker {
  if (token.length > maxTokenLength) throw new TokenRefused('TOKEN_INVALID')
  const { alg, kid, iss } = peek(token)
  const named = checkers.filter(({ issuer }) =>
    issuer.form === 'jaas' ? kid?.startsWith(`${issuer.appId}/`) : isOneOf(issuer.issuers, iss),
  )
  if (named.length === 0) {
    const isJaas = checkers.some(({ issuer }) => issuer.form === 'jaas') && iss === 'chat'
    throw new TokenRefused(isJaas ? 'TOKEN_KEY_UNKNOWN' : 'TOKEN_ISSUER_WRONG')
  }
  const chosen = named.find(({ algorithms }) => algorithms.includes(alg ?? ''))
  if (!chosen) throw new TokenRefused('TOKEN_INVALID')
  return chosen
}

function peek(token: string): { alg: string | undefined; kid: string | undefined; iss: string | undefined } {
  try {
    const { alg, kid } = decodeProtectedHeader(token)
    return { alg, kid, iss: decodeJwt(token).iss }
  } catch (cause) {
    throw new TokenRefused('TOKEN_INVALID', undefined, { cause })
  }
}

function isOneOf(accepted: readonly string[], value: string | undefined): boolean {
  return value !== undefined && (accepted.includes(value) || accepted.includes('*'))
}

function wantedClaims(issuer: Issuer) {
  if (issuer.form === 'jaas') return { issuer: 'chat', audience: 'jitsi', requiredClaims: ['exp', 'sub', 'room'] }
  const { issuers, audiences, subjects, requireExpiry } = issuer
  return {
    ...(issuers.includes('*') ? {} : { issuer: [...issuers] }),
    ...(audiences.includes('*') ? {} : { audience: [...audiences] }),
    requiredClaims: [
      'iss',
      'aud',
      'room',
      ...(subjects.includes('*') ? [] : ['sub']),
      ...(requireExpiry ? ['exp'] : []),
    ],
  }
}

async function verify(
  token: string,
  key: Uint8Array | FindKey,
  options: NonNullable<Parameters<typeof jwtVerify>[2]>,
): Promise<{ payload: JWTPayload; isExpired: boolean }> {
  try {
    const verified = typeof key === 'function' ? jwtVerify(token, key, options) : jwtVerify(token, key, options)
    return { payload: (await verified).payload, isExpired: false }
  } catch (error) {
    // The signature held and every other claim too: time is what is checked last.
    if (error instanceof errors.JWTExpired) return { payload: error.payload, isExpired: true }
    throw refusalFor(error)
  }
}

function refusalFor(cause: unknown): TokenRefused {
  if (cause instanceof TokenRefused) return cause
  if (!(cause instanceof errors.JWTClaimValidationFailed) || cause.claim === 'typ')
    return new TokenRefused('TOKEN_INVALID', undefined, { cause })
  if (cause.reason !== 'check_failed') return new TokenRefused('TOKEN_CLAIM_INVALID', cause.claim, { cause })
  if (cause.claim === 'nbf') return new TokenRefused('TOKEN_NOT_YET_VALID')
  if (cause.claim === 'aud') return new TokenRefused('TOKEN_AUDIENCE_WRONG')
  if (cause.claim === 'iss') return new TokenRefused('TOKEN_ISSUER_WRONG')
  return new TokenRefused('TOKEN_CLAIM_INVALID', cause.claim, { cause })
}

/** @returns the claims of a token that is for this tenant and this meeting. */
function checkClaims(payload: JWTPayload, issuer: Issuer, meetingId: MeetingId): Claims {
  const parsed = parseClaims(payload)
  if (!parsed.ok) throw new TokenRefused('TOKEN_CLAIM_INVALID', parsed.claim)
  const { claims } = parsed
  const { tenant, room } = tenantAndRoom(meetingId)
  if (!isForTenant(claims.sub ?? '', issuer, tenant)) throw new TokenRefused('TOKEN_SUBJECT_WRONG')
  const claimed = roomClaim(claims)
  if (!claimed || !opensRoom(claimed, room)) throw new TokenRefused('TOKEN_ROOM_WRONG')
  return claims
}

function isForTenant(sub: string, issuer: Issuer, tenant: string | undefined): boolean {
  if (issuer.form === 'jaas') return sub === issuer.appId && tenant === issuer.appId
  if (tenant !== undefined) return sub === '*' || sub.toLowerCase() === tenant
  return issuer.subjects.includes('*') || issuer.subjects.includes(sub)
}
