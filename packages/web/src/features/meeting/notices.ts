// SPDX-License-Identifier: Apache-2.0
// What stands in the strip above the tiles. Lasting ones follow from the state of things; passing ones tell what just happened.
import type { FailureCode, MeetingSnapshot } from '@alcove/client'
import type { LocalMediaSnapshot } from '../../devices/LocalMedia.ts'
import { t } from '../../i18n/texts.ts'

export type NoticeTone = 'info' | 'busy' | 'warn' | 'error'
export type NoticeAction = 'turn-sound-on' | 'stop-sharing'

export interface Notice {
  readonly id: string
  readonly tone: NoticeTone
  readonly text: string
  readonly more?: string
  readonly action?: NoticeAction
  /** Buttons of a host page, in its words. */
  readonly hostActions?: readonly HostAction[]
}

export interface HostAction {
  readonly id: string
  readonly label: string
}

export function toActionWords(action: NoticeAction): string {
  return action === 'turn-sound-on' ? t('meeting.turnSoundOn') : t('meeting.stopSharingShort')
}

export interface LastingInput {
  readonly state: MeetingSnapshot['state']
  readonly mediaState: MeetingSnapshot['mediaState']
  readonly soundBlocked: boolean
  readonly local: LocalMediaSnapshot
  readonly ownLine?: 'good' | 'weak'
}

export function toLastingNotices({ state, mediaState, soundBlocked, local, ownLine }: LastingInput): readonly Notice[] {
  const notices: Notice[] = []
  if (state.status === 'reconnecting') notices.push(toReconnectingNotice(state.code))
  else if (mediaState === 'unsupported')
    notices.push({
      id: 'media-unsupported',
      tone: 'error',
      text: t('meeting.mediaUnsupported'),
      more: t('meeting.mediaUnsupportedMore'),
    })
  else if (mediaState === 'failed') {
    notices.push({
      id: 'media-failed',
      tone: 'busy',
      text: t('meeting.mediaFailed'),
      more: t('meeting.mediaFailedMore'),
    })
  }
  if (ownLine === 'weak' && notices.length === 0)
    notices.push({ id: 'weak', tone: 'warn', text: t('quality.ownWeak'), more: t('quality.ownWeakMore') })
  if (soundBlocked) {
    notices.push({
      id: 'sound',
      tone: 'warn',
      text: t('meeting.soundBlocked'),
      action: 'turn-sound-on',
    })
  }
  if (local.screen)
    notices.push({
      id: 'sharing',
      tone: 'info',
      text: t('meeting.sharing'),
      action: 'stop-sharing',
    })
  return notices
}

function toReconnectingNotice(code: FailureCode): Notice {
  const id = 'reconnecting'
  return code === 'SERVER_STOPPING'
    ? { id, tone: 'busy', text: t('meeting.restarting'), more: t('meeting.restartingMore') }
    : { id, tone: 'busy', text: t('meeting.reconnecting'), more: t('meeting.reconnectingMore') }
}

/** What to say when one's room changed. */
export function toMoveText(roomName: string, isMain: boolean): string {
  return isMain ? t('meeting.nowInMain') : t('meeting.nowInRoom', { room: roomName })
}
