// SPDX-License-Identifier: Apache-2.0
// What this product answers to each function that asks the page. The page must answer exactly those that are supported (its types see to it),
// and docs/jitsi-compat.md is made of this table.
import type { DeviceRequestName, RequestName } from './names.ts'
import { later, type Support, type SupportedIn, supported, unsupported } from './support.ts'

export const requestSupport = {
  captureCameraPicture: unsupported('P2', 'pictures of the camera are not handed out'),
  captureLargeVideoScreenshot: unsupported('P1', 'pictures of people are not handed out'),
  getConnectionStats: supported(
    'P1',
    '{connectionQuality, jvbRTT, bridgeCount, bandwidth, bitrate, packetLoss, codec, framerate, framesDecoded, resolution, transport}',
    'Of one second after the question. There are no `serverRegion` and no `maxEnabledResolution`.',
  ),
  getContentSharingParticipants: supported('P1', '{sharingParticipantIds}'),
  getCustomAvatarBackgrounds: unsupported('P2', 'there are no avatar backgrounds'),
  getDeploymentInfo: supported('P1', '{}', 'Always empty.'),
  getLivestreamUrl: later('P1', 'there is no live streaming'),
  getRoomsInfo: supported('P0', '{rooms}', 'Rooms also have their `name`.'),
  getSessionId: supported('P0', 'string', 'Differs per room.'),
  getSharedDocumentUrl: unsupported('P2', 'there are no shared documents'),
  invite: unsupported('P2', 'nobody is called by telephone'),
  isAudioAvailable: supported('P0', 'boolean'),
  isAudioDisabled: supported('P1', 'boolean', 'True while one has to ask before one speaks.'),
  isAudioMuted: supported('P0', 'boolean'),
  isModerationOn: supported('P0', "boolean (mediaType = 'audio')"),
  isP2pActive: supported('P1', 'false', 'Media always passes the server.'),
  isParticipantForceMuted: supported('P0', "boolean (participantId, mediaType = 'audio')"),
  isParticipantsPaneOpen: supported('P0', 'boolean'),
  isSharingScreen: supported('P0', 'boolean'),
  isStartSilent: supported('P1', 'boolean'),
  isVideoAvailable: supported('P0', 'boolean'),
  isVideoMuted: supported('P0', 'boolean'),
  listBreakoutRooms: supported('P0', 'map of rooms by id'),
  _isNewElectronScreensharingSupported: unsupported('P2', 'there is no desktop application'),
  _openDesktopPicker: unsupported('P2', 'there is no desktop application'),

  getAttendance: supported(
    'own',
    '{at, people: [{participantId, displayName, role, visits}]}',
    'Who was where from when to when: for moderators.',
  ),
  getBreakoutRounds: supported('own', '{progress?, rounds?}', 'As `breakoutRoundsChanged` tells them.'),
  previewBreakoutAssignment: supported(
    'own',
    '{seed, groups: [{room?, participants}]}',
    'What `assignBreakoutRooms` would do with the same argument; give it the seed to have exactly that.',
  ),
  getBreakoutState: supported(
    'own',
    '{selfMove, lateJoin, roomsOff?, countdown?, timer?, podium, assignments?}',
    'Assignments for moderators only.',
  ),
} as const satisfies Readonly<Record<RequestName, Support>>

/** A function that the page answers. */
export type SupportedRequest = SupportedIn<typeof requestSupport>

export const deviceRequestSupport = {
  getAvailableDevices: supported(
    'P1',
    '{audioInput, audioOutput, videoInput}',
    'Lists of devices with id, kind and label.',
  ),
  getCurrentDevices: supported('P1', '{audioInput, audioOutput, videoInput}'),
  isDeviceChangeAvailable: supported(
    'P1',
    'boolean (deviceType?)',
    'False for `output` where the browser lets nobody choose.',
  ),
  isDeviceListAvailable: supported('P1', 'boolean'),
  isMultipleAudioInputSupported: supported('P1', 'boolean'),
  setDevice: supported(
    'P1',
    'boolean (label, deviceId?)',
    '`setAudioInputDevice`, `setAudioOutputDevice` and `setVideoInputDevice`.',
  ),
} as const satisfies Readonly<Record<DeviceRequestName, Support>>

/** Functions that the script of the host page answers by itself. */
export const scriptFunctionSupport = {
  addEventListener: supported('P0', 'name, listener'),
  addEventListeners: supported('P0', '{name: listener}'),
  dispose: supported('P0', ''),
  executeCommand: supported('P0', 'name, ...args'),
  executeCommands: supported('P0', '{name: value}'),
  getAvatarURL: supported('P0', 'string or undefined (participantId)'),
  getDisplayName: supported('P0', 'string or undefined (participantId)'),
  getEmail: supported('P0', 'string or undefined (participantId)'),
  getIFrame: supported('P0', 'HTMLIFrameElement'),
  getNumberOfParticipants: supported('P0', 'number', 'Over all rooms.'),
  getParticipantsInfo: supported('P0', '[{participantId, displayName, formattedDisplayName, avatarURL, email}]'),
  getSupportedCommands: supported('P0', 'string[]', 'Every name, whether it is supported or not, as in Jitsi.'),
  getSupportedEvents: supported('P0', 'string[]'),
  getVideoQuality: supported('P1', 'number or undefined'),
  isVisitor: supported('P1', 'boolean'),
  pinParticipant: supported('P0', 'participantId?, videoType?'),
  removeEventListener: supported('P0', 'name'),
  removeEventListeners: supported('P0', 'names'),
  resizeLargeVideo: unsupported('P1', 'see the command'),
  sendProxyConnectionEvent: unsupported('P2', 'there is no wireless screen sharing'),
  setLargeVideoParticipant: supported('P1', 'participantId?, videoType?'),
  setMediaEncryptionKey: unsupported('P2', 'there is no end-to-end encryption'),
  setVirtualBackground: supported('P1', 'enabled, picture'),
  hidePiP: supported('P2', ''),
  showPiP: unsupported('P2', 'see the command'),
  startRecording: later('P0', 'see the command'),
  stopRecording: later('P0', 'see the command'),
  toggleE2EE: unsupported('P2', 'there is no end-to-end encryption'),
  updateNumberOfParticipants: supported('P2', 'rooms'),
} as const satisfies Readonly<Record<string, Support>>
