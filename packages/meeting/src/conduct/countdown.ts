// SPDX-License-Identifier: Apache-2.0
// Opening and closing all rooms, at once or when a countdown has run out (SPEC RU). One countdown at a time: the last word counts.
import { mainRoomId } from '@alcove/protocol'
import { broughtBack, closed } from '../breakout/close.ts'
import type { CommandOf } from '../commands.ts'
import type { EventOf, MeetingEvent } from '../events.ts'
import { assertNever } from '../invariant.ts'
import { podiumCleared } from '../podium/podium.ts'
import { accept, type Decision, reject } from '../rejections.ts'
import { nextRoundBegun } from '../rounds/beginRound.ts'
import { roundEnded } from '../rounds/heldRounds.ts'
import type { RunningMeeting } from '../state.ts'
import type { Countdown } from './conduct.ts'
import { openedAll } from './openAll.ts'

type Pending = Extract<Countdown, { status: 'pending' }>

export function decideOpenAllRooms(state: RunningMeeting, { inMs = 0, at }: CommandOf<'OpenAllRooms'>): Decision {
  if (state.rooms.size === 0) return reject('ROOM_NONE')
  if (inMs > 0) return accept([begun('open-all', at + inMs, 'moderator', at)])
  return accept([...cancelled(state, at), ...openedAll(state, at)])
}

export function decideCloseAllRooms(state: RunningMeeting, { inMs = 0, at }: CommandOf<'CloseAllRooms'>): Decision {
  if (inMs > 0) return accept(isAnyRoomInUse(state) ? [begun('bring-back', at + inMs, 'moderator', at)] : [])
  return accept([...cancelled(state, at), ...closedAll(state, at)])
}

export function decideCancelCountdown(state: RunningMeeting, { at }: CommandOf<'CancelCountdown'>): Decision {
  return accept(cancelled(state, at))
}

export function begun(
  action: Pending['action'],
  dueAt: number,
  cause: Pending['cause'],
  at: number,
): EventOf<'CountdownStarted'> {
  return { type: 'CountdownStarted', action, dueAt, cause, at }
}

/** What follows once the countdown has run out, for the meeting as it is then. */
export function carriedOut(
  state: RunningMeeting,
  { action }: Pick<Pending, 'action'>,
  at: number,
): readonly MeetingEvent[] {
  return [{ type: 'CountdownEnded', at }, ...done(state, action, at)]
}

function done(state: RunningMeeting, action: Pending['action'], at: number): readonly MeetingEvent[] {
  switch (action) {
    case 'open-all':
      return openedAll(state, at)
    case 'bring-back':
      return closedAll(state, at)
    case 'next-round':
      return nextRoundBegun(state, at)
    default:
      return assertNever(action)
  }
}

export function cancelled({ conduct }: RunningMeeting, at: number): readonly MeetingEvent[] {
  return conduct.countdown.status === 'none' ? [] : [{ type: 'CountdownCancelled', at }]
}

/** Whether closing all rooms would close one or bring anybody back. */
export function isAnyRoomInUse(state: RunningMeeting): boolean {
  if ([...state.rooms.values()].some(({ open }) => open)) return true
  return [...state.seats.values()].some(({ roomId }) => roomId !== mainRoomId)
}

/** Time that was given to the rooms, and the round that was held in them, are over when they close. */
export function closedAll(state: RunningMeeting, at: number): readonly MeetingEvent[] {
  const stopped: readonly MeetingEvent[] = state.conduct.timer.status === 'off' ? [] : [{ type: 'TimerStopped', at }]
  const back = [...closed([...state.rooms.values()], at), ...broughtBack(state, () => true, at)]
  // Taking it back would move nobody any more: it would only lose, without a word, where people belong.
  const settled: readonly MeetingEvent[] =
    back.length > 0 && state.seated.length > 0 ? [{ type: 'SeatingSettled', at }] : []
  return [...back, ...settled, ...stopped, ...roundEnded(state, at), ...podiumCleared(state, at)]
}
