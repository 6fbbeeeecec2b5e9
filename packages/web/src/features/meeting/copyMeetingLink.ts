// SPDX-License-Identifier: Apache-2.0
import { t } from '../../i18n/texts.ts'
import { copyText } from '../../ui/copyText.ts'

/** Copies the address by which others come to this meeting. Resolves with whether it could be copied. */
export async function copyMeetingLink(): Promise<boolean> {
  const link = `${location.origin}${location.pathname}`
  if (await copyText(link)) return true
  // Plain http has no clipboard; a dialog with the address can be copied from.
  prompt(t('meeting.linkToCopy'), link)
  return false
}
