// SPDX-License-Identifier: Apache-2.0
// Whether somebody may send a text to other pages now, and to whom (SPEC PT). Nothing of it is stored: there is no event, and who sent lately is told by the caller.
import type { ParticipantId, RoomId } from '@alcove/protocol'
import { type Rate, waitTime } from '../rate.ts'
import { type Rejected, reject } from '../rejections.ts'
import { isPresent } from '../seats.ts'
import type { MeetingState } from '../state.ts'

export const pageTextRate: Rate = { times: 50, withinMs: 10_000 }

/**
 * @param to undefined: everybody in the room
 * @param newestFirst when this person sent before, in ms since 1970; no more than {@link pageTextRate} counts are needed
 * @returns the room in which it is said
 */
export function decideSendPageText(
  state: MeetingState,
  by: ParticipantId,
  to: ParticipantId | undefined,
  newestFirst: readonly number[],
  at: number,
): { readonly ok: true; readonly roomId: RoomId } | Rejected {
  if (state.status !== 'running') return reject('MEETING_UNKNOWN')
  const seat = state.seats.get(by)
  if (!isPresent(seat)) return reject('NOT_JOINED')
  const { roomId } = seat
  if (to === undefined) {
    if (seat.denied.includes('send-groupchat')) return reject('FEATURE_DENIED', { feature: 'send-groupchat' })
  } else {
    const addressee = state.seats.get(to)
    if (to === by || !isPresent(addressee) || addressee.roomId !== roomId)
      return reject('PARTICIPANT_UNKNOWN', { participantId: to })
  }
  const retryAfterMs = waitTime(newestFirst, pageTextRate, at)
  return retryAfterMs > 0 ? { ok: false, error: { code: 'TOO_OFTEN', retryAfterMs } } : { ok: true, roomId }
}
