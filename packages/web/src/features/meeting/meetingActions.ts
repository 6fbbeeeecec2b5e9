// SPDX-License-Identifier: Apache-2.0
// What the views of a meeting can do: to the meeting and to what is captured here, and what they tell a host page.
import type { ChatTarget, Reaction, ShownItem } from '@alcove/protocol'
import type { DeviceKind } from '../../devices/openDevice.ts'
import type { HelpActions } from '../help/helpActions.ts'
import type { OwnSendingActions } from '../moderation/moderationActions.ts'
import type { ListenToReactions } from '../reactions/useReactions.ts'
import type { RoomsActions } from '../rooms/roomsActions.ts'
import type { TellClick } from './barRules.ts'

export interface MeetingActions {
  readonly setOn: (kind: DeviceKind, on: boolean) => void
  readonly choose: (kind: DeviceKind, deviceId: string) => void
  readonly flipCamera: () => void
  readonly getStats: () => Promise<readonly RTCStatsReport[]>
  readonly shareScreen: () => void
  readonly stopSharing: () => void
  readonly ownSending: OwnSendingActions
  readonly show: (items: readonly ShownItem[]) => void
  readonly leave: () => void
  /** Renames oneself. Resolves with what went wrong, in words. */
  readonly renameSelf: (displayName: string) => Promise<string | undefined>
  /** Resolves with whether it was sent; tells by itself why not. */
  readonly sendMessage: (to: ChatTarget, text: string) => Promise<boolean>
  /** As sendMessage, from the lobby to the moderators. */
  readonly writeFromLobby: (text: string) => Promise<boolean>
  readonly raiseHand: (raised: boolean) => void
  readonly react: (reaction: Reaction) => void
  readonly listenToReactions: ListenToReactions
  readonly help: HelpActions
  readonly rooms: RoomsActions
}

/** What the view tells the host page; nothing where there is none. */
export interface HostVoice {
  readonly click: TellClick
  /** A button that the host page put on a notice. */
  readonly noticeAction: (id: string) => void
}
