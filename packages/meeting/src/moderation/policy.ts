// SPDX-License-Identifier: Apache-2.0
// The policy of a meeting: where people may take themselves (SPEC PO).
import type { CommandOf } from '../commands.ts'
import type { EventOf } from '../events.ts'
import { accept, type Decision } from '../rejections.ts'
import type { RunningMeeting } from '../state.ts'

export function decideChangePolicy(state: RunningMeeting, { selfMove, at }: CommandOf<'ChangePolicy'>): Decision {
  return accept(state.selfMove === selfMove ? [] : [{ type: 'PolicyChanged', selfMove, at }])
}

export function evolvePolicyChanged(state: RunningMeeting, { selfMove }: EventOf<'PolicyChanged'>): RunningMeeting {
  return { ...state, selfMove }
}
