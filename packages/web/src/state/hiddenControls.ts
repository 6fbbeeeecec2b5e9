// SPDX-License-Identifier: Apache-2.0
// Which controls a page leaves out because its configuration says so. Rights are another matter: those are the server's.
import type { ConfigKinds, EmbedConfig } from '@alcove/protocol/embed'

/** What can be left out of the pane of rooms and people. */
export type HiddenControl =
  | 'rooms'
  | 'add-room'
  | 'split'
  | 'join'
  | 'meeting-menu'
  | 'mute-all'
  | 'person-menu'
  | 'mute-person'
  | 'remove-person'
  | 'role'
  | 'demote'
  | 'self-demote'
  | 'moderator-mark'
  | 'lobby'
  | 'password'

export type Hidden = ReadonlySet<HiddenControl>

/** Buttons of the control bar and entries of its menu, by Jitsi's names. */
export type BarButton =
  | 'microphone'
  | 'camera'
  | 'desktop'
  | 'raisehand'
  | 'reactions'
  | 'participants-pane'
  | 'chat'
  | 'hangup'
  | 'invite'
  | 'tileview'
  | 'fullscreen'
  | 'toggle-camera'
  | 'settings'
  | 'shortcuts'

export const nothingHidden: Hidden = new Set()

export function toHidden(config: EmbedConfig): Hidden {
  const on = (name: keyof EmbedConfig) => config[name] === true
  const noRooms = config['breakoutRooms.enabled'] === false
  const hides: Readonly<Record<HiddenControl, boolean>> = {
    rooms: noRooms,
    'add-room': noRooms || on('breakoutRooms.hideAddRoomButton') || on('hideAddRoomButton'),
    split: noRooms || on('breakoutRooms.hideAutoAssignButton'),
    join: noRooms || on('breakoutRooms.hideJoinRoomButton'),
    'meeting-menu': on('participantsPane.hideMoreActionsButton'),
    'mute-all': on('participantsPane.hideMuteAllButton') || on('disableRemoteMute'),
    'person-menu': on('remoteVideoMenu.disabled'),
    'mute-person': on('disableRemoteMute'),
    'remove-person': on('remoteVideoMenu.disableKick'),
    role: on('remoteVideoMenu.disableGrantModerator'),
    demote: on('remoteVideoMenu.disableDemote'),
    'self-demote': on('disableSelfDemote'),
    'moderator-mark': on('disableModeratorIndicator'),
    lobby: on('securityUi.hideLobbyButton') || on('hideLobbyButton'),
    password: on('securityUi.disableLobbyPassword'),
  }
  const names = Object.entries(hides).filter(([, hidden]) => hidden)
  return names.length === 0 ? nothingHidden : new Set(names.map(([name]) => name as HiddenControl))
}

/** What hides single buttons, whatever the list of buttons says. */
const hiddenBy: Readonly<Partial<Record<BarButton, (config: EmbedConfig) => boolean | undefined>>> = {
  chat: (config) => config.disableChat,
  reactions: (config) => config.disableReactions,
  'participants-pane': (config) => config['participantsPane.enabled'] === false,
  invite: (config) => config.disableInviteFunctions,
  tileview: (config) => config.disableTileView,
  shortcuts: (config) => config.disableShortcuts,
}

/** Whether a button of the control bar shows. */
export function showsButton(config: EmbedConfig, button: BarButton): boolean {
  return !hiddenBy[button]?.(config) && (config.toolbarButtons?.includes(button) ?? true)
}

/** Whom one may begin to write to alone, by a click. */
export function privateChatOf(config: EmbedConfig): 'everybody' | 'moderators' | 'nobody' {
  const extent = config['remoteVideoMenu.disablePrivateChat']
  if (extent === true || extent === 'all') return 'nobody'
  return extent === 'allow-moderator-chat' ? 'moderators' : 'everybody'
}

/** What a click does besides, or instead of, what it always does. */
export interface ClickRule {
  readonly tell: boolean
  readonly prevent: boolean
}

/** @param rules as `buttonsWithNotifyClick` and its like have them */
export function clickRuleOf(rules: ConfigKinds['clicks'] | undefined, key: string): ClickRule {
  const rule = rules?.find((one) => (typeof one === 'string' ? one : one.key) === key)
  if (rule === undefined) return { tell: false, prevent: false }
  return { tell: true, prevent: typeof rule === 'string' || rule.preventExecution }
}
