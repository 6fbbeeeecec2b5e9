// SPDX-License-Identifier: Apache-2.0
import { operator } from '@alcove/protocol'
import { describe, expect, it } from 'vitest'
import { mayRead } from '../chat/mayRead.ts'
import type { CommandOf, Grant } from '../commands.ts'
import { mayReceive } from '../media/mayReceive.ts'
import { emptyMoment } from '../media/moment.ts'
import {
  ann,
  ask,
  bob,
  cat,
  create,
  dan,
  type Given,
  given,
  join,
  joinWithKey,
  lose,
  passTime,
  prepare,
  red,
  resume,
  settings,
  start,
} from '../testing/index.ts'
import { meetingPart, moderatorsPart, partsFor, selfPart } from '../views/parts.ts'

const lobby = ask(ann, { type: 'ChangeLobby', lobby: true })
const leave = { type: 'LeaveMeeting' } as const
const admit = (participantIds: CommandOf<'AdmitPeople'>['participantIds']) =>
  ask(ann, { type: 'AdmitPeople', participantIds })
const statusOf = (history: Given, id = bob) => history.running.seats.get(id)?.presence.status
const withLobby = given(join(ann), lobby)
const waiting = withLobby.and(join(bob), join(cat))

describe('the lobby', () => {
  it('[LO1] holds whoever comes until a moderator lets them in, one, some or all', () => {
    expect(waiting.running.seats.get(bob)).toMatchObject({ presence: { status: 'waiting' }, admitted: false })
    const one = waiting.and(admit([bob]))
    expect([statusOf(one, bob), statusOf(one, cat)]).toEqual(['present', 'waiting'])
    const all = waiting.and(admit('everybody'))
    expect([statusOf(all, bob), statusOf(all, cat)]).toEqual(['present', 'present'])
    one.when(admit([bob])).thenRejected('PARTICIPANT_UNKNOWN')
  })

  it('[LO2] shows nothing of the meeting: no part, no message, no sound, no picture, no right', () => {
    const state = waiting.and(ask(ann, { type: 'SendMessage', to: { kind: 'meeting' }, text: 'Hello' })).running
    expect(partsFor(state, bob)).toEqual(['self'])
    expect(selfPart(state, bob)).toMatchObject({ waiting: true, can: { moderate: false, enterRooms: false } })
    const message = { seq: 1, from: ann, to: { kind: 'meeting' }, text: 'Hello', at: start } as const
    expect(mayRead(state, bob, message)).toBe(false)
    for (const source of ['microphone', 'camera'] as const) {
      expect(mayReceive(state, bob, { participantId: ann, source })).toBe(false)
      expect(mayReceive(state, ann, { participantId: bob, source })).toBe(false)
      expect(mayReceive(state, bob, { participantId: cat, source })).toBe(false)
    }
    expect(Object.keys(meetingPart(state).people)).toEqual([ann])
    const seen = moderatorsPart(state, emptyMoment, start).waiting[bob]
    expect(seen).toEqual({ displayName: bob, since: start, lost: false })
    const asks = ask(bob, { type: 'SendMessage', to: { kind: 'meeting' }, text: 'Let me in' })
    waiting.when(asks).thenRejected('NOT_JOINED')
    expect(waiting.when(ask(bob, leave)).decision.ok).toBe(true)
  })

  it('[LO3] is not for moderators, people who are expected, or whoever a token lets past', () => {
    const people = [{ participantId: dan, displayName: 'Dan', identity: { attributes: {} }, claim: { hash: 'code' } }]
    const ready = withLobby.and(ask(ann, { type: 'ExpectPeople', people }))
    const after = (change: Partial<CommandOf<'JoinMeeting'>>) => ready.and(join(bob, change))
    expect(statusOf(after({ claimHash: 'code' }), dan)).toBe('present')
    expect(statusOf(after({ grant: { role: 'moderator', skipsLobby: false } }))).toBe('present')
    expect(statusOf(after({ grant: { role: 'participant', skipsLobby: true } }))).toBe('present')
    expect(statusOf(after({ grant: { role: 'participant', skipsLobby: false } }))).toBe('waiting')
  })

  it('[LO2] shows who was in before and waits for a moderator none of the messages, and all of them once let in', () => {
    const seen = given(prepare(), ask(operator, { type: 'ChangeBeforeModerator', beforeModerator: 'wait' }))
      .and(joinWithKey(ann), join(bob), join(cat))
      .and(ask(ann, leave), ask(bob, leave), ask(cat, { type: 'SendMessage', to: { kind: 'meeting' }, text: 'Hello' }))
    const again = seen.and(resume(bob))
    expect(statusOf(again)).toBe('waiting')
    const [message] = again.running.chat.messages
    if (!message) throw new Error('nothing was sent')
    expect(mayRead(again.running, bob, message)).toBe(false)
    expect(mayRead(again.and(joinWithKey(dan)).running, bob, message)).toBe(true)
  })

  it('[LO4] keeps a place over a lost connection and a change of moderator, and gives it up after the grace', () => {
    const lost = waiting.and(lose(bob, start + 10))
    const seen = moderatorsPart(lost.running, emptyMoment, start).waiting[bob]
    expect(seen).toMatchObject({ since: start, lost: true })
    const back = lost.and(resume(bob, start + 20), ask(ann, leave, { at: start + 30 }))
    expect(back.running.seats.get(bob)?.presence).toEqual({ status: 'waiting', since: start })
    expect(statusOf(lost.and(passTime(start + 10 + settings.absenceGraceMs)))).toBe('gone')
    expect(lost.and(admit([bob])).running.seats.get(bob)?.presence).toEqual({ status: 'absent', since: start + 10 })
  })

  it('[LO5] is asked once: who was let in comes back without waiting, who was put out or turned away does not', () => {
    const inside = waiting.and(admit('everybody'))
    expect(statusOf(inside.and(ask(bob, leave), resume(bob)))).toBe('present')
    const putOut = ask(ann, { type: 'RemoveParticipant', participantId: bob, bar: false })
    for (const history of [inside, waiting]) {
      const seat = history.and(putOut, resume(bob)).running.seats.get(bob)
      expect(seat).toMatchObject({ presence: { status: 'waiting' }, admitted: false })
    }
    const barred = waiting.and(ask(ann, { type: 'RemoveParticipant', participantId: bob, bar: true }))
    barred.when(resume(bob)).thenRejected('SEAT_BARRED')
  })

  it('[LO6] lets everybody in when it is switched off', () => {
    const off = waiting.and(ask(ann, { type: 'ChangeLobby', lobby: false }))
    expect([statusOf(off, bob), statusOf(off, cat)]).toEqual(['present', 'present'])
    withLobby.when(ask(ann, { type: 'ChangeLobby', lobby: true })).thenNothing()
  })

  it('[LO11] shows everybody who switched it, a moderator by their id and the operator not at all', () => {
    const byOf = (history: Given) => meetingPart(history.running).door.lobbyBy
    expect([byOf(given(join(ann))), byOf(withLobby)]).toEqual([undefined, ann])
    const off = ask(operator, { type: 'ChangeLobby', lobby: false })
    expect(byOf(withLobby.and(off))).toBeUndefined()
    expect(byOf(given(join(ann, { door: { lobby: true } })))).toBeUndefined()
  })

  it('[AV1] shows moderators the pictures of those who wait', () => {
    const avatar = 'https://school.example/bob.png'
    const pictured = withLobby.and(join(bob, { identity: { avatar, attributes: {} } }), join(cat))
    const { waiting: shown } = moderatorsPart(pictured.running, emptyMoment, start)
    expect([shown[bob]?.avatar, shown[cat]?.avatar]).toEqual([avatar, undefined])
    const off = given(join(ann, { settings: { ...settings, avatars: 'off' } }), lobby)
    const hidden = off.and(join(bob, { identity: { avatar, attributes: {} } }))
    expect(moderatorsPart(hidden.running, emptyMoment, start).waiting[bob]).not.toHaveProperty('avatar')
  })

  it('[LO7] holds newcomers while rooms are under way, when that is the rule for newcomers', () => {
    const ruled = given(join(ann), create(ann, red), ask(ann, { type: 'ChangeLateJoin', lateJoin: 'lobby' }))
    expect(statusOf(ruled.and(join(bob)))).toBe('present')
    const late = ruled.and(ask(ann, { type: 'OpenAllRooms' }), join(bob))
    expect(statusOf(late)).toBe('waiting')
    expect(statusOf(late.and(admit([bob])))).toBe('present')
  })

  it('[LO7] lets them in once the rooms have closed, the rule is another, or they are assigned to a room', () => {
    const rule = ask(ann, { type: 'ChangeLateJoin', lateJoin: 'lobby' })
    const open = given(join(ann), create(ann, red), rule, ask(ann, { type: 'OpenAllRooms' }))
    const late = open.and(join(bob))
    expect(statusOf(late.and(ask(ann, { type: 'CloseAllRooms' })))).toBe('present')
    expect(statusOf(late.and(ask(ann, { type: 'CloseRoom', roomId: red })))).toBe('present')
    expect(statusOf(late.and(ask(ann, { type: 'RemoveRoom', roomId: red })))).toBe('present')
    expect(statusOf(late.and(ask(ann, { type: 'ChangeLateJoin', lateJoin: 'main' })))).toBe('present')
    const assigned = late.and(ask(ann, { type: 'AssignParticipant', participantId: bob, roomId: red }))
    expect(assigned.running.seats.get(bob)).toMatchObject({ presence: { status: 'present' }, roomId: red })
    const held = open.and(lobby, join(bob))
    expect(statusOf(held.and(ask(ann, { type: 'CloseAllRooms' })))).toBe('waiting')
  })

  it('[LO8] sends those who are let in on by the rule for newcomers', () => {
    const underWay = withLobby.and(
      create(ann, red),
      ask(ann, { type: 'ChangeLateJoin', lateJoin: 'fewest' }),
      ask(ann, { type: 'OpenAllRooms' }),
    )
    expect(underWay.and(join(bob), admit('everybody')).running.seats.get(bob)?.roomId).toBe(red)
  })
})

describe('a meeting with a moderator key', () => {
  const prepared = given(prepare())

  it('[MK1] is prepared before anybody comes, once', () => {
    expect(meetingPart(prepared.running).door).toMatchObject({ moderatorKey: true })
    prepared.when(prepare({ commandId: lobby.commandId })).thenRejected('MEETING_EXISTS')
  })

  it('[MK2] makes moderator whoever brings the key, and nobody for coming first or staying longest', () => {
    const alone = prepared.and(join(bob))
    const roleOf = (history: Given, id = bob) => history.running.seats.get(id)?.role
    expect(roleOf(alone)).toBe('participant')
    expect(roleOf(alone.and(passTime(start + 10 * settings.absenceGraceMs)))).toBe('participant')
    const led = alone.and(joinWithKey(ann))
    expect(roleOf(led, ann)).toBe('moderator')
    expect(roleOf(led.and(ask(ann, leave)))).toBe('participant')
    prepared.when(join(cat, { moderatorKeyHash: 'no key' })).thenRejected('MODERATOR_KEY_WRONG')
  })

  it('[MK3] can get its key later, by a moderator, and a new one takes the place of the old one', () => {
    const keyed = given(join(ann), ask(ann, { type: 'SetModeratorKey', moderatorKeyHash: 'key' }))
    expect(keyed.and(joinWithKey(bob)).running.seats.get(bob)?.role).toBe('moderator')
    const renewed = keyed.and(ask(ann, { type: 'SetModeratorKey', moderatorKeyHash: 'new' }))
    renewed.when(joinWithKey(bob)).thenRejected('MODERATOR_KEY_WRONG')
  })

  it('[MK4] lets people wait for a moderator when so set, and in as soon as one is there', () => {
    const setTo = (beforeModerator: 'wait' | 'join') =>
      ask(operator, { type: 'ChangeBeforeModerator', beforeModerator })
    const waits = prepared.and(setTo('wait'), join(bob))
    expect(statusOf(waits)).toBe('waiting')
    expect(statusOf(waits.and(joinWithKey(ann)))).toBe('present')
    expect(statusOf(waits.and(setTo('join')))).toBe('present')
    const again = waits.and(joinWithKey(ann), ask(bob, leave), ask(ann, leave), resume(bob))
    expect(statusOf(again)).toBe('waiting')
    expect(statusOf(again.and(resume(ann)))).toBe('present')
    expect(statusOf(waits.and(ask(operator, { type: 'ChangeLobby', lobby: true }), joinWithKey(ann)))).toBe('waiting')
  })

  it('[MK5] is kept when it is ended: everybody goes, rooms and people stay; deleting it leaves nothing', () => {
    const held = prepared.and(create(operator, red), joinWithKey(ann), join(bob))
    const ended = held.and(ask(ann, { type: 'EndMeeting' })).running
    expect([...ended.seats.values()].every(({ presence }) => presence.status === 'gone')).toBe(true)
    expect(ended.rooms.get(red)?.open).toBe(false)
    expect(held.and(ask(ann, { type: 'DeleteMeeting' })).state.status).toBe('ended')
  })

  it('[MK7] makes moderator who comes back with the key, from wherever they were', () => {
    const back = (id: typeof ann, moderatorKeyHash = 'key') => ({ ...resume(id), moderatorKeyHash })
    const here = prepared.and(join(bob))
    const roleOf = (history: Given) => history.running.seats.get(bob)?.role
    const histories = [here, here.and(lose(bob)), here.and(ask(bob, leave))]
    for (const history of histories) {
      expect(roleOf(history.and(back(bob)))).toBe('moderator')
      expect(statusOf(history.and(back(bob)))).toBe('present')
      history.when(back(bob, 'other')).thenRejected('MODERATOR_KEY_WRONG')
      expect(roleOf(history.and(resume(bob)))).toBe('participant')
    }
    here.and(back(bob)).when(back(bob)).thenNothing()
    expect(roleOf(here.and(joinWithKey(bob)))).toBe('moderator')
    const wait = prepared.and(
      ask(operator, { type: 'ChangeBeforeModerator', beforeModerator: 'wait' }),
      join(bob),
      join(cat),
    )
    const led = wait.and(back(bob))
    expect([statusOf(led), statusOf(led, cat), roleOf(led)]).toEqual(['present', 'present', 'moderator'])
    const lost = wait.and(lose(bob), back(bob))
    expect([statusOf(lost), statusOf(lost, cat)]).toEqual(['present', 'present'])
  })

  it('[MK6] outlives the last person by its own retention, and nobody ever coming too', () => {
    const left = prepared.and(join(bob), ask(bob, leave))
    for (const history of [prepared, left]) {
      history.when(passTime(start + settings.keyedRetentionMs - 1)).thenNothing()
      expect(history.and(passTime(start + settings.keyedRetentionMs)).state.status).toBe('ended')
    }
  })
})

describe('a password', () => {
  const guarded = given(join(ann), ask(ann, { type: 'ChangePassword', passwordHash: 'hash' }))
  const right = { version: 1, isRight: true }

  it('[PW1] is asked of whoever comes by the plain link', () => {
    guarded.when(join(bob)).thenRejected('PASSWORD_REQUIRED')
    guarded.when(join(bob, { password: { version: 1, isRight: false } })).thenRejected('PASSWORD_WRONG')
    expect(statusOf(guarded.and(join(bob, { password: right })))).toBe('present')
    expect(meetingPart(guarded.running).door.password).toBe(true)
  })

  it('[PW2] counts only as it is now: a check against an older one is none', () => {
    const changed = guarded.and(ask(ann, { type: 'ChangePassword', passwordHash: 'other' }))
    changed.when(join(bob, { password: right })).thenRejected('PASSWORD_WRONG')
    const lifted = changed.and(ask(ann, { type: 'ChangePassword', passwordHash: undefined }))
    expect(lifted.when(join(bob)).decision.ok).toBe(true)
    lifted.when(ask(ann, { type: 'ChangePassword', passwordHash: undefined })).thenNothing()
  })

  it('[PW3] is asked neither of those who come back nor of moderators, of people who are expected, or whom a token lets past', () => {
    const keyed = guarded.and(ask(ann, { type: 'SetModeratorKey', moderatorKeyHash: 'key' }))
    expect(keyed.when(joinWithKey(bob)).decision.ok).toBe(true)
    expect(guarded.when(join(bob, { grant: { role: 'participant', skipsLobby: true } })).decision.ok).toBe(true)
    expect(guarded.when(join(bob, { grant: { role: 'moderator', skipsLobby: false } })).decision.ok).toBe(true)
    const known = { userId: 'bob', attributes: {} }
    const person = { participantId: cat, displayName: 'Bob', identity: known }
    const expecting = guarded.and(ask(ann, { type: 'ExpectPeople', people: [person] }))
    expect(expecting.when(join(bob, { identity: known })).decision.ok).toBe(true)
    const door = { passwordHash: 'hash' }
    const first = (grant: Grant) => given().when(join(ann, { door, grant }))
    expect(first({ skipsLobby: true }).decision.ok).toBe(true)
    expect(first({ role: 'moderator', skipsLobby: false }).decision.ok).toBe(true)
    first({ role: 'participant', skipsLobby: false }).thenRejected('PASSWORD_REQUIRED')
    first({ skipsLobby: false }).thenRejected('PASSWORD_REQUIRED')
    guarded
      .when(join(bob, { identity: known, grant: { role: 'participant', skipsLobby: false } }))
      .thenRejected('PASSWORD_REQUIRED')
    const left = guarded.and(join(bob, { password: right }), ask(bob, leave))
    expect(left.when(resume(bob)).decision.ok).toBe(true)
    expect(left.when(join(bob)).decision.ok).toBe(true)
  })
})
