// SPDX-License-Identifier: Apache-2.0
// Joining, coming back, stepping aside: against a fake far end of the socket, without media.
import type { ParticipantId, SeatReply } from '@alcove/protocol'
import { expect, test } from 'vitest'
import { Attendance } from './Attendance.ts'
import { newCommandId } from './seat/randomIds.ts'
import { FakeClock, settle } from './testing/FakeClock.ts'
import { FakeServer } from './testing/FakeServer.ts'

const participantId = '0000000a' as ParticipantId
const otherId = '0000000b' as ParticipantId
const seatReply: SeatReply = {
  participantId,
  serverNow: 7_000_000,
  parts: [
    {
      type: 'part.snapshot',
      part: 'meeting',
      epoch: 'e',
      version: 3,
      value: { meetingId: 'm', selfMove: 'anywhere', people: {}, rooms: {} },
    },
  ],
}
const joinReply = { ok: true, result: seatReply } as const

function memoryStorage() {
  const items = new Map<string, string>()
  return {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
    removeItem: (key: string) => void items.delete(key),
  }
}

function open(storage = memoryStorage()) {
  const clock = new FakeClock()
  const server = new FakeServer()
  const attendance = new Attendance(
    { serverUrl: 'http://localhost', meetingId: 'm', receive: false, storage },
    { openSocket: server.openSocket, policy: { delayMs: () => 250 }, clock },
  )
  const status = () => attendance.snapshots.getSnapshot().state
  return { clock, server, attendance, status, storage }
}

async function joined(storage = memoryStorage()) {
  const opened = open(storage)
  const joining = opened.attendance.join('Ada')
  opened.server.accept()
  const join = opened.server.answer('meeting.join', joinReply)
  await joining
  opened.server.answer('chat.history', { ok: true, result: { messages: [], more: false } })
  return { ...opened, join }
}

test('the token is stored before the join is sent, and a lost answer repeats the very same join', async () => {
  const { server, attendance, clock, storage, status } = open()
  const joining = attendance.join('Ada')
  server.accept()
  const first = server.asked[0]?.request
  expect(storage.getItem('alcove:seat:m')).toContain(first?.type === 'meeting.join' ? first.resumeToken : 'no join')
  server.drop()
  await clock.advance(250)
  server.accept()
  expect(server.answer('meeting.join', joinReply)).toEqual(first)
  await joining
  expect(status()).toEqual({ status: 'joined' })
})

test('a reload resumes the stored seat', async () => {
  const { storage, join } = await joined()
  const { server, attendance } = open(storage)
  expect(attendance.seats.current()?.participantId).toBe(participantId)
  const joining = attendance.join('Ada')
  server.accept()
  const resume = server.answer('meeting.resume', joinReply)
  expect(resume).toMatchObject({ participantId, resumeToken: join.resumeToken })
  await joining
})

test('a moderator link counts for a stored seat, too, and once: what is taken away later stays away', async () => {
  const { storage } = await joined()
  const { server, attendance, clock } = open(storage)
  const moderatorKey = 'ab'.repeat(32)
  const joining = attendance.join('Ada', { moderatorKey })
  server.accept()
  expect(server.answer('meeting.resume', joinReply)).toMatchObject({ participantId, moderatorKey })
  await joining
  server.drop()
  await clock.advance(250)
  server.accept()
  expect(server.answer('meeting.resume', joinReply)).not.toHaveProperty('moderatorKey')
})

test('the clock of the server is known from its answers, half a round trip old', async () => {
  const { server, attendance, clock } = open()
  const joining = attendance.join('Ada')
  server.accept()
  await clock.advance(100)
  server.answer('meeting.join', joinReply)
  await joining
  expect(attendance.snapshots.getSnapshot().serverOffsetMs).toBe(7_000_000 - 50)
})

test('after a loss the seat is resumed with the known parts before anything else, then commands go out', async () => {
  const { server, attendance, clock, status } = await joined()
  server.drop()
  expect(status()).toEqual({ status: 'reconnecting', since: 0, code: 'SERVER_UNREACHABLE' })
  const command = { type: 'rooms.close', id: newCommandId() } as const
  const outcome = attendance.commands.submit(command)
  await clock.advance(250)
  server.accept()
  expect(server.types()).toEqual(['meeting.resume'])
  const resume = server.answer('meeting.resume', { ok: true, result: { participantId, serverNow: 0, parts: [] } })
  expect(resume.known).toEqual({ meeting: { epoch: 'e', version: 3 } })
  await settle()
  expect(server.answer('rooms.close', { ok: true, result: null })).toEqual(command)
  await outcome
})

test.each(['SEAT_UNKNOWN', 'MEETING_UNKNOWN'] as const)(
  'a seat answered %s is dropped and joined anew',
  async (code) => {
    const { server, clock, status, join } = await joined()
    server.drop()
    await clock.advance(250)
    server.accept()
    server.answer('meeting.resume', { ok: false, error: { code } })
    await settle()
    const again = server.answer('meeting.join', joinReply)
    expect(again.displayName).toBe('Ada')
    expect(again.resumeToken).not.toBe(join.resumeToken)
    await settle()
    expect(status()).toEqual({ status: 'joined' })
  },
)

test('what was asked for the seat that is lost is not done for the new one', async () => {
  const { server, attendance, clock } = await joined()
  const request = { type: 'rooms.close', id: newCommandId() } as const
  const asked = expect(attendance.commands.submit(request)).rejects.toMatchObject({ code: 'SEAT_UNKNOWN' })
  server.drop()
  await clock.advance(250)
  server.accept()
  server.answer('meeting.resume', { ok: false, error: { code: 'SEAT_UNKNOWN' } })
  await settle()
  server.answer('meeting.join', { ok: true, result: { ...seatReply, participantId: otherId } })
  await asked
  await settle()
  expect(server.types()).not.toContain('rooms.close')
})

test('a replaced seat stays away until join takes it back', async () => {
  const { server, attendance, clock, status } = await joined()
  server.say({ type: 'error', error: { code: 'SEAT_REPLACED' } })
  expect(status()).toEqual({ status: 'replaced' })
  await clock.advance(60_000)
  expect(server.tries).toBe(1)
  void attendance.join('Ada')
  server.accept()
  expect(server.types()).toEqual(['meeting.resume'])
})

test('a stopping server is tried again after the time it named', async () => {
  const { server, clock, status } = await joined()
  server.say({ type: 'error', error: { code: 'SERVER_STOPPING', retryAfterMs: 2_000 } })
  server.drop()
  expect(status()).toMatchObject({ status: 'reconnecting', code: 'SERVER_STOPPING' })
  await clock.advance(1_999)
  expect(server.tries).toBe(1)
  await clock.advance(1)
  expect(server.tries).toBe(2)
})

test('a client that is too old fails with the code and does not try again', async () => {
  const { server, attendance, clock, status } = open()
  const joining = expect(attendance.join('Ada')).rejects.toMatchObject({ code: 'PROTOCOL_UNSUPPORTED' })
  server.refuse({ code: 'PROTOCOL_UNSUPPORTED' })
  await joining
  await clock.advance(60_000)
  expect(server.tries).toBe(1)
  expect(status()).toEqual({ status: 'failed', code: 'PROTOCOL_UNSUPPORTED' })
})

test('a first join gives up after 20 seconds, a stored seat never does', async () => {
  const first = open()
  const joining = expect(first.attendance.join('Ada')).rejects.toMatchObject({ code: 'SERVER_UNREACHABLE' })
  first.server.refuse()
  await first.clock.advance(20_000)
  await joining

  const { storage } = await joined()
  const second = open(storage)
  void second.attendance.join('Ada')
  second.server.refuse()
  await second.clock.advance(60_000)
  expect(second.status()).toEqual({ status: 'joining' })
})

test('leaving tells the server, ends the connection and keeps the seat', async () => {
  const { server, attendance, status } = await joined()
  const leaving = attendance.leave()
  server.answer('meeting.leave', { ok: true, result: null })
  await leaving
  expect(status()).toEqual({ status: 'idle' })
  expect(attendance.snapshots.getSnapshot().view).toBeUndefined()
  expect(attendance.seats.current()?.participantId).toBe(participantId)
})

test('reactions are sent on the present connection only, and told to listeners until they end', async () => {
  const { server, attendance } = await joined()
  const told: unknown[] = []
  const end = attendance.onReaction((...reaction) => told.push(reaction))
  const sending = attendance.react('bravo')
  server.answer('reaction.send', { ok: true, result: null })
  await sending
  server.say({ type: 'reaction', participantId, reaction: 'bravo' })
  end()
  server.say({ type: 'reaction', participantId, reaction: 'wow' })
  expect(told).toEqual([[participantId, 'bravo']])
  const refused = attendance.react('wow')
  server.answer('reaction.send', { ok: false, error: { code: 'TOO_OFTEN', retryAfterMs: 900 } })
  await expect(refused).rejects.toMatchObject({ code: 'TOO_OFTEN', retryAfterMs: 900 })
  server.drop()
  await expect(attendance.react('wow')).rejects.toMatchObject({ code: 'SERVER_UNREACHABLE' })
  expect(server.types()).toEqual([])
})

test('texts between pages are sent on the present connection only; those of others are told to listeners until they end', async () => {
  const { server, attendance } = await joined()
  const told: unknown[] = []
  const end = attendance.onPageText((...text) => told.push(text))
  for (const to of [undefined, otherId]) {
    const sending = attendance.sendPageText(to, 'ping')
    server.answer('pageText.send', { ok: true, result: null })
    await sending
  }
  server.say({ type: 'pageText', participantId, text: 'ping' })
  server.say({ type: 'pageText', participantId: otherId, text: 'pong' })
  end()
  server.say({ type: 'pageText', participantId: otherId, text: 'late' })
  expect(told).toEqual([[otherId, 'pong']])
  server.drop()
  await expect(attendance.sendPageText(undefined, 'ping')).rejects.toMatchObject({ code: 'SERVER_UNREACHABLE' })
  expect(server.types()).toEqual([])
})

test('what is written in the lobby is in the state while one waits there', async () => {
  const { server, attendance, status } = open()
  const joining = attendance.join('Ada')
  server.accept()
  const self = { participantId, waiting: true, can: {}, media: {} }
  const part = { type: 'part.snapshot', part: 'self', epoch: 'e' } as const
  const parts = [{ ...part, version: 1, value: self }]
  server.answer('meeting.join', { ok: true, result: { participantId, serverNow: 0, parts } })
  await joining
  expect(status()).toEqual({ status: 'waiting', talk: [] })
  const talk = [{ fromModerator: true, text: 'One moment', at: 5 }]
  server.say({ type: 'part.patch', part: 'self', epoch: 'e', version: 2, patch: { talk } })
  expect(status()).toEqual({ status: 'waiting', talk })
})
