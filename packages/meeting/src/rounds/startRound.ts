// SPDX-License-Identifier: Apache-2.0
// Beginning the next round, at once or after a countdown (SPEC RD): one action.
import type { CommandOf } from '../commands.ts'
import { begun, cancelled } from '../conduct/countdown.ts'
import { accept, type Decision, reject } from '../rejections.ts'
import type { RunningMeeting } from '../state.ts'
import { nextRoundBegun } from './beginRound.ts'
import { nextRound } from './roundsState.ts'

export function decideStartNextRound(state: RunningMeeting, { inMs = 0, at }: CommandOf<'StartNextRound'>): Decision {
  if (!nextRound(state.rounds)) return reject('ROUND_NONE')
  if (inMs > 0) return accept([begun('next-round', at + inMs, 'moderator', at)])
  return accept([...cancelled(state, at), ...nextRoundBegun(state, at)])
}
