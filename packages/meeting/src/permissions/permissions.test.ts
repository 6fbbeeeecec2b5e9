// SPDX-License-Identifier: Apache-2.0
// Tests of who may do what (SPEC PE): every command of a participant, as each role.
import { operator } from '@alcove/protocol'
import { describe, expect, it } from 'vitest'
import {
  type Ask,
  ann,
  ask,
  blue,
  bob,
  cat,
  create,
  given,
  join,
  lose,
  main,
  move,
  personId,
  red,
} from '../testing/index.ts'
import { permissions } from './permissions.ts'

const forModerators: readonly Ask[] = [
  { type: 'MoveParticipant', participantId: ann, toRoomId: blue },
  { type: 'CreateRoom', roomId: red },
  { type: 'OpenRoom', roomId: blue },
  { type: 'CloseRoom', roomId: blue },
  { type: 'CloseAllRooms' },
  { type: 'OpenAllRooms', inMs: 30_000 },
  { type: 'CancelCountdown' },
  { type: 'StartTimer', durationMs: 60_000, atEnd: 'nothing' },
  { type: 'StopTimer' },
  { type: 'AssignParticipant', participantId: cat, roomId: blue },
  { type: 'ChangeLateJoin', lateJoin: 'fewest' },
  { type: 'RemoveRoom', roomId: blue },
  { type: 'AutoAssign', who: 'everybody', seed: 1 },
  { type: 'ChangeRole', participantId: cat, role: 'moderator' },
  { type: 'ChangePolicy', selfMove: 'nowhere' },
  { type: 'StopMedia', source: 'microphone', whom: 'everybody' },
  { type: 'InviteToStart', participantId: cat, source: 'microphone' },
  { type: 'SetMustAsk', kind: 'audio', mustAsk: true },
  { type: 'AllowMedia', kind: 'audio', whom: 'everybody', allowed: true },
  { type: 'RemoveParticipant', participantId: cat, bar: false },
  { type: 'EndMeeting' },
  { type: 'LimitPeople', maxPeople: 9 },
  { type: 'ShortenRetention', retentionMs: 1 },
  { type: 'Announce', to: 'all', text: 'Hello' },
  { type: 'ChangeRoom', roomId: blue, change: { locked: true } },
  { type: 'PlaceRoom', roomId: blue },
  { type: 'NameHost', roomId: blue, participantId: cat, isHost: true },
  { type: 'AdmitToRoom', roomId: blue, participantId: cat, admitted: true },
  { type: 'LowerHands', whom: 'everybody' },
  { type: 'EndPodium', participantId: cat },
]
/** They go to help themselves. */
const forModeratorsInside: readonly Ask[] = [
  { type: 'TakeHelp', requestId: 1, enter: true },
  { type: 'AnswerHelp', requestId: 1 },
  { type: 'ReturnFromHelp' },
]
const forEverybody: readonly Ask[] = [
  { type: 'LeaveMeeting' },
  { type: 'StartMedia', source: 'microphone' },
  { type: 'DeclineInvitation', source: 'microphone' },
  { type: 'AskToSend', kind: 'audio', asking: true },
  { type: 'MoveParticipant', participantId: bob, toRoomId: blue },
  { type: 'SendMessage', to: { kind: 'meeting' }, text: 'Hello' },
  { type: 'RaiseHand', raised: true },
  { type: 'KnockAtRoom', roomId: blue, knocking: true },
  { type: 'AskForHelp' },
  { type: 'WithdrawHelp' },
]

describe('permissions', () => {
  const split = given(
    join(ann),
    join(bob),
    join(cat),
    create(ann, blue),
    move(ann, ann, blue),
    move(ann, bob, blue),
    ask(bob, { type: 'AskForHelp' }),
  )

  it('[PE1] hold back what only moderators may do', () => {
    for (const what of [...forModerators, ...forModeratorsInside])
      split.when(ask(bob, what)).thenRejected('PERMISSION_DENIED')
    for (const what of [...forModerators, ...forModeratorsInside, ...forEverybody])
      expect(split.when(ask(ann, what)).decision.ok, what.type).toBe(true)
    for (const what of forEverybody) expect(split.when(ask(bob, what)).decision.ok, what.type).toBe(true)
  })

  it('[PE1] are withheld before anything else is told, such as whether a room exists', () => {
    split.when(ask(bob, { type: 'RemoveRoom', roomId: red })).thenRejected('PERMISSION_DENIED')
    split.when(move(bob, cat, red)).thenRejected('PERMISSION_DENIED')
  })

  it('[PE1] give a moderator everything without condition', () => {
    for (const [action, roles] of Object.entries(permissions))
      if (action !== 'set-retention') expect(roles.moderator, action).toBe('yes')
  })

  it('[PE4] let the operator do all that moderators may, without a seat, and nothing of what only a person can', () => {
    const owned = new Set([
      'leave',
      'move-self',
      'rename-self',
      'show-picture',
      'write',
      'send-media',
      'raise-hand',
      'ask-for-help',
      'help',
      'knock',
      'write-from-lobby',
      'speak-to-rooms',
      'look-in',
    ])
    for (const [action, ranks] of Object.entries(permissions))
      expect(ranks.operator, action).toBe(owned.has(action) ? 'no' : 'yes')
    for (const what of forModerators) expect(split.when(ask(operator, what)).decision.ok, what.type).toBe(true)
    split
      .when(ask(operator, { type: 'SendMessage', to: { kind: 'meeting' }, text: 'Hello' }))
      .thenRejected('PERMISSION_DENIED')
  })

  it('[PE5] let nobody but the operator say how long a meeting is kept', () => {
    const keep: Ask = { type: 'ChangeRetention', retentionMs: 1_000 }
    for (const by of [ann, bob]) split.when(ask(by, keep)).thenRejected('PERMISSION_DENIED')
    expect(split.when(ask(operator, keep)).decision.ok).toBe(true)
  })

  it('[PE4] answer a command that the operator sends again with its first result', () => {
    const command = ask(operator, { type: 'CreateRoom', roomId: red })
    const made = split.and(command)
    expect(made.when(command).decision).toEqual({ ok: true, events: [], result: { roomId: red }, repeated: true })
  })

  it('[PE2] need somebody who is here', () => {
    for (const what of [...forModerators, ...forModeratorsInside, ...forEverybody]) {
      split.and(lose(ann)).when(ask(ann, what)).thenRejected('NOT_JOINED')
      split
        .and(ask(ann, { type: 'LeaveMeeting' }))
        .when(ask(ann, what))
        .thenRejected('NOT_JOINED')
      split.when(ask(personId(99), what)).thenRejected('SEAT_UNKNOWN')
    }
  })

  it('[PE3] hold in every room, for every room', () => {
    const inside = split.and(create(ann, red), move(ann, ann, blue), move(ann, bob, red))
    for (const roomId of [red, blue])
      expect(inside.when(ask(ann, { type: 'CloseRoom', roomId })).decision.ok).toBe(true)
    expect(inside.and(ask(ann, { type: 'RemoveRoom', roomId: blue })).running.seats.get(ann)?.roomId).toBe(main)
  })
})
