// SPDX-License-Identifier: Apache-2.0
// The shape of visits: who was where, from when to when.
import type { ParticipantId, RoomId } from '@alcove/protocol'

/** An unbroken stay of an active person in one room. */
export interface Visit {
  readonly roomId: RoomId
  readonly from: number
  /** How many messages the meeting had when it began. */
  readonly fromSeq: number
  /** How long the person spoke meanwhile, as far as it was counted. */
  readonly spokenMs: number
  /** When they were last heard, as far as it was counted; absent where they were not. */
  readonly heardAt?: number
  /** Absent while the person is there. */
  readonly end?: {
    readonly at: number
    readonly seq: number
    /** How the room was called then; it may be removed later. Absent for the main room. */
    readonly roomName?: string
  }
}

/** Oldest first; only the last one may be going on. */
export type Visits = ReadonlyMap<ParticipantId, readonly Visit[]>
