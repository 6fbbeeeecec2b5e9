// SPDX-License-Identifier: Apache-2.0
// Tests of leaving (SPEC LE). How the role passes on is in succession.test.ts.
import { describe, expect, it } from 'vitest'
import { ann, ask, bob, given, join, start } from '../testing/index.ts'

describe('leaving', () => {
  it('[LE1] makes a person gone at once and keeps the seat', () => {
    const meeting = given(join(ann), join(bob))
    const leave = ask(bob, { type: 'LeaveMeeting' })
    meeting.when(leave).then([{ type: 'ParticipantLeft', participantId: bob, at: start }])
    expect(meeting.and(leave).running.seats.get(bob)?.presence).toEqual({ status: 'gone', since: start })
  })
})
