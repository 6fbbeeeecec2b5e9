// SPDX-License-Identifier: Apache-2.0
// Tests of what rooms have besides a name, and of their doors (SPEC BR).
import type { ParticipantId, RoomId } from '@alcove/protocol'
import { describe, expect, it } from 'vitest'
import type { PasswordCheck, RoomProperties } from '../commands.ts'
import { emptyMoment } from '../media/moment.ts'
import {
  ann,
  ask,
  blue,
  bob,
  cat,
  create,
  dan,
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
  settings,
  start,
} from '../testing/index.ts'
import { meetingPart, moderatorsPart, roomPart, selfPart } from '../views/parts.ts'

const change = (properties: RoomProperties, roomId = red) =>
  ask(ann, { type: 'ChangeRoom', roomId, change: properties })
const place = (roomId: RoomId, before?: RoomId) =>
  ask(ann, { type: 'PlaceRoom', roomId, ...(before !== undefined && { before }) })
const go = (id: ParticipantId, roomId: RoomId = red, password?: PasswordCheck) =>
  ask(id, { type: 'MoveParticipant', participantId: id, toRoomId: roomId, ...(password && { password }) })
const knock = (id: ParticipantId, roomId = red, knocking = true) => ask(id, { type: 'KnockAtRoom', roomId, knocking })
const admit = (by: ParticipantId, participantId: ParticipantId, admitted = true, roomId = red) =>
  ask(by, { type: 'AdmitToRoom', roomId, participantId, admitted })
const assign = (participantId: ParticipantId, roomId = red) =>
  ask(ann, { type: 'AssignParticipant', participantId, roomId })
const right = (version = 1): PasswordCheck => ({ version, isRight: true })
const roomOf = (meeting: Given, id: ParticipantId) => meeting.running.seats.get(id)?.roomId

const four = given(join(ann), join(bob), join(cat), join(dan), create(ann, red, 'Red'), create(ann, blue, 'Blue'))

describe('what a room has', () => {
  it('[BR12] is given when it is made, all at once', () => {
    const properties = { capacity: 3, task: 'Talk about it', locked: true, passwordHash: 'hash' }
    const made = four.and(ask(ann, { type: 'CreateRoom', roomId: green, open: false, properties }))
    expect(meetingPart(made.running).rooms[green]).toEqual({
      name: 'Room 3',
      number: 3,
      order: 3,
      open: false,
      underWay: false,
      capacity: 3,
      locked: true,
      hasPassword: true,
      hosts: [],
    })
    expect(JSON.stringify(meetingPart(made.running))).not.toContain('hash')
  })

  it('[BR13] is changed later: what is left out stays, null takes away, what holds already changes nothing', () => {
    const changed = four.and(change({ capacity: 3, task: 'Talk' }), change({ task: null, locked: true }))
    expect(changed.running.rooms.get(red)).toMatchObject({ capacity: 3, locked: true })
    expect(changed.running.rooms.get(red)?.task).toBeUndefined()
    changed.when(change({ capacity: 3, locked: true, passwordHash: null })).thenNothing()
    changed.when(ask(ann, { type: 'ChangeRoom', roomId: red, name: 'Rouge', change: { capacity: null } })).then([
      { type: 'RoomRenamed', roomId: red, name: 'Rouge', at: start },
      { type: 'RoomChanged', roomId: red, change: { capacity: null }, at: start },
    ])
    four.when(change({ locked: true }, main)).thenRejected('ROOM_IS_MAIN')
    four.when(change({ locked: true }, green)).thenRejected('ROOM_UNKNOWN')
  })

  it('[BR14] shows its task to those inside and to moderators', () => {
    const meeting = four.and(change({ task: 'Talk' }))
    expect(roomPart(meeting.running, emptyMoment, red, start).task).toBe('Talk')
    expect(roomPart(meeting.running, emptyMoment, blue, start).task).toBeUndefined()
    expect(moderatorsPart(meeting.running, emptyMoment, start).tasks).toEqual({ [red]: 'Talk' })
    expect(JSON.stringify(meetingPart(meeting.running))).not.toContain('Talk')
  })

  it('[BR15] has a place among the rooms that can be changed, and a number that stays', () => {
    const three = four.and(create(ann, green))
    three.when(place(green, red)).then([{ type: 'RoomsOrdered', roomIds: [green, red, blue], at: start }])
    const placed = three.and(place(green, red), create(ann, personId(77) as unknown as RoomId))
    const rooms = Object.values(meetingPart(placed.running).rooms)
    expect(rooms.map(({ order, number }) => [order, number])).toEqual([
      [1, 3],
      [2, 1],
      [3, 2],
      [4, 4],
    ])
    expect(three.and(place(red)).running.rooms.keys().toArray()).toEqual([blue, green, red])
    three.when(place(red, blue)).thenNothing()
    three.when(place(red, red)).thenNothing()
    three.when(place(red, main)).thenRejected('ROOM_IS_MAIN')
    four.when(place(red, green)).thenRejected('ROOM_UNKNOWN')
  })

  it('[BR16] outlives an empty meeting and a restart, with assignments', () => {
    const everybody = [ann, bob, cat, dan].map((id) => ask(id, { type: 'LeaveMeeting' }))
    const at = start + settings.retentionMs - 1
    const later = four.and(change({ task: 'Talk', capacity: 2 }), assign(bob), ...everybody, passTime(at), {
      type: 'RestartClocks',
      at,
    })
    const back = later.and(resume(bob, at))
    expect(back.running.rooms.get(red)).toMatchObject({ name: 'Red', task: 'Talk', capacity: 2 })
    expect(back.running.seats.get(bob)?.assignment).toMatchObject({ roomId: red })
  })
})

describe('a full room', () => {
  const full = four.and(change({ capacity: 1 }), go(bob))

  it('[BR17] takes nobody who comes by themself or is sent, unless a moderator forces it', () => {
    full.when(go(cat)).thenRejected('ROOM_FULL')
    full.and(assign(cat)).when(go(cat)).thenRejected('ROOM_FULL')
    full.when(move(ann, cat, red)).thenRejected('ROOM_FULL')
    const force = ask(ann, { type: 'MoveParticipant', participantId: cat, toRoomId: red, force: true })
    expect(roomOf(full.and(force), cat)).toBe(red)
    const own = ask(cat, { type: 'MoveParticipant', participantId: cat, toRoomId: red, force: true })
    full.when(own).thenRejected('ROOM_FULL')
  })

  it('[BR18] counts who is away and not who is gone; moderators go in and take no place', () => {
    full.and(lose(bob)).when(go(cat)).thenRejected('ROOM_FULL')
    expect(full.and(ask(bob, { type: 'LeaveMeeting' })).when(go(cat)).decision.ok).toBe(true)
    expect(roomOf(full.and(go(ann)), ann)).toBe(red)
    expect(four.and(change({ capacity: 1 }), go(ann)).when(go(cat)).decision.ok).toBe(true)
  })

  it('[BR19] puts nobody out, is filled by opening all as assigned, and gets no newcomers', () => {
    expect(roomOf(four.and(go(bob), go(cat), change({ capacity: 1 })), bob)).toBe(red)
    const opened = full.and(assign(cat), ask(ann, { type: 'OpenAllRooms' }))
    expect(roomOf(opened, cat)).toBe(red)
    const eve = personId(9)
    const fewest = opened.and(
      move(ann, dan, blue),
      move(ann, cat, blue),
      ask(ann, { type: 'ChangeLateJoin', lateJoin: 'fewest' }),
      join(eve),
    )
    expect(roomOf(fewest, eve)).toBe(blue)
  })

  it('[BR19] is overfilled by those assigned to it when they come back, and by nobody who goes there by themself', () => {
    const owed = full.and(assign(cat), ask(cat, { type: 'LeaveMeeting' }), ask(ann, { type: 'OpenAllRooms' }))
    expect(roomOf(owed.and(resume(cat)), cat)).toBe(red)
    owed.and(resume(cat), go(cat, main)).when(go(cat)).thenRejected('ROOM_FULL')
  })
})

describe('automatic assignment', () => {
  const assignAll = ask(ann, { type: 'AutoAssign', who: 'everybody', seed: 7 })

  it('[AA7] gives no room more people than it has places, and assigns nobody when there are too few', () => {
    const small = four.and(change({ capacity: 1 }), assignAll)
    const inRed = [bob, cat, dan].filter((id) => roomOf(small, id) === red)
    expect(inRed).toHaveLength(1)
    expect([bob, cat, dan].filter((id) => roomOf(small, id) === blue)).toHaveLength(2)
    const tight = four.and(change({ capacity: 1 }), change({ capacity: 1 }, blue))
    expect(tight.when(assignAll).decision).toEqual({
      ok: false,
      error: { code: 'ROOM_FULL', details: { people: 3, places: 2 } },
    })
  })
})

describe('a locked room', () => {
  const locked = four.and(go(bob), change({ locked: true }))

  it('[BR20] is entered by moderators and those assigned, and by nobody else', () => {
    locked.when(go(cat)).thenRejected('ROOM_LOCKED')
    expect(locked.when(go(ann)).decision.ok).toBe(true)
    expect(locked.when(move(ann, cat, red)).decision.ok).toBe(true)
    expect(locked.and(assign(cat)).when(go(cat)).decision.ok).toBe(true)
  })

  it('[BR21] is knocked at: one door at a time, told to those inside and to moderators', () => {
    locked.when(knock(cat)).then([{ type: 'Knocked', participantId: cat, roomId: red, at: start }])
    const knocking = locked.and(knock(cat))
    knocking.when(knock(cat)).thenNothing()
    expect(roomPart(knocking.running, emptyMoment, red, start).knocks).toEqual([{ participantId: cat, since: start }])
    expect(moderatorsPart(knocking.running, emptyMoment, start).knocks).toEqual({
      [red]: [{ participantId: cat, since: start }],
    })
    expect(selfPart(knocking.running, cat).knockingAt).toBe(red)
    const other = knocking.and(change({ locked: true }, blue), knock(cat, blue))
    expect(moderatorsPart(other.running, emptyMoment, start).knocks).toEqual({
      [blue]: [{ participantId: cat, since: start }],
    })
    expect(other.and(knock(cat, blue, false)).running.rooms.get(blue)?.knocks).toEqual([])
    for (const free of [knock(ann), knock(bob)]) locked.when(free).thenNothing()
    four.when(knock(cat)).thenNothing()
    four
      .and(ask(ann, { type: 'CloseRoom', roomId: red }))
      .when(knock(cat))
      .thenRejected('ROOM_CLOSED')
  })

  it('[BR21] is knocked at only by those who may take themselves there', () => {
    locked
      .and(ask(ann, { type: 'ChangePolicy', selfMove: 'nowhere' }))
      .when(knock(cat))
      .thenRejected('PERMISSION_DENIED')
  })

  it('[BR22] lets somebody in by a moderator, from anywhere, in one step; the second answer changes nothing', () => {
    const knocking = locked.and(knock(cat))
    knocking.when(admit(ann, cat)).then([
      { type: 'KnockAnswered', participantId: cat, roomId: red, admitted: true, by: ann, at: start },
      { type: 'ParticipantMoved', participantId: cat, toRoomId: red, at: start },
    ])
    knocking.and(admit(ann, cat)).when(admit(ann, cat)).thenNothing()
    const refused = knocking.and(admit(ann, cat, false))
    expect(selfPart(refused.running, cat).knockingAt).toBeUndefined()
    refused.when(go(cat)).thenRejected('ROOM_LOCKED')
    knocking
      .and(change({ capacity: 1 }))
      .when(admit(ann, cat))
      .thenRejected('ROOM_FULL')
  })

  it('[BR23] ends knocking when the person goes anywhere, and when the room is unlocked, closed or removed', () => {
    const knocking = locked.and(knock(cat))
    const endings = [
      knocking.and(go(cat, blue)),
      knocking.and(ask(cat, { type: 'LeaveMeeting' })),
      knocking.and(change({ locked: false })),
      knocking.and(ask(ann, { type: 'CloseRoom', roomId: red })),
      knocking.and(ask(ann, { type: 'RemoveRoom', roomId: red })),
    ]
    for (const ended of endings) expect(moderatorsPart(ended.running, emptyMoment, start).knocks).toEqual({})
  })

  it('[BR24] does not ask again who was inside, until it is locked anew', () => {
    const out = locked.and(knock(cat), admit(ann, cat), go(cat, main), go(bob, main))
    for (const id of [bob, cat]) {
      expect(out.when(go(id)).decision.ok).toBe(true)
      expect(selfPart(out.running, id).welcomeIn).toEqual([red])
    }
    out
      .and(change({ locked: false }), change({ locked: true }))
      .when(go(cat))
      .thenRejected('ROOM_LOCKED')
    expect(selfPart(out.running, dan).welcomeIn).toEqual([])
  })

  it('[BR24] lets nobody pass who only typed the password before, and forgets nobody for another password', () => {
    const typed = four.and(change({ passwordHash: 'one' }), go(cat, red, right()), go(cat, main))
    const shut = typed.and(change({ locked: true }))
    shut.when(go(cat, red, right())).thenRejected('ROOM_LOCKED')
    expect(shut.when(knock(cat)).events).toHaveLength(1)

    const letIn = locked.and(knock(cat), admit(ann, cat), go(cat, main), change({ passwordHash: 'one' }))
    letIn.when(go(cat)).thenRejected('PASSWORD_REQUIRED')
    expect(selfPart(letIn.running, cat)).toMatchObject({ welcomeIn: [], passwordOnlyIn: [red] })
    letIn.when(knock(cat)).thenNothing()
    expect(letIn.when(go(cat, red, right())).decision.ok).toBe(true)
    letIn.when(go(dan, red, right())).thenRejected('ROOM_LOCKED')
    expect(selfPart(letIn.running, dan)).not.toHaveProperty('passwordOnlyIn')
  })
})

describe('a room with a password', () => {
  const closed = four.and(change({ passwordHash: 'one' }))

  it('[BR25] asks for it, and takes the outcome of a check against the present one only', () => {
    closed.when(go(bob)).thenRejected('PASSWORD_REQUIRED')
    closed.when(go(bob, red, { version: 1, isRight: false })).thenRejected('PASSWORD_WRONG')
    expect(closed.when(go(bob, red, right())).decision.ok).toBe(true)
    const again = closed.and(change({ passwordHash: null }), change({ passwordHash: 'two' }))
    again.when(go(bob, red, right())).thenRejected('PASSWORD_WRONG')
    expect(again.when(go(bob, red, right(3))).decision.ok).toBe(true)
  })

  it('[BR26] never asks moderators and those assigned, and nobody whom it let in, until it gets another one', () => {
    expect(closed.when(go(ann)).decision.ok).toBe(true)
    expect(closed.and(assign(bob)).when(go(bob)).decision.ok).toBe(true)
    const out = closed.and(go(bob, red, right()), move(ann, cat, red), go(bob, main), go(cat, main))
    for (const id of [bob, cat]) expect(out.when(go(id)).decision.ok).toBe(true)
    out
      .and(change({ passwordHash: 'two' }))
      .when(go(bob))
      .thenRejected('PASSWORD_REQUIRED')
  })

  it('[BR26] does not ask anew after a lock, nor whom a moderator let in past both', () => {
    const typed = closed.and(go(bob, red, right()), go(bob, main), change({ locked: true }), change({ locked: false }))
    expect(typed.when(go(bob)).decision.ok).toBe(true)
    const letIn = closed.and(change({ locked: true }), knock(cat), admit(ann, cat), go(cat, main))
    expect(letIn.when(go(cat)).decision.ok).toBe(true)
    expect(letIn.and(change({ locked: false })).when(go(cat)).decision.ok).toBe(true)
    const unasked = typed.and(change({ passwordHash: null }), change({ passwordHash: 'two' }))
    unasked.when(go(bob)).thenRejected('PASSWORD_REQUIRED')
  })
})
