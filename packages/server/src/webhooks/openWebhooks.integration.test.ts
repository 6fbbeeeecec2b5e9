// SPDX-License-Identifier: Apache-2.0
// From what meetings store to what an endpoint on this machine receives, also when meetings are deleted or blanked right away.
import { createHmac } from 'node:crypto'
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { ann, ask, bob, join, red } from '@alcove/meeting/testing'
import type { MeetingId } from '@alcove/protocol'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type MemoryStore, openMemoryStore } from '../store/testing/index.ts'
import { type Endpoint, openWebhooks, type Webhooks } from './openWebhooks.ts'
import { commitsFor, naming, webhooksFor } from './testing/hooks.ts'
import type { Webhook } from './translate.ts'

const secret = 'whsec_9635df66714a4cf088ee9d0979dd3bf6'
const history = [
  join(ann, { displayName: 'Ann' }),
  join(bob, { displayName: 'Bob' }),
  ask(ann, { type: 'CreateRoom', roomId: red, name: 'Red' }),
  ask(ann, { type: 'MoveParticipant', participantId: bob, toRoomId: red }),
  ask(ann, { type: 'EndMeeting' }),
]
const commits = commitsFor(...history)
const weekly = commits[0]?.meetingId as MeetingId
const keys = webhooksFor(...history).map(({ idempotencyKey }) => idempotencyKey)
const clock = {
  now: () => Date.now(),
  after: (delayMs: number, callback: () => void) => {
    const timer = setTimeout(callback, delayMs)
    return () => clearTimeout(timer)
  },
}
const quiet = { info: () => {}, warn: () => {}, error: () => {} }

interface Received {
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

let server: Server
let received: Received[]
let status: number
let endpoint: Endpoint
let store: MemoryStore
let webhooks: Webhooks | undefined

beforeEach(async () => {
  received = []
  status = 200
  server = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += chunk
    received.push({ headers: request.headers, body })
    response.writeHead(status).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const url = `http://127.0.0.1:${port}/hooks`
  endpoint = { name: 'app', url, secret, signature: 'jaas', allowAddresses: ['127.0.0.1'] }
  store = openMemoryStore()
})
afterEach(async () => {
  await webhooks?.close()
  await new Promise((resolve) => server.close(resolve))
})

async function open(change: Partial<Endpoint> = {}): Promise<Webhooks> {
  webhooks = await openWebhooks({
    settings: { ...naming, endpoints: [{ ...endpoint, ...change }] },
    store,
    clock,
    log: quiet,
    metrics: { delivered: () => {}, failed: () => {} },
    linkKey: new Uint8Array(32),
    listEnded: async () => [],
  })
  return webhooks
}

async function append(to: Webhooks, some = commits): Promise<void> {
  for (const commit of some) await to.store.append(commit, commit.version - 1)
}

const parsed = () => received.map(({ body }): Webhook => JSON.parse(body))
/** Some wait for a second try, which comes 5 s after the first. */
const until = <Result>(look: () => Result | Promise<Result>) => vi.waitFor(look, { timeout: 60_000 })
const untilReceived = (count: number) => until(() => expect(received.length).toBeGreaterThanOrEqual(count))

describe('an endpoint', () => {
  it('receives every event once, in order, signed as JaaS signs', async () => {
    await append(await open({ authorization: 'Bearer for-them' }))
    await untilReceived(keys.length)
    expect(parsed().map(({ idempotencyKey }) => idempotencyKey)).toEqual(keys)
    for (const { headers, body } of received) {
      const [, t, v1] = /^t=(\d+),v1=(.+)$/.exec(String(headers['x-jaas-signature'])) ?? []
      expect(v1).toBe(createHmac('sha256', secret).update(`${t}.${body}`).digest('base64'))
      expect(Math.abs(Number(t) * 1_000 - Date.now())).toBeLessThan(60_000)
      expect(headers).toMatchObject({
        authorization: 'Bearer for-them',
        'content-type': 'application/json; charset=utf-8',
      })
    }
  })

  it('that wants Standard Webhooks gets their headers, the key as the id', async () => {
    await append(await open({ signature: 'standard' }), commits.slice(0, 1))
    await untilReceived(2)
    const [first] = received
    expect(first?.headers['webhook-id']).toBe(keys[0])
    const signed = `${keys[0]}.${first?.headers['webhook-timestamp']}.${first?.body}`
    const key = Buffer.from(secret.slice('whsec_'.length), 'base64')
    expect(first?.headers['webhook-signature']).toBe(`v1,${createHmac('sha256', key).update(signed).digest('base64')}`)
    expect(first?.headers).not.toHaveProperty('x-jaas-signature')
  })

  it('that wants some events gets these', async () => {
    await append(await open({ events: ['PARTICIPANT_LEFT', 'BREAKOUT_CREATED'] }))
    await untilReceived(4)
    expect(parsed().map(({ eventType }) => eventType)).toEqual([
      'BREAKOUT_CREATED',
      'PARTICIPANT_LEFT',
      'PARTICIPANT_LEFT',
      'PARTICIPANT_LEFT',
    ])
  })

  it('at an address that is not allowed gets nothing, and everything waits', async () => {
    const opened = await open({ allowAddresses: [] })
    await append(opened)
    await until(async () => expect(await opened.backlog()).toEqual([{ endpoint: 'app', due: keys.length, dead: 0 }]))
    expect(received).toEqual([])
  })
})

describe('a deleted meeting', () => {
  it('is told to its end, although its log is gone', async () => {
    const opened = await open()
    await append(opened)
    await opened.store.delete(weekly)
    expect(await store.read(weekly, 1)).toEqual([])
    await untilReceived(keys.length)
    expect(parsed().map(({ idempotencyKey }) => idempotencyKey)).toEqual(keys)
  })

  it('is not deleted before it was read', async () => {
    const opened = await open()
    await append(opened, commits.slice(0, 1))
    const { fill } = store.outbox
    store.outbox.fill = () => Promise.reject(new Error('disk full'))
    await append(opened, commits.slice(1))
    await expect(opened.store.delete(weekly)).rejects.toThrow('disk full')
    expect(await store.read(weekly, 1)).toHaveLength(commits.length)
    store.outbox.fill = fill
    await opened.store.delete(weekly)
    await untilReceived(keys.length)
    expect(parsed().map(({ idempotencyKey }) => idempotencyKey)).toEqual(keys)
  })
})

describe('personal data', () => {
  it('of a deleted meeting are blanked in what is given up later', async () => {
    status = 500
    const opened = await open()
    await append(opened, commits.slice(0, 2))
    await opened.store.delete(weekly)
    await untilReceived(1)
    const waiting = await until(async () => {
      const { deliveries } = await store.outbox.next('app', Number.MAX_SAFE_INTEGER, 1)
      expect(deliveries[0]?.attempts).toBeGreaterThan(0)
      return deliveries[0]
    })
    await store.outbox.delivered(waiting?.id ?? 0)
    const joined = await until(async () => {
      const { deliveries } = await store.outbox.next('app', Number.MAX_SAFE_INTEGER, 1)
      expect(deliveries[0]?.eventType).toBe('PARTICIPANT_JOINED')
      expect(deliveries[0]?.attempts).toBeGreaterThan(0)
      return deliveries[0]
    })
    expect(joined?.body).toContain('Ann')
    for (let tries = 1; tries < 10; tries += 1) await store.outbox.postpone(joined?.id ?? 0, 0)
    await until(() => {
      const [dead] = store.outbox.dead.list()
      expect(dead?.eventType).toBe('PARTICIPANT_JOINED')
      expect(dead?.body).not.toContain('Ann')
    })
  })

  it('that are blanked in the log are blanked where they wait', async () => {
    status = 500
    const opened = await open()
    await append(opened, commits.slice(0, 2))
    await opened.store.rewrite(weekly, (event) =>
      event.type === 'ParticipantJoined' ? { ...event, displayName: '' } : event,
    )
    const { deliveries } = await store.outbox.next('app', Number.MAX_SAFE_INTEGER, 10)
    expect(deliveries.length).toBeGreaterThan(0)
    status = 200
    await append(opened, commits.slice(2, 4))
    await opened.close()
    await open()
    await until(async () => expect(await store.outbox.backlog()).toEqual([]))
    const moved = parsed().filter(({ eventType }) => eventType === 'PARTICIPANT_MOVED')
    expect(moved).toMatchObject([{ data: { participant: { participantId: bob, name: '' } } }])
  })
})
