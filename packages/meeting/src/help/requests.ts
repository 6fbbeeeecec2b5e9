// SPDX-License-Identifier: Apache-2.0
// Questions about requests for help, and the one way to change them.
import type { ParticipantId } from '@alcove/protocol'
import type { RunningMeeting } from '../state.ts'
import type { HelpEnd, HelpProgress, HelpRequest } from './helpState.ts'

/** Past requests kept for the report. */
export const maxPastRequests = 500

export function isOpen({ progress }: HelpRequest): boolean {
  return progress.status !== 'over'
}

export function openRequestOf(
  { help }: Pick<RunningMeeting, 'help'>,
  participantId: ParticipantId,
): HelpRequest | undefined {
  return help.requests.find((request) => request.participantId === participantId && isOpen(request))
}

export function openRequest({ help }: RunningMeeting, id: number): HelpRequest | undefined {
  return help.requests.find((request) => request.id === id && isOpen(request))
}

export function takerOf({ progress }: HelpRequest): ParticipantId | undefined {
  return progress.status === 'taken' ? progress.by : undefined
}

/** Changes the progress of open requests; what is untouched keeps its identity. */
export function withProgress(
  state: RunningMeeting,
  change: (request: HelpRequest) => HelpProgress | undefined,
): RunningMeeting {
  let isChanged = false
  const requests = state.help.requests.map((request) => {
    const progress = isOpen(request) ? change(request) : undefined
    if (!progress) return request
    isChanged = true
    return { ...request, progress }
  })
  return isChanged ? { ...state, help: { ...state.help, requests: kept(requests) } } : state
}

export function over({ progress }: HelpRequest, how: HelpEnd, endedAt: number): HelpProgress {
  const taken = progress.status === 'taken' ? { taken: { by: progress.by, takenAt: progress.takenAt } } : {}
  return { status: 'over', how, endedAt, ...taken }
}

function kept(requests: readonly HelpRequest[]): readonly HelpRequest[] {
  let past = requests.filter((request) => !isOpen(request)).length
  return requests.filter((request) => {
    if (isOpen(request) || past <= maxPastRequests) return true
    past -= 1
    return false
  })
}
