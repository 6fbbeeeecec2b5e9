// SPDX-License-Identifier: Apache-2.0
// Tokens against their issuers: every claim, and every way to be wrong.
import { createHash, sign as signBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { MeetingId } from '@alcove/protocol'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createAuth } from './createAuth.ts'
import type { GuestPolicy } from './grant.ts'
import type { Issuer } from './issuers.ts'
import { TokenRefused } from './TokenRefused.ts'
import {
  appId,
  ecPair,
  jaasClaims,
  jaasKid,
  nowSeconds,
  ownClaims,
  rsaPair,
  secret,
  secretIssuer,
  sign,
  unsigned,
} from './testing/tokens.ts'

const meeting = 'workshop' as MeetingId
const [pair, otherPair, curve] = [rsaPair(), rsaPair(), ecPair()]
const hash = (kid: string) => createHash('sha256').update(kid).digest('hex')

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'alcove-keys-'))
  writeFileSync(join(folder, 'first.pem'), pair.pem)
  writeFileSync(join(folder, `${hash('hashed kid')}.pem`), otherPair.pem)
  writeFileSync(join(folder, 'curve.pem'), curve.pem)
  writeFileSync(join(folder, 'broken.pem'), 'no key')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const jaas = (): Issuer => ({ form: 'jaas', appId, keys: { folder }, clockSkewSeconds: 30 })
const byKeys = (): Issuer => ({ ...secretIssuer, keys: { folder } })

function authOf(issuers: readonly Issuer[], guests: GuestPolicy = 'closed') {
  return createAuth({ issuers, guests, now: () => nowSeconds * 1_000 })
}

/** Meetings of JaaS always have their tenant. */
const meetingOf = ({ form }: Issuer) => (form === 'jaas' ? (`${appId}/workshop` as MeetingId) : meeting)

async function outcome(issuer: Issuer, token: string | undefined, guests?: GuestPolicy, name = meetingOf(issuer)) {
  try {
    return await authOf([issuer], guests).admit(token, name)
  } catch (error) {
    if (!(error instanceof TokenRefused)) throw error
    return error.claim === undefined ? error.code : [error.code, error.claim]
  }
}

const user = (fields: Record<string, unknown>) => ({ context: { user: { id: 'user-1', ...fields } } })
const jaasToken = (claims = {}, header = {}, key = pair.privateKey) =>
  sign({ ...jaasClaims, ...claims }, key, { kid: jaasKid, ...header })
const jaasHeader = { alg: 'RS256', typ: 'JWT', kid: jaasKid }
/** Signed rightly, whatever the header says. */
async function signAnyhow(header: unknown): Promise<string> {
  const text = unsigned(header, jaasClaims).slice(0, -1)
  return `${text}.${signBytes('sha256', Buffer.from(text), pair.privateKey).toString('base64url')}`
}
const ownToken = (claims = {}, header = {}) => sign({ ...ownClaims, ...claims }, secret, header)

describe('a JaaS token', () => {
  it('says who somebody is and that they are moderator', async () => {
    expect(await outcome(jaas(), await jaasToken())).toEqual({
      status: 'granted',
      grant: {
        identity: { userId: 'user-1', email: 'ann@example.org', displayName: 'Ann', attributes: {} },
        role: 'moderator',
        bypassesLobby: true,
        denied: [],
      },
    })
  })

  it.each([
    [true, 'moderator'],
    ['true', 'moderator'],
    [false, 'participant'],
    ['false', 'participant'],
    [undefined, 'participant'],
    [null, 'participant'],
  ])('moderator: %j makes a %s, whatever the policy', async (moderator, role) => {
    const token = await jaasToken(user({ moderator, affiliation: 'owner' }))
    for (const guests of ['closed', 'open', 'first-is-moderator'] as const)
      expect(await outcome(jaas(), token, guests)).toMatchObject({ grant: { role } })
  })

  it.each([
    ['signed by another key', () => jaasToken({}, {}, otherPair.privateKey), 'TOKEN_INVALID'],
    ['with an unknown key id', () => jaasToken({}, { kid: `${appId}/second` }), 'TOKEN_KEY_UNKNOWN'],
    ['with a key id that climbs out of the folder', () => jaasToken({}, { kid: `${appId}/../first` }), 'granted'],
    [
      'with the key id of another app',
      () => jaasToken({}, { kid: 'vpaas-magic-cookie-ff/first' }),
      'TOKEN_KEY_UNKNOWN',
    ],
    ['without a key id', () => jaasToken({}, { kid: undefined }), 'TOKEN_KEY_UNKNOWN'],
    ['for another app', () => jaasToken({ sub: 'vpaas-magic-cookie-ff' }), 'TOKEN_SUBJECT_WRONG'],
    ['for any app', () => jaasToken({ sub: '*' }), 'TOKEN_SUBJECT_WRONG'],
    ['of another issuer', () => jaasToken({ iss: 'other' }), 'TOKEN_ISSUER_WRONG'],
    ['for another audience', () => jaasToken({ aud: 'other' }), 'TOKEN_AUDIENCE_WRONG'],
    ['without an audience', () => jaasToken({ aud: undefined }), ['TOKEN_CLAIM_INVALID', 'aud']],
    ['without an expiry', () => jaasToken({ exp: undefined }), ['TOKEN_CLAIM_INVALID', 'exp']],
    ['with an expiry in words', () => jaasToken({ exp: 'never' }), ['TOKEN_CLAIM_INVALID', 'exp']],
    ['without a room', () => jaasToken({ room: undefined }), ['TOKEN_CLAIM_INVALID', 'room']],
    ['for another room', () => jaasToken({ room: 'other' }), 'TOKEN_ROOM_WRONG'],
    ['valid later', () => jaasToken({ nbf: nowSeconds + 31 }), 'TOKEN_NOT_YET_VALID'],
    [
      'whose moderator claim is neither yes nor no',
      () => jaasToken(user({ moderator: 'yes' })),
      ['TOKEN_CLAIM_INVALID', 'context.user.moderator'],
    ],
    ['of another type', () => jaasToken({}, { typ: 'at+jwt' }), 'TOKEN_INVALID'],
    ['without a type', () => jaasToken({}, { typ: undefined }), 'TOKEN_INVALID'],
    [
      'with an extension that must be understood',
      () => signAnyhow({ ...jaasHeader, crit: ['x'], x: 1 }),
      'TOKEN_INVALID',
    ],
    ['with another algorithm of the same key', () => signAnyhow({ ...jaasHeader, alg: 'PS256' }), 'TOKEN_INVALID'],
    ['signed by hand', () => signAnyhow(jaasHeader), 'granted'],
    ['signed with RS512', () => jaasToken({}, { alg: 'RS512' }), 'TOKEN_INVALID'],
  ])('%s', async (_words, make, expected) => {
    const token = await make()
    const given = await outcome(jaas(), token)
    expect(typeof given === 'object' && 'status' in given ? given.status : given).toEqual(expected)
  })
})

describe('forgeries', () => {
  const header = { alg: 'RS256', typ: 'JWT', kid: jaasKid }

  it.each([
    ['alg none', () => unsigned({ ...header, alg: 'none' }, jaasClaims)],
    ['alg None, which some compare without looking at case', () => unsigned({ ...header, alg: 'None' }, jaasClaims)],
    ['no signature', () => unsigned(header, jaasClaims)],
    ['an empty token', () => ''],
    ['one dot', () => 'a.b'],
    ['an encrypted token', () => 'a.b.c.d.e'],
    ['a header that is no JSON', () => `${Buffer.from('x').toString('base64url')}.e30.x`],
    ['a header with two algorithms in a list', () => unsigned({ ...header, alg: ['RS256'] }, jaasClaims, 'AAAA')],
    ['claims that are a list', () => unsigned(header, [], 'AAAA')],
    ['a very long token', () => `${'a'.repeat(20_000)}.b.c`],
  ])('%s', async (_words, make) => {
    expect(await outcome(jaas(), make())).toBe('TOKEN_INVALID')
  })

  it('the public key taken for a secret', async () => {
    const forged = await sign(jaasClaims, pair.pem, { kid: jaasKid })
    expect(await outcome(jaas(), forged)).toBe('TOKEN_INVALID')
    const own = await sign(ownClaims, pair.pem, { kid: 'first' })
    expect(await outcome(byKeys(), own)).toBe('TOKEN_INVALID')
    // Even where another issuer does take secrets: they are its own.
    const both = authOf([byKeys(), secretIssuer])
    await expect(both.admit(own, meeting)).rejects.toMatchObject({ code: 'TOKEN_INVALID' })
  })

  it('a private key taken where a secret is expected', async () => {
    const token = await sign(ownClaims, pair.privateKey, { kid: 'first' })
    expect(await outcome(secretIssuer, token)).toBe('TOKEN_INVALID')
  })

  it('a changed claim under the old signature', async () => {
    const [head, , signature] = (await ownToken()).split('.')
    const claims = Buffer.from(JSON.stringify({ ...ownClaims, room: '*' })).toString('base64url')
    expect(await outcome(secretIssuer, `${head}.${claims}.${signature}`)).toBe('TOKEN_INVALID')
  })

  it('a key that the token brings along is not looked at', async () => {
    const jwk = { kty: 'RSA', ...JSON.parse(JSON.stringify(otherPair.privateKey.export({ format: 'jwk' }))) }
    const token = await jaasToken({}, { jwk: { kty: jwk.kty, n: jwk.n, e: jwk.e } }, otherPair.privateKey)
    expect(await outcome(jaas(), token)).toBe('TOKEN_INVALID')
  })

  it('one issuer’s key does not sign for another', async () => {
    const token = await sign({ ...ownClaims, iss: 'chat' }, secret)
    await expect(authOf([jaas(), secretIssuer]).admit(token, meeting)).rejects.toMatchObject({
      code: 'TOKEN_KEY_UNKNOWN',
    })
  })
})

describe('a self-hosted token', () => {
  it('with a secret', async () => {
    expect(await outcome(secretIssuer, await ownToken())).toMatchObject({ grant: { identity: { userId: 'user-1' } } })
    expect(await outcome(secretIssuer, await sign(ownClaims, `${secret}!`))).toBe('TOKEN_INVALID')
  })

  it('with a key by its id: RSA and P-256, plain and hashed file names', async () => {
    const granted = expect.objectContaining({ status: 'granted' })
    expect(await outcome(byKeys(), await sign(ownClaims, pair.privateKey, { kid: 'first' }))).toEqual(granted)
    expect(await outcome(byKeys(), await sign(ownClaims, otherPair.privateKey, { kid: 'hashed kid' }))).toEqual(granted)
    const token = await sign(ownClaims, curve.privateKey, { kid: 'curve', alg: 'ES256' })
    expect(await outcome(byKeys(), token)).toEqual(granted)
  })

  it('whose algorithm is not the one of its key', async () => {
    const token = await sign(ownClaims, curve.privateKey, { kid: 'first', alg: 'ES256' })
    expect(await outcome(byKeys(), token)).toBe('TOKEN_INVALID')
  })

  it('whose key cannot be read is not refused for good', async () => {
    const token = await sign(ownClaims, pair.privateKey, { kid: 'broken' })
    expect(await outcome(byKeys(), token)).toBe('TOKEN_KEYS_UNAVAILABLE')
  })

  it.each([
    ['owner', 'moderator'],
    ['moderator', 'moderator'],
    ['teacher', 'moderator'],
    ['member', 'participant'],
  ])('affiliation %s makes a %s', async (affiliation, role) => {
    expect(await outcome(secretIssuer, await ownToken(user({ affiliation })))).toMatchObject({ grant: { role } })
  })

  it('that does not say becomes moderator by being first only where everybody does', async () => {
    const token = await ownToken()
    expect(await outcome(secretIssuer, token, 'closed')).toMatchObject({ grant: { role: 'participant' } })
    expect(await outcome(secretIssuer, token, 'open')).toMatchObject({ grant: { role: 'participant' } })
    expect(await outcome(secretIssuer, token, 'first-is-moderator')).not.toHaveProperty('grant.role')
    const no = await ownToken(user({ moderator: false }))
    expect(await outcome(secretIssuer, no, 'first-is-moderator')).toMatchObject({ grant: { role: 'participant' } })
  })

  it('audiences, subjects and issuers are those that the operator accepts', async () => {
    const strict = { ...secretIssuer, audiences: ['alcove'], subjects: ['meet.example.org'], issuers: ['my-app', 'b'] }
    expect(await outcome(strict, await ownToken())).toBe('TOKEN_AUDIENCE_WRONG')
    expect(await outcome(strict, await ownToken({ aud: ['x', 'alcove'] }))).toMatchObject({ status: 'granted' })
    expect(await outcome(strict, await ownToken({ aud: 'alcove', iss: 'b' }))).toMatchObject({ status: 'granted' })
    expect(await outcome(strict, await ownToken({ aud: 'alcove', iss: 'c' }))).toBe('TOKEN_ISSUER_WRONG')
    expect(await outcome(strict, await ownToken({ aud: 'alcove', sub: 'other' }))).toBe('TOKEN_SUBJECT_WRONG')
    expect(await outcome(strict, await ownToken({ aud: 'alcove', sub: undefined }))).toEqual([
      'TOKEN_CLAIM_INVALID',
      'sub',
    ])
    expect(await outcome(secretIssuer, await ownToken({ sub: undefined }))).toMatchObject({ status: 'granted' })
    expect(await outcome(secretIssuer, await ownToken({ aud: undefined }))).toEqual(['TOKEN_CLAIM_INVALID', 'aud'])
  })

  it('may be valid for ever only where the operator accepts that', async () => {
    const token = await ownToken({ exp: undefined })
    expect(await outcome(secretIssuer, token)).toEqual(['TOKEN_CLAIM_INVALID', 'exp'])
    expect(await outcome({ ...secretIssuer, requireExpiry: false }, token)).toMatchObject({ status: 'granted' })
  })
})

describe('times', () => {
  it('clocks may differ by the skew that the issuer has', async () => {
    expect(await outcome(secretIssuer, await ownToken({ exp: nowSeconds - 29 }))).toMatchObject({ status: 'granted' })
    expect(await outcome(secretIssuer, await ownToken({ nbf: nowSeconds + 30 }))).toMatchObject({ status: 'granted' })
    const exact = { ...secretIssuer, clockSkewSeconds: 0 }
    expect(await outcome(exact, await ownToken({ exp: nowSeconds }))).toMatchObject({ status: 'expired' })
    expect(await outcome(exact, await ownToken({ exp: nowSeconds + 1 }))).toMatchObject({ status: 'granted' })
  })

  it('an expired token still says whose it was; one that is wrong besides is refused', async () => {
    const exp = nowSeconds - 30
    expect(await outcome(secretIssuer, await ownToken({ exp }))).toMatchObject({
      status: 'expired',
      identity: { userId: 'user-1' },
    })
    expect(await outcome(secretIssuer, await ownToken({ exp, room: 'other' }))).toBe('TOKEN_ROOM_WRONG')
    expect(await outcome(secretIssuer, await sign({ ...ownClaims, exp }, `${secret}!`))).toBe('TOKEN_INVALID')
  })
})

describe('rooms', () => {
  it.each([
    ['workshop', false, true],
    ['WorkShop', false, true],
    ['*', false, true],
    ['work.*', false, false],
    ['work.*', true, true],
    ['work', true, false],
    ['%a+', true, true],
    ['[', true, false],
    ['other', false, false],
  ])('%s (pattern: %s): %s', async (room, regex, isOpen) => {
    const token = await ownToken({ room, context: { room: { regex: String(regex) } } })
    const given = await outcome(secretIssuer, token)
    expect(given === 'TOKEN_ROOM_WRONG' ? false : given).toEqual(
      isOpen ? expect.objectContaining({ status: 'granted' }) : false,
    )
  })

  it('a tenant’s meeting is opened by the tenant’s tokens', async () => {
    const own = 'Acme/workshop'.toLowerCase() as MeetingId
    expect(await outcome(secretIssuer, await ownToken({ sub: 'Acme' }), 'closed', own)).toMatchObject({
      status: 'granted',
    })
    expect(await outcome(secretIssuer, await ownToken({ sub: '*' }), 'closed', own)).toMatchObject({
      status: 'granted',
    })
    expect(await outcome(secretIssuer, await ownToken({ sub: 'other' }), 'closed', own)).toBe('TOKEN_SUBJECT_WRONG')
    expect(await outcome(jaas(), await jaasToken(), 'closed', `${appId}/workshop` as MeetingId)).toMatchObject({
      status: 'granted',
    })
    expect(await outcome(jaas(), await jaasToken(), 'closed', own)).toBe('TOKEN_SUBJECT_WRONG')
    expect(await outcome(jaas(), await jaasToken(), 'closed', meeting)).toBe('TOKEN_SUBJECT_WRONG')
  })
})

describe('what a token says of a person', () => {
  const identity = async (fields: Record<string, unknown>, rest = {}) => {
    const given = await outcome(secretIssuer, await ownToken({ context: { user: fields, ...rest } }))
    if (typeof given !== 'object' || !('status' in given) || given.status !== 'granted') throw new Error(String(given))
    return given.grant
  }

  it('ids may be numbers; avatar has two names; the group is an attribute', async () => {
    expect(
      (await identity({ id: 7, avatarUrl: 'https://a.example/7.png', attributes: { level: 'b' } }, { group: 'red' }))
        .identity,
    ).toEqual({
      userId: '7',
      avatar: 'https://a.example/7.png',
      attributes: { level: 'b', group: 'red' },
    })
  })

  it.each([
    ['name', '\u202eevil'],
    ['name', ''],
    ['name', 7],
    ['email', 'not an address'],
    ['avatar', 'javascript:alert(1)'],
    ['avatar', 'http://a.example/7.png'],
    ['avatar', 'data:text/html,x'],
    ['attributes', { a: 1 }],
  ])('%s %j is left out', async (field, value) => {
    expect((await identity({ [field]: value })).identity).toEqual({ attributes: {} })
  })

  it('long names are cut', async () => {
    expect((await identity({ name: ` ${'n'.repeat(100)}` })).identity?.displayName).toBe('n'.repeat(80))
  })

  it('only a no denies a feature', async () => {
    const features = { 'breakout-rooms': false, 'screen-sharing': 'false', 'send-groupchat': true, recording: false }
    expect((await identity({}, { features })).denied).toEqual(['breakout-rooms', 'screen-sharing'])
    expect((await identity({}, { features: null })).denied).toEqual([])
  })

  it('the lobby is open to moderators and to those whose token says so', async () => {
    expect((await identity({ lobby_bypass: true })).bypassesLobby).toBe(true)
    expect((await identity({ moderator: true })).bypassesLobby).toBe(true)
    expect((await identity({})).bypassesLobby).toBe(false)
  })
})

describe('people without a token', () => {
  it.each([
    ['closed', { status: 'missing' }],
    ['open', { status: 'granted', grant: { role: 'participant', bypassesLobby: false, denied: [] } }],
    ['first-is-moderator', { status: 'granted', grant: { bypassesLobby: false, denied: [] } }],
  ] as const)('%s', async (guests, expected) => {
    expect(await outcome(secretIssuer, undefined, guests)).toEqual(expected)
  })

  it('where nobody can sign, a token is nothing', async () => {
    expect(await authOf([], 'first-is-moderator').admit('anything', meeting)).toMatchObject({ status: 'granted' })
    expect(await authOf([], 'closed').admit('anything', meeting)).toEqual({ status: 'missing' })
  })
})
