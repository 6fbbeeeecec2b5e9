// SPDX-License-Identifier: Apache-2.0
// What costs everybody else something each time is asked for less often than the rest: nobody needs it a hundred times, and one client could keep five hundred busy.
import type { ParticipantId, Request, RequestType } from '@alcove/protocol'
import { createRateLimit } from './rateLimit.ts'

/** Everybody who receives media that begins anew negotiates. Coming in takes three. */
const beginsMedia: ReadonlySet<RequestType> = new Set(['media.open', 'media.produce'])
const mediaRate = { burst: 30, perSecond: 1 }
/** Everybody in the meeting is told. */
const showsOneself: ReadonlySet<RequestType> = new Set([
  'participant.move',
  'participant.rename',
  'participant.avatar',
  'hand.raise',
])
const showRate = { burst: 30, perSecond: 2 }

/**
 * For one connection.
 * @param own who sits there
 * @returns takes a request that came now, in ms since 1970; and says how long to wait with it in ms, 0 for not at all
 */
export function createCostlyLimit(own: () => ParticipantId | undefined): (request: Request, nowMs: number) => number {
  const media = createRateLimit(mediaRate)
  const shows = createRateLimit(showRate)
  return (request, nowMs) => {
    if (beginsMedia.has(request.type)) return media.take(nowMs)
    // Moderators may move a whole class one by one.
    const isOfAnother = 'participantId' in request && request.participantId !== own()
    return showsOneself.has(request.type) && !isOfAnother ? shows.take(nowMs) : 0
  }
}
