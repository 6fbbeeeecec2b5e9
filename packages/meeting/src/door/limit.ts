// SPDX-License-Identifier: Apache-2.0
// How many people may be in the meeting at once (SPEC DR). Seats are another limit: they count people who have left, too.
import type { CommandOf } from '../commands.ts'
import type { EventOf } from '../events.ts'
import { mayModerate } from '../permissions/permissions.ts'
import { accept, type Decision, type Rejected, reject } from '../rejections.ts'
import { isAround } from '../seats.ts'
import type { RunningMeeting, Seat } from '../state.ts'

export function decideLimitPeople(state: RunningMeeting, { maxPeople, at }: CommandOf<'LimitPeople'>): Decision {
  if (state.door.maxPeople === maxPeople) return accept([])
  return accept([{ type: 'PeopleLimited', ...(maxPeople === undefined ? {} : { maxPeople }), at }])
}

export function evolvePeopleLimited(state: RunningMeeting, { maxPeople }: EventOf<'PeopleLimited'>): RunningMeeting {
  return { ...state, door: { ...state.door, maxPeople } }
}

/** Who is expected back, or waits in the lobby, holds their place, so that letting in never makes more than the limit; and moderators always come in: somebody has to be able to raise the limit. */
export function refusedAtDoor(
  state: RunningMeeting,
  comer: Pick<Seat, 'role'> & Partial<Pick<Seat, 'presence'>>,
): Rejected | undefined {
  const { maxPeople } = state.door
  if (
    maxPeople === undefined ||
    mayModerate(comer.role) ||
    comer.presence?.status === 'absent' ||
    comer.presence?.status === 'present' ||
    comer.presence?.status === 'waiting'
  )
    return undefined
  const people = [...state.seats.values()].filter(isAround).length
  return people < maxPeople ? undefined : reject('MEETING_CROWDED', { maxPeople })
}
