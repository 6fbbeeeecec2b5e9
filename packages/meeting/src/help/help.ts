// SPDX-License-Identifier: Apache-2.0
// Asking for help from a breakout room, and answering it (SPEC HE). What moves, departures and changes of role do to requests is evolveHelp.ts.
import type { ParticipantId, RoomId } from '@alcove/protocol'
import type { CommandOf } from '../commands.ts'
import type { MeetingEvent } from '../events.ts'
import { invariant } from '../invariant.ts'
import { waitTime } from '../rate.ts'
import { accept, type Decision, reject } from '../rejections.ts'
import { isPresent } from '../seats.ts'
import type { RunningMeeting, Seat } from '../state.ts'
import type { HelpRequest } from './helpState.ts'
import { openRequest, openRequestOf, takerOf } from './requests.ts'

/** One person asks at most this often. */
export const helpRate = { times: 5, withinMs: 60_000 }

export function decideAskForHelp(state: RunningMeeting, { by, text, at }: CommandOf<'AskForHelp'>): Decision {
  const { roomId } = seatOf(state, by)
  const room = state.rooms.get(roomId)
  if (!room) return reject('HELP_IN_MAIN')
  const open = openRequestOf(state, by)
  if (open) return accept([], { requestId: open.id })
  const mine = state.help.requests.filter(({ participantId }) => participantId === by).map(({ askedAt }) => askedAt)
  const retryAfterMs = waitTime(mine.reverse(), helpRate, at)
  if (retryAfterMs > 0) return { ok: false, error: { code: 'TOO_OFTEN', retryAfterMs } }
  const said = text === undefined ? {} : { text }
  return accept([{ type: 'HelpAsked', participantId: by, roomId, ...said, at }], { requestId: state.help.made + 1 })
}

export function decideWithdrawHelp(state: RunningMeeting, { by, at }: CommandOf<'WithdrawHelp'>): Decision {
  const open = openRequestOf(state, by)
  return accept(open ? [{ type: 'HelpWithdrawn', requestId: open.id, at }] : [])
}

/** A request is another moderator's only as long as they are here. */
export function decideTakeHelp(state: RunningMeeting, command: CommandOf<'TakeHelp'>): Decision {
  const { by, requestId, enter, at } = command
  const request = openRequest(state, requestId)
  if (!request) return reject('HELP_UNKNOWN', { requestId })
  const taker = takerOf(request)
  if (taker !== undefined && taker !== by && isPresent(state.seats.get(taker))) return reject('HELP_TAKEN')
  const taken: readonly MeetingEvent[] = taker === by ? [] : [{ type: 'HelpTaken', requestId, by, at }]
  return accept([...taken, ...(enter ? entered(state, request, seatOf(state, by), at) : [])])
}

/** Says that it is done; whoever came stays in the room. */
export function decideAnswerHelp(state: RunningMeeting, { requestId, at }: CommandOf<'AnswerHelp'>): Decision {
  if (requestId > state.help.made) return reject('HELP_UNKNOWN', { requestId })
  return accept(openRequest(state, requestId) ? [{ type: 'HelpAnswered', requestId, at }] : [])
}

/** Goes back to where the moderator was before they came to help; leaving the room answers the request. */
export function decideReturnFromHelp(state: RunningMeeting, { by, at }: CommandOf<'ReturnFromHelp'>): Decision {
  const toRoomId = state.help.returnTo.get(by)
  return accept(toRoomId === undefined ? [] : [{ type: 'ParticipantMoved', participantId: by, toRoomId, at }])
}

/** Whoever goes from one room that needs help to the next one still returns to where they were at first. */
function entered(state: RunningMeeting, { roomId }: HelpRequest, seat: Seat, at: number): readonly MeetingEvent[] {
  if (seat.roomId === roomId) return []
  const from: RoomId = state.help.returnTo.get(seat.id) ?? seat.roomId
  const moved: MeetingEvent = { type: 'ParticipantMoved', participantId: seat.id, toRoomId: roomId, at }
  // Back in the room from which they set out there is nothing to return to.
  return from === roomId ? [moved] : [moved, { type: 'HelperCame', participantId: seat.id, from, at }]
}

function seatOf(state: RunningMeeting, by: ParticipantId): Seat {
  const seat = state.seats.get(by)
  invariant(seat, 'somebody without a seat was let through')
  return seat
}
