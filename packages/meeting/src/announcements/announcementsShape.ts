// SPDX-License-Identifier: Apache-2.0
// Checks that what a snapshot says of announcements has today's shape.
import { isListOf, isNumber, isRecord, isString } from '../shapes.ts'

export function isAnnouncements(value: unknown): boolean {
  return isRecord(value) && isNumber(value.made) && isListOf(value.kept, isAnnouncement)
}

function isAnnouncement(value: unknown): boolean {
  return (
    isRecord(value) &&
    isNumber(value.id) &&
    isString(value.from) &&
    isListOf(value.roomIds, isString) &&
    isString(value.text) &&
    isNumber(value.at)
  )
}
