// SPDX-License-Identifier: Apache-2.0
// Rounds: several groupings of the same meeting, held one after the other (SPEC RD). The list is the plan and, once a round was held, its record.
import type { RoomGroup, RoundId } from '@alcove/protocol'

export interface RoundsState {
  /** Those that were held, then the one that is running, then those to come. */
  readonly list: readonly Round[]
  /** How many were ever made: ids are never used twice. */
  readonly made: number
}

export interface Round {
  readonly id: RoundId
  readonly name: string
  /** How long it is to last; absent: until a moderator ends it. */
  readonly durationMs?: number
  readonly groups: readonly RoomGroup[]
  readonly run: RoundRun
}

export type RoundRun =
  | { readonly status: 'waiting' }
  | { readonly status: 'running'; readonly startedAt: number }
  | { readonly status: 'over'; readonly startedAt: number; readonly endedAt: number }

/** What a meeting begins with, also one whose log is older than rounds. */
export const noRounds: RoundsState = { list: [], made: 0 }

export function nextRound({ list }: RoundsState): Round | undefined {
  return list.find(({ run }) => run.status === 'waiting')
}

export function runningRound({ list }: RoundsState): Round | undefined {
  return list.find(({ run }) => run.status === 'running')
}
