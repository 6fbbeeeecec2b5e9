// SPDX-License-Identifier: Apache-2.0
// Joining: the first one to take a seat is moderator, everybody begins in the main room (SPEC JO). Knows nothing of connections.
import type { CommandOf } from '../commands.ts'
import { newcomerPlaced } from '../conduct/lateJoin.ts'
import { refusedAtDoor } from '../door/limit.ts'
import type { MeetingEvent } from '../events.ts'
import { invariant } from '../invariant.ts'
import { isBarred } from '../moderation/people.ts'
import { accept, type Decision, reject } from '../rejections.ts'
import { findSeatByToken } from '../seats.ts'
import type { MeetingState } from '../state.ts'
import { resumed } from './resume.ts'

export function decideJoin(state: MeetingState, command: CommandOf<'JoinMeeting'>): Decision {
  if (state.status === 'ended') return reject('MEETING_UNKNOWN')
  // The acknowledgement of an earlier join was lost: it is the same person, who keeps the seat (find it with findSeatByToken).
  const known = findSeatByToken(state, command.tokenHash)
  if (known && state.status === 'running' && isBarred(state, known.id)) return reject('SEAT_BARRED')
  const refused = state.status === 'running' ? refusedAtDoor(state, known) : undefined
  if (refused) return refused
  if (known && state.status === 'running') return accept(resumed(state, known, command.at))
  return state.status === 'new' ? joinFirst(command) : joinRunning(state, command)
}

function joinFirst(command: CommandOf<'JoinMeeting'>): Decision {
  const { meetingId, settings, at } = command
  if (settings.maxSeats < 1) return reject('MEETING_FULL')
  return accept([{ type: 'MeetingCreated', meetingId, settings, at }, joined(command, 'moderator')])
}

function joinRunning(state: Extract<MeetingState, { status: 'running' }>, command: CommandOf<'JoinMeeting'>): Decision {
  if (state.seats.size >= state.settings.maxSeats) return reject('MEETING_FULL')
  invariant(!state.seats.has(command.participantId), 'a new seat was given an id that is taken')
  const role = state.seats.size === 0 ? 'moderator' : 'participant'
  return accept([joined(command, role), ...newcomerPlaced(state, command.participantId, command.at)])
}

function joined(command: CommandOf<'JoinMeeting'>, role: 'moderator' | 'participant'): MeetingEvent {
  const { participantId, displayName, tokenHash, at } = command
  return { type: 'ParticipantJoined', participantId, displayName, role, tokenHash, at }
}
