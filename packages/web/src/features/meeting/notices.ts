// SPDX-License-Identifier: Apache-2.0
// What stands in the strip above the tiles. Lasting ones follow from the state of things; passing ones tell what just happened.
import type { MeetingSnapshot } from '@alcove/client'
import type { LocalMediaSnapshot } from '../../devices/LocalMedia.ts'

export type NoticeTone = 'info' | 'busy' | 'warn' | 'error'
export type NoticeAction = 'turn-sound-on' | 'stop-sharing'

export interface Notice {
  readonly id: string
  readonly tone: NoticeTone
  readonly text: string
  readonly more?: string
  readonly action?: NoticeAction
}

export const actionWords: Readonly<Record<NoticeAction, string>> = {
  'turn-sound-on': 'Turn sound on',
  'stop-sharing': 'Stop sharing',
}

export interface LastingInput {
  readonly state: MeetingSnapshot['state']
  readonly mediaState: MeetingSnapshot['mediaState']
  readonly soundBlocked: boolean
  readonly local: LocalMediaSnapshot
}

export function toLastingNotices({ state, mediaState, soundBlocked, local }: LastingInput): readonly Notice[] {
  const notices: Notice[] = []
  if (state.status === 'reconnecting')
    notices.push({ id: 'reconnecting', tone: 'busy', text: 'Connection lost. Trying again…' })
  else if (mediaState === 'failed') {
    notices.push({
      id: 'media-failed',
      tone: 'busy',
      text: 'Sound and picture do not get through. Trying again…',
      more: 'If it stays like this, a firewall may be in the way.',
    })
  }
  if (soundBlocked) {
    notices.push({
      id: 'sound',
      tone: 'warn',
      text: 'Your browser holds the sound back until you say so.',
      action: 'turn-sound-on',
    })
  }
  if (local.screen)
    notices.push({
      id: 'sharing',
      tone: 'info',
      text: 'You are sharing your screen with this room.',
      action: 'stop-sharing',
    })
  return notices
}

/** What to say when one's room changed. */
export function toMoveText(roomName: string, isMain: boolean): string {
  return isMain ? 'You are back in the main room' : `You are in ${roomName} now`
}
