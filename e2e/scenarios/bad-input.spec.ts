// SPDX-License-Identifier: Apache-2.0
// What no honest client says: each gets a coded error, nothing changes, nobody else notices, and nothing of the server's insides comes out.
import { get } from 'node:http'
import type { MeetingClient } from '@alcove/client'
import { openControlBot, subscribeUntil } from '@alcove/client/testing'
import { type ParticipantId, protocolVersion } from '@alcove/protocol'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { newCommandId, newToken, openRaw, RawClient, type RawReply } from '../harness/RawClient.ts'
import { useStage } from '../harness/Stage.ts'
import { waitFor } from '../harness/waitFor.ts'

const meeting = 'bad-input'
const stage = useStage({ browser: false })
const handshake = { protocol: protocolVersion, meeting }

/** People who behave, in the same meeting: Ann moderates, Bob watches. */
let ann: MeetingClient
let bob: MeetingClient
let seen: string[] = []
const insides = /\bat .+:\d+|node_modules|\.ts\b|\/packages\/|Error:|SQLITE/

beforeAll(async () => {
  const options = { serverUrl: stage.server.url, meetingId: meeting }
  ann = await openControlBot({ ...options, displayName: 'Ann' })
  bob = await openControlBot({ ...options, displayName: 'Bob' })
  await ann.createRoom('Garden')
  await subscribeUntil(bob, ({ view }) => Object.keys(view?.meeting.rooms ?? {}).length === 1, 'Bob sees the room')
  bob.subscribe(() => {
    const { status } = bob.getSnapshot().state
    if (status !== 'joined') seen.push(status)
  })
})
afterAll(() => {
  ann?.close()
  bob?.close()
})
beforeEach(() => {
  stage.explainFailure()
  seen = []
})

/** Rooms, policy and everybody but the bad guest, as Bob is told. */
function standing(): string {
  const view = bob.getSnapshot().view
  const people = Object.values(view?.meeting.people ?? {}).filter(({ displayName }) => displayName !== 'Mal')
  return JSON.stringify([people, view?.meeting.rooms, view?.meeting.selfMove])
}

/**
 * Runs something bad and then proves that nothing happened: Bob's view is what it was, his connection never broke, a change by Ann still
 * reaches him, and no text that the bad client got shows insides.
 */
async function harmless(
  run: (client: RawClient) => Promise<void>,
  auth: Record<string, unknown> = handshake,
): Promise<void> {
  const before = standing()
  const client = RawClient.open(stage.server.url, auth)
  try {
    await run(client)
    for (const text of client.texts) expect(text).not.toMatch(insides)
  } finally {
    client.close()
  }
  await proveAlive()
  expect(standing()).toBe(before)
  expect(seen).toEqual([])
}

/** A change goes to Bob and back; everything that came before it has arrived by then. */
async function proveAlive(): Promise<void> {
  for (const policy of ['main-only', 'anywhere'] as const) {
    await ann.setSelfMove(policy)
    await subscribeUntil(bob, ({ view }) => view?.meeting.selfMove === policy, `Bob sees ${policy}`)
  }
}

function codeOf({ ok, error }: RawReply): string {
  return ok ? 'accepted' : (error?.code ?? 'no code')
}

test.for([
  ['an older protocol', { protocol: 0, meeting }, 'PROTOCOL_UNSUPPORTED'],
  ['a future protocol', { protocol: protocolVersion + 1, meeting }, 'PROTOCOL_UNSUPPORTED'],
  ['no handshake', {}, 'HANDSHAKE_INVALID'],
  ['a meeting that is no text', { protocol: protocolVersion, meeting: { $gt: '' } }, 'HANDSHAKE_INVALID'],
  ['a meeting name out of a path', { protocol: protocolVersion, meeting: '../etc/passwd' }, 'MEETING_NAME_INVALID'],
  ['a name of our own paths', { protocol: protocolVersion, meeting: 'socket.io' }, 'MEETING_NAME_INVALID'],
] as const)('%s is refused at the door', ([, auth, code]) =>
  harmless(async (client) => {
    expect(await client.connected()).toMatchObject({ code })
  }, auth),
)

test('nothing can be asked without a seat', () =>
  harmless(async (client) => {
    await client.connected()
    expect(codeOf(await client.command('room.create'))).toBe('NOT_JOINED')
    expect(codeOf(await client.command('meeting.leave'))).toBe('NOT_JOINED')
    expect(codeOf(await client.ask({ type: 'media.open' }))).toBe('NOT_JOINED')
  }))

test('of two entries at once over one connection one takes a seat, and nobody is left behind', async () => {
  const client = await openRaw(stage.server.url, meeting)
  const join = () => client.command('meeting.join', { displayName: 'Mal', resumeToken: newToken() })
  const replies = await Promise.all([join(), join()])
  expect(replies.map(codeOf)).toEqual(['accepted', 'ALREADY_JOINED'])
  const seat = replies[0]?.result?.participantId as ParticipantId
  await subscribeUntil(bob, ({ view }) => view?.meeting.people[seat] !== undefined, 'Bob sees who came')
  client.close()
  await subscribeUntil(
    bob,
    ({ view }) => view?.meeting.people[seat]?.absent === true,
    'Bob sees that nobody is there any more',
  )
})

test('an event that is no request costs the connection', () =>
  harmless(async (client) => {
    await client.connected()
    client.socket.emit('flood', 'x'.repeat(1_000))
    expect(await client.closed()).toBe('MESSAGE_UNREADABLE')
  }))

test('a seat in a meeting that nobody ever entered is unknown, and asking makes no meeting', () =>
  harmless(
    async (client) => {
      await client.connected()
      const reply = await client.resume({ participantId: '00000000', resumeToken: newToken() })
      expect(['MEETING_UNKNOWN', 'SEAT_UNKNOWN']).toContain(codeOf(reply))
    },
    { protocol: protocolVersion, meeting: 'never-entered' },
  ))

test('forged, foreign and malformed resume tokens open no seat', async () => {
  const other = await openRaw(stage.server.url, 'another-meeting')
  const foreign = await other.join('Somebody')
  const annId = ann.getSnapshot().view?.self.participantId ?? ''
  await harmless(async (client) => {
    await client.connected()
    expect(codeOf(await client.resume({ participantId: annId, resumeToken: newToken() }))).toBe('SEAT_UNKNOWN')
    expect(codeOf(await client.resume({ participantId: annId, resumeToken: foreign.resumeToken }))).toBe('SEAT_UNKNOWN')
    expect(codeOf(await client.resume(foreign))).toBe('SEAT_UNKNOWN')
    expect(codeOf(await client.resume({ participantId: annId, resumeToken: 'x' }))).toBe('REQUEST_INVALID')
    expect(await client.closed()).toBe('REQUEST_INVALID')
  })
  expect(ann.getSnapshot().state.status).toBe('joined')
  other.close()
})

test.for([
  ['of 10,000 characters', 'x'.repeat(10_000)],
  ['of control characters', 'a\u0000b\u001b[31m'],
  ['that turns the line around', 'abc\u202edef'],
  ['of half a character', 'a\ud800'],
  ['of spaces', '   '],
] as const)('a name %s is refused, for people and for rooms', ([, name]) =>
  harmless(async (client) => {
    await client.connected()
    const reply = await client.command('meeting.join', { displayName: name, resumeToken: newToken() })
    expect(codeOf(reply)).toBe('NAME_INVALID')
    await expect(ann.createRoom(name)).rejects.toMatchObject({ code: 'NAME_INVALID' })
  }),
)

test('who is no moderator cannot do what moderators do; unknown rooms and people are named as such', async () => {
  const [roomId] = Object.keys(ann.getSnapshot().view?.meeting.rooms ?? {})
  const annId = ann.getSnapshot().view?.self.participantId
  const bobId = bob.getSnapshot().view?.self.participantId
  await harmless(async (client) => {
    await client.connected()
    const mal = await client.join('Mal')
    const commands: readonly (readonly [string, Record<string, unknown>])[] = [
      ['room.create', {}],
      ['room.change', { roomId, name: 'Mine' }],
      ['room.remove', { roomId }],
      ['room.close', { roomId }],
      ['rooms.close', {}],
      ['rooms.assign', { who: 'everybody' }],
      ['meeting.policy', { selfMove: 'nowhere' }],
      ['participant.role', { participantId: mal.participantId, role: 'moderator' }],
      ['participant.role', { participantId: annId, role: 'participant' }],
      ['participant.move', { participantId: bobId, roomId }],
    ]
    for (const [type, fields] of commands)
      expect([type, codeOf(await client.command(type, fields))]).toEqual([type, 'PERMISSION_DENIED'])
    const nowhere = { participantId: mal.participantId, roomId: 'ffffffff' }
    expect(codeOf(await client.command('participant.move', nowhere))).toBe('ROOM_UNKNOWN')
    expect(codeOf(await client.command('meeting.join', { displayName: 'Mal', resumeToken: newToken() }))).toBe(
      'ALREADY_JOINED',
    )
    await client.command('meeting.leave')
  })
  await expect(ann.move('ffffffff' as never, roomId as never)).rejects.toMatchObject({ code: 'PARTICIPANT_UNKNOWN' })
  await expect(ann.renameRoom('main' as never, 'Hall')).rejects.toMatchObject({ code: 'ROOM_IS_MAIN' })
})

test.for([
  ['nothing', undefined],
  ['text', 'room.create'],
  ['a list', [1, 2, 3]],
  ['an unknown type', { type: 'room.destroy', id: newCommandId() }],
  ['a prototype as type', { type: '__proto__' }],
  ['a missing field', { type: 'room.change', id: newCommandId(), name: 'Hall' }],
  ['a field too many', { type: 'rooms.close', id: newCommandId(), force: true }],
  ['a wrong kind of field', { type: 'participant.move', id: newCommandId(), participantId: 7, roomId: 'main' }],
] as const)('a request that is %s costs the connection', ([, request]) =>
  harmless(async (client) => {
    await client.connected()
    const reply = await client.ask(request ?? null)
    expect(codeOf(reply)).toBe('REQUEST_INVALID')
    expect(await client.closed()).toBe('REQUEST_INVALID')
  }),
)

test.for([
  ['is no JSON', '42["request",{"type":', 'MESSAGE_UNREADABLE'],
  ['is of no kind that exists', '49', 'MESSAGE_UNREADABLE'],
  ['is larger than 64 KiB', `42["request","${'x'.repeat(100 * 1024)}"]`, 'MESSAGE_TOO_LARGE'],
  ['announces attachments that never come', '45999-["request",{"_placeholder":true,"num":0}]', 'MESSAGE_UNREADABLE'],
] as const)('a message that %s costs the connection', ([, text, code]) =>
  harmless(async (client) => {
    await client.connected()
    client.sendText(text)
    expect(await client.closed()).toBe(code)
  }),
)

test.for([
  ['of two megabytes', '4'.padEnd(2 * 1024 * 1024, 'x')],
  ['that is no packet at all', 'hello'],
] as const)('a frame %s ends the connection and nothing else', ([, text]) =>
  harmless(async (client) => {
    await client.connected()
    client.sendText(text)
    await client.closed()
  }),
)

test('bad media parameters are refused and leave the seat as it is', () =>
  harmless(async (client) => {
    await client.connected()
    await client.join('Mal')
    const produce = { type: 'media.produce', source: 'camera', paused: false }
    expect(codeOf(await client.ask({ ...produce, rtpParameters: {} }))).toBe('MEDIA_NOT_OPEN')
    expect(codeOf(await client.ask({ type: 'media.open' }))).toBe('accepted')
    const bad: readonly (readonly [string, Record<string, unknown>])[] = [
      ['MEDIA_REFUSED', { ...produce, rtpParameters: {} }],
      [
        'MEDIA_REFUSED',
        {
          ...produce,
          rtpParameters: { codecs: [{ mimeType: 'video/VP8', payloadType: 999, clockRate: 90_000 }], encodings: 'x' },
        },
      ],
      [
        'MEDIA_REFUSED',
        { ...produce, rtpParameters: { codecs: [], headerExtensions: [], encodings: [{ ssrc: -1 }], rtcp: null } },
      ],
      ['MEDIA_REFUSED', { type: 'media.connect', transportId: 'nope', dtlsParameters: {} }],
      ['MEDIA_REFUSED', { type: 'media.receive', rtpCapabilities: { codecs: 'all' } }],
      ['MEDIA_NOT_OPEN', { type: 'media.restartIce', transportId: 'nope' }],
    ]
    for (const [code, request] of bad) expect([request, codeOf(await client.ask(request))]).toEqual([request, code])
    expect(codeOf(await client.ask({ type: 'media.ready', consumerIds: ['nope'] }))).toBe('accepted')
    expect(codeOf(await client.ask({ type: 'media.close', source: 'screen' }))).toBe('accepted')
    // Everybody in the room would negotiate each time.
    const begun = await Promise.all(Array.from({ length: 60 }, () => client.ask({ ...produce, rtpParameters: {} })))
    expect(new Set(begun.map(codeOf))).toEqual(new Set(['MEDIA_REFUSED', 'RATE_LIMITED']))
    expect(codeOf(await client.ask({ type: 'media.close', source: 'camera' }))).toBe('accepted')
    await client.command('meeting.leave')
  }))

test('who sends faster than allowed is told to wait, and who goes on is cut off', () =>
  harmless(async (client) => {
    await client.connected()
    await client.join('Mal')
    const limited: (RawReply | undefined)[] = []
    // Once is enough, unless the machine stands still meanwhile: that gives time back.
    await waitFor(async () => {
      const replies = await Promise.all(
        Array.from({ length: 250 }, () => client.ask({ type: 'media.ready', consumerIds: [] }).catch(() => undefined)),
      )
      limited.push(...replies.filter((reply) => reply?.error?.code === 'RATE_LIMITED'))
      return limited.length > 50 ? undefined : `${limited.length} of 250 were told to wait`
    })
    expect(limited[0]?.error?.retryAfterMs).toBeGreaterThan(0)
    for (let sent = 0; sent < 400; sent += 1)
      client.socket.emit('request', { type: 'media.ready', consumerIds: [] }, () => {})
    expect(await client.closed()).toBe('RATE_EXCEEDED')
  }))

test('the newest connection of a seat wins, and the older one is told so', async () => {
  const older = await openRaw(stage.server.url, 'replaced')
  const seat = await older.join('Ann')
  const newer = await openRaw(stage.server.url, 'replaced')
  expect(await newer.resume(seat)).toMatchObject({ ok: true })
  expect(await older.closed()).toBe('SEAT_REPLACED')
  expect(codeOf(await newer.command('room.create'))).toBe('accepted')
  newer.close()
})

test('pages and paths that do not exist, and requests that make no sense, get plain answers', async () => {
  const paths = ['/assets/../../package.json', '/assets/%2e%2e/%2e%2e/package.json', '/%00', '/api/nope', '/a/b/c']
  for (const path of [...paths, `/${'x'.repeat(3000)}`, '/%ff', '/../../../etc/passwd']) {
    const { status, body } = await getAsItIs(path)
    expect([path, status]).toEqual([path, expect.toBeOneOf([400, 403, 404, 414])])
    expect(body).not.toMatch(/\bat .+:\d+|node_modules|"name": "alcove"|root:/)
  }
  expect((await fetch(stage.server.url, { method: 'DELETE' })).status).toBe(404)
})

/** Asks for a path without putting it in order first, as fetch would. */
function getAsItIs(path: string): Promise<{ status: number | undefined; body: string }> {
  return new Promise((resolve, reject) => {
    const asking = get({ host: '127.0.0.1', port: stage.server.port, path }, (response) => {
      let body = ''
      response.on('data', (chunk: Buffer) => {
        body += chunk
      })
      response.on('end', () => resolve({ status: response.statusCode, body }))
    })
    asking.on('error', reject)
  })
}
