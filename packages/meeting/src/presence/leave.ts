// SPDX-License-Identifier: Apache-2.0
// Leaving by choice (SPEC LE): the seat stays and can be resumed; the last moderator's role passes on at once.
import type { CommandOf } from '../commands.ts'
import type { MeetingEvent } from '../events.ts'
import { accept, type Decision } from '../rejections.ts'
import type { RunningMeeting } from '../state.ts'
import { succession } from './succession.ts'

export function decideLeave(state: RunningMeeting, { by, at }: CommandOf<'LeaveMeeting'>): Decision {
  const left: MeetingEvent = { type: 'ParticipantLeft', participantId: by, at }
  return accept([left, ...succession(state, new Set([by]), at)])
}
