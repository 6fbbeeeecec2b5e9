// SPDX-License-Identifier: Apache-2.0
// The configuration that host pages and addresses may set for one page: which keys, of which kind. Everything else vanishes without a message,
// as in Jitsi. docs/jitsi-compat.md is made of these tables.

/** Kinds of values; a value of another kind counts as not given. */
export interface ConfigKinds {
  readonly flag: boolean
  readonly number: number
  readonly text: string
  readonly texts: readonly string[]
  /** Names of buttons, or what to do at a click on them. */
  readonly clicks: readonly (string | { readonly key: string; readonly preventExecution: boolean })[]
  readonly buttons: readonly { readonly id: string; readonly text: string; readonly icon: string }[]
}
export type ConfigKind = keyof ConfigKinds

interface ConfigKey {
  readonly kind: ConfigKind
  readonly note: string
}

function key<Kind extends ConfigKind>(kind: Kind, note: string): { readonly kind: Kind; readonly note: string } {
  return { kind, note }
}

/** Keys of `config` (`configOverwrite`) that this product honours. */
export const configKeys = {
  'breakoutRooms.enabled': key(
    'flag',
    '`false`: this page shows no rooms and refuses the commands for them. What holds for a meeting is the server’s.',
  ),
  'breakoutRooms.hideAddRoomButton': key('flag', 'Commands still work.'),
  'breakoutRooms.hideAutoAssignButton': key('flag', 'Commands still work.'),
  'breakoutRooms.hideJoinRoomButton': key('flag', 'For moderators too.'),
  'breakoutRooms.rooms': key(
    'texts',
    'Beyond Jitsi: names of rooms to create when a moderator joins a meeting without rooms.',
  ),
  hideAddRoomButton: key('flag', 'Old name of `breakoutRooms.hideAddRoomButton`.'),
  'participantsPane.enabled': key('flag', '`false`: no pane of rooms and people.'),
  'participantsPane.hideMoreActionsButton': key('flag', 'Hides the menu that concerns everybody.'),
  'participantsPane.hideMuteAllButton': key('flag', 'Hides muting for a room or everybody.'),
  'remoteVideoMenu.disabled': key('flag', 'No menus of people.'),
  'remoteVideoMenu.disableKick': key('flag', ''),
  'remoteVideoMenu.disableGrantModerator': key('flag', ''),
  'remoteVideoMenu.disablePrivateChat': key('flag', ''),
  disableRemoteMute: key('flag', 'Nobody is muted by a click on this page.'),
  'prejoinConfig.enabled': key('flag', '`false`: joins at once, under the name of `userInfo` or the remembered one.'),
  prejoinPageEnabled: key('flag', 'Old name of `prejoinConfig.enabled`.'),
  startWithAudioMuted: key('flag', ''),
  startWithVideoMuted: key('flag', ''),
  startAudioMuted: key('number', 'Who comes after so many people starts muted.'),
  startVideoMuted: key('number', 'Who comes after so many people starts without camera.'),
  startSilent: key('flag', 'No sound in or out.'),
  startAudioOnly: key('flag', 'Begins as after `setAudioOnly`.'),
  disableInitialGUM: key('flag', 'No device is opened until somebody switches it on.'),
  readOnlyName: key('flag', 'A name that is given cannot be changed before joining.'),
  defaultLocalDisplayName: key('text', 'The suffix of the own name in `formattedDisplayName`; `me` without it.'),
  defaultRemoteDisplayName: key('text', ''),
  toolbarButtons: key(
    'texts',
    'Buttons of the control bar: `microphone`, `camera`, `desktop`, `raisehand`, `reactions`, `participants-pane`, `chat`, `hangup`; others are ignored.',
  ),
  buttonsWithNotifyClick: key('clicks', 'The buttons named above.'),
  participantMenuButtonsWithNotifyClick: key(
    'clicks',
    'Entries of the menus of people: `allow-video`, `ask-unmute`, `grant-moderator`, `kick`, `mute`, `mute-video`, `send-participant-to-room`.',
  ),
  customToolbarButtons: key('buttons', '`icon` is an address of a picture (`data:` or of the same server).'),
  subject: key('text', 'Becomes the subject for everybody once one is moderator.'),
  localSubject: key('text', 'What this page shows as the title of the meeting.'),
  hideConferenceSubject: key('flag', ''),
  hideParticipantsStats: key('flag', 'Hides how many people are there.'),
  disableSelfView: key('flag', 'Hides the own picture while others are there.'),
  'securityUi.hideLobbyButton': key('flag', 'Commands still work.'),
  'securityUi.disableLobbyPassword': key('flag', 'Hides setting a password; commands still work.'),
  hideLobbyButton: key('flag', 'Old name of `securityUi.hideLobbyButton`.'),
  disableChat: key('flag', 'Hides the chat; commands still work.'),
  disableReactions: key('flag', 'Hides the button; reactions of others still show.'),
  disableInviteFunctions: key('flag', 'Hides copying the link.'),
  apiLogLevels: key('texts', 'Of `log`: `trace`, `debug`, `info`, `log`, `warn`, `error`.'),
  mouseMoveCallbackInterval: key('number', 'ms between two `mouseMove`.'),
} as const satisfies Readonly<Record<string, ConfigKey>>

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
  readonly [Name in ConfigName]?: ConfigKinds[(typeof configKeys)[Name]['kind']]
}

/** Keys of Jitsi's list for which there is no feature yet; they are ignored. */
export const configLater = {
  'participantsPane.hideModeratorSettingsTab': 'settings of moderators have no page of their own',
  disableModeratorIndicator: 'moderators are always marked',
  'prejoinConfig.hideDisplayName': 'a name is needed to join',
  'prejoinConfig.hideExtraJoinButtons': 'there is one way to join',
  hiddenPremeetingButtons: 'the page before joining has microphone and camera only',
  startScreenSharing: 'browsers want a click before a screen is shared',
  requireDisplayName: 'a name is always needed',
  'lobby.autoKnock': 'who joins a meeting with a lobby knocks by it',
  'lobby.enableChat': 'who waits can always write to the moderators',
  'lobby.showHangUp': 'the lobby can always be left',
  roomPasswordNumberOfDigits: 'passwords are any words',
  disableTileView: 'everybody chooses their layout',
  tileView: 'tiles are as large as fits',
  notifications: 'notifications have no keys',
  disabledNotifications: 'notifications have no keys',
  disabledSounds: 'there are no sounds yet',
  recordingService: 'recording comes with a later version',
  recordings: 'recording comes with a later version',
  localRecording: 'recording comes with a later version',
  transcription: 'there is no transcription',
  resolution: 'quality follows the size of the pictures',
  channelLastN: 'what is received follows what is shown',
  notifyOnConferenceDestruction: 'the page always says that the meeting has ended',
  useHostPageLocalStorage: 'nothing is kept in host pages',
} as const satisfies Readonly<Record<string, string>>
