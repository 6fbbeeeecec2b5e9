// SPDX-License-Identifier: Apache-2.0
// What those are told of a meeting who have not entered (SPEC BE): never more than they would see when they came in, which a closed door keeps from them.
import { mainRoomId, type OutsideView } from '@alcove/protocol'
import { isActive } from '../seats.ts'
import type { MeetingState } from '../state.ts'

const mostNames = 12

/** Nothing where no meeting is, and behind a lobby or a password. */
export function outsideView(state: MeetingState): OutsideView {
  if (state.status !== 'running') return {}
  const { door, seats, subject } = state
  if (door.lobby || door.password.hash !== undefined || door.toldOutside === 'nothing') return {}
  const active = [...seats.values()].filter(isActive)
  const inMain = active.filter(({ roomId }) => roomId === mainRoomId)
  return {
    ...(subject !== undefined && { subject }),
    people: active.length,
    ...(door.toldOutside === 'names' && {
      names: inMain
        .sort((first, second) => first.order - second.order)
        .slice(0, mostNames)
        .map(({ displayName }) => displayName),
    }),
  }
}
