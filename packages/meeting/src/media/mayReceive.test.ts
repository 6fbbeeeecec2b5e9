// SPDX-License-Identifier: Apache-2.0
// Tests of the permission rule for media (SPEC ME1).
import type { ParticipantId } from '@alcove/protocol'
import { describe, expect, it } from 'vitest'
import { newMeeting } from '../state.ts'
import { ann, ask, bob, cat, create, given, join, lose, move, red } from '../testing/index.ts'
import { mayReceive } from './mayReceive.ts'

describe('receiving', () => {
  const split = given(join(ann), join(bob), join(cat), create(ann, red), move(ann, cat, red))
  const may = (receiver: ParticipantId, participantId: ParticipantId, meeting = split) =>
    mayReceive(meeting.state, receiver, { participantId, source: 'microphone' })

  it('[ME1] needs two people in one room', () => {
    expect(may(ann, bob)).toBe(true)
    expect(may(bob, ann)).toBe(true)
    expect(may(ann, ann)).toBe(false)
    expect(may(ann, cat)).toBe(false)
    expect(may(cat, ann)).toBe(false)
  })

  it('[ME1] needs both to be present', () => {
    for (const away of [split.and(lose(bob)), split.and(ask(bob, { type: 'LeaveMeeting' }))]) {
      expect(may(ann, bob, away)).toBe(false)
      expect(may(bob, ann, away)).toBe(false)
    }
  })

  it('[ME1] needs a running meeting and known people', () => {
    expect(mayReceive(newMeeting, ann, { participantId: bob, source: 'microphone' })).toBe(false)
    expect(may(ann, 'a9999999' as ParticipantId)).toBe(false)
  })
})
