// SPDX-License-Identifier: Apache-2.0
// The configuration that host pages and addresses may set for one page: which keys, of which kind. Everything else vanishes without a message,
// as in Jitsi. docs/jitsi-compat.md is made of these tables.

/** Kinds of values; a value of another kind counts as not given. */
export interface ConfigKinds {
  readonly flag: boolean
  /** Yes, no, or in part by a word. */
  readonly extent: boolean | string
  readonly number: number
  readonly text: string
  readonly texts: readonly string[]
  /** Names of buttons, or what to do at a click on them. */
  readonly clicks: readonly (string | { readonly key: string; readonly preventExecution: boolean })[]
  readonly buttons: readonly { readonly id: string; readonly text: string; readonly icon: string }[]
}
export type ConfigKind = keyof ConfigKinds

/** Keys of `config` (`configOverwrite`) that this product honours, and the kind of each. What they do stands in configNotes.ts: pages do not load it. */
export const configKeys = {
  'breakoutRooms.enabled': 'flag',
  'breakoutRooms.hideAddRoomButton': 'flag',
  'breakoutRooms.hideAutoAssignButton': 'flag',
  'breakoutRooms.hideJoinRoomButton': 'flag',
  'breakoutRooms.rooms': 'texts',
  hideAddRoomButton: 'flag',
  'participantsPane.enabled': 'flag',
  'participantsPane.hideMoreActionsButton': 'flag',
  'participantsPane.hideMuteAllButton': 'flag',
  'remoteVideoMenu.disabled': 'flag',
  'remoteVideoMenu.disableKick': 'flag',
  'remoteVideoMenu.disableGrantModerator': 'flag',
  'remoteVideoMenu.disableDemote': 'flag',
  'remoteVideoMenu.disablePrivateChat': 'extent',
  disableRemoteMute: 'flag',
  disableSelfDemote: 'flag',
  disableModeratorIndicator: 'flag',
  'prejoinConfig.enabled': 'flag',
  'prejoinConfig.hideDisplayName': 'flag',
  prejoinPageEnabled: 'flag',
  hiddenPremeetingButtons: 'texts',
  startWithAudioMuted: 'flag',
  startWithVideoMuted: 'flag',
  startAudioMuted: 'number',
  startVideoMuted: 'number',
  ignoreStartMuted: 'flag',
  startSilent: 'flag',
  startAudioOnly: 'flag',
  disableInitialGUM: 'flag',
  readOnlyName: 'flag',
  disableProfile: 'flag',
  hideDisplayName: 'flag',
  defaultLocalDisplayName: 'text',
  defaultRemoteDisplayName: 'text',
  toolbarButtons: 'texts',
  buttonsWithNotifyClick: 'clicks',
  participantMenuButtonsWithNotifyClick: 'clicks',
  customToolbarButtons: 'buttons',
  subject: 'text',
  localSubject: 'text',
  hideConferenceSubject: 'flag',
  hideParticipantsStats: 'flag',
  disableSelfView: 'flag',
  'securityUi.hideLobbyButton': 'flag',
  'securityUi.disableLobbyPassword': 'flag',
  hideLobbyButton: 'flag',
  'lobby.enableChat': 'flag',
  'lobby.showHangUp': 'flag',
  enableLobbyChat: 'flag',
  roomPasswordNumberOfDigits: 'number',
  disableChat: 'flag',
  disableReactions: 'flag',
  disableInviteFunctions: 'flag',
  disableShortcuts: 'flag',
  disableTileView: 'flag',
  disableThirdPartyRequests: 'flag',
  'pip.disabled': 'flag',
  'notificationTimeouts.short': 'number',
  'notificationTimeouts.medium': 'number',
  'notificationTimeouts.long': 'number',
  'notificationTimeouts.extraLong': 'number',
  apiLogLevels: 'texts',
  mouseMoveCallbackInterval: 'number',
} as const satisfies Readonly<Record<string, ConfigKind>>

/** Keys of `interfaceConfig` (`interfaceConfigOverwrite`) that this product honours, and what they stand for. */
export const interfaceConfigKeys = {
  TOOLBAR_BUTTONS: 'toolbarButtons',
  DEFAULT_LOCAL_DISPLAY_NAME: 'defaultLocalDisplayName',
  DEFAULT_REMOTE_DISPLAY_NAME: 'defaultRemoteDisplayName',
  DISABLE_PRIVATE_MESSAGES: 'remoteVideoMenu.disablePrivateChat',
} as const satisfies Readonly<Record<string, keyof typeof configKeys>>

/** A key that this product honours. */
export type ConfigName = keyof typeof configKeys

/** The configuration of one page: only what was given, only in its kind. */
export type EmbedConfig = {
  readonly [Name in ConfigName]?: ConfigKinds[(typeof configKeys)[Name]]
}
