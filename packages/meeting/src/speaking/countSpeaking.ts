// SPDX-License-Identifier: Apache-2.0
// Stores how long people spoke: added to the visit during which they did (SPEC ST). The server counts; a number for a visit that is over, or that is
// none, is dropped.
import type { ParticipantId, RoomId } from '@alcove/protocol'
import type { CommandOf } from '../commands.ts'
import type { EventOf, MeetingEvent } from '../events.ts'
import { accept, type Decision } from '../rejections.ts'
import type { MeetingState, RunningMeeting } from '../state.ts'
import type { Visit } from '../visits/visit.ts'
import type { Spoken } from './heard.ts'

export function decideCountSpeaking(state: RunningMeeting, { spoken, at }: CommandOf<'CountSpeaking'>): Decision {
  const counted = spoken.filter((each) => each.spokenMs > 0 && visitOf(state, each) !== undefined)
  return accept(counted.length === 0 ? [] : [{ type: 'SpeakingCounted', spoken: counted, at }])
}

export function evolveSpeakingCounted(
  state: RunningMeeting,
  { spoken, at }: EventOf<'SpeakingCounted'>,
): RunningMeeting {
  const visits = new Map(state.visits)
  for (const each of spoken) {
    const visit = visitOf(state, each)
    if (!visit) continue
    const past = (visits.get(each.participantId) ?? []).slice(0, -1)
    const spokenMs = visit.spokenMs + each.spokenMs
    visits.set(each.participantId, [...past, { ...visit, spokenMs, heardAt: each.heardAt ?? at }])
  }
  return { ...state, visits }
}

/** When somebody was last heard in each room, as far as it is stored: what a server knows that has just started. */
export function lastHeard(state: MeetingState): ReadonlyMap<RoomId, number> {
  const heard = new Map<RoomId, number>()
  if (state.status !== 'running') return heard
  for (const visits of state.visits.values())
    for (const { roomId, heardAt } of visits)
      if (heardAt !== undefined && heardAt > (heard.get(roomId) ?? 0)) heard.set(roomId, heardAt)
  return heard
}

/** Whose visits these events end: what they spoke has to be stored before. */
export function leaversOf(events: readonly MeetingEvent[]): ReadonlySet<ParticipantId> {
  const leavers = new Set<ParticipantId>()
  for (const event of events) if (endsVisit(event)) leavers.add(event.participantId)
  return leavers
}

function endsVisit(
  event: MeetingEvent,
): event is EventOf<'ParticipantMoved' | 'ParticipantLeft' | 'ParticipantGone' | 'ParticipantRemoved'> {
  return (
    event.type === 'ParticipantMoved' ||
    event.type === 'ParticipantLeft' ||
    event.type === 'ParticipantGone' ||
    event.type === 'ParticipantRemoved'
  )
}

/** The visit that goes on, if it is one of that room. */
function visitOf(state: RunningMeeting, { participantId, roomId }: Spoken): Visit | undefined {
  const last = state.visits.get(participantId)?.at(-1)
  return last && !last.end && last.roomId === roomId ? last : undefined
}
