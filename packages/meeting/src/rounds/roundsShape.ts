// SPDX-License-Identifier: Apache-2.0
// Checks that what a snapshot says of rounds, and of the last assignment by the server, has today's shape.
import { isListOf, isNumber, isRecord, isString } from '../shapes.ts'

export function isRounds(value: unknown): boolean {
  return isRecord(value) && isNumber(value.made) && isListOf(value.list, isRound)
}

export function isReseated(value: unknown): boolean {
  return (
    isRecord(value) &&
    isString(value.participantId) &&
    isString(value.roomId) &&
    [value.assignedBefore, value.movedFrom].every((room) => room === undefined || isString(room))
  )
}

function isRound(value: unknown): boolean {
  return (
    isRecord(value) &&
    isNumber(value.id) &&
    isString(value.name) &&
    (value.durationMs === undefined || isNumber(value.durationMs)) &&
    isListOf(value.groups, isGroup) &&
    isRun(value.run)
  )
}

function isGroup(value: unknown): boolean {
  return isRecord(value) && isString(value.roomId) && isListOf(value.participantIds, isString)
}

function isRun(value: unknown): boolean {
  if (!isRecord(value)) return false
  if (value.status === 'waiting') return true
  if (!isNumber(value.startedAt)) return false
  return value.status === 'running' || (value.status === 'over' && isNumber(value.endedAt))
}
