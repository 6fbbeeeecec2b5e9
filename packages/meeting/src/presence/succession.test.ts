// SPDX-License-Identifier: Apache-2.0
// Tests of how the role of moderator passes on by itself (SPEC RO).
import { describe, expect, it } from 'vitest'
import { ann, ask, bob, cat, given, join, lose, passTime, resume, settings, start } from '../testing/index.ts'
import { nextDueAt } from './nextDueAt.ts'

const grace = settings.absenceGraceMs
const leave = { type: 'LeaveMeeting' } as const
const left = (participantId: typeof ann, at = start) => ({ type: 'ParticipantLeft' as const, participantId, at })
const gone = (participantId: typeof ann, at: number) => ({ type: 'ParticipantGone' as const, participantId, at })
const promoted = (participantId: typeof ann, at = start) => ({
  type: 'RoleChanged' as const,
  participantId,
  role: 'moderator' as const,
  at,
})

describe('succession', () => {
  const three = given(join(ann), join(bob), join(cat))

  it('[RO3] the last moderator leaves: the first one present follows at once', () => {
    three.when(ask(ann, leave)).then([left(ann), promoted(bob)])
    three
      .and(lose(bob))
      .when(ask(ann, leave))
      .then([left(ann), promoted(cat)])
  })

  it('[RO3] nobody follows while a moderator remains, or when nobody is present', () => {
    three
      .and(ask(ann, { type: 'ChangeRole', participantId: cat, role: 'moderator' }))
      .when(ask(ann, leave))
      .then([left(ann)])
    three
      .and(lose(bob), lose(cat))
      .when(ask(ann, leave))
      .then([left(ann)])
    three.when(ask(bob, leave)).then([left(bob)])
  })

  it('[RO4] the last moderator is absent for too long: the first one present follows then', () => {
    const away = three.and(lose(ann))
    away.when(passTime(start + grace)).then([gone(ann, start + grace), promoted(bob, start + grace)])
    away
      .and(lose(bob))
      .when(passTime(start + grace))
      .then([gone(ann, start + grace), gone(bob, start + grace), promoted(cat, start + grace)])
  })

  it('[RO5] a moderator who is only absent keeps the role', () => {
    const away = three.and(lose(ann))
    away.when(passTime(start + grace - 1)).thenNothing()
    const other = three.and(
      ask(ann, { type: 'ChangeRole', participantId: bob, role: 'moderator' }),
      lose(bob, start + 1),
    )
    other.when(ask(ann, leave, { at: start + 2 })).then([left(ann, start + 2)])
    expect(nextDueAt(other.and(ask(ann, leave, { at: start + 2 })).state)).toBe(start + 1 + grace)
  })

  it('[RO6] who comes when the moderators are gone gets the role after the grace', () => {
    const later = start + 1000
    const meeting = given(join(ann), ask(ann, leave), join(bob, { at: later }), join(cat, { at: later + 5 }))
    expect(nextDueAt(meeting.state)).toBe(later + grace)
    meeting.when(passTime(later + grace - 1)).thenNothing()
    meeting.when(passTime(later + grace)).then([promoted(bob, later + grace)])
    meeting
      .and(ask(bob, leave, { at: later + 9 }))
      .when(passTime(later + grace))
      .then([promoted(cat, later + grace)])
  })

  it('[RO6] does not pass when a moderator came back before', () => {
    const meeting = given(join(ann), ask(ann, leave), join(bob), resume(ann))
    expect(nextDueAt(meeting.state)).toBeUndefined()
    meeting.when(passTime(start + grace)).thenNothing()
  })

  it('[RO6] the clock begins anew when nobody was here in between', () => {
    const later = start + grace - 1
    const meeting = given(join(ann), ask(ann, leave), join(bob), ask(bob, leave), join(cat, { at: later }))
    meeting.when(passTime(start + grace)).thenNothing()
    meeting.when(passTime(later + grace)).then([promoted(cat, later + grace)])
  })
})
