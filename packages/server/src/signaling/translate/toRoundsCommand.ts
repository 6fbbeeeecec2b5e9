// SPDX-License-Identifier: Apache-2.0
// Wire requests that concern rounds to the core's commands; the other half of toCommand.
import type { Command } from '@alcove/meeting'
import type { CommandId, ParticipantId, RequestOf } from '@alcove/protocol'
import type { Ids } from '../../meetings/ports.ts'

type RoundsRequest = RequestOf<
  'rounds.plan' | 'round.add' | 'round.change' | 'round.assign' | 'round.remove' | 'rounds.reorder' | 'rounds.next'
>

interface From {
  readonly by: ParticipantId
  readonly commandId: CommandId
  readonly at: number
}

export function toRoundsCommand(request: RoundsRequest, from: From, ids: Ids): Command {
  switch (request.type) {
    case 'rounds.plan':
      return {
        type: 'PlanRounds',
        count: request.count,
        seed: request.seed ?? ids.seed(),
        replace: request.replace ?? false,
        ...(request.durationMs !== undefined && { durationMs: request.durationMs }),
        ...(request.wishes !== undefined && { wishes: request.wishes }),
        ...from,
      }
    case 'round.add':
      return {
        type: 'AddRound',
        groups: request.groups,
        ...(request.name !== undefined && { name: request.name }),
        ...(request.durationMs !== undefined && { durationMs: request.durationMs }),
        ...from,
      }
    case 'round.change':
      return {
        type: 'ChangeRound',
        roundId: request.roundId,
        ...(request.name !== undefined && { name: request.name }),
        ...(request.durationMs !== undefined && { durationMs: request.durationMs }),
        ...(request.groups !== undefined && { groups: request.groups }),
        ...from,
      }
    case 'round.assign':
      return {
        type: 'AssignInRound',
        roundId: request.roundId,
        participantIds: request.participantIds,
        ...(request.roomId !== undefined && { roomId: request.roomId }),
        ...from,
      }
    case 'round.remove':
      return { type: 'RemoveRound', roundId: request.roundId, ...from }
    case 'rounds.reorder':
      return { type: 'ReorderRounds', roundIds: request.roundIds, ...from }
    case 'rounds.next':
      return { type: 'StartNextRound', inMs: request.inMs ?? 0, ...from }
  }
}
