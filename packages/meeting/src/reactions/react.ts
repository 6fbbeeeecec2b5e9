// SPDX-License-Identifier: Apache-2.0
// Whether somebody may react now, and who is told (SPEC RC). Nothing of it is stored: there is no event, and who reacted lately is told by the caller.
import type { ParticipantId, RoomId } from '@alcove/protocol'
import { type Rate, waitTime } from '../rate.ts'
import { type Rejected, reject } from '../rejections.ts'
import { isPresent } from '../seats.ts'
import type { MeetingState } from '../state.ts'

export const reactionRate: Rate = { times: 10, withinMs: 10_000 }

/**
 * @param newestFirst when this person reacted before, in ms since 1970; no more than {@link reactionRate} counts are needed
 * @returns the room whose people are told
 */
export function decideReact(
  state: MeetingState,
  by: ParticipantId,
  newestFirst: readonly number[],
  at: number,
): { readonly ok: true; readonly roomId: RoomId } | Rejected {
  if (state.status !== 'running') return reject('MEETING_UNKNOWN')
  const seat = state.seats.get(by)
  if (!isPresent(seat)) return reject('NOT_JOINED')
  const retryAfterMs = waitTime(newestFirst, reactionRate, at)
  if (retryAfterMs > 0) return { ok: false, error: { code: 'TOO_OFTEN', retryAfterMs } }
  return { ok: true, roomId: seat.roomId }
}
