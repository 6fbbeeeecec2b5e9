// SPDX-License-Identifier: Apache-2.0
// Who may call the REST interface, how often, and what it says to bad calls.
import { errorRegistry } from '@alcove/protocol'
import { afterEach, describe, expect, it } from 'vitest'
import { httpStatus } from './problem.ts'
import { openTestApi, type TestApi, type TestApiOptions } from './testing/openTestApi.ts'

let api: TestApi
afterEach(() => api.close())
const open = async (options?: TestApiOptions) => {
  api = await openTestApi(options)
  return api
}

describe('a key', () => {
  it('has to be made first: the answer says how', async () => {
    const { ask } = await open({ noKey: true })
    const answer = await ask('GET', '/meetings')
    expect(answer).toMatchObject({ status: 401, json: { code: 'API_KEY_MISSING' } })
    expect(answer.json.detail).toContain('npm run api-key -- create')
    expect(answer.headers.get('www-authenticate')).toBe('Bearer realm="Alcove"')
  })

  it('has to be sent, has to be one, and not to be revoked', async () => {
    const { ask, makeKey, keys } = await open()
    expect(await ask('GET', '/meetings', { key: null })).toMatchObject({
      status: 401,
      json: { code: 'API_KEY_MISSING' },
    })
    const wrong = [`alcove_${'A'.repeat(43)}`, 'x', '../../etc/passwd']
    for (const key of wrong) expect(await ask('GET', '/meetings', { key })).toMatchObject({ status: 401 })
    const key = await makeKey('meetings:read')
    expect(await ask('GET', '/meetings', { key })).toMatchObject({ status: 200 })
    await keys.revoke((await keys.find(key))?.id ?? '')
    expect(await ask('GET', '/meetings', { key })).toMatchObject({ status: 401, json: { code: 'API_KEY_UNKNOWN' } })
  })

  it('opens what its scopes say and nothing else', async () => {
    const { ask, makeKey, world } = await open()
    await world.enter('ann')
    const key = await makeKey('meetings:read')
    expect(await ask('GET', '/meetings/workshop/rooms', { key })).toMatchObject({ status: 200 })
    expect(await ask('POST', '/meetings/workshop/rooms', { key, json: {} })).toMatchObject({
      status: 403,
      json: { code: 'API_SCOPE_MISSING', details: { scope: 'meetings:write' } },
    })
    expect(await ask('GET', '/meetings/workshop/people', { key })).toMatchObject({ status: 403 })
    expect(await ask('GET', '/meetings/workshop/report', { key })).toMatchObject({ status: 403 })
    expect(await ask('DELETE', '/meetings/workshop', { key })).toMatchObject({ status: 403 })
  })

  it('is remembered as used', async () => {
    const { ask, keys } = await open()
    expect((await keys.list())[0]?.lastUsedAt).toBeUndefined()
    await ask('GET', '/meetings')
    expect((await keys.list())[0]?.lastUsedAt).toBeGreaterThan(Date.now() - 60_000)
  })

  it('is nowhere in the log, and neither is anything else that a caller wrote', async () => {
    const { ask, makeKey, logged, keys } = await open()
    const key = await makeKey('meetings:read')
    await ask('GET', `/meetings/secret-name?cursor=secret-cursor&token=${key}`, { key })
    const [call] = logged
    expect(call).toEqual({
      message: 'api call',
      fields: {
        requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
        method: 'GET',
        route: '/api/v1/meetings/:meeting',
        status: 400,
        ms: expect.any(Number),
        apiKey: (await keys.find(key))?.id,
      },
    })
    expect(JSON.stringify(logged)).not.toContain('secret')
    expect(JSON.stringify(logged)).not.toContain(key)
  })
})

describe('limits', () => {
  it('count each key', async () => {
    const { ask, makeKey } = await open({ limits: { callsPerMinuteByAddress: 100, callsPerMinuteByKey: 3 } })
    for (let call = 0; call < 3; call += 1) expect(await ask('GET', '/meetings')).toMatchObject({ status: 200 })
    const refused = await ask('GET', '/meetings')
    expect(refused).toMatchObject({ status: 429, json: { code: 'RATE_LIMITED', details: { perMinute: 3 } } })
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(await ask('GET', '/meetings', { key: await makeKey('meetings:read') })).toMatchObject({ status: 200 })
  })

  it('count each address, whatever key it tries', async () => {
    const { ask } = await open({ limits: { callsPerMinuteByAddress: 3, callsPerMinuteByKey: 100 } })
    for (let call = 0; call < 3; call += 1)
      expect(await ask('GET', '/meetings', { key: `alcove_${call}` })).toMatchObject({ status: 401 })
    expect(await ask('GET', '/meetings')).toMatchObject({ status: 429, json: { code: 'RATE_LIMITED' } })
  })
})

describe('a bad call', () => {
  it.each([
    [
      'an unknown field',
      'POST',
      '/meetings/workshop/rooms',
      { json: { nmae: 'Red' } },
      400,
      'REQUEST_INVALID',
      'body.nmae',
    ],
    ['a wrong type', 'POST', '/meetings/workshop/rooms', { json: { name: 7 } }, 400, 'NAME_INVALID', 'body.name'],
    ['a list for an object', 'POST', '/meetings/workshop/rooms', { json: [] }, 400, 'REQUEST_INVALID', 'body'],
    ['no body where one is needed', 'PUT', '/meetings/workshop/timer', {}, 400, 'REQUEST_INVALID', 'body.durationMs'],
    [
      'a body where none is read',
      'POST',
      '/meetings/workshop/end',
      { json: { now: true } },
      400,
      'REQUEST_INVALID',
      'body',
    ],
    ['an unknown parameter', 'GET', '/meetings?page=2', {}, 400, 'REQUEST_INVALID', 'query.page'],
    ['a limit out of bounds', 'GET', '/meetings?limit=0', {}, 400, 'REQUEST_INVALID', 'query.limit'],
    [
      'a cursor of somebody’s own',
      'GET',
      '/meetings/workshop/rooms?cursor=3',
      {},
      400,
      'REQUEST_INVALID',
      'query.cursor',
    ],
    [
      'a cursor that names no meeting',
      'GET',
      `/meetings?cursor=${Buffer.from('a/b/c').toString('base64url')}`,
      {},
      400,
      'REQUEST_INVALID',
      'query.cursor',
    ],
    [
      'a number out of bounds',
      'POST',
      '/meetings/workshop/open-all',
      { json: { inMs: -1 } },
      400,
      'REQUEST_INVALID',
      'body.inMs',
    ],
    ['no such meeting name', 'GET', '/meetings/a%2Fb%2Fc', {}, 400, 'MEETING_NAME_INVALID', 'path.meeting'],
    ['no such room id', 'GET', '/meetings/workshop/rooms/red', {}, 400, 'REQUEST_INVALID', 'path.room'],
    [
      'an idempotency key with spaces',
      'POST',
      '/meetings/workshop/rooms',
      { json: {}, headers: { 'idempotency-key': 'a b' } },
      400,
      'REQUEST_INVALID',
      'header.idempotency-key',
    ],
  ])('with %s is told where', async (_what, method, path, asked, status, code, where) => {
    const { ask, world } = await open()
    await world.enter('ann')
    expect(await ask(method, path, asked)).toMatchObject({ status, json: { code, details: { path: where } } })
  })

  it.each([
    ['JSON that is none', { text: '{', headers: { 'content-type': 'application/json' } }, 400, 'MESSAGE_UNREADABLE'],
    [
      'a poisoned prototype',
      { text: '{"__proto__":{"x":1}}', headers: { 'content-type': 'application/json' } },
      400,
      'MESSAGE_UNREADABLE',
    ],
    [
      'another type',
      { text: 'name=Red', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
      415,
      'MEDIA_TYPE_UNSUPPORTED',
    ],
    ['a table', { text: 'name\nRed', headers: { 'content-type': 'text/csv' } }, 415, 'MEDIA_TYPE_UNSUPPORTED'],
    ['a huge body', { json: { name: 'x'.repeat(70_000) } }, 413, 'MESSAGE_TOO_LARGE'],
  ])('with %s is refused', async (_what, asked, status, code) => {
    const { ask, world } = await open()
    await world.enter('ann')
    expect(await ask('POST', '/meetings/workshop/rooms', asked)).toMatchObject({ status, json: { code } })
    expect((await ask('GET', '/meetings/workshop/rooms')).json).toEqual({ items: [] })
  })

  it('that wants an answer of a type that there is not is told so', async () => {
    const { ask } = await open()
    const wanting = (accept: string) => ask('GET', '/meetings', { headers: { accept } })
    expect(await wanting('text/html')).toMatchObject({ status: 406, json: { code: 'ANSWER_TYPE_UNSUPPORTED' } })
    for (const accept of ['*/*', 'application/*', 'text/html, application/json;q=0.1'])
      expect(await wanting(accept), accept).toMatchObject({ status: 200 })
  })

  it('to an address or a meeting that is not there is told so', async () => {
    const { ask, url } = await open()
    expect(await ask('GET', '/nothing')).toMatchObject({ status: 404, json: { code: 'ROUTE_UNKNOWN' } })
    expect(await ask('PUT', '/meetings')).toMatchObject({ status: 404, json: { code: 'ROUTE_UNKNOWN' } })
    expect(await ask('GET', '/meetings/nobody-came')).toMatchObject({ status: 404, json: { code: 'MEETING_UNKNOWN' } })
    expect((await fetch(`${url}/api`)).status).toBe(404)
  })
})

describe('a problem', () => {
  it('has a page at its address', async () => {
    const { ask, url } = await open()
    const { json } = await ask('GET', '/meetings/nobody-came')
    expect(json).toMatchObject({
      type: '/api/v1/problems/MEETING_UNKNOWN',
      title: errorRegistry.MEETING_UNKNOWN.meaning,
    })
    expect(await (await fetch(`${url}${json.type}`)).json()).toEqual({
      code: 'MEETING_UNKNOWN',
      status: httpStatus.MEETING_UNKNOWN,
      ...errorRegistry.MEETING_UNKNOWN,
    })
  })
})
