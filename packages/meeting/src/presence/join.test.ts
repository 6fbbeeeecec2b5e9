// SPDX-License-Identifier: Apache-2.0
// Tests of joining (SPEC JO).
import { describe, expect, it } from 'vitest'
import { findSeatByToken } from '../seats.ts'
import {
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
  meetingId,
  move,
  passTime,
  resume,
  settings,
  start,
  tokenHashOf,
} from '../testing/index.ts'

const joined = (participantId: typeof ann, role: 'moderator' | 'participant') => ({
  type: 'ParticipantJoined' as const,
  participantId,
  displayName: participantId,
  role,
  tokenHash: tokenHashOf(participantId),
  at: start,
})

describe('joining', () => {
  it('[JO1] the first one creates the meeting and is moderator', () => {
    given()
      .when(join(ann))
      .then([{ type: 'MeetingCreated', meetingId, settings, at: start }, joined(ann, 'moderator')])
  })

  it('[JO2] the next one is a participant, also when everybody else is gone', () => {
    given(join(ann))
      .when(join(bob))
      .then([joined(bob, 'participant')])
    given(join(ann), ask(ann, { type: 'LeaveMeeting' }))
      .when(join(bob))
      .then([joined(bob, 'participant')])
  })

  it('[JO3] everybody begins present in the main room', () => {
    const { running } = given(join(ann), create(ann, blue), move(ann, ann, blue), join(bob))
    expect(running.seats.get(bob)).toMatchObject({
      roomId: main,
      presence: { status: 'present', since: start },
      order: 2,
    })
  })

  it('[JO4] a full meeting refuses, also when people are gone', () => {
    const two = { settings: { ...settings, maxSeats: 2 } }
    given(join(ann, two), join(bob), ask(bob, { type: 'LeaveMeeting' }))
      .when(join(cat))
      .thenRejected('MEETING_FULL')
  })

  it('[JO4] a meeting without a single seat is never created', () => {
    given()
      .when(join(ann, { settings: { ...settings, maxSeats: 0 } }))
      .thenRejected('MEETING_FULL')
  })

  it('[JO5] joining again with the same token is coming back', () => {
    const again = join(cat, { tokenHash: tokenHashOf(bob) })
    const here = given(join(ann), join(bob))
    here.when(again).thenNothing()
    here
      .and(lose(bob))
      .when(again)
      .then([{ type: 'ParticipantResumed', participantId: bob, at: start }])
    expect(findSeatByToken(here.when(again).after.state, tokenHashOf(bob))?.id).toBe(bob)
  })

  it('[JO5] coming back needs no free seat', () => {
    const one = given(join(ann, { settings: { ...settings, maxSeats: 1 } }), lose(ann))
    one.when(join(ann)).then([{ type: 'ParticipantResumed', participantId: ann, at: start }])
  })

  it('[JO6] an ended meeting refuses everything', () => {
    const late = start + settings.retentionMs
    const ended = given(join(ann), ask(ann, { type: 'LeaveMeeting' }), passTime(late))
    expect(ended.state.status).toBe('ended')
    for (const command of [
      join(bob),
      join(ann),
      resume(ann),
      lose(ann),
      passTime(late),
      create(ann, blue),
      { type: 'RestartClocks', at: late } as const,
    ]) {
      ended.when(command).thenRejected('MEETING_UNKNOWN')
    }
  })

  it('[JO6] a new meeting refuses everything but joining', () => {
    for (const command of [resume(ann), lose(ann), passTime(start), create(ann, blue)])
      given().when(command).thenRejected('MEETING_UNKNOWN')
  })
})
