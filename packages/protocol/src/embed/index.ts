// SPDX-License-Identifier: Apache-2.0
// Entry of the iframe interface: names, messages, payloads and configuration that the script of host pages and the meeting's page share.

export { commandSupport, type SupportedCommand } from './commandSupport.ts'
export { toCompatPage } from './compatPage.ts'
export { type FragmentParameters, parseFragment, toEmbedConfig } from './config.ts'
export type { ConfigKinds, ConfigName, EmbedConfig } from './configKeys.ts'
export { eventSupport, type SupportedEvent } from './eventSupport.ts'
export { deviceRequestSupport, requestSupport, type SupportedRequest } from './functionSupport.ts'
export {
  type Envelope,
  instanceParameter,
  isRecord,
  isUnsafeKey,
  maxMessageLength,
  type OuterMessage,
  parseEnvelope,
  parseOuterText,
  readyEveryMs,
  type Scope,
  scopePrefix,
  toOuterText,
} from './messages.ts'
export {
  type CommandName,
  commandNames,
  type DeviceRequestName,
  type EventName,
  eventNames,
  innerEventNames,
  type RequestName,
  requestNames,
} from './names.ts'
export type {
  Attendance,
  BreakoutPreview,
  BreakoutRound,
  BreakoutRounds,
  BreakoutState,
  ConnectionStats,
  EmbedDevice,
  EmbedDevices,
  EmbedError,
  EventPayloads,
  ListedParticipant,
  ListedRoom,
  ListedRooms,
  LogLevel,
  MediaType,
  MousePayload,
  ParticipantInfo,
  PodiumSpeaker,
  RoomsInfo,
  RoomsInfoParticipant,
} from './payloads.ts'
export type { Later, Priority, Support, Supported, Unsupported } from './support.ts'
export { Talk, type TalkOptions } from './Talk.ts'
