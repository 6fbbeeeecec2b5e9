// SPDX-License-Identifier: Apache-2.0
// Rules for names that people type: meetings, themselves, rooms. The same rules hold on every side of the wire.
import * as z from 'zod/mini'
import type { MeetingId } from './ids.ts'

/** Longest display or room name, in UTF-16 units after trimming. */
export const maxNameLength = 80
const maxMeetingNameLength = 100

// Control, surrogate and bidirectional-override characters could break other people's screens. Marks of direction (U+200E, U+200F, U+061C), which names of
// right-to-left languages need at times, reach no further than the name.
const unprintable = /[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u

// Blanks, marks and fillers alone (U+200B, U+2060, U+3164, the blank of Braille) are seen by nobody.
const visible = /[^\s\p{M}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/u

/** Whether there is anything to see in it. */
export function isVisible(text: string): boolean {
  return visible.test(text)
}

/** Whether it can stand in one line on everybody's screen. */
export function isPrintable(text: string): boolean {
  return isVisible(text) && !unprintable.test(text)
}

/** The beginning of it, at most so many UTF-16 units long; no character is halved. */
export function cutText(text: string, maxLength: number): string {
  return text.slice(0, maxLength).replace(/[\ud800-\udbff]$/, '')
}

/** A display or room name: trimmed, 1 to 80 characters, nothing unprintable. */
export const nameSchema = z
  .string()
  .check(z.maxLength(10_000), z.trim(), z.minLength(1), z.maxLength(maxNameLength), z.refine(isPrintable))

/** What a room is called to which nobody gave a name. @param number counts up from 1 */
export function unnamedRoomName(number: number): string {
  return `Room ${number}`
}

/** The number in a name of {@link unnamedRoomName}, so that pages can say it in their language; undefined for any other name. */
export function unnamedRoomNumber(name: string): number | undefined {
  const digits = /^Room ([1-9]\d{0,5})$/.exec(name)?.[1]
  return digits === undefined ? undefined : Number(digits)
}

/** A round to which nobody gave a name. */
export function unnamedRoundName(number: number): string {
  return `Round ${number}`
}

/** The number in a name of {@link unnamedRoundName}; undefined for any other name. */
export function unnamedRoundNumber(name: string): number | undefined {
  const digits = /^Round ([1-9]\d{0,5})$/.exec(name)?.[1]
  return digits === undefined ? undefined : Number(digits)
}

/** What a meeting is about, or is called: up to 200 characters. */
export const subjectSchema = z
  .string()
  .check(z.maxLength(10_000), z.trim(), z.minLength(1), z.maxLength(200), z.refine(isPrintable))

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
  'external_api.d.ts',
  'libs',
])

/**
 * Turns what someone typed or a decoded path into a meeting id: NFC, trimmed, lower-cased, spaces to hyphens; before a slash there may be a
 * tenant, by the same rules.
 * @returns undefined when nothing valid is left: letters, digits, `-`, `_`, `.` only, at most 100 characters, not one of our own paths.
 */
export function parseMeetingName(input: string): MeetingId | undefined {
  if (input.length > 8 * maxMeetingNameLength) return undefined
  const names = input.split('/').map(parseOneName)
  if (names.length > 2 || names.includes(undefined)) return undefined
  return names.join('/') as MeetingId
}

function parseOneName(input: string): string | undefined {
  if (input.length > 4 * maxMeetingNameLength) return undefined
  const name = input.normalize('NFC').trim().toLowerCase().replace(/\s+/g, '-')
  if (name.length === 0 || name.length > maxMeetingNameLength) return undefined
  return /^[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}._-]*$/u.test(name) && !reservedNames.has(name) ? name : undefined
}

/** Characters that links to Jitsi meetings may have and names have not. */
const unnamed = /[:?#[\]@!$&'()*+,;=></"]/g

/** The meeting that a page's path names, as links to Jitsi meetings are read: what cannot be in a name is left out. */
export function meetingOfPath(path: string): MeetingId | undefined {
  return parseMeetingName(
    decodedPath(path)
      .map((part) => part.replace(unnamed, ''))
      .join('/'),
  )
}

/** Segments of a path as people would write them. */
export function decodedPath(path: string): readonly string[] {
  return path
    .replace(/^\/+|\/+$/g, '')
    .split('/')
    .map((part) => {
      try {
        return decodeURIComponent(part)
      } catch {
        return part
      }
    })
}

/** The path of a meeting's page. */
export function pathOfMeeting(meetingId: MeetingId): string {
  return `/${meetingId.split('/').map(encodeURIComponent).join('/')}`
}
