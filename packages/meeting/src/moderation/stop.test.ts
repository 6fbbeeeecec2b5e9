// SPDX-License-Identifier: Apache-2.0
// Tests of stopping what others send and of asking them to start (SPEC MO).
import type { ParticipantId, Source, Stoppable, Whom } from '@alcove/protocol'
import { describe, expect, it } from 'vitest'
import { changedBetween } from '../media/changedBetween.ts'
import { mayReceive } from '../media/mayReceive.ts'
import { mediaPlan } from '../media/mediaPlan.ts'
import {
  ann,
  ask,
  bob,
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
import { roomPart, selfPart } from '../views/parts.ts'

const stop = (whom: Whom, source: Stoppable = 'microphone', by = ann) => ask(by, { type: 'StopMedia', source, whom })
const begin = (by: ParticipantId, source: Stoppable = 'microphone') => ask(by, { type: 'StartMedia', source })
const invite = (participantId: ParticipantId, by = ann) =>
  ask(by, { type: 'InviteToStart', participantId, source: 'microphone' })
const leave = { type: 'LeaveMeeting' } as const
const promote = (participantId: ParticipantId) => ask(ann, { type: 'ChangeRole', participantId, role: 'moderator' })
const mustAsk = ask(ann, { type: 'SetMustAsk', kind: 'audio', mustAsk: true })
const stopped = (participantIds: readonly ParticipantId[], source: Stoppable = 'microphone') => [
  { type: 'MediaStopped' as const, participantIds, source, by: ann, at: start },
]
/** Bob and Dan are in a room, Ann and Cat in main. */
const split = given(
  join(ann),
  join(bob),
  join(cat),
  join(dan),
  create(ann, red),
  move(ann, bob, red),
  move(ann, dan, red),
)
const hears = (meeting: Given, receiver: ParticipantId, participantId: ParticipantId, source: Source = 'microphone') =>
  mayReceive(meeting.state, receiver, { participantId, source })

describe('stopping', () => {
  it('[MO1] is done to one person, from another room, also to a moderator and to somebody absent', () => {
    split.when(stop({ participantId: bob })).then(stopped([bob]))
    split
      .and(promote(bob))
      .when(stop({ participantId: bob }))
      .then(stopped([bob]))
    split
      .and(lose(bob))
      .when(stop({ participantId: bob }, 'camera'))
      .then(stopped([bob], 'camera'))
    split
      .and(stop({ participantId: bob }))
      .when(stop({ participantId: bob }))
      .thenNothing()
  })

  it('[MO2] is done to a room or to everybody, but for moderators', () => {
    split.when(stop({ roomId: red })).then(stopped([bob, dan]))
    split.when(stop('everybody')).then(stopped([bob, cat, dan]))
    split
      .and(promote(bob))
      .when(stop('everybody'))
      .then(stopped([cat, dan]))
    split
      .and(ask(dan, leave))
      .when(stop({ roomId: red }))
      .then(stopped([bob]))
    split
      .and(stop({ participantId: bob }))
      .when(stop('everybody'))
      .then(stopped([cat, dan]))
    split
      .and(stop('everybody'))
      .when(stop({ roomId: red }))
      .thenNothing()
  })

  it('[MO3] makes nobody receive it, wherever the person goes and however often they come back', () => {
    const muted = split.and(stop({ participantId: bob }))
    expect(hears(split, dan, bob)).toBe(true)
    expect(hears(muted, dan, bob)).toBe(false)
    expect(hears(muted, dan, bob, 'camera')).toBe(true)
    expect(hears(muted, bob, dan)).toBe(true)
    expect(hears(muted.and(move(ann, bob, main)), ann, bob)).toBe(false)
    expect(hears(muted.and(lose(bob), resume(bob)), dan, bob)).toBe(false)
    expect(hears(muted.and(ask(bob, leave), resume(bob)), dan, bob)).toBe(false)
    expect(hears(muted.and(begin(bob)), dan, bob)).toBe(true)
  })

  it('[MO3] takes the sound of a screen with the screen', () => {
    const quiet = split.and(stop({ participantId: bob }, 'screen'))
    for (const source of ['screen', 'screen-audio'] as const) expect(hears(quiet, dan, bob, source)).toBe(false)
    for (const source of ['microphone', 'camera'] as const) expect(hears(quiet, dan, bob, source)).toBe(true)
  })

  it('[MO3] leaves the track out of the plan of those who had it, and of nobody else’s', () => {
    const moment = everybodySends([ann, bob, cat, dan], 'microphone')
    const muted = split.and(stop({ participantId: bob }))
    const changed = changedBetween(split.state, muted.state)
    expect(changed).toEqual(new Set([bob, dan]))
    expect(mediaPlan(muted.state, moment, changed).get(dan)).toEqual([])
  })

  it('[MO4] ends by the person alone', () => {
    const muted = split.and(stop({ participantId: bob }))
    muted.when(begin(bob)).then([{ type: 'MediaStarted', participantId: bob, source: 'microphone', at: start }])
    muted.when(begin(bob, 'camera')).thenNothing()
    muted.when(begin(ann)).thenNothing()
    expect(hears(muted.and(invite(bob)), dan, bob)).toBe(false)
  })

  it('[MO11] refuses who and where is not there', () => {
    split
      .and(ask(bob, leave))
      .when(stop({ participantId: bob }))
      .thenRejected('PARTICIPANT_UNKNOWN')
    split.when(stop({ roomId: 'b9999999' as typeof red })).thenRejected('ROOM_UNKNOWN')
    split.when(invite('a9999999' as typeof ann)).thenRejected('PARTICIPANT_UNKNOWN')
  })

  it('[MO12] is told to the person, with who did it', () => {
    const meeting = split.and(stop({ participantId: bob }), invite(cat))
    expect(selfPart(meeting.running, bob).media).toMatchObject({ stopped: { microphone: ann }, invited: {} })
    expect(selfPart(meeting.running, cat).media).toMatchObject({ stopped: {}, invited: { microphone: ann } })
  })

  it('[MO13] shows as muted what goes on being sent, and nobody as speaking', () => {
    const moment = {
      ...everybodySends([bob, dan], 'microphone'),
      speakers: new Map([[red, [{ participantId: bob, since: start, lastHeardAt: start }]]]),
    }
    const part = roomPart(split.and(stop({ participantId: bob })).running, moment, red, start)
    expect(part.media[bob]?.microphone).toBe('muted')
    expect(part.media[dan]?.microphone).toBe('on')
    expect(part.speakers).toEqual([])
  })
})

describe('asking somebody to start', () => {
  const asked = split.and(stop({ participantId: bob }), invite(bob))
  const isAsked = (meeting: Given) => selfPart(meeting.running, bob).media.invited.microphone === ann

  it('[MO5] stands until the person starts, declines, is stopped or goes', () => {
    expect(isAsked(asked)).toBe(true)
    asked.when(invite(bob)).thenNothing()
    expect(isAsked(asked.and(lose(bob), resume(bob)))).toBe(true)
    const ends = [
      [begin(bob)],
      [ask(bob, { type: 'DeclineInvitation', source: 'microphone' })],
      [ask(bob, leave), resume(bob)],
      [begin(bob), invite(bob), stop({ participantId: bob })],
    ]
    for (const commands of ends) expect(isAsked(asked.and(...commands))).toBe(false)
    split.when(ask(bob, { type: 'DeclineInvitation', source: 'microphone' })).thenNothing()
  })

  it('[MO5] is answered by starting, also when nothing was stopped', () => {
    const free = split.and(invite(bob))
    expect(hears(free, dan, bob)).toBe(true)
    free.when(begin(bob)).then([{ type: 'MediaStarted', participantId: bob, source: 'microphone', at: start }])
  })

  it('[MO6] allows who has to ask first', () => {
    split
      .and(mustAsk)
      .when(invite(bob))
      .then([
        { type: 'MediaAllowed', participantIds: [bob], kind: 'audio', by: ann, at: start },
        { type: 'StartInvited', participantId: bob, source: 'microphone', by: ann, at: start },
      ])
    split
      .when(invite(bob))
      .then([{ type: 'StartInvited', participantId: bob, source: 'microphone', by: ann, at: start }])
  })
})
