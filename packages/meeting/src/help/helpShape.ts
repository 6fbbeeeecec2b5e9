// SPDX-License-Identifier: Apache-2.0
// Requests for help as plain data and back, with the guards of their shapes (see snapshot.ts).
import type { JsonObject, ParticipantId, RoomId } from '@alcove/protocol'
import { isListOf, isNumber, isOneOf, isRecord, isString } from '../shapes.ts'
import type { HelpRequest, HelpState } from './helpState.ts'

export interface HelpSnapshot {
  readonly made: number
  readonly requests: readonly HelpRequest[]
  readonly returnTo: readonly { readonly id: ParticipantId; readonly roomId: RoomId }[]
}

export function toHelpSnapshot({ made, requests, returnTo }: HelpState): JsonObject {
  return {
    made,
    requests: requests.map(({ progress, ...request }) => ({ ...request, progress: toProgress(progress) })),
    returnTo: [...returnTo].map(([id, roomId]) => ({ id, roomId })),
  }
}

export function fromHelpSnapshot({ made, requests, returnTo }: HelpSnapshot): HelpState {
  return { made, requests, returnTo: new Map(returnTo.map(({ id, roomId }) => [id, roomId])) }
}

export function isHelp(value: unknown): boolean {
  return (
    isRecord(value) &&
    isNumber(value.made) &&
    isListOf(value.requests, isRequest) &&
    isListOf(value.returnTo, (item) => isRecord(item) && isString(item.id) && isString(item.roomId))
  )
}

function toProgress(progress: HelpRequest['progress']): JsonObject {
  if (progress.status !== 'over') return { ...progress }
  const { taken, ...rest } = progress
  return { ...rest, ...(taken && { taken: { ...taken } }) }
}

function isRequest(value: unknown): boolean {
  return (
    isRecord(value) &&
    isNumber(value.id) &&
    isString(value.participantId) &&
    isString(value.roomId) &&
    isString(value.roomName) &&
    (value.text === undefined || isString(value.text)) &&
    isNumber(value.askedAt) &&
    isProgress(value.progress)
  )
}

function isProgress(value: unknown): boolean {
  if (!isRecord(value)) return false
  if (value.status === 'waiting') return true
  if (value.status === 'taken') return isTaken(value) && typeof value.entered === 'boolean'
  return (
    value.status === 'over' &&
    isOneOf(value.how, ['withdrawn', 'answered', 'left']) &&
    isNumber(value.endedAt) &&
    (value.taken === undefined || isTaken(value.taken))
  )
}

function isTaken(value: unknown): boolean {
  return isRecord(value) && isString(value.by) && isNumber(value.takenAt)
}
