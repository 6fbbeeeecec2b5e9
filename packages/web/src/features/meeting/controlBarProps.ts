// SPDX-License-Identifier: Apache-2.0
// What the row of controls shows and does. An action that is absent has no control.
import type { Kind } from '@alcove/protocol'
import type { LocalMediaSnapshot } from '../../devices/LocalMedia.ts'
import type { DeviceKind } from '../../devices/openDevice.ts'
import type { MeetingLayout } from '../../state/preferences.ts'
import type { Fullscreen } from '../../state/useFullscreen.ts'
import type { Gate } from '../moderation/ownSending.ts'
import type { BarRules } from './barRules.ts'
import type { PictureInPicture } from './usePictureInPicture.ts'

export interface ControlBarProps {
  readonly local: LocalMediaSnapshot
  /** Where one has to ask before one sends. */
  readonly gates: Readonly<Record<Kind, Gate>>
  readonly peopleCount: number
  /** Undefined: the pane has no place now. */
  readonly paneOpen: boolean | undefined
  /** For moderators. */
  readonly board: { readonly isOpen: boolean; readonly toggle: () => void } | undefined
  readonly handUp: boolean
  /** What the configuration of the page makes of the bar. */
  readonly rules: BarRules
  readonly chat: { readonly isOpen: boolean; readonly unread: number; readonly toggle: () => void }
  readonly reactions: { readonly isOpen: boolean; readonly toggle: () => void }
  readonly view: {
    readonly layout: MeetingLayout
    readonly toggleLayout: () => void
    readonly fullscreen: Fullscreen | undefined
    readonly pictureInPicture: PictureInPicture | undefined
    readonly showSettings: () => void
    readonly showShortcuts: () => void
  }
  readonly actions: {
    readonly setOn: (kind: DeviceKind, on: boolean) => void
    readonly ask: (kind: Kind, asking: boolean) => void
    readonly choose: (kind: DeviceKind, deviceId: string) => void
    readonly flipCamera: (() => void) | undefined
    readonly togglePane: () => void
    readonly toggleSharing: (() => void) | undefined
    readonly backToMain: (() => void) | undefined
    readonly raiseHand: (raised: boolean) => void
    /** Absent in the main room, and while one has asked. */
    readonly askForHelp: (() => void) | undefined
    readonly leave: () => void
  }
}
