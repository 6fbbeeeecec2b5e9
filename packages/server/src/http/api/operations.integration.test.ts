// SPDX-License-Identifier: Apache-2.0
// What operations do to a meeting, and what a call that is sent twice does not.
import type { Command } from '@alcove/meeting'
import type { ParticipantId } from '@alcove/protocol'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { hashSecret } from '../../auth/secrets.ts'
import { createWorld, meetingId } from '../../meetings/testing/world.ts'
import { openTestApi, type TestApi } from './testing/openTestApi.ts'

let api: TestApi
let ask: TestApi['ask']
beforeEach(async () => {
  api = await openTestApi()
  ask = api.ask
})
afterEach(() => api.close())

const listed = async (path: string) => (await ask('GET', path)).json.items as Record<string, unknown>[]
const createRoom = async (name: string) =>
  String((await ask('POST', '/meetings/workshop/rooms', { json: { name } })).json.roomId)

describe('meetings', () => {
  it('are listed by name, in pages', async () => {
    expect(await listed('/meetings')).toEqual([])
    await api.world.enter('ann')
    expect(await listed('/meetings')).toEqual([{ meeting: 'workshop', url: `${api.url}/workshop` }])
  })

  it('tell how they stand and change their policy, what is not named staying as it is', async () => {
    await api.world.enter('ann')
    const policy = { selfMove: 'nowhere', mustAskAudio: true, maxPeople: 30 }
    const changed = await ask('PATCH', '/meetings/workshop', { json: policy })
    expect(changed.json).toMatchObject({
      meeting: 'workshop',
      selfMove: 'nowhere',
      lateJoin: 'main',
      mustAsk: { audio: true, video: false },
      maxPeople: 30,
      present: 1,
    })
    const unlimited = await ask('PATCH', '/meetings/workshop', { json: { maxPeople: null } })
    expect(unlimited.json).not.toHaveProperty('maxPeople')
    expect(unlimited.json).toMatchObject({ selfMove: 'nowhere' })
    expect(await ask('PATCH', '/meetings/workshop', { json: {} })).toMatchObject({ status: 400 })
  })

  it('keep rooms, looking in and the retention as a program says', async () => {
    const ann = await api.world.enter('ann')
    await createRoom('Red')
    const podium = { type: 'TakePodium', rooms: 'all', by: ann, commandId: 'take', at: api.world.clock.now() } as const
    expect(await api.world.meetings.execute(meetingId, podium as Command)).toMatchObject({ ok: true })
    const path = '/meetings/workshop'
    const before = await ask('GET', path)
    expect(before.json).toMatchObject({
      breakoutRooms: true,
      mayLookIn: true,
      retentionMs: 86_400_000,
      podium: [{ participantId: ann, rooms: 'all' }],
    })
    expect(await ask('DELETE', `${path}/podium/${ann}`)).toMatchObject({ status: 204 })
    expect(await ask('DELETE', `${path}/podium/ffffffff`)).toMatchObject({ status: 404 })
    const policy = { breakoutRooms: false, mayLookIn: false, retentionMs: 3_600_000, subject: 'Retrospective' }
    expect((await ask('PATCH', path, { json: policy })).json).toMatchObject({ ...policy, podium: [] })
    expect((await ask('PATCH', path, { json: { subject: null } })).json).not.toHaveProperty('subject')
    expect(await ask('PUT', `${path}/people/${ann}/name`, { json: { name: ' Anna ' } })).toMatchObject({ status: 204 })
    expect((await ask('GET', `${path}/people/${ann}`)).json).toMatchObject({ displayName: 'Anna' })
    expect(await ask('PUT', `${path}/people/${ann}/name`, { json: { name: ' ' } })).toMatchObject({ status: 400 })
    expect(await ask('PATCH', path, { json: { retentionMs: 1 } })).toMatchObject({ status: 400 })
    const refused = await ask('POST', `${path}/rooms`, { json: {} })
    expect(refused).toMatchObject({ status: 409, json: { code: 'ROOMS_OFF' } })
  })

  it('are kept for less time than a program says, until it says another one', async () => {
    await api.world.enter('ann')
    const change = async (json: object) => (await ask('PATCH', '/meetings/workshop', { json })).json
    const shorter = await change({ retentionMs: 7_200_000, shorterRetentionMs: 3_600_000 })
    expect(shorter).toMatchObject({ retentionMs: 3_600_000, longestRetentionMs: 7_200_000 })
    const again = await change({ shorterRetentionMs: null })
    expect(again).toMatchObject({ retentionMs: 7_200_000 })
    expect(again).not.toHaveProperty('longestRetentionMs')
    await change({ shorterRetentionMs: 3_600_000 })
    expect(await change({ retentionMs: 5_400_000 })).toMatchObject({ retentionMs: 5_400_000 })
    expect(await ask('PATCH', '/meetings/workshop', { json: { shorterRetentionMs: 1 } })).toMatchObject({ status: 400 })
  })

  it('are forgotten whole, and everybody in them is sent away', async () => {
    const ann = await api.world.enter('ann')
    expect(await ask('DELETE', '/meetings/workshop')).toMatchObject({ status: 204 })
    expect(api.world.happened).toContainEqual({ what: 'close', to: ann, error: { code: 'MEETING_ENDED' } })
    expect(await api.world.store.meetingIds(undefined, 10)).toEqual([])
    expect(await ask('GET', '/meetings/workshop')).toMatchObject({ status: 404, json: { code: 'MEETING_UNKNOWN' } })
    expect(await ask('DELETE', '/meetings/workshop')).toMatchObject({ status: 404 })
  })

  it('are forgotten also when they cannot be read any more', async () => {
    const { store } = api.world
    const at = 1
    await store.append(
      {
        meetingId: 'damaged' as never,
        version: 1,
        outcomes: [],
        events: [{ type: 'ParticipantGone', participantId: 'aaaaaaaa' as ParticipantId, at }],
        at,
      },
      0,
    )
    expect(await ask('GET', '/meetings/damaged')).toMatchObject({ status: 500, json: { code: 'MEETING_QUARANTINED' } })
    expect(await ask('DELETE', '/meetings/damaged')).toMatchObject({ status: 204 })
    expect(await ask('GET', '/meetings/damaged')).toMatchObject({ status: 404 })
  })
})

describe('rooms', () => {
  beforeEach(() => api.world.enter('ann'))

  it('are made, renamed, opened, closed and removed', async () => {
    const made = await ask('POST', '/meetings/workshop/rooms', { json: { name: ' Garden ' } })
    const path = `/meetings/workshop/rooms/${made.json.roomId}`
    expect(made.headers.get('location')).toBe(`/api/v1${path}`)
    await ask('PATCH', path, { json: { name: 'Kitchen' } })
    await ask('POST', `${path}/open`)
    expect((await ask('GET', path)).json).toMatchObject({ name: 'Kitchen', open: true, present: 0 })
    await ask('POST', `${path}/close`)
    await ask('PATCH', path, { json: { capacity: 4, task: 'Make tea.', locked: true, password: 'leaves' } })
    expect((await ask('GET', path)).json).toMatchObject({
      capacity: 4,
      task: 'Make tea.',
      locked: true,
      hasPassword: true,
    })
    await ask('PATCH', path, { json: { capacity: null, task: null, password: null } })
    expect((await ask('GET', path)).json).toMatchObject({ name: 'Kitchen', locked: true, hasPassword: false })
    const other = await createRoom('Cellar')
    await ask('POST', `/meetings/workshop/rooms/${other}/place`, { json: { before: made.json.roomId } })
    expect((await listed('/meetings/workshop/rooms')).map(({ name }) => name)).toEqual(['Cellar', 'Kitchen'])
    await ask('DELETE', `/meetings/workshop/rooms/${other}`)
    expect((await ask('GET', path)).json).toMatchObject({ open: false })
    expect(await ask('DELETE', path)).toMatchObject({ status: 204 })
    expect(await ask('GET', path)).toMatchObject({ status: 404, json: { code: 'ROOM_UNKNOWN' } })
    expect(await ask('PATCH', '/meetings/workshop/rooms/main', { json: { name: 'x' } })).toMatchObject({
      status: 409,
      json: { code: 'ROOM_IS_MAIN' },
    })
  })

  it('let people in who knock, or not', async () => {
    const bob = await api.world.enter('bob')
    const roomId = await createRoom('Garden')
    const path = `/meetings/workshop/rooms/${roomId}`
    await ask('PATCH', path, { json: { locked: true } })
    const knock = (commandId: string) =>
      api.world.meetings.execute(meetingId, {
        type: 'KnockAtRoom',
        roomId,
        knocking: true,
        by: bob,
        commandId,
        at: api.world.clock.now(),
      } as Command)
    await knock('first')
    expect((await ask('GET', path)).json).toMatchObject({ knocks: [{ participantId: bob }], present: 0 })
    await ask('POST', `${path}/admit`, { json: { participantId: bob, admitted: false } })
    expect((await ask('GET', path)).json).toMatchObject({ knocks: [], present: 0 })
    await knock('second')
    await ask('POST', `${path}/admit`, { json: { participantId: bob, admitted: true } })
    expect((await ask('GET', path)).json).toMatchObject({ knocks: [], present: 1 })
  })

  it('come in pages, each once, also when some come and go meanwhile', async () => {
    const ids = []
    for (const name of ['1', '2', '3', '4', '5']) ids.push(await createRoom(name))
    const first = await ask('GET', '/meetings/workshop/rooms?limit=2')
    expect(first.json.items).toMatchObject([{ name: '1' }, { name: '2' }])
    await ask('DELETE', `/meetings/workshop/rooms/${ids[1]}`)
    await createRoom('6')
    const second = await ask('GET', `/meetings/workshop/rooms?limit=3&cursor=${first.json.next}`)
    expect(second.json.items).toMatchObject([{ name: '3' }, { name: '4' }, { name: '5' }])
    const third = await ask('GET', `/meetings/workshop/rooms?limit=3&cursor=${second.json.next}`)
    expect(third.json).toEqual({ items: [expect.objectContaining({ name: '6' })] })
  })
})

describe('people', () => {
  it('are sent into a full room only by force', async () => {
    await api.world.enter('ann')
    const [bob, cem] = [await api.world.enter('bob'), await api.world.enter('cem')]
    const { roomId } = (await ask('POST', '/meetings/workshop/rooms', { json: { capacity: 1 } })).json
    const send = (id: string, force?: boolean) =>
      ask('POST', `/meetings/workshop/people/${id}/move`, { json: { roomId, ...(force && { force }) } })
    expect(await send(bob)).toMatchObject({ status: 204 })
    expect(await send(cem)).toMatchObject({ status: 409, json: { code: 'ROOM_FULL' } })
    expect(await send(cem, true)).toMatchObject({ status: 204 })
  })

  it('are listed, assigned, moved, promoted and removed', async () => {
    await api.world.enter('ann')
    const bob = await api.world.enter('bob')
    const room = await createRoom('Garden')
    const path = `/meetings/workshop/people/${bob}`
    await ask('PUT', `${path}/assignment`, { json: { roomId: room } })
    expect((await ask('GET', path)).json).toMatchObject({ displayName: 'bob', roomId: 'main', assignedRoomId: room })
    await ask('POST', '/meetings/workshop/open-all', { json: {} })
    expect((await ask('GET', path)).json).toMatchObject({ presence: 'present', roomId: room })
    await ask('POST', `${path}/move`, { json: { roomId: 'main' } })
    await ask('PUT', `${path}/role`, { json: { role: 'moderator' } })
    await ask('DELETE', `${path}/assignment`)
    expect((await ask('GET', path)).json).toEqual({
      participantId: bob,
      displayName: 'bob',
      role: 'moderator',
      presence: 'present',
      since: expect.any(Number),
      attributes: {},
      hasCode: false,
      roomId: 'main',
    })
    await ask('POST', `${path}/remove`, { json: { bar: true } })
    expect(api.world.happened).toContainEqual({
      what: 'close',
      to: bob,
      error: { code: 'SEAT_BARRED', details: { by: 'operator' } },
    })
    expect(
      (await listed('/meetings/workshop/people')).map(({ displayName, presence }) => [displayName, presence]),
    ).toEqual([
      ['ann', 'present'],
      ['bob', 'gone'],
    ])
    expect(await ask('GET', '/meetings/workshop/people/00000000')).toMatchObject({ status: 404 })
  })

  it('are seated as listed, all or nobody, and written to while they wait in the lobby', async () => {
    const bob = await api.world.enter('bob')
    const roomId = await createRoom('Garden')
    const seat = (id: string) =>
      ask('POST', '/meetings/workshop/seat', { json: { groups: [{ roomId: id, participantIds: [bob] }] } })
    expect(await seat('ffffffff')).toMatchObject({ status: 404 })
    expect(await seat(roomId)).toMatchObject({ status: 204 })
    expect((await ask('GET', `/meetings/workshop/people/${bob}`)).json).toMatchObject({
      roomId,
      assignedRoomId: roomId,
    })
    await ask('PATCH', '/meetings/workshop', { json: { lobby: true } })
    const cat = await api.world.enter('cat')
    const answer = (participantId: string) =>
      ask('POST', '/meetings/workshop/lobby/answer', { json: { participantId, text: 'One moment' } })
    expect(await answer(bob)).toMatchObject({ status: 404 })
    expect(await answer(cat)).toMatchObject({ status: 204 })
    const waiting = await ask('GET', `/meetings/workshop/people/${cat}`)
    expect(waiting.json).toMatchObject({ presence: 'waiting', talk: [{ from: 'operator', text: 'One moment' }] })
  })

  it('are seated evenly by a seed', async () => {
    for (const name of ['ann', 'bob', 'cat', 'dan', 'eve']) await api.world.enter(name)
    for (const name of ['Red', 'Blue']) await createRoom(name)
    const body = { who: 'everybody', seed: 7, hold: true }
    expect((await ask('POST', '/meetings/workshop/assign', { json: body })).json).toEqual({ seed: 7 })
    const rooms = (await listed('/meetings/workshop/people')).flatMap(({ assignedRoomId }) => assignedRoomId ?? [])
    expect(new Set(rooms).size).toBe(2)
  })
})

describe('running the rooms', () => {
  beforeEach(async () => {
    await api.world.enter('ann')
    await createRoom('Garden')
  })

  it('counts down before it opens all, and can be cancelled', async () => {
    await ask('POST', '/meetings/workshop/open-all', { json: { inMs: 30_000 } })
    const dueAt = api.world.clock.now() + 30_000
    expect((await ask('GET', '/meetings/workshop')).json).toMatchObject({
      countdown: { action: 'open-all', dueAt, cause: 'moderator' },
    })
    await ask('DELETE', '/meetings/workshop/countdown')
    expect((await ask('GET', '/meetings/workshop')).json).not.toHaveProperty('countdown')
  })

  it('has a timer that is extended and stopped', async () => {
    const path = '/meetings/workshop/timer'
    expect(await ask('POST', `${path}/extend`, { json: { byMs: 60_000 } })).toMatchObject({
      status: 404,
      json: { code: 'TIMER_NONE' },
    })
    await ask('PUT', path, { json: { durationMs: 60_000, atEnd: 'bring-back' } })
    await ask('POST', `${path}/extend`, { json: { byMs: 60_000 } })
    const endsAt = api.world.clock.now() + 120_000
    expect((await ask('GET', '/meetings/workshop')).json).toMatchObject({ timer: { endsAt, atEnd: 'bring-back' } })
    await ask('DELETE', path)
    expect((await ask('GET', '/meetings/workshop')).json).not.toHaveProperty('timer')
  })
})

describe('what is said to rooms', () => {
  it('is announced, kept and listed', async () => {
    await api.world.enter('ann')
    const roomId = await createRoom('Garden')
    const announced = await ask('POST', '/meetings/workshop/announcements', { json: { to: [roomId], text: 'Tea!' } })
    expect(announced).toMatchObject({ status: 201, json: { announcementId: 1 } })
    expect(await listed('/meetings/workshop/announcements')).toMatchObject([
      { id: 1, from: 'operator', roomIds: [roomId], text: 'Tea!' },
    ])
    const empty = { json: { to: 'all', text: ' ' } }
    expect(await ask('POST', '/meetings/workshop/announcements', empty)).toMatchObject({ status: 400 })
    expect(await listed('/meetings/workshop/help')).toEqual([])
    expect(await ask('POST', '/meetings/workshop/hands/lower', { json: { whom: 'everybody' } })).toMatchObject({
      status: 204,
    })
  })
})

describe('a call that is sent twice', () => {
  beforeEach(() => api.world.enter('ann'))
  const twice = (json: unknown, headers = { 'idempotency-key': 'room-1' }) =>
    ask('POST', '/meetings/workshop/rooms', { json, headers })

  it('with one Idempotency-Key makes one thing and is answered the same, also after a restart', async () => {
    const first = await twice({ name: 'Red' })
    const second = await twice({ name: 'Red' })
    expect(second).toMatchObject({ status: 201, json: first.json })
    expect(second.headers.get('location')).toBe(first.headers.get('location'))
    expect(await listed('/meetings/workshop/rooms')).toHaveLength(1)
    await api.world.meetings.close()
    const restarted = await openTestApi({ world: createWorld({ store: api.world.store }), keysOf: api })
    const headers = { 'idempotency-key': 'room-1' }
    const third = await restarted.ask('POST', '/meetings/workshop/rooms', { json: { name: 'Red' }, headers })
    expect(third).toMatchObject({ status: 201, json: first.json })
    await restarted.close()
  })

  it('at once makes one thing', async () => {
    const answers = await Promise.all([twice({ name: 'Red' }), twice({ name: 'Red' }), twice({ name: 'Red' })])
    expect(new Set(answers.map(({ json }) => json.roomId)).size).toBe(1)
    expect(await listed('/meetings/workshop/rooms')).toHaveLength(1)
  })

  it('with another body, or for something else, is refused', async () => {
    await twice({ name: 'Red' })
    const conflict = { status: 422, json: { code: 'IDEMPOTENCY_CONFLICT' } }
    expect(await twice({ name: 'Blue' })).toMatchObject(conflict)
    const headers = { 'idempotency-key': 'room-1' }
    expect(await ask('POST', '/meetings/workshop/open-all', { json: {}, headers })).toMatchObject(conflict)
    const answers = await Promise.all(['a', 'b'].map((name) => twice({ name }, { 'idempotency-key': 'at-once' })))
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 422])
    expect(await listed('/meetings/workshop/rooms')).toHaveLength(2)
  })

  it('ends no other meeting that goes by the name by then', async () => {
    const end = () => ask('POST', '/meetings/workshop/end', { json: {}, headers: { 'idempotency-key': 'end-1' } })
    expect((await end()).status).toBe(204)
    expect((await end()).status).toBe(204)
    await api.world.enter('bob')
    expect((await end()).status).toBe(204)
    expect(await ask('GET', '/meetings/workshop')).toMatchObject({ status: 200 })
    const headers = { 'idempotency-key': 'end-2' }
    expect((await ask('POST', '/meetings/workshop/end', { json: {}, headers })).status).toBe(204)
    expect(await ask('GET', '/meetings/workshop')).toMatchObject({ status: 404 })
  })

  it('makes two things without an Idempotency-Key, with two of them, and by two API keys', async () => {
    for (const headers of [{}, {}, { 'idempotency-key': 'a' }, { 'idempotency-key': 'b' }])
      await ask('POST', '/meetings/workshop/rooms', { json: {}, headers })
    const key = await api.makeKey('meetings:write')
    await ask('POST', '/meetings/workshop/rooms', { json: {}, headers: { 'idempotency-key': 'a' }, key })
    expect(await listed('/meetings/workshop/rooms')).toHaveLength(5)
  })

  it('and was refused the first time is decided anew', async () => {
    const headers = { 'idempotency-key': 'open' }
    const open = () => ask('POST', '/meetings/workshop/timer/extend', { json: { byMs: 60_000 }, headers })
    expect(await open()).toMatchObject({ status: 404 })
    await createRoom('Garden')
    await ask('PUT', '/meetings/workshop/timer', { json: { durationMs: 60_000, atEnd: 'nothing' } })
    expect(await open()).toMatchObject({ status: 204 })
  })
})

describe('the report', () => {
  it('comes as data, or as a table that a spreadsheet cannot be made to run', async () => {
    await api.world.enter('ann')
    const bob = await api.world.enter('=cmd|"x"')
    const roomId = await createRoom('Garden, north')
    await api.world.clock.pass(60_000)
    await ask('POST', `/meetings/workshop/people/${bob}/move`, { json: { roomId } })
    await api.world.clock.pass(30_000)

    const data = await ask('GET', '/meetings/workshop/report')
    expect(data.json).toMatchObject({ meetingId: 'workshop', people: [{ displayName: 'ann' }, { participantId: bob }] })
    const table = await ask('GET', '/meetings/workshop/report', { headers: { accept: 'text/csv' } })
    expect(table.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(table.text.split('\r\n')).toEqual([
      'name,role,room,from,to,minutes,round,minutes spoken',
      'ann,moderator,Main room,1970-01-01 00:16:40,,1.5,,0.0',
      '"\'=cmd|""x""",participant,Main room,1970-01-01 00:16:40,1970-01-01 00:17:40,1.0,,0.0',
      '"\'=cmd|""x""",participant,"Garden, north",1970-01-01 00:17:40,,0.5,,0.0',
      '',
    ])
    await ask('POST', '/meetings/workshop/announcements', { json: { to: ['main', roomId], text: 'Lunch' } })
    const headers = { accept: 'text/csv' }
    const announced = await ask('GET', '/meetings/workshop/report?table=announcements', { headers })
    expect(announced.text.split('\r\n')).toEqual([
      'time,name,rooms,text',
      '1970-01-01 00:18:10,operator,"Main room; Garden, north",Lunch',
      '',
    ])
    expect(await ask('GET', '/meetings/workshop/report?table=chairs', { headers })).toMatchObject({ status: 400 })
  })
})

describe('a meeting that was ended', () => {
  const path = '/meetings/workshop'
  const reportKey = 'ab'.repeat(32)
  const endWithKey = (by: ParticipantId) =>
    api.world.meetings.execute(meetingId, {
      type: 'EndMeeting',
      reportKeyHash: hashSecret(reportKey),
      by,
      commandId: 'end',
      at: api.world.clock.now(),
    } as Command)
  const byKey = (key: string, name = 'workshop') =>
    fetch(`${api.url}/api/v1/ended-reports/${name}`, { headers: { authorization: `Bearer ${key}` } })

  it('is kept with its report, beside the next meeting of its name, until it is deleted', async () => {
    const ann = await api.world.enter('ann')
    await ask('POST', `${path}/announcements`, { json: { to: 'all', text: 'Welcome' } })
    await api.world.clock.pass(60_000)
    await ask('POST', `${path}/end`)
    expect(await ask('GET', path)).toMatchObject({ status: 404 })
    expect((await ask('GET', '/meetings')).json.items).toEqual([])
    const [ended] = await listed(`${path}/ended`)
    expect(ended).toMatchObject({ endedAt: api.world.clock.now() })
    const endedPath = `${path}/ended/${ended?.endedId}`
    const report = await ask('GET', `${endedPath}/report`)
    expect(report.json).toMatchObject({
      people: [{ participantId: ann, displayName: 'ann', visits: [{ to: ended?.endedAt }] }],
      announcements: [{ text: 'Welcome' }],
    })
    expect((await ask('GET', `${path}/report`)).json).toEqual(report.json)
    expect((await ask('GET', `${endedPath}/report`, { headers: { accept: 'text/csv' } })).text).toContain('ann')
    const bob = await api.world.enter('bob')
    expect((await ask('GET', `${path}/report`)).json).toMatchObject({ people: [{ participantId: bob }] })
    expect(await ask('DELETE', `${endedPath}/people/${ann}`)).toMatchObject({ status: 204 })
    expect(await ask('DELETE', `${endedPath}/people/${bob}`)).toMatchObject({ status: 404 })
    expect((await ask('GET', `${endedPath}/report`)).json).toMatchObject({ people: [{ displayName: '' }] })
    expect(await ask('DELETE', endedPath)).toMatchObject({ status: 204 })
    expect(await ask('DELETE', endedPath)).toMatchObject({ status: 404 })
    expect(await ask('GET', `${endedPath}/report`)).toMatchObject({ status: 404 })
    expect(await listed(`${path}/ended`)).toEqual([])
  })

  it('gives its report to whoever ended it, without an API key, and to nobody else', async () => {
    const ann = await api.world.enter('ann')
    await endWithKey(ann)
    const found = await byKey(reportKey)
    expect(await found.json()).toMatchObject({ people: [{ participantId: ann }] })
    for (const response of [await byKey('cd'.repeat(32)), await byKey(reportKey, 'other'), await byKey('x')])
      expect(response.status).toBe(404)
    await api.world.clock.pass(86_400_001)
    expect((await byKey(reportKey)).status).toBe(404)
  })

  it('with a moderator link goes on, and its report is there for whoever ended it all the same', async () => {
    await ask('POST', '/meetings', { json: { meeting: 'workshop' } })
    const key = (await ask('POST', `${path}/moderator-link`)).json.moderatorKey
    const command = {
      type: 'JoinMeeting',
      meetingId,
      participantId: 'eeeeeeee' as ParticipantId,
      displayName: 'Eve',
      tokenHash: 'hash of Eve',
      settings: api.world.meetings.settings,
      moderatorKeyHash: hashSecret(String(key)),
      at: api.world.clock.now(),
    } as const
    await api.world.meetings.enter(meetingId, command, { known: {}, bind: () => 'new' })
    await endWithKey('eeeeeeee' as ParticipantId)
    expect(await listed(`${path}/ended`)).toEqual([])
    expect(await (await byKey(reportKey)).json()).toMatchObject({ people: [{ displayName: 'Eve' }] })
  })
})
