// SPDX-License-Identifier: Apache-2.0
// Seating people by the server and rounds, over REST.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestApi, type TestApi } from './testing/openTestApi.ts'

let api: TestApi
let ask: TestApi['ask']
const rooms: string[] = []
beforeEach(async () => {
  api = await openTestApi()
  ask = api.ask
  for (const name of ['ann', 'bob', 'cat', 'dan', 'eve']) await api.world.enter(name)
  rooms.length = 0
  for (const name of ['Red', 'Blue'])
    rooms.push(String((await ask('POST', '/meetings/workshop/rooms', { json: { name } })).json.roomId))
})
afterEach(() => api.close())

const assignments = async () => {
  const { items } = (await ask('GET', '/meetings/workshop/people')).json as { items: Record<string, string>[] }
  return items.flatMap(({ participantId, assignedRoomId }) => (assignedRoomId ? [[participantId, assignedRoomId]] : []))
}
const rounds = async () => (await ask('GET', '/meetings/workshop/rounds')).json.items as Record<string, unknown>[]

describe('seating by the server', () => {
  it('is seen before, done exactly so, and taken back', async () => {
    const wishes = { moderators: 'spread' }
    const preview = await ask('POST', '/meetings/workshop/assign/preview', { json: { who: 'everybody', wishes } })
    expect(await assignments()).toEqual([])
    const { seed, groups } = preview.json as {
      seed: number
      groups: { roomId: string; participantIds: string[] }[]
    }
    const seated = { json: { who: 'everybody', wishes, seed, hold: true } }
    expect((await ask('POST', '/meetings/workshop/assign', seated)).json).toEqual({ seed })
    const wanted = groups.flatMap(({ roomId, participantIds }) => participantIds.map((id) => [id, roomId]))
    expect((await assignments()).sort()).toEqual(wanted.sort())
    await ask('POST', '/meetings/workshop/assign/undo')
    expect(await assignments()).toEqual([])
    expect(await ask('POST', '/meetings/workshop/assign/undo')).toMatchObject({
      status: 404,
      json: { code: 'UNDO_NONE' },
    })
  })

  it('says which wish cannot be met, and seats nobody', async () => {
    const { items } = (await ask('GET', '/meetings/workshop/people')).json as { items: { participantId: string }[] }
    const apart = [items.slice(1, 4).map(({ participantId }) => participantId)]
    const refused = await ask('POST', '/meetings/workshop/assign', { json: { who: 'everybody', wishes: { apart } } })
    expect(refused).toMatchObject({ status: 409, json: { code: 'GROUPING_IMPOSSIBLE' } })
    expect(refused.json.details).toBeDefined()
    expect(await assignments()).toEqual([])
  })
})

describe('rounds', () => {
  it('are planned once for a call that is sent twice, changed, ordered, held and removed', async () => {
    const plan = { count: 2, seed: 3, durationMs: 60_000 }
    const headers = { 'idempotency-key': 'plan' }
    const planned = await ask('POST', '/meetings/workshop/rounds/plan', { json: plan, headers })
    expect(planned).toMatchObject({ status: 201, json: { seed: 3, roundIds: [1, 2] } })
    expect(await ask('POST', '/meetings/workshop/rounds/plan', { json: plan, headers })).toMatchObject({
      json: planned.json,
    })
    const { items } = (await ask('GET', '/meetings/workshop/people')).json as { items: { participantId: string }[] }
    const groups = [{ roomId: rooms[0], participantIds: [items[1]?.participantId] }]
    expect((await ask('POST', '/meetings/workshop/rounds', { json: { name: 'Own', groups } })).json).toEqual({
      roundId: 3,
    })
    await ask('PUT', '/meetings/workshop/rounds/order', { json: { roundIds: [3, 1, 2] } })
    await ask('PATCH', '/meetings/workshop/rounds/2', { json: { name: 'Last', durationMs: 0 } })
    const put = { participantId: items[2]?.participantId, roomId: rooms[0] }
    await ask('POST', '/meetings/workshop/rounds/3/assign', { json: put })
    await ask('POST', '/meetings/workshop/rounds/next')
    expect(await rounds()).toMatchObject([
      {
        roundId: 3,
        name: 'Own',
        status: 'running',
        groups: [{ participantIds: [items[1]?.participantId, put.participantId] }],
      },
      { roundId: 1, status: 'waiting', durationMs: 60_000 },
      { roundId: 2, name: 'Last', status: 'waiting' },
    ])
    expect(await ask('DELETE', '/meetings/workshop/rounds/3')).toMatchObject({
      status: 409,
      json: { code: 'ROUND_BEGUN' },
    })
    await api.world.clock.pass(60_000)
    const table = await ask('GET', '/meetings/workshop/report', { headers: { accept: 'text/csv' } })
    expect(table.text).toContain('bob,participant,Red,1970-01-01 00:16:40,,1.0,Own,0.0\r\n')
    expect((await ask('GET', '/meetings/workshop/report')).json).toMatchObject({ rounds: [{ name: 'Own' }, {}, {}] })
    await ask('DELETE', '/meetings/workshop/rounds/1')
    await ask('DELETE', '/meetings/workshop/rounds/2')
    expect(await ask('POST', '/meetings/workshop/rounds/next')).toMatchObject({ json: { code: 'ROUND_NONE' } })
    expect(await ask('DELETE', '/meetings/workshop/rounds/2')).toMatchObject({ status: 404 })
  })
})
