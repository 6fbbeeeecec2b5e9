// SPDX-License-Identifier: Apache-2.0
// The seat of this tab in one meeting, kept in the given storage. The resume token is stored before the join is sent, so that a join whose
// answer got lost, or a reload in that moment, takes the same seat instead of a second one.
import {
  type CommandId,
  type ParticipantId,
  participantIdSchema,
  type ResumeToken,
  resumeTokenSchema,
} from '@alcove/protocol'
import { newCommandId, newResumeToken } from './randomIds.ts'

export interface Seat {
  /** Absent while the join has no answer yet. */
  readonly participantId: ParticipantId | undefined
  readonly resumeToken: ResumeToken
}

export type SeatStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

export class SeatStore {
  readonly #storage: SeatStorage | undefined
  readonly #key: string
  #seat: Seat | undefined
  /** Repeats of one join are one command. */
  #joinId: CommandId | undefined

  constructor(meetingId: string, storage: SeatStorage | undefined) {
    this.#storage = storage
    this.#key = `alcove:seat:${meetingId}`
    this.#seat = parseSeat(read(storage, this.#key))
  }

  current(): Seat | undefined {
    return this.#seat
  }

  /** The join to send: the one without an answer, else a new one. */
  beginJoin(): { readonly id: CommandId; readonly resumeToken: ResumeToken } {
    const resumeToken = this.#seat?.resumeToken ?? newResumeToken()
    this.#joinId ??= newCommandId()
    this.#save({ participantId: undefined, resumeToken })
    return { id: this.#joinId, resumeToken }
  }

  completeJoin(participantId: ParticipantId): void {
    this.#joinId = undefined
    if (this.#seat) this.#save({ ...this.#seat, participantId })
  }

  drop(): void {
    this.#seat = undefined
    this.#joinId = undefined
    try {
      this.#storage?.removeItem(this.#key)
    } catch {
      // Storage may be forbidden; memory is enough for this page.
    }
  }

  #save(seat: Seat): void {
    this.#seat = seat
    try {
      this.#storage?.setItem(this.#key, JSON.stringify(seat))
    } catch {
      // Storage may be full or forbidden; then a reload takes a new seat.
    }
  }
}

function read(storage: SeatStorage | undefined, key: string): unknown {
  try {
    return JSON.parse(storage?.getItem(key) ?? 'null')
  } catch {
    return null
  }
}

function parseSeat(stored: unknown): Seat | undefined {
  if (typeof stored !== 'object' || stored === null || !('resumeToken' in stored)) return undefined
  const token = resumeTokenSchema.safeParse(stored.resumeToken)
  if (!token.success) return undefined
  const id = participantIdSchema.safeParse('participantId' in stored ? stored.participantId : undefined)
  return { participantId: id.success ? id.data : undefined, resumeToken: token.data }
}
