// SPDX-License-Identifier: Apache-2.0
// Preparing a meeting and the people who are to come, and bad tables of them.
import { createHash } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestApi, type TestApi } from './testing/openTestApi.ts'

let api: TestApi
let ask: TestApi['ask']
beforeEach(async () => {
  api = await openTestApi()
  ask = api.ask
})
afterEach(() => api.close())

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const prepare = (fields = {}, headers = {}) =>
  ask('POST', '/meetings', { json: { meeting: 'Workshop', ...fields }, headers })
const people = async () => (await ask('GET', '/meetings/workshop/people')).json.items as Record<string, unknown>[]
const importTable = (text: string | Uint8Array, query = '', headers = {}) =>
  ask('POST', `/meetings/workshop/people/import${query}`, { text, headers: { 'content-type': 'text/csv', ...headers } })

describe('preparing a meeting', () => {
  it('gives the link that makes moderators, and nobody is one by coming first', async () => {
    const made = await prepare({ lobby: true, beforeModerator: 'wait', password: 'open sesame', maxPeople: 30 })
    expect(made.json).toMatchObject({
      meeting: 'workshop',
      url: `${api.url}/workshop`,
      moderatorUrl: `${api.url}/workshop#moderator=${made.json.moderatorKey}`,
    })
    expect(made.headers.get('location')).toBe('/api/v1/meetings/workshop')
    expect((await ask('GET', '/meetings/workshop')).json).toMatchObject({
      door: { lobby: true, password: true, moderatorKey: true, beforeModerator: 'wait', toldOutside: 'count' },
      maxPeople: 30,
    })
    expect(await prepare()).toMatchObject({ status: 409, json: { code: 'MEETING_EXISTS' } })
  })

  it('twice with one Idempotency-Key gives the same link, which is kept nowhere', async () => {
    const headers = { 'idempotency-key': 'course 7'.replace(' ', '-') }
    const first = await prepare({ lobby: true }, headers)
    const second = await prepare({ lobby: true }, headers)
    expect(second).toMatchObject({ status: 201, json: first.json })
    expect(await prepare({ lobby: false }, headers)).toMatchObject({ status: 422 })
    const stored = JSON.stringify(await api.world.store.readAll(0, 100))
    expect(stored).not.toContain(first.json.moderatorKey)
    expect(stored).toContain(sha256(String(first.json.moderatorKey)))
  })

  it('can be done again with a new link, and the door changed', async () => {
    const first = await prepare({ password: 'x' })
    const link = await ask('POST', '/meetings/workshop/moderator-link')
    expect(link.json.moderatorKey).not.toBe(first.json.moderatorKey)
    const open = await ask('PATCH', '/meetings/workshop', { json: { password: null } })
    expect(open.json).toMatchObject({ door: { password: false } })
  })
})

describe('before entering', () => {
  const outside = async (name = 'workshop') => (await ask('GET', `/outside/${name}`, { key: null })).json

  it('the meeting tells without any key what its moderators allow, and nothing behind a password', async () => {
    expect(await outside()).toEqual({})
    await prepare({ subject: 'Retrospective' })
    expect(await outside()).toEqual({ subject: 'Retrospective', people: 0 })
    expect(await outside('not a name!')).toEqual({})
    const change = (json: unknown) => ask('PATCH', '/meetings/workshop', { json })
    expect((await change({ toldOutside: 'names' })).json).toMatchObject({ door: { toldOutside: 'names' } })
    expect(await outside()).toEqual({ subject: 'Retrospective', people: 0, names: [] })
    await change({ toldOutside: 'count', password: 'x' })
    expect(await outside()).toEqual({})
  })

  it('tells nothing to whom no token lets in where only tokens do', async () => {
    await prepare({ subject: 'Retrospective' })
    const closed = await openTestApi({ world: api.world, guests: 'closed', keysOf: api })
    try {
      expect((await closed.ask('GET', '/outside/workshop', { key: null })).json).toEqual({})
    } finally {
      await closed.close()
    }
  })
})

describe('people who are to come', () => {
  beforeEach(() => prepare())

  it('are prepared with codes and links that are shown once, changed by who they are, and forgotten', async () => {
    const roomId = (await ask('POST', '/meetings/workshop/rooms', { json: { name: 'Garden' } })).json.roomId
    const list = [
      { displayName: 'Ada', email: 'ada@example.org', role: 'moderator', roomId },
      { displayName: 'Bob', claimCode: 'bob-likes-tea', avatar: 'https://pictures.example/bob.png' },
    ]
    const open = { people: [{ displayName: 'Eve', avatar: 'http://pictures.example/eve.png' }] }
    expect(await ask('POST', '/meetings/workshop/people', { json: open })).toMatchObject({ status: 400 })
    const made = await ask('POST', '/meetings/workshop/people?codes=true', { json: { people: list } })
    const [ada, bob] = made.json.people as Record<string, string>[]
    expect(ada?.claimCode).toMatch(/^[0-9A-Z]{12}$/)
    expect(ada?.claimUrl).toBe(`${api.url}/workshop#code=${ada?.claimCode}`)
    expect(bob).toMatchObject({ displayName: 'Bob', claimCode: 'BOBLIKESTEA' })
    expect(JSON.stringify(await api.world.store.readAll(0, 100))).not.toContain(ada?.claimCode)

    const again = { people: [{ displayName: 'Ada Lovelace', email: 'ADA@example.org', attributes: { team: 'red' } }] }
    const changed = await ask('POST', '/meetings/workshop/people', { json: again })
    expect(changed.json.people).toEqual([{ participantId: ada?.participantId, displayName: 'Ada Lovelace' }])
    expect(await people()).toMatchObject([
      { displayName: 'Ada Lovelace', presence: 'expected', role: 'moderator', assignedRoomId: roomId, hasCode: true },
      { displayName: 'Bob', hasCode: true, avatar: 'https://pictures.example/bob.png' },
    ])
    const code = await ask('POST', `/meetings/workshop/people/${bob?.participantId}/code`, { json: {} })
    expect(code).toMatchObject({ status: 201 })
    expect(code.json.claimCode).not.toBe(bob?.claimCode)

    expect(await ask('DELETE', `/meetings/workshop/people/${ada?.participantId}`)).toMatchObject({ status: 204 })
    expect(await people()).toMatchObject([{ displayName: 'Bob' }])
    await api.world.clock.pass(1)
    expect(JSON.stringify(await api.world.store.readAll(0, 100))).not.toMatch(/Lovelace|ada@example/i)
  })

  it('come as a table and leave as one', async () => {
    for (const name of ['Garden', 'Kitchen']) await ask('POST', '/meetings/workshop/rooms', { json: { name } })
    const table = 'name,email,room,team\r\nAda,ada@example.org,garden,red\r\n"Bob, ""B""",,Kitchen,\r\n'
    const headers = { 'idempotency-key': 'table' }
    const made = await importTable(table, '?codes=true', headers)
    expect(made).toMatchObject({ status: 201, json: { people: [{ displayName: 'Ada' }, { displayName: 'Bob, "B"' }] } })
    expect((await importTable(table, '?codes=true', headers)).json).toEqual(made.json)
    const exported = await ask('GET', '/meetings/workshop/people/export', { headers: { accept: 'text/csv' } })
    const lines = exported.text.split('\r\n')
    expect(lines[0]).toBe('id,name,role,user id,email,room,team')
    expect(lines[1]).toMatch(/^[0-9a-f]{8},Ada,participant,,ada@example.org,Garden,red$/)
    expect(await importTable(exported.text)).toMatchObject({ status: 201 })
    expect(await people()).toHaveLength(2)
  })

  it.each([
    [
      'bad lines',
      'name,email\nAda,ada@example.org\n,x\nBob,none',
      { lines: [{ line: 3 }, { line: 4, column: 'email' }] },
    ],
    [
      'unknown rooms',
      'name,room\nAda,Cellar',
      { lines: [{ line: 2, column: 'room', reason: 'There is no room "Cellar".' }] },
    ],
    ['100,000 lines', `name\n${'x\n'.repeat(100_000)}`, { lines: [{ line: 5002 }] }],
    ['Latin-1 letters', Buffer.from('name\nJosé', 'latin1'), { detail: expect.stringContaining('UTF-8') }],
    ['UTF-16 letters', Buffer.from('\ufeffname\nAda', 'utf16le'), { detail: expect.stringContaining('UTF-8') }],
    ['zeros', Buffer.alloc(100_000), { detail: expect.stringContaining('UTF-8') }],
    ['nothing', '', { lines: [{ line: 1 }] }],
  ])('are refused whole when the table has %s', async (_what, text, problem) => {
    expect(await importTable(text)).toMatchObject({ status: 422, json: { code: 'ROSTER_INVALID', ...problem } })
    expect(await people()).toEqual([])
  })

  it('are refused when there are too many of them, before the first is made', async () => {
    expect(await importTable(`name\n${'x\n'.repeat(1_001)}`)).toMatchObject({
      status: 409,
      json: { code: 'MEETING_FULL' },
    })
    expect(await importTable('x'.repeat(1_100_000))).toMatchObject({ status: 413, json: { code: 'MESSAGE_TOO_LARGE' } })
    expect(await people()).toEqual([])
    expect(await importTable(`name,team\n${`Ada,${'x'.repeat(100)}\n`.repeat(900)}`)).toMatchObject({ status: 201 })
  })
})
