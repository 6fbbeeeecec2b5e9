// SPDX-License-Identifier: Apache-2.0
// Looking into a room from elsewhere (SPEC GL): begun and ended by moderators, as far as the meeting allows it. What they see of it is chosen in
// pictures.ts; that they may is for media/mayReceive.ts.
import { mainRoomId, maxGlances } from '@alcove/protocol'
import type { CommandOf } from '../commands.ts'
import type { EventOf } from '../events.ts'
import { assertNever } from '../invariant.ts'
import { mayModerate } from '../permissions/permissions.ts'
import { accept, type Decision, reject } from '../rejections.ts'
import { isPresent } from '../seats.ts'
import type { MeetingState, RunningMeeting } from '../state.ts'
import { doesLookInto, type Glance } from './glanceState.ts'

export function decideStartGlance(state: RunningMeeting, { by, roomId, at }: CommandOf<'StartGlance'>): Decision {
  const { glance, rooms, seats } = state
  if (!glance.allowed) return reject('GLANCE_OFF')
  if (roomId !== mainRoomId && !rooms.has(roomId)) return reject('ROOM_UNKNOWN', { roomId })
  if (seats.get(by)?.roomId === roomId || doesLookInto(glance, by, roomId)) return accept([])
  if ((glance.lookers.get(by)?.length ?? 0) >= maxGlances) return reject('GLANCE_LIMIT_REACHED', { max: maxGlances })
  return accept([{ type: 'GlanceStarted', participantId: by, roomId, at }])
}

export function decideStopGlance(state: RunningMeeting, { by, roomId, at }: CommandOf<'StopGlance'>): Decision {
  return accept(doesLookInto(state.glance, by, roomId) ? [{ type: 'GlanceEnded', participantId: by, roomId, at }] : [])
}

export function decideChangeGlancePolicy(
  state: RunningMeeting,
  { allowed, at }: CommandOf<'ChangeGlancePolicy'>,
): Decision {
  return accept(state.glance.allowed === allowed ? [] : [{ type: 'GlancePolicyChanged', allowed, at }])
}

export function evolveGlance(
  state: RunningMeeting,
  event: EventOf<'GlanceStarted' | 'GlanceEnded' | 'GlancePolicyChanged'>,
): RunningMeeting {
  const { glance } = state
  switch (event.type) {
    case 'GlancePolicyChanged':
      return { ...state, glance: { ...glance, allowed: event.allowed } }
    case 'GlanceStarted': {
      const begun: Glance = { roomId: event.roomId, since: event.at }
      const glances = [...(glance.lookers.get(event.participantId) ?? []), begun]
      return { ...state, glance: { ...glance, lookers: new Map(glance.lookers).set(event.participantId, glances) } }
    }
    case 'GlanceEnded': {
      const glances = (glance.lookers.get(event.participantId) ?? []).filter(({ roomId }) => roomId !== event.roomId)
      return { ...state, glance: { ...glance, lookers: new Map(glance.lookers).set(event.participantId, glances) } }
    }
    default:
      return assertNever(event)
  }
}

/** After any event: only moderators who are here look into rooms, only into rooms that exist and where they are not, only while it is allowed. */
export function settleGlances(state: MeetingState): MeetingState {
  if (state.status !== 'running' || state.glance.lookers.size === 0) return state
  const { lookers, allowed } = state.glance
  const settled = [...lookers].map(([id, glances]) => {
    const seat = state.seats.get(id)
    const mayLook = allowed && isPresent(seat) && mayModerate(seat.role)
    const left = glances.filter(
      ({ roomId }) => mayLook && roomId !== seat.roomId && (roomId === mainRoomId || state.rooms.has(roomId)),
    )
    return [id, left.length === glances.length ? glances : left] as const
  })
  if (settled.every(([id, glances]) => glances.length > 0 && lookers.get(id) === glances)) return state
  const kept = settled.filter(([, glances]) => glances.length > 0)
  return { ...state, glance: { allowed, lookers: new Map(kept) } }
}
