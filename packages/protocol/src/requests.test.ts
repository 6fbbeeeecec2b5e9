// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest'
import { parseRequest, type Request, type RequestType } from './requests.ts'

const id = 'c0000001-1'
const person = 'a0000001'
const room = 'b0000001'
const token = '0f'.repeat(32)

/** One good request of each type; the compiler keeps the list complete. */
const good = {
  'meeting.join': { id, displayName: 'Ann', resumeToken: token },
  'meeting.resume': { participantId: person, resumeToken: token, known: { self: { epoch: 'e', version: 3 } } },
  'meeting.leave': { id },
  'meeting.policy': { id, selfMove: 'main-only' },
  'meeting.end': { id, reportKey: 'ab'.repeat(32) },
  'meeting.limit': { id, maxPeople: 40 },
  'meeting.keep': { id, retentionMs: 3_600_000 },
  'meeting.report': {},
  'participant.move': { id, participantId: person, roomId: room, password: 'open', force: true },
  'participant.role': { id, participantId: person, role: 'moderator' },
  'participant.remove': { id, participantId: person, bar: true },
  'participant.rename': { id, participantId: person, displayName: 'Ann' },
  'participant.avatar': { id, avatar: 'https://pictures.example/ann.png' },
  'meeting.subject': { id, subject: 'Retrospective' },
  'room.create': { id, name: 'Red', open: false, capacity: 4, task: 'Talk', locked: true, password: 'open' },
  'room.change': { id, roomId: room, name: 'Red', capacity: null, task: 'Talk', locked: false, password: null },
  'room.place': { id, roomId: room, before: room },
  'room.host': { id, roomId: room, participantId: person, isHost: true },
  'room.knock': { id, roomId: room, knocking: true },
  'room.admit': { id, roomId: room, participantId: person, admitted: true },
  'room.remove': { id, roomId: room },
  'room.open': { id, roomId: room },
  'room.close': { id, roomId: room },
  'rooms.close': { id, inMs: 30_000 },
  'rooms.open': { id, inMs: 0 },
  'countdown.cancel': { id },
  'timer.start': { id, durationMs: 600_000, atEnd: 'bring-back' },
  'timer.extend': { id, byMs: 60_000 },
  'timer.stop': { id },
  'rooms.allow': { id, allowed: false },
  'meeting.lateJoin': { id, lateJoin: 'fewest' },
  'participant.assign': { id, participantId: person, roomId: room },
  'rooms.assign': {
    id,
    who: 'everybody',
    seed: 7,
    hold: true,
    wishes: {
      into: { size: 4 },
      attribute: { name: 'team', how: 'spread' },
      together: [[person, 'a0000002']],
      apart: [[person, 'a0000003']],
      moderators: 'spread',
      expected: true,
    },
  },
  'rooms.seat': { id, groups: [{ roomId: room, participantIds: [person] }], hold: true },
  'rooms.undo': { id },
  'rooms.preview': { who: 'unassigned', seed: 7, wishes: { into: { roomIds: [room] } } },
  'rounds.plan': { id, count: 3, seed: 7, durationMs: 600_000, wishes: { into: { rooms: 5 } }, replace: true },
  'round.add': { id, name: 'Speed', durationMs: 60_000, groups: [{ roomId: room, participantIds: [person] }] },
  'round.change': { id, roundId: 2, name: 'Slow', durationMs: 0, groups: [] },
  'round.assign': { id, roundId: 2, participantIds: [person], roomId: room },
  'round.remove': { id, roundId: 2 },
  'rounds.reorder': { id, roundIds: [3, 2] },
  'rounds.next': { id, inMs: 30_000 },
  'people.expect': {
    id,
    people: [
      { displayName: 'Ann', userId: 'u-1', email: 'ann@example.org', attributes: { team: 'red' }, roomId: room },
      { participantId: person, displayName: 'Bob', claimCode: 'ABCDE12345', claimExpiresAt: 1, atOnce: true },
    ],
  },
  'people.claim': { id, participantId: person, claimCode: 'ABCDE12345' },
  'people.forget': { id, participantId: person },
  'lobby.admit': { id, participantIds: [person] },
  'meeting.lobby': { id, lobby: true },
  'meeting.beforeModerator': { id, beforeModerator: 'wait' },
  'meeting.toldOutside': { id, toldOutside: 'names' },
  'meeting.password': { id, password: 'open sesame' },
  'meeting.key': { id, moderatorKey: token },
  'meeting.delete': { id },
  'chat.send': { id, to: { kind: 'room', roomId: room }, text: 'hello' },
  'chat.history': { limit: 50 },
  'moderation.stop': { id, source: 'microphone', whom: 'everybody' },
  'moderation.start': { id, source: 'camera' },
  'moderation.invite': { id, participantId: person, source: 'microphone' },
  'moderation.decline': { id, source: 'microphone' },
  'moderation.mustAsk': { id, kind: 'audio', mustAsk: true },
  'moderation.ask': { id, kind: 'audio', asking: true },
  'moderation.allow': { id, kind: 'audio', whom: { participantId: person }, allowed: true },
  'announcement.send': { id, to: [room, 'main'], text: 'Five minutes left' },
  'hand.raise': { id, raised: true },
  'hands.lower': { id, whom: { roomId: room } },
  'help.ask': { id, text: 'We are stuck' },
  'help.withdraw': { id },
  'help.take': { id, requestId: 1, enter: true },
  'help.answer': { id, requestId: 1 },
  'help.return': { id },
  'lobby.write': { id, text: 'I am from the agency' },
  'lobby.answer': { id, participantId: person, text: 'One moment' },
  'reaction.send': { reaction: 'bravo' },
  'pageText.send': { to: person, text: '{"cards":[1,2]}' },
  'podium.take': { id, rooms: ['main'] },
  'podium.leave': { id },
  'podium.end': { id, participantId: person },
  'glance.start': { id, roomId: 'main' },
  'glance.stop': { id, roomId: 'main' },
  'meeting.glance': { id, allowed: false },
  'media.open': {},
  'media.receive': { rtpCapabilities: { codecs: [] } },
  'media.connect': { transportId: 't', dtlsParameters: {} },
  'media.restartIce': { transportId: 't' },
  'media.produce': { source: 'camera', rtpParameters: {}, paused: false, height: 720 },
  'media.pause': { source: 'microphone', paused: true },
  'media.close': { source: 'screen' },
  'media.show': { roomId: 'main', items: [{ participantId: person, source: 'camera', height: 180 }] },
  'media.ready': { consumerIds: ['k'] },
} satisfies Record<RequestType, object>

const types = Object.keys(good) as RequestType[]
const requestOf = (type: RequestType, change: object = {}) => ({ type, ...good[type], ...change })

describe('parseRequest', () => {
  it.each(types)('takes a good %s as it is', (type) => {
    expect(parseRequest(requestOf(type))).toEqual({ ok: true, request: requestOf(type) as unknown as Request })
  })

  it.each(types)('refuses a %s with a field that it does not know', (type) => {
    expect(parseRequest(requestOf(type, { extra: 1 }))).toMatchObject({ ok: false, error: { code: 'REQUEST_INVALID' } })
  })

  it.each(types)('refuses a %s when any of its needed fields is of another kind', (type) => {
    for (const field of Object.keys(good[type])) {
      const answer = parseRequest(requestOf(type, { [field]: Symbol.for('wrong') }))
      expect(answer.ok, `${type} took a wrong ${field}`).toBe(false)
    }
  })

  it.each([
    undefined,
    null,
    7,
    'meeting.leave',
    [],
    {},
    { type: 'meeting.destroy' },
    { type: '__proto__' },
    { type: 'constructor' },
    { type: ['meeting.leave'] },
    JSON.parse('{"__proto__": {"type": "meeting.leave", "id": "c0000001-1"}}'),
  ])('refuses %j', (input) => {
    expect(parseRequest(input)).toMatchObject({ ok: false, error: { code: 'REQUEST_INVALID' } })
  })

  it.each([
    ['participant.move', { participantId: '../../a' }],
    ['participant.move', { participantId: 'A0000001' }],
    ['participant.move', { roomId: 'lobby' }],
    ['meeting.join', { resumeToken: token.slice(1) }],
    ['meeting.join', { id: 'short' }],
    ['rooms.assign', { seed: -1 }],
    ['rooms.assign', { seed: 0.5 }],
    ['rooms.assign', { wishes: { apart: [[person]] } }],
    ['rounds.plan', { count: 21 }],
    ['round.change', { roundId: 0 }],
    ['media.produce', { height: 0 }],
    ['media.show', { items: Array.from({ length: 101 }, () => good['media.show'].items[0]) }],
    ['chat.history', { limit: 100_000 }],
  ] as const)('refuses a %s with %j, and names the field', (type, change) => {
    const answer = parseRequest(requestOf(type, change))
    expect(answer).toMatchObject({ ok: false, error: { code: 'REQUEST_INVALID' } })
    const path = answer.ok ? '' : String(answer.error.details?.path)
    expect(path.split('.')[0]).toBe(Object.keys(change)[0])
  })

  it('says NAME_INVALID when only a name is wrong, so that a form can say it at its field', () => {
    for (const input of [
      requestOf('meeting.join', { displayName: 'x'.repeat(10_000) }),
      requestOf('room.create', { name: 'a\u0007b' }),
      requestOf('room.change', { name: ' ' }),
    ])
      expect(parseRequest(input)).toMatchObject({ ok: false, error: { code: 'NAME_INVALID' } })
  })
})
