// SPDX-License-Identifier: Apache-2.0
// Passwords of rooms, before a request becomes a command: a new one is hashed, one that somebody gives is checked against the room's present one. The core
// gets the outcome only, and looks at it again (SPEC BR25). Guessing is held back for each person and room, and making new ones for each person: a hash
// costs the machine as much as a hundred other requests.
import type { MeetingState, PasswordCheck, Room } from '@alcove/meeting'
import type { ParticipantId, RequestOf, RoomId, WireError } from '@alcove/protocol'
import type { Passwords } from '../auth/password.ts'
import type { MeetingHandle } from '../meetings/meetingHandle.ts'
import { createRateLimit, type RateLimit } from './rateLimit.ts'

/** What a request that carries a password becomes besides: its password goes no further. */
export interface Secrets {
  /** Null: the password is taken away. */
  readonly passwordHash?: string | null
  readonly passwordCheck?: PasswordCheck
}

export type SecretRequest = RequestOf<'room.create' | 'room.change' | 'participant.move'>
type Found = { readonly ok: true; readonly secrets: Secrets } | { readonly ok: false; readonly error: WireError }

type Hashed<Hash> =
  | { readonly ok: true; readonly passwordHash: Hash }
  | { readonly ok: false; readonly error: WireError }

export interface RoomSecrets {
  of(request: SecretRequest, asker: Asker): Promise<Found>
  /** A new password, of a room or of the meeting; no password needs no hash. */
  hashed<None extends null | undefined>(password: string | None, asker: Asker): Promise<Hashed<string | None>>
}

export interface Asker {
  readonly participantId: ParticipantId
  readonly handle: Pick<MeetingHandle, 'meetingId' | 'read'>
  /** Now, in ms since 1970. */
  readonly at: number
}

/** Passwords of one person for one room that are looked at: a few at once, then one every ten seconds. */
const tryRate = { burst: 5, perSecond: 0.1 }
/** New passwords of one person: one for each of many rooms at once, then one a second. */
const hashRate = { burst: 50, perSecond: 1 }
const mostTriers = 10_000

export function createRoomSecrets(passwords: Passwords): RoomSecrets {
  const triers = new Map<string, RateLimit>()

  /** Each try counts before it is looked at, a right one too: many at a time would all be looked at otherwise. */
  function waitFor(trier: string, at: number, rate: typeof tryRate): number {
    const limit = triers.get(trier) ?? createRateLimit(rate)
    triers.delete(trier)
    triers.set(trier, limit)
    const [oldest] = triers.keys()
    if (triers.size > mostTriers && oldest !== undefined) triers.delete(oldest)
    return limit.take(at)
  }

  async function check({ roomId, password }: RequestOf<'participant.move'>, asker: Asker): Promise<Found> {
    const present = await asker.handle.read((state) => passwordOf(state, roomId))
    if (password === undefined || present?.hash === undefined) return { ok: true, secrets: {} }
    const retryAfterMs = waitFor(`${asker.handle.meetingId} ${asker.participantId} ${roomId}`, asker.at, tryRate)
    if (retryAfterMs > 0) return { ok: false, error: { code: 'TOO_OFTEN', retryAfterMs } }
    const isRight = await passwords.isRight(password, present.hash)
    return { ok: true, secrets: { passwordCheck: { version: present.version, isRight } } }
  }

  async function hashed<None extends null | undefined>(
    password: string | None,
    { handle, participantId, at }: Asker,
  ): Promise<Hashed<string | None>> {
    if (typeof password !== 'string') return { ok: true, passwordHash: password }
    const retryAfterMs = waitFor(`${handle.meetingId} ${participantId}`, at, hashRate)
    if (retryAfterMs > 0) return { ok: false, error: { code: 'TOO_OFTEN', retryAfterMs } }
    return { ok: true, passwordHash: await passwords.hash(password) }
  }

  return {
    hashed,
    async of(request, asker) {
      if (request.type === 'participant.move') return check(request, asker)
      const { password } = request
      if (password === undefined) return { ok: true, secrets: {} }
      const found = await hashed(password, asker)
      return found.ok ? { ok: true, secrets: { passwordHash: found.passwordHash } } : found
    },
  }
}

function passwordOf(state: MeetingState, roomId: RoomId): Room['password'] | undefined {
  return state.status === 'running' ? state.rooms.get(roomId)?.password : undefined
}
