// SPDX-License-Identifier: Apache-2.0
// Webhooks of a real server to a receiver on this machine: in order, signed, none lost when the server is killed, shown and sent again when they were
// given up.
import { createHmac } from 'node:crypto'
import { createServer, type Server as HttpServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { openControlBot } from '@alcove/client/testing'
import { mainRoomId } from '@alcove/protocol'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { newToken, RawClient } from '../harness/RawClient.ts'
import { Server } from '../harness/Server.ts'
import { waitFor } from '../harness/waitFor.ts'

const secret = 'whsec_0123456789abcdef0123456789abcdef'
const metricsToken = 'a token for Prometheus'
/** In links; the test opens them at the address that the server has. */
const publicUrl = 'https://meet.example.org'

interface Hook {
  readonly idempotencyKey: string
  readonly eventType: string
  readonly sessionId: string
  readonly timestamp: number
  readonly fqn: string
  readonly data: Readonly<Record<string, unknown>>
}

let receiver: HttpServer
let server: Server | undefined
/** Everything that came, also what was refused. */
let came: Hook[]
let taken: Hook[]
let isUp: boolean
/** What the question before a meeting is answered with. */
let settingsAnswer: string

beforeEach(async () => {
  came = []
  taken = []
  isUp = true
  settingsAnswer = ''
  receiver = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += chunk
    const [, seconds, signature] = /^t=(\d+),v1=(.+)$/.exec(String(request.headers['x-jaas-signature'])) ?? []
    const isRight = signature === createHmac('sha256', secret).update(`${seconds}.${body}`).digest('base64')
    const hook: Hook = JSON.parse(body)
    came.push(hook)
    if (isUp && isRight) taken.push(hook)
    response
      .writeHead(isUp && isRight ? 200 : 503)
      .end(hook.eventType === 'SETTINGS_PROVISIONING' ? settingsAnswer : undefined)
  })
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve))
})
afterEach(async () => {
  await server?.stop()
  receiver.closeAllConnections()
  await new Promise((resolve) => receiver.close(resolve))
})

async function start(events?: readonly string[]): Promise<Server> {
  const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`
  const endpoint = { name: 'app', url, secret, allowAddresses: ['127.0.0.1'], ...(events && { events }) }
  const settings = { publicUrl, endpoints: [endpoint] }
  server = await Server.start({ args: ['--webhooks', JSON.stringify(settings), '--metrics-token', metricsToken] })
  return server
}

/** What was taken of a meeting, each event once. */
function toldOf(meeting: string): readonly Hook[] {
  const hooks = taken.filter(({ fqn }) => fqn === `alcove/${meeting}`)
  return [...new Map(hooks.map((hook) => [hook.idempotencyKey, hook])).values()]
}

test('a meeting with a breakout room is told from the first one in to the last one out', async () => {
  const running = await start()
  const { url } = running
  const ann = await openControlBot({ serverUrl: url, meetingId: 'lesson', displayName: 'Ann' })
  const bob = await openControlBot({ serverUrl: url, meetingId: 'lesson', displayName: 'Bob' })
  const room = await ann.createRoom('Garden')
  const bobId = bob.storedSeat()
  if (!bobId) throw new Error('Bob has no seat')
  await ann.sendMessage({ kind: 'room', roomId: mainRoomId }, 'Hello')
  await ann.move(bobId, room)
  await bob.sendMessage({ kind: 'room', roomId: room }, 'In the garden')
  await bob.sendMessage({ kind: 'person', participantId: ann.storedSeat() ?? bobId }, 'psst')
  await ann.sendMessage({ kind: 'meeting' }, 'Come back')
  await bob.leave()
  await ann.endMeeting()
  await waitFor(() =>
    toldOf('lesson').at(-1)?.eventType === 'CHAT_UPLOADED' ? undefined : `${toldOf('lesson').length} events came`,
  )
  const told = toldOf('lesson')
  expect(told.map(({ eventType }) => eventType)).toEqual([
    'ROOM_CREATED',
    'PARTICIPANT_JOINED',
    'PARTICIPANT_JOINED',
    'USAGE',
    'BREAKOUT_CREATED',
    'PARTICIPANT_MOVED',
    'PARTICIPANT_LEFT',
    'ROOM_CREATED',
    'PARTICIPANT_JOINED',
    'PARTICIPANT_LEFT',
    'ROOM_DESTROYED',
    'PARTICIPANT_LEFT',
    'ROOM_DESTROYED',
    'CHAT_UPLOADED',
  ])
  expect(told[6]?.data).toMatchObject({ participantId: bobId, isBreakout: false, disconnectReason: 'switch_room' })
  expect(told[8]?.data).toMatchObject({ participantId: bobId, isBreakout: true, breakoutRoomId: room })
  for (const client of [ann, bob]) client.close()

  const metrics = await fetch(`${url}/metrics`, { headers: { authorization: `Bearer ${metricsToken}` } })
  expect(await metrics.text()).toMatch(/alcove_webhook_tries_total\{endpoint="app",outcome="delivered"\} \d+/)
  expect((await fetch(`${url}/metrics`)).status).toBe(401)

  // As a receiver does that knows nothing but the link; also after a crash.
  const link = String(told.at(-1)?.data.preAuthenticatedLink)
  expect(link.startsWith(`${publicUrl}/api/v1/chats/`)).toBe(true)
  const open = (path: string) => fetch(path.replace(publicUrl, url))
  const chat = await (await open(link)).json()
  expect(chat).toMatchObject({ messageType: 'CHAT', meetingFqn: 'alcove/lesson', sessionId: told[0]?.sessionId })
  expect(chat.messages).toMatchObject([
    { name: 'Ann', content: 'Hello', isBreakout: false },
    { name: 'Bob', content: 'In the garden', breakoutRoomId: room, jid: told[8]?.data.participantFullJid },
    { name: 'Ann', content: 'Come back' },
  ])
  for (const { timestamp } of chat.messages) expect(Math.abs(Date.now() - timestamp)).toBeLessThan(60_000)
  const stolen = await open(`${link.slice(0, -1)}${link.endsWith('A') ? 'B' : 'A'}`)
  expect(stolen.status).toBe(404)
  expect(await stolen.json()).toMatchObject({ code: 'MEETING_UNKNOWN' })
  await running.kill9()
  await running.startAgain()
  expect(await (await open(link)).json()).toEqual(chat)
})

test('nothing is lost when the server is killed, again and again, in the middle of it', async () => {
  const running = await start()
  const made: string[] = []
  isUp = false
  for (let round = 0; round < 3; round += 1) {
    const options = { serverUrl: running.url, meetingId: 'killed', displayName: `Ann ${round}` }
    const ann = await openControlBot(options)
    // Only the first one is moderator: later rounds come as participants and make nothing.
    const count = round === 0 ? 20 : 0
    for (let index = 0; index < count; index += 1) made.push(await ann.createRoom(`Room ${index}`))
    await running.kill9()
    ann.close()
    isUp = round > 0
    await running.startAgain()
  }
  await waitFor(
    () => {
      const names = toldOf('killed').filter(({ eventType }) => eventType === 'PARTICIPANT_JOINED')
      return names.length === 3 ? undefined : `${names.length} of 3 people were told`
    },
    // What was refused three times, as where the first rounds take half a minute, is offered again after one.
    { timeoutMs: 120_000 },
  )
  const told = toldOf('killed')
  expect(
    told.filter(({ eventType }) => eventType === 'BREAKOUT_CREATED').map(({ data }) => data.breakoutRoomId),
  ).toEqual(made)
  // In order, each first arrival after the one before it.
  const times = told.map(({ timestamp }) => timestamp)
  expect(times).toEqual([...times].sort((a, b) => a - b))
})

test('before a meeting begins whoever runs it says how its door stands; without an answer it does not begin', async () => {
  const { url } = await start(['SETTINGS_PROVISIONING'])
  const join = async (meeting: string, more: Record<string, unknown> = {}) => {
    const client = RawClient.open(url, { protocol: 1, meeting })
    await client.connected()
    return client.command('meeting.join', { displayName: 'Ann', resumeToken: newToken(), ...more })
  }
  settingsAnswer = JSON.stringify({ passcode: '12345', maxOccupants: 2, transcriberType: 'GOOGLE' })
  expect(await join('exam')).toMatchObject({ error: { code: 'PASSWORD_REQUIRED' } })
  expect(await join('exam', { password: '54321' })).toMatchObject({ error: { code: 'PASSWORD_WRONG' } })
  for (const _of of ['Ann', 'Bob']) expect(await join('exam', { password: '12345' })).toMatchObject({ ok: true })
  expect(await join('exam', { password: '12345' })).toMatchObject({ error: { code: 'MEETING_CROWDED' } })
  const questions = taken.filter(({ eventType }) => eventType === 'SETTINGS_PROVISIONING')
  expect(questions.length).toBeGreaterThan(0)
  expect(questions.every(({ fqn }) => fqn === 'alcove/exam')).toBe(true)
  // Only the question was wanted.
  expect(taken.length).toBe(questions.length)

  settingsAnswer = JSON.stringify({ lobbyEnabled: true })
  expect(await join('talk')).toMatchObject({ ok: true })
  expect(await join('talk')).toMatchObject({
    ok: true,
    result: { parts: [{ part: 'self', value: { waiting: true } }] },
  })
  settingsAnswer = ''
  expect(await join('plain')).toMatchObject({ ok: true })
  isUp = false
  expect(await join('other')).toMatchObject({ error: { code: 'SETTINGS_UNAVAILABLE' } })
  expect(await join('plain')).toMatchObject({ ok: true })
})
