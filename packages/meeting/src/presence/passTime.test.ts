// SPDX-License-Identifier: Apache-2.0
// Tests of what falls due by itself (SPEC TI).
import { operator } from '@alcove/protocol'
import { describe, expect, it } from 'vitest'
import { ann, ask, bob, given, join, lose, passTime, settings, start } from '../testing/index.ts'
import { meetingPart } from '../views/parts.ts'
import { nextDueAt } from './nextDueAt.ts'

const { absenceGraceMs: grace, retentionMs: retention } = settings
const leave = { type: 'LeaveMeeting' } as const
const gone = (participantId: typeof ann, at: number) => ({ type: 'ParticipantGone' as const, participantId, at })

describe('passing time', () => {
  it('[TI1] tells the earliest time at which something is due', () => {
    const meeting = given(join(ann), join(bob))
    expect(nextDueAt(given().state)).toBeUndefined()
    expect(nextDueAt(meeting.state)).toBeUndefined()
    expect(nextDueAt(meeting.and(lose(bob, start + 7), lose(ann, start + 3)).state)).toBe(start + 3 + grace)
  })

  it('[TI1] does late all that is due, at once', () => {
    const settledAtOnce = { ...settings, retentionMs: 0 }
    const at = start + 10 * grace
    const meeting = given(join(ann, { settings: settledAtOnce }), join(bob), lose(ann), lose(bob))
    meeting.when(passTime(at)).then([gone(ann, at), gone(bob, at), { type: 'MeetingEnded', at }])
  })

  it('[TI2] ends a meeting when the retention has passed since the last person was gone', () => {
    const empty = given(join(ann), join(bob), ask(ann, leave), ask(bob, leave, { at: start + 5 }))
    expect(nextDueAt(empty.state)).toBe(start + 5 + retention)
    empty.when(passTime(start + 4 + retention)).thenNothing()
    empty.when(passTime(start + 5 + retention)).then([{ type: 'MeetingEnded', at: start + 5 + retention }])
  })

  it('[TI2] counts from when an absent person is gone', () => {
    const meeting = given(join(ann), lose(ann), passTime(start + grace))
    expect(nextDueAt(meeting.state)).toBe(start + grace + retention)
  })

  it('[TI4] ends it after the retention that the operator gave it, with a moderator key or without', () => {
    const longer = ask(operator, { type: 'ChangeRetention', retentionMs: 3 * retention })
    const empty = given(join(ann), ask(ann, leave))
    empty.when(longer).then([{ type: 'RetentionChanged', retentionMs: 3 * retention, at: start }])
    expect(nextDueAt(empty.and(longer).state)).toBe(start + 3 * retention)
    empty
      .and(longer)
      .when(ask(operator, { type: 'ChangeRetention', retentionMs: 3 * retention }))
      .thenNothing()
    const key = ask(ann, { type: 'SetModeratorKey', moderatorKeyHash: 'key' })
    expect(nextDueAt(given(join(ann), key, ask(ann, leave), longer).state)).toBe(start + 3 * retention)
    given(join(ann))
      .when(ask(ann, { type: 'ChangeRetention', retentionMs: 1 }))
      .thenRejected('PERMISSION_DENIED')
  })

  it('[TI5] ends it sooner where moderators say so, never later than the operator said, whose next word counts', () => {
    const shorten = (retentionMs: number | undefined) => ask(ann, { type: 'ShortenRetention', retentionMs })
    const endOf = (...before: readonly ReturnType<typeof shorten>[]) =>
      nextDueAt(given(join(ann), ...before, ask(ann, leave)).state)
    expect(endOf(shorten(60_000))).toBe(start + 60_000)
    expect(endOf(shorten(3 * retention))).toBe(start + retention)
    expect(endOf(shorten(60_000), shorten(undefined))).toBe(start + retention)
    const longer = ask(operator, { type: 'ChangeRetention', retentionMs: 3 * retention })
    expect(endOf(shorten(60_000), longer)).toBe(start + 3 * retention)
    expect(endOf(longer, shorten(60_000))).toBe(start + 60_000)
    const short = given(join(ann), join(bob), shorten(60_000))
    short.when(shorten(60_000)).thenNothing()
    short.when(ask(bob, { type: 'ShortenRetention', retentionMs: 1 })).thenRejected('PERMISSION_DENIED')
    const { state } = short.and(ask(ann, { type: 'EndMeeting' }))
    expect(state).toMatchObject({ status: 'ended', kept: { until: start + 60_000 } })
    expect([meetingPart(short.running), meetingPart(short.and(shorten(undefined)).running)]).toMatchObject([
      { retentionMs: 60_000, longestRetentionMs: retention },
      { retentionMs: retention },
    ])
  })

  it('[TI3] never ends a meeting in which somebody is active', () => {
    const meeting = given(join(ann), join(bob), ask(ann, leave))
    meeting.when(passTime(start + 100 * retention)).thenNothing()
    const away = meeting.and(lose(bob, start + retention))
    expect(away.when(passTime(start + retention)).events).toEqual([])
  })
})
