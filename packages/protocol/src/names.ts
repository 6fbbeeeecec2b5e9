// SPDX-License-Identifier: Apache-2.0
// Rules for names that people type: meetings, themselves, rooms. The same rules hold on every side of the wire.
import * as z from 'zod/mini'
import type { MeetingId } from './ids.ts'

/** Longest display or room name, in UTF-16 units after trimming. */
export const maxNameLength = 80
const maxMeetingNameLength = 100

// Control, surrogate and bidirectional-override characters could break other people's screens.
const unprintable = /[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u

/** A display or room name: trimmed, 1 to 80 characters, nothing unprintable. */
export const nameSchema = z.string().check(
  z.maxLength(10_000),
  z.trim(),
  z.minLength(1),
  z.maxLength(maxNameLength),
  z.refine((name) => !unprintable.test(name)),
)

/** Paths of the server's own; no meeting can have these names. */
const reservedNames = new Set([
  'api',
  'assets',
  'health',
  'metrics',
  'socket.io',
  'favicon.ico',
  'favicon.svg',
  'robots.txt',
  'external_api.js',
])

/**
 * Turns what someone typed or a URL path segment (decoded) into a meeting id: NFC, trimmed, lower-cased, spaces to hyphens.
 * @returns undefined when nothing valid is left: letters, digits, `-`, `_`, `.` only, at most 100 characters, not one of our own paths.
 */
export function parseMeetingName(input: string): MeetingId | undefined {
  if (input.length > 4 * maxMeetingNameLength) return undefined
  const name = input.normalize('NFC').trim().toLowerCase().replace(/\s+/g, '-')
  if (name.length === 0 || name.length > maxMeetingNameLength) return undefined
  if (!/^[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}._-]*$/u.test(name) || reservedNames.has(name)) return undefined
  return name as MeetingId
}
