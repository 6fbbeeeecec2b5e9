// SPDX-License-Identifier: Apache-2.0
// Tests of looking into rooms from elsewhere (SPEC GL).
import { maxGlances, type Source } from '@alcove/protocol'
import { describe, expect, it } from 'vitest'
import { changedBetween } from '../media/changedBetween.ts'
import { mayReceive } from '../media/mayReceive.ts'
import { mediaPlan } from '../media/mediaPlan.ts'
import type { Moment } from '../media/moment.ts'
import {
  ann,
  ask,
  blue,
  bob,
  breakoutId,
  cat,
  create,
  dan,
  everybodySends,
  type Given,
  given,
  join,
  lose,
  main,
  move,
  red,
  resume,
  start,
} from '../testing/index.ts'
import { meetingPart, moderatorsPart, roomPart } from '../views/parts.ts'
import { choosePictures } from './pictures.ts'

const lookIn = (roomId: typeof red, by = ann, at = start) => ask(by, { type: 'StartGlance', roomId }, { at })
const lookAway = (roomId: typeof red) => ask(ann, { type: 'StopGlance', roomId })
const allow = (allowed: boolean, by = ann) => ask(by, { type: 'ChangeGlancePolicy', allowed })
const promote = (participantId: typeof ann) => ask(ann, { type: 'ChangeRole', participantId, role: 'moderator' })
const roomsOf = ({ running }: Given, id = ann) => (running.glance.lookers.get(id) ?? []).map(({ roomId }) => roomId)

// Ann in main, Bob and Cat in red, Dan in blue.
const split = given(
  join(ann),
  join(bob),
  join(cat),
  join(dan),
  create(ann, red),
  create(ann, blue),
  move(ann, bob, red),
  move(ann, cat, red),
  move(ann, dan, blue),
)
const looking = split.and(lookIn(red))
const sees = (meeting: Given, receiver: typeof ann, participantId: typeof ann, source: Source = 'camera') =>
  mayReceive(meeting.state, receiver, { participantId, source })

describe('looking in', () => {
  it('[GL1] is stored and shown in the room, to moderators and in nobody else’s part', () => {
    split.when(lookIn(red)).then([{ type: 'GlanceStarted', participantId: ann, roomId: red, at: start }])
    looking.when(lookIn(red)).thenNothing()
    const moment = everybodySends([bob], 'camera')
    expect(roomPart(looking.running, moment, red, start).lookers).toEqual([ann])
    expect(roomPart(looking.running, moment, blue, start).lookers).toEqual([])
    expect(moderatorsPart(looking.running, moment, start).lookingInto).toEqual({ [ann]: [red] })
    expect(meetingPart(looking.running)).toEqual(meetingPart(split.running))
  })

  it('[GL1] is for moderators, into rooms that exist and where they are not', () => {
    split.when(lookIn(red, dan)).thenRejected('PERMISSION_DENIED')
    split.when(lookIn(breakoutId(9))).thenRejected('ROOM_UNKNOWN')
    split.when(lookIn(main)).thenNothing()
    expect(roomsOf(split.and(move(ann, ann, red), lookIn(main)))).toEqual([main])
  })

  it('[GL2] lets through cameras of the people there, never sound, never a screen, and nothing the other way', () => {
    for (const id of [bob, cat]) expect(sees(looking, ann, id)).toBe(true)
    expect(sees(looking, ann, dan)).toBe(false)
    expect(sees(looking, bob, ann)).toBe(false)
    expect(sees(looking, dan, bob)).toBe(false)
    for (const source of ['microphone', 'screen', 'screen-audio'] as const)
      expect(sees(looking, ann, bob, source)).toBe(false)
    expect(sees(looking.and(lose(bob)), ann, bob)).toBe(false)
    const stopped = ask(ann, { type: 'StopMedia', source: 'camera', whom: { participantId: bob } })
    expect(sees(looking.and(stopped), ann, bob)).toBe(false)
  })

  it('[GL4] goes into 16 rooms at most', () => {
    const rooms = Array.from({ length: maxGlances + 1 }, (_, index) => breakoutId(index + 1))
    const many = given(join(ann), ...rooms.map((id) => create(ann, id)))
    const full = many.and(...rooms.slice(0, maxGlances).map((id) => lookIn(id)))
    full.when(lookIn(breakoutId(maxGlances + 1))).thenRejected('GLANCE_LIMIT_REACHED')
    expect(full.and(lookAway(breakoutId(1))).when(lookIn(breakoutId(maxGlances + 1))).events).toHaveLength(1)
  })

  it('[GL5] ends when the moderator says so, enters the room, loses connection or role, is removed, or the room is', () => {
    looking.when(lookAway(red)).then([{ type: 'GlanceEnded', participantId: ann, roomId: red, at: start }])
    split.when(lookAway(red)).thenNothing()
    const two = looking.and(promote(bob), lookIn(blue))
    for (const end of [
      lose(ann),
      ask(ann, { type: 'LeaveMeeting' }),
      ask(bob, { type: 'ChangeRole', participantId: ann, role: 'participant' }),
      ask(bob, { type: 'RemoveParticipant', participantId: ann, bar: false }),
      { type: 'RestartClocks', at: start } as const,
      allow(false),
    ])
      expect(roomsOf(two.and(end)), end.type).toEqual([])
    expect(roomsOf(two.and(lose(ann), resume(ann)))).toEqual([])
    expect(roomsOf(two.and(move(ann, ann, red)))).toEqual([blue])
    expect(roomsOf(two.and(ask(ann, { type: 'RemoveRoom', roomId: red })))).toEqual([blue])
    expect(roomsOf(two.and(ask(ann, { type: 'CloseRoom', roomId: red })))).toEqual([red, blue])
  })

  it('[GL6] is allowed as long as no moderator says otherwise; everybody sees it', () => {
    expect(meetingPart(split.running).mayLookIn).toBe(true)
    const off = split.and(allow(false))
    expect(meetingPart(off.running).mayLookIn).toBe(false)
    off.when(lookIn(red)).thenRejected('GLANCE_OFF')
    off.when(allow(false)).thenNothing()
    off.when(allow(true)).then([{ type: 'GlancePolicyChanged', allowed: true, at: start }])
    split.when(allow(false, bob)).thenRejected('PERMISSION_DENIED')
  })

  it('[GL8] concerns the one who looks, also when somebody comes to the room or leaves it', () => {
    expect(changedBetween(split.state, looking.state)).toEqual(new Set([ann]))
    expect(changedBetween(looking.state, looking.and(lookAway(red)).state)).toEqual(new Set([ann]))
    expect(changedBetween(looking.state, looking.and(lose(bob)).state)).toEqual(new Set([ann, bob, cat]))
    const moment = everybodySends([ann, bob, cat], 'camera')
    expect([...mediaPlan(looking.state, moment, new Set([bob])).keys()]).toContain(ann)
  })
})

describe('the picture', () => {
  const later = (ms: number) => start + 1_000 + ms
  const heard = (participantId: typeof ann, lastHeardAt: number) => ({ participantId, since: start, lastHeardAt })
  const speaking = (...speakers: readonly ReturnType<typeof heard>[]): Moment => ({
    ...everybodySends([ann, bob, cat, dan], 'camera', 'microphone'),
    speakers: new Map([[red, speakers]]),
  })
  const chosen = (moment: Moment, at: number, meeting = looking): Moment => ({
    ...moment,
    pictures: choosePictures(meeting.state, moment, at),
  })
  const pictureOf = (moment: Moment) => moment.pictures.rooms.get(red)?.participantId
  const cameras = (moment: Moment, meeting = looking, id = ann) =>
    (mediaPlan(meeting.state, moment, 'all').get(id) ?? []).filter((wanted) => wanted.participantId !== ann)

  it('[GL3] comes when the mark has stood for a second, and is of the one who speaks, small', () => {
    const early = chosen(speaking(heard(bob, later(-1))), later(-1))
    expect(cameras(early)).toEqual([])
    const moment = chosen(speaking(heard(bob, later(0))), later(0))
    expect(cameras(moment)).toEqual([{ participantId: bob, source: 'camera', height: 180 }])
  })

  it('[GL3] is the last speaker’s while nobody speaks, and stays with whom it was when nobody is known to have spoken', () => {
    const last = chosen(speaking(heard(bob, start), heard(cat, start + 5)), later(60_000))
    expect(pictureOf(last)).toBe(cat)
    expect(pictureOf(chosen({ ...last, speakers: new Map() }, later(120_000)))).toBe(cat)
  })

  it('[GL3] is of who joined first while nobody has spoken', () => {
    expect(cameras(chosen(speaking(), later(0)))).toEqual([{ participantId: bob, source: 'camera', height: 180 }])
  })

  const withCameras = (...on: readonly (typeof ann)[]) => {
    const sent = (id: typeof ann) => new Map([['camera' as const, { paused: !on.includes(id) }]])
    return { producers: new Map([ann, bob, cat, dan].map((id) => [id, sent(id)])) }
  }

  it('[GL3] is of somebody whose camera is on, whoever else speaks; of nobody where none is', () => {
    const moment = speaking(heard(bob, later(0)))
    expect(pictureOf(chosen({ ...moment, ...withCameras(cat, dan) }, later(0)))).toBe(cat)
    expect(cameras(chosen({ ...moment, ...withCameras(dan) }, later(0)))).toEqual([])
  })

  it('[GL3] is of nobody whose camera may not be sent', () => {
    const stopped = looking.and(ask(ann, { type: 'StopMedia', source: 'camera', whom: { participantId: bob } }))
    expect(pictureOf(chosen(speaking(heard(bob, later(0))), later(0), stopped))).toBe(cat)
  })

  it('[GL7] goes to another when its person’s camera goes off, and back only when they are the one to show', () => {
    const first = chosen(speaking(heard(bob, later(0))), later(0))
    expect(pictureOf(first)).toBe(bob)
    const off = { ...first, ...withCameras(cat) }
    expect(cameras(off)).toEqual([])
    const next = chosen(off, later(1_000))
    expect(pictureOf(next)).toBe(cat)
    const silent = { ...next, ...withCameras(bob, cat), speakers: new Map() }
    expect(pictureOf(chosen(silent, later(90_000)))).toBe(cat)
  })

  it('[GL3] is what the client gets, whatever it says that it shows', () => {
    const moment = chosen(speaking(heard(bob, later(0))), later(0))
    const items = [bob, cat].map((participantId) => ({ participantId, source: 'camera' as const, height: 720 }))
    const shows = new Map([[ann, { roomId: main, items }]])
    expect(cameras({ ...moment, shows })).toEqual([{ participantId: bob, source: 'camera', height: 180 }])
  })

  it('[GL7] stays for five seconds, and then goes to who speaks by then', () => {
    const first = chosen(speaking(heard(bob, later(0))), later(0))
    const both = (at: number) => ({ ...first, speakers: new Map([[red, [heard(cat, at), heard(bob, later(0))]]]) })
    expect(pictureOf(chosen(both(later(4_999)), later(4_999)))).toBe(bob)
    expect(pictureOf(chosen(both(later(5_000)), later(5_000)))).toBe(cat)
  })

  it('[GL7] goes at once when its person leaves the room, and is chosen anew at most once a second', () => {
    const first = chosen(speaking(heard(bob, later(0)), heard(cat, start)), later(0))
    const moved = looking.and(move(ann, bob, blue))
    expect(cameras(first, moved)).toEqual([])
    expect(pictureOf(chosen(first, later(999), moved))).toBe(bob)
    expect(pictureOf(chosen(first, later(1_000), moved))).toBe(cat)
    expect(choosePictures(looking.state, first, later(3_000))).toBe(first.pictures)
  })

  it('[GL3] is not shown to another one who has only just begun to look in', () => {
    const two = looking.and(promote(dan), lookIn(red, dan, later(0)))
    const moment = chosen(speaking(heard(bob, later(0))), later(0), two)
    expect(cameras(moment, two)).toHaveLength(1)
    expect(cameras(moment, two, dan)).toEqual([])
    expect(cameras(chosen(moment, later(1_000), two), two, dan)).toHaveLength(1)
  })
})
