// SPDX-License-Identifier: Apache-2.0
// What moderators can ask of the rounds.
import type { PlanRoundsOptions } from '@alcove/client'
import type { ParticipantId, RoomId, RoundId } from '@alcove/protocol'

export interface RoundsActions {
  readonly plan: (count: number, options: PlanRoundsOptions) => void
  readonly rename: (roundId: RoundId, name: string) => void
  readonly assign: (roundId: RoundId, participantId: ParticipantId, roomId: RoomId | undefined) => void
  readonly remove: (roundId: RoundId) => void
  readonly reorder: (roundIds: readonly RoundId[]) => void
  readonly next: (inMs: number) => void
  /** Takes the last split back. */
  readonly undo: () => void
}
