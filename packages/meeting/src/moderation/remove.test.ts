// SPDX-License-Identifier: Apache-2.0
// Tests of removing people and of ending the meeting for everybody (SPEC EX).
import { operator, type ParticipantId } from '@alcove/protocol'
import { describe, expect, it } from 'vitest'
import { mayReceive } from '../media/mayReceive.ts'
import {
  type Ask,
  ann,
  ask,
  bob,
  cat,
  create,
  given,
  join,
  lose,
  personId,
  red,
  resume,
  settings,
  start,
  tokenHashOf,
} from '../testing/index.ts'
import { partsFor } from '../views/parts.ts'

const remove = (participantId: ParticipantId, bar = false, by = ann) =>
  ask(by, { type: 'RemoveParticipant', participantId, bar })
const removed = (participantId: ParticipantId, barred: boolean) =>
  ({ type: 'ParticipantRemoved', participantId, by: ann, barred, at: start }) as const

describe('removing', () => {
  const meeting = given(join(ann), join(bob), join(cat))

  it('[EX1] ends being there at once, and the seat can be resumed', () => {
    meeting.when(remove(bob)).then([removed(bob, false)])
    meeting
      .and(lose(bob))
      .when(remove(bob))
      .then([removed(bob, false)])
    const after = meeting.and(remove(bob))
    expect(partsFor(after.state, bob)).toEqual([])
    expect(mayReceive(after.state, ann, { participantId: bob, source: 'microphone' })).toBe(false)
    after.when(resume(bob)).then([{ type: 'ParticipantResumed', participantId: bob, at: start }])
    after
      .when(join(personId(9), { tokenHash: tokenHashOf(bob) }))
      .then([{ type: 'ParticipantResumed', participantId: bob, at: start }])
  })

  it('[EX1] takes the role', () => {
    const two = meeting.and(ask(ann, { type: 'ChangeRole', participantId: bob, role: 'moderator' }))
    two
      .when(remove(bob))
      .then([{ type: 'RoleChanged', participantId: bob, role: 'participant', by: ann, at: start }, removed(bob, false)])
    expect(two.and(remove(bob), resume(bob)).running.seats.get(bob)?.role).toBe('participant')
  })

  it('[EX2] for good closes the seat and its token', () => {
    const barred = meeting.and(remove(bob, true))
    barred.when(resume(bob)).thenRejected('SEAT_BARRED')
    barred.when(join(personId(9), { tokenHash: tokenHashOf(bob) })).thenRejected('SEAT_BARRED')
    const later = meeting.and(remove(bob), resume(bob), remove(bob, true))
    later.when(resume(bob)).thenRejected('SEAT_BARRED')
    barred.when(ask(bob, { type: 'LeaveMeeting' })).thenRejected('NOT_JOINED')
  })

  it('[EX3] needs somebody else who is there', () => {
    meeting.and(remove(bob)).when(remove(bob)).thenRejected('PARTICIPANT_UNKNOWN')
    meeting.when(remove(personId(9))).thenRejected('PARTICIPANT_UNKNOWN')
    meeting.when(remove(ann)).thenRejected('PERMISSION_DENIED')
  })

  it('[EX4] ending ends the meeting for everybody', () => {
    const end = ask(ann, { type: 'EndMeeting' })
    expect(meeting.when(end).events.at(-1)).toMatchObject({ type: 'MeetingEnded', at: start })
    const ended = meeting.and(end)
    for (const command of [resume(bob), join(personId(9)), ask(bob, { type: 'LeaveMeeting' })])
      ended.when(command).thenRejected('MEETING_UNKNOWN')
    for (const id of [ann, bob]) expect(partsFor(ended.state, id)).toEqual([])
  })

  it('[EX5] what happened in it is kept for the retention, and nothing of what was deleted', () => {
    const end = ask(ann, { type: 'EndMeeting', reportKeyHash: 'report' }, { at: start + 5 })
    const { state } = meeting.and(end)
    const kept = state.status === 'ended' ? state.kept : undefined
    expect(kept).toMatchObject({ endedAt: start + 5, until: start + 5 + settings.retentionMs })
    expect(kept?.last).toMatchObject({ reportKeyHash: 'report' })
    expect(meeting.and(ask(ann, { type: 'DeleteMeeting' })).state).toEqual({ status: 'ended', meetingId: 'weekly' })
    const shorter = ask(operator, { type: 'ChangeRetention', retentionMs: 7 })
    expect(meeting.and(shorter, end).state).toMatchObject({ kept: { until: start + 12 } })
  })

  it('[EX6] everybody goes, wherever they are, and the round is over', () => {
    const round: Ask = { type: 'AddRound', groups: [{ roomId: red, participantIds: [bob] }] }
    const held = meeting.and(create(ann, red), ask(ann, round), ask(ann, { type: 'StartNextRound' }), lose(ann))
    const { state } = held.and(ask(operator, { type: 'EndMeeting' }, { at: start + 9 }))
    const last = state.status === 'ended' ? state.kept?.last : undefined
    expect([...(last?.seats.values() ?? [])].map(({ presence }) => presence.status)).toEqual(['gone', 'gone', 'gone'])
    expect(last?.rounds.list[0]?.run).toMatchObject({ status: 'over', endedAt: start + 9 })
  })
})
