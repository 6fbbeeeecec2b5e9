// SPDX-License-Identifier: Apache-2.0
// The first words on every connection: resume the seat, or join when there is none or the server no longer knows it.
import type { RequestOf, SeatReply } from '@alcove/protocol'
import type { JoinSecrets } from '../api.ts'
import { RequestFailed } from '../errors.ts'
import type { SendRequest } from '../signaling/Line.ts'
import type { SeatStore } from './SeatStore.ts'

export interface SeatTaken {
  readonly reply: SeatReply
  /** Whether the seat is a new one: what was known of the meeting before does not count. */
  readonly isNew: boolean
}

/** What one comes with. */
export interface Entry {
  readonly displayName: string
  readonly secrets: JoinSecrets
  /** The moderator key has had its effect: a role that is taken away later does not come back with the next connection. */
  readonly isKeyShown: boolean
}

export async function takeSeat(
  send: SendRequest,
  seats: SeatStore,
  { displayName, secrets, isKeyShown }: Entry,
  known: RequestOf<'meeting.resume'>['known'],
): Promise<SeatTaken> {
  const seat = seats.current()
  if (seat?.participantId) {
    const { participantId, resumeToken } = seat
    const { moderatorKey } = isKeyShown ? {} : secrets
    const key = moderatorKey !== undefined && { moderatorKey }
    try {
      return { reply: await send({ type: 'meeting.resume', participantId, resumeToken, known, ...key }), isNew: false }
    } catch (error) {
      if (!isSeatGone(error)) throw error
      seats.drop()
    }
  }
  const reply = await send({ type: 'meeting.join', displayName, ...defined(secrets), ...seats.beginJoin() })
  seats.completeJoin(reply.participantId)
  return { reply, isNew: true }
}

function defined({ password, moderatorKey, claimCode }: JoinSecrets) {
  return {
    ...(password !== undefined && { password }),
    ...(moderatorKey !== undefined && { moderatorKey }),
    ...(claimCode !== undefined && { claimCode }),
  }
}

/** The seat of another user is none of ours, although this tab holds it. */
const gone: readonly string[] = ['SEAT_UNKNOWN', 'MEETING_UNKNOWN', 'TOKEN_USER_DIFFERENT']

function isSeatGone(error: unknown): boolean {
  return error instanceof RequestFailed && gone.includes(error.code)
}
