// SPDX-License-Identifier: Apache-2.0
// What is wrong with a typed meeting name, in words.
import { type MeetingId, parseMeetingName } from '@alcove/protocol'

export type CheckedName =
  | { readonly ok: true; readonly meetingId: MeetingId }
  | { readonly ok: false; readonly reason: string }

export function checkMeetingName(typed: string): CheckedName {
  const meetingId = parseMeetingName(typed)
  if (meetingId !== undefined) return { ok: true, meetingId }
  return { ok: false, reason: reasonOf(typed.trim()) }
}

function reasonOf(typed: string): string {
  if (typed === '') return 'Type a name for the meeting.'
  if (typed.length > 100) return 'This name is too long: up to 100 characters.'
  if (!/^[\p{L}\p{N}]/u.test(typed)) return 'Start the name with a letter or a digit.'
  const strange = /[^\p{L}\p{M}\p{N}\s._-]/u.exec(typed)
  if (strange) return `“${strange[0]}” cannot be in a name. Use letters, digits, spaces, hyphens, dots and underscores.`
  return 'The server needs this name for itself. Choose another one.'
}
