// SPDX-License-Identifier: Apache-2.0
// Tests of meetings in which people ask before they speak or show themselves (SPEC MO).
import type { Kind, ParticipantId, Source, Whom } from '@alcove/protocol'
import { describe, expect, it } from 'vitest'
import { changedBetween } from '../media/changedBetween.ts'
import { mayReceive } from '../media/mayReceive.ts'
import { mediaPlan } from '../media/mediaPlan.ts'
import { emptyMoment } from '../media/moment.ts'
import {
  ann,
  ask,
  bob,
  cat,
  create,
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
import { meetingPart, moderatorsPart, selfPart } from '../views/parts.ts'

const set = (mustAsk: boolean, kind: Kind = 'audio') => ask(ann, { type: 'SetMustAsk', kind, mustAsk })
const request = (by: ParticipantId, asking = true, kind: Kind = 'audio') => ask(by, { type: 'AskToSend', kind, asking })
const allow = (whom: Whom, allowed = true, kind: Kind = 'audio') =>
  ask(ann, { type: 'AllowMedia', kind, whom, allowed })
const leave = { type: 'LeaveMeeting' } as const
const hears = (meeting: Given, receiver: ParticipantId, participantId: ParticipantId, source: Source = 'microphone') =>
  mayReceive(meeting.state, receiver, { participantId, source })
/** Bob and Cat are in a room, Ann in main. */
const split = given(join(ann), join(bob), join(cat), create(ann, red), move(ann, bob, red), move(ann, cat, red))
const strict = split.and(set(true))

describe('when people have to ask', () => {
  it('[MO7] nobody is receivable but moderators and those allowed, in every room', () => {
    expect(hears(strict, cat, bob)).toBe(false)
    expect(hears(strict, cat, bob, 'screen-audio')).toBe(false)
    expect(hears(strict, cat, bob, 'camera')).toBe(true)
    expect(hears(strict.and(move(ann, bob, main)), bob, ann)).toBe(true)
    expect(hears(strict.and(allow({ participantId: bob })), cat, bob)).toBe(true)
    const pictures = split.and(set(true, 'video'))
    for (const source of ['camera', 'screen'] as const) expect(hears(pictures, cat, bob, source)).toBe(false)
    expect(hears(pictures, cat, bob)).toBe(true)
  })

  it('[MO7] a new moderator is receivable, and is not any more without the role', () => {
    const role = (to: 'moderator' | 'participant') => ask(ann, { type: 'ChangeRole', participantId: bob, role: to })
    const promoted = strict.and(role('moderator'))
    expect(hears(promoted, cat, bob)).toBe(true)
    expect(changedBetween(strict.state, promoted.state)).toEqual(new Set([bob, cat]))
    expect(hears(promoted.and(role('participant')), cat, bob)).toBe(false)
  })

  it('[MO7] the plan of everybody in every room changes at once', () => {
    const moment = everybodySends([ann, bob, cat], 'microphone')
    const plan = mediaPlan(strict.state, moment, changedBetween(split.state, strict.state))
    expect(plan).toEqual(
      new Map([
        [bob, []],
        [cat, []],
      ]),
    )
  })

  it('[MO7] who was stopped cannot start without being allowed', () => {
    const begin = ask(bob, { type: 'StartMedia', source: 'microphone' })
    const muted = strict.and(ask(ann, { type: 'StopMedia', source: 'microphone', whom: { participantId: bob } }))
    muted.when(begin).thenRejected('MEDIA_WITHHELD')
    const allowed = muted.and(allow({ participantId: bob }))
    expect(hears(allowed, cat, bob)).toBe(false)
    expect(hears(allowed.and(begin), cat, bob)).toBe(true)
  })

  it('[MO8] people ask, and take it back', () => {
    strict.when(request(bob)).then([{ type: 'SendAsked', participantId: bob, kind: 'audio', at: start }])
    strict.and(request(bob)).when(request(bob)).thenNothing()
    strict
      .and(request(bob))
      .when(request(bob, false))
      .then([{ type: 'SendAskWithdrawn', participantId: bob, kind: 'audio', at: start }])
    split.when(request(bob)).thenNothing()
    strict.when(request(ann)).thenNothing()
    strict.when(request(bob, true, 'video')).thenNothing()
    const back = strict.and(request(bob), ask(bob, leave), resume(bob))
    expect(selfPart(back.running, bob).media.asking.audio).toBe(false)
    expect(selfPart(strict.and(request(bob), lose(bob)).running, bob).media.asking.audio).toBe(true)
  })

  it('[MO9] moderators allow one person, a room or everybody, and take it back', () => {
    const allowed = (participantIds: readonly ParticipantId[]) => [
      { type: 'MediaAllowed' as const, participantIds, kind: 'audio' as const, by: ann, at: start },
    ]
    strict.when(allow({ participantId: bob })).then(allowed([bob]))
    strict.when(allow('everybody')).then(allowed([bob, cat]))
    strict.when(allow({ roomId: red })).then(allowed([bob, cat]))
    strict
      .and(allow({ participantId: bob }))
      .when(allow('everybody'))
      .then(allowed([cat]))
    split.when(allow('everybody')).thenNothing()
    const back = strict.and(allow('everybody'), allow({ participantId: bob }, false))
    expect([hears(back, cat, bob), hears(back, bob, cat)]).toEqual([false, true])
  })

  it('[MO9] either answer ends the request', () => {
    const asking = strict.and(request(bob))
    for (const isAllowed of [true, false]) {
      const answered = asking.and(allow({ participantId: bob }, isAllowed))
      expect(selfPart(answered.running, bob).media.asking.audio).toBe(false)
    }
    strict.when(allow({ participantId: bob }, false)).thenNothing()
  })

  it('[MO10] begins anew each time', () => {
    const again = strict.and(allow({ participantId: bob }), request(cat), set(false), set(true))
    expect(hears(again, cat, bob)).toBe(false)
    expect(moderatorsPart(again.running, emptyMoment, start).asking).toEqual({})
    strict.when(set(true)).thenNothing()
    expect(hears(strict.and(set(false)), cat, bob)).toBe(true)
  })

  it('[MO15] who was allowed and is stopped asks again; a stopped screen leaves the camera alone', () => {
    const stop = (source: 'microphone' | 'camera' | 'screen', whom: Whom = { participantId: bob }) =>
      ask(ann, { type: 'StopMedia', source, whom })
    const both = split.and(set(true), set(true, 'video'), allow('everybody'), allow('everybody', true, 'video'))
    const stopped = (participantIds: readonly ParticipantId[], source: 'microphone' | 'camera' | 'screen') =>
      ({ type: 'MediaStopped', participantIds, source, by: ann, at: start }) as const
    const disallowed = (participantIds: readonly ParticipantId[], kind: Kind) =>
      ({ type: 'MediaDisallowed', participantIds, kind, by: ann, at: start }) as const
    both.when(stop('microphone')).then([stopped([bob], 'microphone'), disallowed([bob], 'audio')])
    both.when(stop('camera', { roomId: red })).then([stopped([bob, cat], 'camera'), disallowed([bob, cat], 'video')])
    both.when(stop('screen')).then([stopped([bob], 'screen')])
    split.when(stop('microphone')).then([stopped([bob], 'microphone')])
    both
      .and(stop('microphone'))
      .when(ask(bob, { type: 'StartMedia', source: 'microphone' }))
      .thenRejected('MEDIA_WITHHELD')
    // Stopped before it was allowed, and allowed since: the permission goes.
    const later = strict.and(stop('microphone'), allow({ participantId: bob }))
    later.when(stop('microphone')).then([disallowed([bob], 'audio')])
  })

  it('[MO7] holds whoever moderates: who is allowed stays so without the moderator, and the next one says so as the first did', () => {
    const role = ask(ann, { type: 'ChangeRole', participantId: bob, role: 'moderator' })
    const passed = strict.and(allow({ participantId: cat }), role, ask(ann, leave))
    expect(meetingPart(passed.running).mustAsk.audio).toBe(true)
    expect(hears(passed, bob, cat)).toBe(true)
    const back = passed.and(
      ask(bob, { type: 'AllowMedia', kind: 'audio', whom: { participantId: cat }, allowed: false }),
    )
    expect(hears(back, bob, cat)).toBe(false)
    const again = back.and(ask(bob, { type: 'InviteToStart', participantId: cat, source: 'microphone' }))
    expect(hears(again, bob, cat)).toBe(true)
  })

  it('[MO12] everybody sees it, each their own lot, moderators who asks and who is allowed', () => {
    const meeting = strict.and(request(bob), allow({ participantId: cat }))
    expect(meetingPart(meeting.running).mustAsk).toEqual({ audio: true, video: false })
    expect(selfPart(meeting.running, bob).media).toMatchObject({
      mustAsk: { audio: true, video: false },
      asking: { audio: true, video: false },
    })
    expect(selfPart(meeting.running, ann).media.mustAsk).toEqual({ audio: false, video: false })
    expect(moderatorsPart(meeting.running, emptyMoment, start).asking).toEqual({
      [bob]: { allowed: [], asking: ['audio'] },
      [cat]: { allowed: ['audio'], asking: [] },
    })
  })
})
