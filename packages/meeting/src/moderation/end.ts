// SPDX-License-Identifier: Apache-2.0
// Ending a meeting for everybody, and deleting it (SPEC EX, MK). What is kept of one that is over is what its report tells.
import type { CommandOf } from '../commands.ts'
import { cancelled, closedAll } from '../conduct/countdown.ts'
import type { EventOf, MeetingEvent } from '../events.ts'
import { retentionMs } from '../presence/retention.ts'
import { accept, type Decision } from '../rejections.ts'
import { roundEnded } from '../rounds/heldRounds.ts'
import { isAround } from '../seats.ts'
import type { EndedMeeting, RunningMeeting } from '../state.ts'

/**
 * A meeting that moderators hold a key to goes on when they come again, with all that was prepared. Of any other the name is free, and what happened in
 * it is kept for its retention.
 */
export function decideEndMeeting(state: RunningMeeting, command: CommandOf<'EndMeeting'>): Decision {
  const { by, reportKeyHash, at } = command
  const key = reportKeyHash !== undefined && { reportKeyHash }
  const left = [...state.seats.values()]
    .filter(isAround)
    .map(({ id }): MeetingEvent => ({ type: 'ParticipantLeft', participantId: id, at }))
  if (state.door.moderatorKeyHash !== undefined)
    return accept([
      ...cancelled(state, at),
      ...closedAll(state, at),
      ...left,
      { type: 'EverybodyDismissed', by, ...key, at },
    ])
  const ended: MeetingEvent = { type: 'MeetingEnded', keptUntil: at + retentionMs(state), ...key, at }
  return accept([...roundEnded(state, at), ...left, ended])
}

/** Nothing of it is kept, whoever is in it. */
export function decideDeleteMeeting(_state: RunningMeeting, { at }: CommandOf<'DeleteMeeting'>): Decision {
  return accept([{ type: 'MeetingEnded', at }])
}

export function evolveEnded(state: RunningMeeting, event: EventOf<'MeetingEnded'>): EndedMeeting {
  const { meetingId } = state
  const { keptUntil: until, at: endedAt } = event
  if (until === undefined) return { status: 'ended', meetingId }
  return { status: 'ended', meetingId, kept: { endedAt, until, last: withReportKey(state, event) } }
}

export function withReportKey(
  state: RunningMeeting,
  { reportKeyHash }: EventOf<'MeetingEnded' | 'EverybodyDismissed'>,
): RunningMeeting {
  return reportKeyHash === undefined ? state : { ...state, reportKeyHash }
}
