// SPDX-License-Identifier: Apache-2.0
// The view over parts: own room, people who are no longer in it, gaps.
import type { JsonObject, ParticipantId, PartKey, PartSnapshot } from '@alcove/protocol'
import { expect, test } from 'vitest'
import type { MeetingView } from '../api.ts'
import { ViewStore } from './ViewStore.ts'

const me = '00000001' as ParticipantId
const other = '00000002' as ParticipantId
const breakout = 'aaaaaaaa'

function snapshot(part: PartKey, value: JsonObject, version = 1): PartSnapshot {
  return { type: 'part.snapshot', part, epoch: 'e', version, value }
}
function person(roomId: string): JsonObject {
  return { displayName: 'x', role: 'participant', roomId, order: 1, absent: false }
}
function meetingPart(version = 1): PartSnapshot {
  const people = { [me]: person('main'), [other]: person('main') }
  return snapshot('meeting', { meetingId: 'm', selfMove: 'anywhere', people, rooms: {}, podium: {} }, version)
}
function roomPart(roomId: string): PartSnapshot {
  return snapshot(`room:${roomId}`, { roomId, media: {}, speakers: [other] })
}
const selfPart = snapshot('self', { participantId: me, can: { moderate: false, enterRooms: true, returnToMain: true } })
function movePatch(id: ParticipantId, roomId: string, version = 2) {
  return { type: 'part.patch', part: 'meeting', epoch: 'e', version, patch: { people: { [id]: { roomId } } } } as const
}

function joined() {
  const log: string[] = []
  const views: (MeetingView | undefined)[] = []
  const store = new ViewStore({
    onView: (view) => {
      log.push(`view ${view?.room.roomId}`)
      views.push(view)
    },
    onApart: (ids) => log.push(`apart ${ids.join()}`),
    onCameraLeft: (ids) => log.push(`camera left ${ids.join()}`),
    onGap: () => log.push('gap'),
  })
  store.beginResume()
  store.handleReply({ participantId: me, serverNow: 0, parts: [meetingPart(), selfPart, roomPart('main')] }, true)
  log.length = 0
  return { store, log, views }
}

test('when I move, those left behind are told apart before the new view, whose room is empty until its part comes', () => {
  const { store, log } = joined()
  store.handleMessage(movePatch(me, breakout))
  expect(log).toEqual([`apart ${other}`, `view ${breakout}`])
  expect(store.view()?.room).toEqual({
    roomId: breakout,
    media: {},
    hands: [],
    knocks: [],
    speakers: [],
    podium: {},
    lookers: [],
  })
  store.handleMessage({ type: 'part.closed', part: 'room:main' })
  store.handleMessage(roomPart(breakout))
  expect(store.view()?.room.speakers).toEqual([other])
})

test('when somebody leaves my room, they are told apart', () => {
  const { store, log } = joined()
  store.handleMessage(movePatch(other, breakout))
  expect(log).toEqual([`apart ${other}`, 'view main'])
})

const podium = (rooms: 'all' | null, version: number) =>
  ({ type: 'part.patch', part: 'meeting', epoch: 'e', version, patch: { podium: { [other]: rooms } } }) as const

test('who speaks to my room stays in reach when they leave it, and is apart when they stop', () => {
  const { store, log } = joined()
  store.handleMessage(podium('all', 2))
  store.handleMessage(movePatch(other, breakout, 3))
  expect(log).toEqual(['view main', 'view main'])
  store.handleMessage(podium(null, 4))
  expect(log).toEqual(['view main', 'view main', `apart ${other}`, 'view main'])
})

test('who goes into a room that I look into leaves me their camera, until I look away', () => {
  const { store, log } = joined()
  const looking = (rooms: readonly string[] | null, version: number) =>
    ({ type: 'part.patch', part: 'moderators', epoch: 'e', version, patch: { lookingInto: { [me]: rooms } } }) as const
  store.handleMessage(snapshot('moderators', { speakers: {}, lookingInto: { [me]: [breakout] } }))
  store.handleMessage(movePatch(other, breakout))
  expect(log.slice(1)).toEqual([`camera left ${other}`, 'view main'])
  store.handleMessage(looking(null, 2))
  expect(log.slice(3)).toEqual([`apart ${other}`, 'view main'])
})

test('a message that changes nothing keeps the view', () => {
  const { store, log } = joined()
  const before = store.view()
  store.handleMessage(roomPart('main'))
  expect(store.view()).toBe(before)
  expect(log).toEqual([])
})

test('a patch with a gap asks to resume; a patch that comes before the answer waits for it', () => {
  const { store, log } = joined()
  store.handleMessage(movePatch(me, breakout, 3))
  expect(log).toEqual(['gap'])
  expect(store.beginResume().meeting).toEqual({ epoch: 'e', version: 1 })
  store.handleMessage(movePatch(me, breakout, 5))
  store.handleReply({ participantId: me, serverNow: 0, parts: [meetingPart(4)] }, false)
  expect(store.view()?.room.roomId).toBe(breakout)
  expect(log.filter((line) => line === 'gap')).toHaveLength(1)
})

test('a patch of a room that is not mine is not missed', () => {
  const { store, log } = joined()
  const patch = { type: 'part.patch', part: `room:${breakout}`, epoch: 'e', version: 9, patch: {} } as const
  store.handleMessage(patch)
  expect(log).toEqual([])
})

test('what was lost while away is dropped with the answer to resume', () => {
  const { store } = joined()
  store.handleMessage(snapshot('moderators', { speakers: {}, lookingInto: {} }))
  expect(store.view()?.moderators).toBeDefined()
  store.beginResume()
  store.handleReply({ participantId: me, serverNow: 0, parts: [] }, false)
  expect(store.view()?.moderators).toBeUndefined()
})
