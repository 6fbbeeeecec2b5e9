// SPDX-License-Identifier: Apache-2.0
// Tests of speaking to rooms from elsewhere (SPEC PM).
import { operator, type PodiumRooms, type Source } from '@alcove/protocol'
import { describe, expect, it } from 'vitest'
import { changedBetween } from '../media/changedBetween.ts'
import { mayReceive } from '../media/mayReceive.ts'
import { mediaPlan } from '../media/mediaPlan.ts'
import { fromSnapshot, toSnapshot } from '../snapshot.ts'
import { stateVersion } from '../state.ts'
import {
  ann,
  ask,
  blue,
  bob,
  breakoutId,
  cat,
  create,
  dan,
  eve,
  everybodySends,
  type Given,
  given,
  green,
  join,
  lose,
  main,
  move,
  passTime,
  personId,
  red,
  resume,
  start,
} from '../testing/index.ts'
import { meetingPart, roomPart, selfPart } from '../views/parts.ts'

const take = (rooms: PodiumRooms, by = ann) => ask(by, { type: 'TakePodium', rooms })
const leave = (by = ann) => ask(by, { type: 'LeavePodium' })
const promote = (participantId: typeof ann) => ask(ann, { type: 'ChangeRole', participantId, role: 'moderator' })
const roomsOf = ({ running }: Given, id = ann) => running.podium.get(id)

// Ann in main, Bob and Cat in red, Dan in blue, Eve in main.
const split = given(
  join(ann),
  join(bob),
  join(cat),
  join(dan),
  join(eve),
  create(ann, red),
  create(ann, blue),
  move(ann, bob, red),
  move(ann, cat, red),
  move(ann, dan, blue),
)
const spoken = split.and(take([red]))
const everybody = everybodySends([ann, bob, cat, dan, eve], 'microphone', 'camera', 'screen', 'screen-audio')
const hears = (meeting: Given, receiver: typeof ann, participantId: typeof ann, source: Source = 'microphone') =>
  mayReceive(meeting.state, receiver, { participantId, source })

describe('the podium', () => {
  it('[PM1] is taken for some rooms, which are kept once and in order, or for all', () => {
    split
      .when(take([blue, red, red]))
      .then([{ type: 'PodiumTaken', participantId: ann, rooms: [red, blue], at: start }])
    spoken.when(take([red])).thenNothing()
    spoken.when(take('all')).then([{ type: 'PodiumTaken', participantId: ann, rooms: 'all', at: start }])
    split.and(take('all')).when(take('all')).thenNothing()
    split
      .and(take('all'))
      .when(take([red]))
      .then([{ type: 'PodiumTaken', participantId: ann, rooms: [red], at: start }])
  })

  it('[PM1] is for moderators, several at once', () => {
    split.when(take([red], bob)).thenRejected('PERMISSION_DENIED')
    const two = split.and(promote(dan), take([red]), take([red, main], dan))
    expect(meetingPart(two.running).podium).toEqual({ [ann]: [red], [dan]: [main, red] })
  })

  it('[PM2] is heard and seen in the rooms that it is for and in no other, and hears nobody there', () => {
    for (const source of ['microphone', 'camera', 'screen', 'screen-audio'] as const) {
      expect(hears(spoken, bob, ann, source)).toBe(true)
      expect(hears(spoken, dan, ann, source)).toBe(false)
      expect(hears(spoken, ann, bob, source)).toBe(false)
    }
    expect(hears(spoken, bob, cat)).toBe(true)
    expect(hears(spoken, bob, eve)).toBe(false)
    expect(hears(spoken, eve, ann)).toBe(true)
    expect(spoken.running.seats).toBe(split.running.seats)
  })

  it('[PM2] sends nothing that may not be sent', () => {
    const stopped = spoken.and(ask(ann, { type: 'StopMedia', source: 'camera', whom: { participantId: ann } }))
    expect(hears(stopped, bob, ann, 'camera')).toBe(false)
    expect(hears(stopped, bob, ann)).toBe(true)
  })

  it('[PM3] for all reaches every room, also one made later', () => {
    const all = split.and(take('all'), create(ann, green), move(ann, eve, green))
    for (const id of [bob, dan, eve]) expect(hears(all, id, ann)).toBe(true)
    expect(hears(all, ann, eve)).toBe(false)
    expect(hears(split.and(take('all'), move(ann, ann, red)), eve, ann)).toBe(true)
  })

  it('[PM4] ends when the moderator says so, loses the connection or the role, leaves or is removed', () => {
    spoken.when(leave()).then([{ type: 'PodiumLeft', participantId: ann, at: start }])
    split.when(leave()).thenNothing()
    const two = spoken.and(promote(bob))
    const ends = [
      leave(),
      lose(ann),
      ask(ann, { type: 'LeaveMeeting' }),
      ask(bob, { type: 'ChangeRole', participantId: ann, role: 'participant' }),
      ask(bob, { type: 'RemoveParticipant', participantId: ann, bar: false }),
      { type: 'RestartClocks', at: start } as const,
    ]
    for (const end of ends) expect(roomsOf(two.and(end)), end.type).toBeUndefined()
    expect(roomsOf(two.and(lose(ann), resume(ann)))).toBeUndefined()
    expect(roomsOf(two.and(move(ann, ann, blue)))).toEqual([red])
  })

  it('[PM12] is ended by other moderators and the operator', () => {
    const two = spoken.and(promote(eve))
    for (const by of [eve, operator] as const)
      two
        .when(ask(by, { type: 'EndPodium', participantId: ann }))
        .then([{ type: 'PodiumLeft', participantId: ann, by, at: start }])
    two.when(ask(eve, { type: 'EndPodium', participantId: eve })).thenNothing()
    two.when(ask(bob, { type: 'EndPodium', participantId: ann })).thenRejected('PERMISSION_DENIED')
    two.when(ask(eve, { type: 'EndPodium', participantId: personId(77) })).thenRejected('PARTICIPANT_UNKNOWN')
    const gone = two.and(ask(bob, { type: 'LeaveMeeting' }))
    gone.when(ask(eve, { type: 'EndPodium', participantId: bob })).thenRejected('PARTICIPANT_UNKNOWN')
  })

  it('[PM13] tells whom others took off who did it, until they speak to rooms again, and nobody who left by themself', () => {
    const told = (meeting: Given, id = ann) => selfPart(meeting.running, id).takenOffPodium
    const two = spoken.and(promote(eve))
    const ended = two.and(ask(eve, { type: 'EndPodium', participantId: ann }))
    expect(told(ended)).toEqual({ by: eve, at: start })
    expect(told(ended, eve)).toBeUndefined()
    expect(told(ended.and(take('all')))).toBeUndefined()
    expect(told(two.and(ask(operator, { type: 'EndPodium', participantId: ann })))).toMatchObject({ by: operator })
    for (const end of [leave(), ask(ann, { type: 'EndPodium', participantId: ann })])
      expect(told(two.and(end))).toBeUndefined()
    expect(fromSnapshot(toSnapshot(ended.state), stateVersion)).toEqual(ended.state)
  })

  it('[PM5] ends when the time of the rooms is over and when everybody is brought back', () => {
    const timed = spoken.and(ask(ann, { type: 'StartTimer', durationMs: 60_000, atEnd: 'nothing' }))
    const at = start + 60_000
    timed.when(passTime(at)).then([
      { type: 'TimerEnded', at },
      { type: 'PodiumLeft', participantId: ann, at },
    ])
    expect(roomsOf(spoken.and(ask(ann, { type: 'CloseAllRooms' })))).toBeUndefined()
    const counting = spoken.and(ask(ann, { type: 'CloseAllRooms', inMs: 10_000 }))
    expect(roomsOf(counting)).toEqual([red])
    expect(roomsOf(counting.and(passTime(start + 10_000)))).toBeUndefined()
    const late = spoken.and(ask(ann, { type: 'StartTimer', durationMs: 60_000, atEnd: 'bring-back' }))
    const events = late.when(passTime(start + 200_000)).events
    expect(events.filter(({ type }) => type === 'PodiumLeft')).toHaveLength(1)
  })

  it('[PM6] loses a room that is removed, and ends with the last one; closing one room changes nothing', () => {
    const remove = (roomId: typeof red) => ask(ann, { type: 'RemoveRoom', roomId })
    const both = split.and(take([red, blue]))
    expect(roomsOf(both.and(remove(red)))).toEqual([blue])
    expect(roomsOf(both.and(remove(red), remove(blue)))).toBeUndefined()
    expect(roomsOf(both.and(ask(ann, { type: 'CloseRoom', roomId: red })))).toEqual([red, blue])
  })

  it('[PM7] has room for eight', () => {
    const people = Array.from({ length: 9 }, (_, index) => personId(index + 1))
    const crowd = given(...people.map((id) => join(id)), create(ann, red))
    const full = people.reduce((meeting, id) => (id === ann ? meeting : meeting.and(promote(id))), crowd)
    const taken = full.and(...people.slice(0, 8).map((id) => take([red], id)))
    taken.when(take([red], personId(9))).thenRejected('PODIUM_FULL')
    taken
      .when(take('all', personId(8)))
      .then([{ type: 'PodiumTaken', participantId: personId(8), rooms: 'all', at: start }])
  })

  it('[PM8] needs rooms that exist', () => {
    split.when(take([red, breakoutId(9)])).thenRejected('ROOM_UNKNOWN')
    given(join(ann)).when(take('all')).thenRejected('ROOM_NONE')
    given(join(ann))
      .when(take([main]))
      .thenRejected('ROOM_NONE')
  })

  it('[PM9] is sent beside the speaker set, and its pictures before those of the room', () => {
    const people = Array.from({ length: 14 }, (_, index) => personId(index + 1))
    const crowd = given(
      ...people.map((id) => join(id)),
      create(ann, red),
      ...people.slice(1).map((id) => move(ann, id, red)),
      take([red]),
    )
    const plan = mediaPlan(crowd.state, everybodySends(people, 'microphone', 'camera', 'screen'), 'all').get(bob) ?? []
    expect(plan.filter(({ source }) => source === 'microphone').map((wanted) => wanted.participantId)).toEqual([ann])
    expect(plan.find(({ source }) => source === 'camera')?.participantId).toBe(ann)
    expect(plan.find(({ source }) => source === 'screen')?.participantId).toBe(ann)
    expect(plan.filter(({ source }) => source === 'camera')).toHaveLength(9)
  })

  it('[PM10] concerns those in its rooms: when it begins, ends, changes its rooms, or what it sends', () => {
    const inRed = new Set([ann, bob, cat, eve])
    expect(changedBetween(split.state, spoken.state)).toEqual(new Set([bob, cat]))
    expect(changedBetween(spoken.state, spoken.and(leave()).state)).toEqual(new Set([bob, cat]))
    expect(changedBetween(spoken.state, spoken.and(take([blue])).state)).toEqual(new Set([bob, cat, dan]))
    expect(changedBetween(spoken.state, spoken.and(lose(ann)).state)).toEqual(inRed)
    expect(new Set(mediaPlan(spoken.state, everybody, new Set([ann])).keys())).toEqual(inRed)
  })

  it('[PM11] is told to its rooms: what it sends and whether it speaks', () => {
    const speakers = new Map([
      [main, [eve, ann].map((participantId) => ({ participantId, since: start, lastHeardAt: start }))],
    ])
    const moment = { ...everybodySends([ann, bob, eve], 'microphone'), speakers }
    const media = { microphone: 'on', camera: 'off', screen: 'off', screenAudio: 'off' }
    expect(roomPart(spoken.running, moment, red, start).podium).toEqual({ [ann]: { media, speaks: true } })
    expect(roomPart(spoken.running, moment, red, start + 601).podium[ann]?.speaks).toBe(false)
    expect(roomPart(spoken.running, moment, red, start).speakers).toEqual([])
    for (const roomId of [main, blue]) expect(roomPart(spoken.running, moment, roomId, start).podium).toEqual({})
  })
})
