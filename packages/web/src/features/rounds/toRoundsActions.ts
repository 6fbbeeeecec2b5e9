// SPDX-License-Identifier: Apache-2.0
// The rounds' actions over the SDK.
import type { MeetingClient } from '@alcove/client'
import type { RoundsActions } from './roundsActions.ts'

export function toRoundsActions(
  client: MeetingClient,
  tried: (doing: Promise<unknown>) => void,
  told: (doing: Promise<unknown>) => Promise<boolean>,
): RoundsActions {
  return {
    plan: (count, options) => client.planRounds(count, options),
    addEmpty: (durationMs) => tried(client.addRound({ ...(durationMs !== undefined && { durationMs }), groups: [] })),
    change: (roundId, change) => tried(client.changeRound(roundId, change)),
    assign: (roundId, participantIds, roomId) => told(client.assignInRound(roundId, participantIds, roomId)),
    remove: (roundId) => tried(client.removeRound(roundId)),
    reorder: (roundIds) => tried(client.reorderRounds(roundIds)),
    next: (inMs) => tried(client.startNextRound(inMs)),
    undo: () => tried(client.undoAssignment()),
  }
}
