// SPDX-License-Identifier: Apache-2.0
// What is wrong with a typed meeting name, in words.
import { type MeetingId, parseMeetingName } from '@alcove/protocol'
import { t } from '../../i18n/texts.ts'

export type CheckedName =
  | { readonly ok: true; readonly meetingId: MeetingId }
  | { readonly ok: false; readonly reason: string }

export function checkMeetingName(typed: string): CheckedName {
  // Tenants come by links; nobody types them here.
  const meetingId = typed.includes('/') ? undefined : parseMeetingName(typed)
  if (meetingId !== undefined) return { ok: true, meetingId }
  return { ok: false, reason: reasonOf(typed.trim()) }
}

function reasonOf(typed: string): string {
  if (typed === '') return t('welcome.nameEmpty')
  if (typed.length > 100) return t('welcome.nameTooLong')
  if (!/^[\p{L}\p{N}]/u.test(typed)) return t('welcome.nameStart')
  const strange = /[^\p{L}\p{M}\p{N}\s._-]/u.exec(typed)
  if (strange) return t('welcome.nameStrange', { letter: strange[0] })
  return t('welcome.nameTaken')
}
