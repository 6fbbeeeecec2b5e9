// SPDX-License-Identifier: Apache-2.0
// What moderators can ask of the rounds.
import type { PlanRoundsOptions } from '@alcove/client'
import type { ParticipantId, RoomId, RoundId } from '@alcove/protocol'

export interface RoundChange {
  readonly name?: string
  /** 0: none any more. */
  readonly durationMs?: number
}

export interface RoundsActions {
  /** Resolves with how often two people meet again. Rejects when nothing was planned, and leaves telling to the caller. */
  readonly plan: (count: number, options: PlanRoundsOptions) => Promise<{ readonly repeats: number }>
  /** A round with nobody in it yet. */
  readonly addEmpty: (durationMs: number | undefined) => void
  readonly change: (roundId: RoundId, change: RoundChange) => void
  /** These people, whatever others do with the rest of the round meanwhile. Resolves with whether it was done; tells by itself. */
  readonly assign: (
    roundId: RoundId,
    participantIds: readonly ParticipantId[],
    roomId: RoomId | undefined,
  ) => Promise<boolean>
  readonly remove: (roundId: RoundId) => void
  readonly reorder: (roundIds: readonly RoundId[]) => void
  readonly next: (inMs: number) => void
  /** Takes the last split back. */
  readonly undo: () => void
}
