// SPDX-License-Identifier: Apache-2.0
// What people may know of the rounds: everybody how far they are, moderators all of them.
import type { ParticipantId, RoomId, RoundId, RoundsProgress, RoundView } from '@alcove/protocol'
import { remembered } from '../remembered.ts'
import { nextRound, type Round, type RoundsState, runningRound } from './roundsState.ts'

/** Nothing while there are no rounds. */
export const progressView = remembered((rounds: RoundsState): RoundsProgress | undefined => {
  const count = rounds.list.length
  if (count === 0) return undefined
  const running = runningRound(rounds)
  if (running) return { status: 'running', number: numberOf(rounds, running), count, name: running.name }
  const next = nextRound(rounds)
  return next ? { status: 'planned', next: numberOf(rounds, next), count } : { status: 'over', count }
})

export const roundViews = remembered(
  (rounds: RoundsState): Readonly<Record<RoundId, RoundView>> =>
    Object.fromEntries(rounds.list.map((round) => [round.id, roundView(rounds, round)])),
)

function roundView(rounds: RoundsState, round: Round): RoundView {
  const { name, durationMs, groups, run } = round
  const people: Record<RoomId, readonly ParticipantId[]> = {}
  for (const { roomId, participantIds } of groups) people[roomId] = participantIds
  return {
    name,
    order: numberOf(rounds, round),
    ...(durationMs !== undefined && { durationMs }),
    groups: people,
    ...run,
  }
}

function numberOf({ list }: RoundsState, round: Round): number {
  return list.indexOf(round) + 1
}
