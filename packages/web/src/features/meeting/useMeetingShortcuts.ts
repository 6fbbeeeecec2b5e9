// SPDX-License-Identifier: Apache-2.0
// The keys of a meeting: what each does here, as far as one may. As in Jitsi, a key does nothing where its button is left out (but one can always be
// muted), and tells the host page nothing.
import type { LocalMediaSnapshot } from '../../devices/LocalMedia.ts'
import type { BarButton } from '../../state/hiddenControls.ts'
import type { Shortcut } from '../shortcuts/shortcuts.ts'
import { useShortcuts } from '../shortcuts/useShortcuts.ts'
import type { ControlBarProps } from './controlBarProps.ts'
import type { MeetingActions } from './meetingActions.ts'
import type { OpenParts } from './useOpenParts.ts'
import type { OwnMedia } from './useOwnMedia.ts'

export interface MeetingShortcutsInput {
  readonly isOn: boolean
  readonly shows: (button: BarButton) => boolean
  readonly local: LocalMediaSnapshot
  readonly own: OwnMedia
  readonly parts: OpenParts
  readonly look: ControlBarProps['view']
  readonly actions: MeetingActions
}

export function useMeetingShortcuts({ isOn, shows, local, own, parts, look, actions }: MeetingShortcutsInput): void {
  const { running, gates } = own
  const { paneOpen, chatOpen, board } = parts
  const mayTalk = gates.audio === 'free' && !local.microphone.wanted && local.microphone.problem === undefined
  useShortcuts(isOn, {
    run: (shortcut) => {
      const run: Readonly<Record<Shortcut, () => void>> = {
        microphone: () =>
          (gates.audio === 'free' || running.microphone) && actions.setOn('microphone', !running.microphone),
        camera: () => (gates.video === 'free' || running.camera) && actions.setOn('camera', !running.camera),
        share: () => shows('desktop') && gates.video === 'free' && own.toggleSharing?.(),
        pane: () => !board && shows('participants-pane') && parts.openPane(!paneOpen),
        board: () => parts.toggleBoard?.(),
        chat: () => shows('chat') && parts.openChat(!chatOpen),
        layout: look.toggleLayout,
        fullscreen: () => shows('fullscreen') && look.fullscreen?.toggle(),
        help: look.showShortcuts,
      }
      run[shortcut]()
    },
    startTalking: mayTalk ? () => actions.setOn('microphone', true) : undefined,
    stopTalking: () => actions.setOn('microphone', false),
  })
}
