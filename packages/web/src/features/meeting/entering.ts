// SPDX-License-Identifier: Apache-2.0
// Going into a meeting with what the link said and what the tab remembers, and what it means when that is refused.
import { type MeetingClient, RequestFailed } from '@alcove/client'
import type { MeetingId } from '@alcove/protocol'
import type { EmbedConfig } from '@alcove/protocol/embed'
import { rememberedTabMedia, type TabMedia } from '../../devices/remembered.ts'
import { dropSecrets, keptSecrets } from '../../state/joinSecrets.ts'
import { preferences } from '../../state/preferences.ts'

/** With what the link said, which is forgotten once it opened the door, or cannot. */
export async function enter(
  client: MeetingClient,
  meetingId: MeetingId,
  displayName: string,
  password?: string,
): Promise<void> {
  try {
    await client.join(displayName, { ...keptSecrets(meetingId), password })
    dropSecrets(meetingId)
  } catch (error) {
    if (isAboutLink(error)) dropSecrets(meetingId)
    throw error
  }
}

/** The password is missing or wrong: another try may help. */
export function isAboutPassword(error: unknown): boolean {
  return error instanceof RequestFailed && (error.code === 'PASSWORD_REQUIRED' || error.code === 'PASSWORD_WRONG')
}

/** The link is worth nothing any more: the next try is by the plain link, as the words to the code say. */
function isAboutLink(error: unknown): boolean {
  const codes: readonly string[] = ['MODERATOR_KEY_WRONG', 'CLAIM_UNKNOWN', 'CLAIM_EXPIRED', 'CLAIM_USED']
  return error instanceof RequestFailed && codes.includes(error.code)
}

/** Whether the name can be typed before entering: one is needed in any case. */
export function toNameRule(config: EmbedConfig, name: string): 'open' | 'fixed' | 'hidden' {
  if (name === '') return 'open'
  if (config['prejoinConfig.hideDisplayName']) return 'hidden'
  return config.readOnlyName ? 'fixed' : 'open'
}

export const nothingOn: TabMedia = { microphone: 'off', camera: 'off' }

/** As the tab was; else as the person likes to begin. */
export function wantedMedia(): TabMedia {
  return rememberedTabMedia() ?? { microphone: preferences().joinMuted ? 'muted' : 'on', camera: 'on' }
}
