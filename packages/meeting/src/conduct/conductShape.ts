// SPDX-License-Identifier: Apache-2.0
// Checks that what a snapshot says of how the rooms are run has today's shape.
import { isNumber, isOneOf, isRecord, isString } from '../shapes.ts'

export function isConduct(value: unknown): boolean {
  return (
    isRecord(value) &&
    isCountdown(value.countdown) &&
    isTimer(value.timer) &&
    isOneOf(value.lateJoin, ['main', 'fewest', 'choose', 'lobby'])
  )
}

export function isAssignment(value: unknown): boolean {
  if (!isRecord(value)) return false
  if (value.status === 'none') return true
  return (
    value.status === 'assigned' &&
    isString(value.roomId) &&
    typeof value.owed === 'boolean' &&
    (value.atOnce === undefined || value.atOnce === true)
  )
}

function isCountdown(value: unknown): boolean {
  if (!isRecord(value)) return false
  if (value.status === 'none') return true
  return (
    value.status === 'pending' &&
    isOneOf(value.action, ['open-all', 'bring-back', 'next-round']) &&
    isNumber(value.dueAt) &&
    isOneOf(value.cause, ['moderator', 'timer'])
  )
}

function isTimer(value: unknown): boolean {
  if (!isRecord(value)) return false
  if (value.status === 'off') return true
  return (
    isOneOf(value.status, ['running', 'over']) &&
    isNumber(value.endsAt) &&
    isOneOf(value.atEnd, ['bring-back', 'nothing'])
  )
}
