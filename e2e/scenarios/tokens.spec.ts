// SPDX-License-Identifier: Apache-2.0
// Tokens against a real server, signed by the example of a product's server, which also receives the webhooks: who comes in, as whom, and what an
// expiry does to those who are in.
import { type ChildProcess, spawn } from 'node:child_process'
import { createHmac } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { RequestFailed } from '@alcove/client'
import { openControlBot } from '@alcove/client/testing'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { launchBrowser, openContext } from '../harness/browser.ts'
import { freePorts } from '../harness/freePorts.ts'
import { newToken, RawClient } from '../harness/RawClient.ts'
import { Server } from '../harness/Server.ts'
import { waitFor } from '../harness/waitFor.ts'

const example = fileURLToPath(new URL('../../examples/token-server/', import.meta.url))
const secret = 'a secret of this test that is long enough'

let product: ChildProcess
let productUrl: string
let server: Server

beforeAll(async () => {
  const port = await freePorts(1)
  productUrl = `http://127.0.0.1:${port}`
  const tokens = readFileSync(`${example}tokens.json`, 'utf8').replace('replace this with a secret of your own', secret)
  const webhooks = readFileSync(`${example}webhooks.json`, 'utf8').replace(':8080/', `:${port}/`)
  server = await Server.start({ args: ['--tokens', tokens, '--webhooks', webhooks] })
  product = spawn(process.execPath, [`${example}server.mjs`], {
    env: { ...process.env, PORT: String(port), ALCOVE_URL: server.url, TOKEN_SECRET: secret },
    stdio: 'ignore',
  })
  await waitFor(async () => ((await fetch(productUrl)).ok ? undefined : 'the example does not answer'))
})
afterAll(async () => {
  product?.kill()
  await server?.stop()
})

/** As the example's page does it for whoever is logged in there. */
async function tokenOf(name: string, room: string, teaches = false): Promise<string> {
  const body = new URLSearchParams({ name, room, ...(teaches && { teacher: 'on' }) })
  const response = await fetch(`${productUrl}/join`, { method: 'POST', body, redirect: 'manual' })
  const link = new URL(String(response.headers.get('location')))
  expect(link.pathname).toBe(`/${room}`)
  return link.hash.replace('#jwt=', '')
}

function signed(claims: Readonly<Record<string, unknown>>): string {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const text = `${part({ alg: 'HS256', typ: 'JWT' })}.${part({ iss: 'example', aud: 'alcove', sub: '*', ...claims })}`
  return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`
}

const where = (meetingId: string) => ({ serverUrl: server.url, meetingId })
const codeOf = (joining: Promise<unknown>) =>
  joining.then(
    () => 'joined',
    (error: unknown) => (error instanceof RequestFailed ? error.code : String(error)),
  )

test('people come in as whom the token names, and only the token makes a moderator', async () => {
  const pupil = await openControlBot({
    ...where('lesson'),
    displayName: 'anything',
    token: await tokenOf('Bob', 'lesson'),
  })
  const teacher = await openControlBot({
    ...where('lesson'),
    displayName: 'anything',
    token: await tokenOf('Ann', 'lesson', true),
  })
  const people = Object.values(teacher.getSnapshot().view?.meeting.people ?? {}).sort((a, b) => a.order - b.order)
  expect(people.map(({ displayName, role }) => [displayName, role])).toEqual([
    ['Bob', 'participant'],
    ['Ann', 'moderator'],
  ])
  expect(await codeOf(pupil.createRoom('Mine'))).toBe('PERMISSION_DENIED')
  const room = await teacher.createRoom('Garden')
  // The token was for the meeting: it holds in every room of it.
  const pupilId = pupil.storedSeat()
  if (!pupilId) throw new Error('the pupil has no seat')
  await teacher.move(pupilId, room)
  await teacher.leave()
  // Nobody becomes moderator because the last one has gone.
  await waitFor(() =>
    Object.keys(pupil.getSnapshot().view?.meeting.people ?? {}).length === 1 ? undefined : 'Ann is still there',
  )
  expect(pupil.getSnapshot().view?.meeting.people[pupilId]?.role).toBe('participant')

  await waitFor(async () => {
    const told: readonly { eventType: string; data: Record<string, unknown> }[] = await (
      await fetch(`${productUrl}/events`)
    ).json()
    const bob = told.filter(({ eventType, data }) => eventType === 'PARTICIPANT_JOINED' && data.id === 'example|bob')
    return bob.length === 2 ? undefined : `${bob.length} of 2 joins of Bob were told`
  })
  for (const client of [pupil, teacher]) client.close()
})

test('what a token denies is refused by the server, whatever the role, and said to the person', async () => {
  const denied = { 'screen-sharing': false, 'send-groupchat': 'false', 'breakout-rooms': false, recording: false }
  const exp = Math.floor(Date.now() / 1_000) + 3_600
  const teacher = await openControlBot({
    ...where('denied'),
    displayName: '-',
    token: signed({ room: 'denied', exp, context: { user: { id: 'ann', name: 'Ann', moderator: true } } }),
  })
  const pupil = await openControlBot({
    ...where('denied'),
    displayName: '-',
    token: signed({
      room: 'denied',
      exp,
      context: { user: { id: 'bob', name: 'Bob', avatar: 'https://example.org/bob.png' }, features: denied },
    }),
  })
  const pupilId = pupil.storedSeat()
  const teacherId = teacher.storedSeat()
  if (!pupilId || !teacherId) throw new Error('somebody has no seat')
  const self = pupil.getSnapshot().view?.self
  expect(self?.denied.toSorted()).toEqual(['breakout-rooms', 'screen-sharing', 'send-groupchat'])
  expect(self?.identity).toMatchObject({ userId: 'bob', avatar: 'https://example.org/bob.png' })
  const garden = await teacher.createRoom('Garden')
  expect(await codeOf(pupil.move(pupilId, garden))).toBe('FEATURE_DENIED')
  expect(await codeOf(pupil.sendMessage({ kind: 'meeting' }, 'Hello'))).toBe('FEATURE_DENIED')
  expect(await codeOf(pupil.sendMessage({ kind: 'person', participantId: teacherId }, 'Hello'))).toBe('joined')
  expect(await codeOf(pupil.sendPageText(undefined, 'ping'))).toBe('FEATURE_DENIED')
  expect(await codeOf(pupil.startMedia('screen'))).toBe('FEATURE_DENIED')
  expect(await codeOf(pupil.rename(pupilId, 'Robert'))).toBe('PERMISSION_DENIED')
  await seeWhatIsLeftOut(
    (id, features) =>
      signed({ room: 'denied', exp, context: { user: { id, name: id }, ...(features && { features: denied }) } }),
    await teacher.makeModeratorKey(),
  )
  await teacher.setRole(pupilId, 'moderator')
  expect(await codeOf(pupil.createRoom('Mine'))).toBe('FEATURE_DENIED')
  await teacher.move(pupilId, garden)
  await waitFor(() => {
    const place = teacher.getSnapshot().view?.meeting.people[pupilId]?.roomId
    return place === garden ? undefined : `the pupil is in ${place}`
  })
  for (const client of [pupil, teacher]) client.close()
})

/** The page leaves out what the server would refuse, and nothing else. */
async function seeWhatIsLeftOut(
  tokenOf: (id: string, isDenied: boolean) => string,
  moderatorKey: string,
): Promise<void> {
  const browser = await launchBrowser()
  onTestFinished(() => browser.close())
  const look = async (id: string, isDenied: boolean) => {
    const page = await (await openContext(browser)).newPage()
    // A link alone makes nobody heard or seen, nor does what host pages put there.
    const fragment = 'config.prejoinConfig.enabled=false&jitsi_meet_external_api_id=0'
    await page.goto(`${server.url}/denied?jwt=${tokenOf(id, isDenied)}#${fragment}`)
    await page.getByRole('button', { name: 'Unmute', exact: true }).waitFor()
    await page.getByRole('button', { name: 'Turn camera on', exact: true }).waitFor()
    await page.locator('.person-name', { hasText: 'Ann' }).waitFor()
    const share = await page.getByRole('button', { name: 'Share your screen' }).count()
    const join = await page.getByRole('button', { name: 'Join Garden' }).count()
    // Takes the place of the pane.
    await page.getByRole('button', { name: 'Chat', exact: true }).click()
    await page.getByRole('tab', { selected: true }).waitFor()
    await page.locator('aside[aria-busy=false]').waitFor()
    const mayNotWrite = await page.getByText('Your invitation does not allow you to write here.').count()
    if (!isDenied) await putLinkIntoTab(page, moderatorKey)
    await page.close()
    return { share, join, mayNotWrite }
  }
  expect(await look('dan', false)).toEqual({ share: 1, join: 1, mayNotWrite: 0 })
  expect(await look('cem', true)).toEqual({ share: 0, join: 0, mayNotWrite: 1 })
}

/** A link to the meeting that is open in the tab already: the browser loads nothing for it. */
async function putLinkIntoTab(page: Page, moderatorKey: string): Promise<void> {
  await page.evaluate((key) => location.assign(`#moderator=${key}`), moderatorKey)
  await page.waitForFunction(() => {
    const { alcove } = window as unknown as { alcove?: { client: import('@alcove/client').MeetingClient } }
    return alcove?.client.getSnapshot().view?.self.can.moderate && location.hash === ''
  })
}

test('a moderator by a token that denies rooms switches them off for the meeting, and nobody there switches them on', async () => {
  const exp = Math.floor(Date.now() / 1_000) + 3_600
  const token = (id: string, features: object) =>
    signed({ room: 'strict', exp, context: { user: { id, name: id, moderator: true }, features } })
  const ann = await openControlBot({ ...where('strict'), displayName: '-', token: token('ann', {}) })
  const annId = ann.storedSeat()
  if (!annId) throw new Error('Ann has no seat')
  await ann.move(annId, await ann.createRoom('Garden'))
  const bob = await openControlBot({
    ...where('strict'),
    displayName: '-',
    token: token('bob', { 'breakout-rooms': false }),
  })
  await waitFor(() => {
    const meeting = ann.getSnapshot().view?.meeting
    return meeting?.roomsOff === 'token' && meeting.people[annId]?.roomId === 'main' ? undefined : 'rooms are used'
  })
  expect(await codeOf(ann.createRoom('Pond'))).toBe('ROOMS_OFF')
  expect(await codeOf(ann.allowRooms(true))).toBe('ROOMS_OFF')
  for (const client of [ann, bob]) client.close()
})

test('where guests stay out, a moderator link and a personal link let in', async () => {
  const exp = Math.floor(Date.now() / 1_000) + 3_600
  const user = { id: 'ann', name: 'Ann', moderator: true }
  const teacher = await openControlBot({
    ...where('linked'),
    displayName: '-',
    token: signed({ room: 'linked', exp, context: { user } }),
  })
  const moderatorKey = await teacher.makeModeratorKey()
  const [bobId] = await teacher.expectPeople([{ displayName: 'Bob', claimCode: 'ABCD1234' }])
  const join = async (secrets: Record<string, unknown>) => {
    const client = RawClient.open(server.url, { protocol: 1, meeting: 'linked' })
    await client.connected()
    const reply = await client.command('meeting.join', { displayName: 'Guest', resumeToken: newToken(), ...secrets })
    client.close()
    return reply
  }
  expect(await join({})).toMatchObject({ error: { code: 'TOKEN_REQUIRED' } })
  expect(await join({ moderatorKey: 'f'.repeat(64) })).toMatchObject({ error: { code: 'MODERATOR_KEY_WRONG' } })
  expect(await join({ claimCode: 'WRONG123' })).toMatchObject({ error: { code: 'CLAIM_UNKNOWN' } })
  expect(await join({ claimCode: 'ABCD1234' })).toMatchObject({ ok: true, result: { participantId: bobId } })
  expect(await join({ moderatorKey })).toMatchObject({ ok: true })
  // What others do is told on a line of its own.
  await waitFor(() => {
    const people = Object.values(teacher.getSnapshot().view?.meeting.people ?? {})
    const { length } = people.filter(({ role }) => role === 'moderator')
    return length === 2 ? undefined : `${length} people moderate`
  })
  teacher.close()
})

test.each([
  ['no token', undefined, 'TOKEN_REQUIRED'],
  ['a token for another meeting', () => tokenOf('Eve', 'other'), 'TOKEN_ROOM_WRONG'],
  [
    'a token without a signature',
    async () => `${(await tokenOf('Eve', 'lesson')).split('.').slice(0, 2).join('.')}.`,
    'TOKEN_INVALID',
  ],
  ['an expired token', async () => signed({ room: '*', exp: 1_000 }), 'TOKEN_EXPIRED'],
] as const)('%s opens nothing', async (_words, make, code) => {
  const token = make && (await make())
  expect(
    await codeOf(openControlBot({ ...where('lesson'), displayName: 'Eve', ...(token !== undefined && { token }) })),
  ).toBe(code)
})

test('a token that expires puts nobody out: the seat is theirs, for them alone', async () => {
  const auth = (token?: string) => ({ protocol: 1, meeting: 'long', ...(token && { token }) })
  const user = (id: string) => ({ room: 'long', context: { user: { id } } })
  const open = async (token?: string) => {
    const client = RawClient.open(server.url, auth(token))
    expect(await client.connected()).toBeUndefined()
    return client
  }
  const soon = Math.floor(Date.now() / 1_000) + 3_600
  const first = await open(signed({ ...user('ann'), exp: soon }))
  const seat = await first.join('Ann')
  first.close()
  const expired = signed({ ...user('ann'), exp: 1_000 })
  for (const token of [expired, undefined]) {
    const again = await open(token)
    expect(await again.resume(seat)).toMatchObject({ ok: true })
    expect(again.texts.join()).not.toContain('eyJ')
    again.close()
  }
  const another = await open(signed({ ...user('bob'), exp: soon }))
  expect(await another.resume(seat)).toMatchObject({ error: { code: 'TOKEN_USER_DIFFERENT' } })
  another.close()
  const late = await open(expired)
  const reply = await late.command('meeting.join', { displayName: 'Ann', resumeToken: newToken() })
  expect(reply).toMatchObject({ error: { code: 'TOKEN_EXPIRED' } })
  late.close()
  expect(server.output()).not.toContain('eyJ')
})
