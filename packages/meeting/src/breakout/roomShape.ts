// SPDX-License-Identifier: Apache-2.0
// Checks that what a snapshot says of a room has today's shape.
import { isListOf, isNumber, isRecord, isString } from '../shapes.ts'

export function isRoom(value: unknown): boolean {
  return (
    isRecord(value) &&
    isString(value.id) &&
    isString(value.name) &&
    isNumber(value.number) &&
    isNumber(value.order) &&
    [value.open, value.underWay, value.locked].every((flag) => typeof flag === 'boolean') &&
    (value.capacity === undefined || isNumber(value.capacity)) &&
    (value.task === undefined || isString(value.task)) &&
    isPassword(value.password) &&
    isListOf(value.pastLock, isString) &&
    isListOf(value.pastPassword, isString) &&
    isListOf(value.hosts, isString) &&
    isListOf(value.knocks, (knock) => isRecord(knock) && isString(knock.participantId) && isNumber(knock.since))
  )
}

function isPassword(value: unknown): boolean {
  return isRecord(value) && isNumber(value.version) && (value.hash === undefined || isString(value.hash))
}
