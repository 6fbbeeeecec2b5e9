// SPDX-License-Identifier: Apache-2.0
// Entry of the wire contract: everything that crosses between a client and the server, and nothing else.
export type { AnnouncementView, AnnounceTo } from './announcements.ts'
export { type ChatMessage, type ChatTarget, maxChatPage, maxChatTextLength } from './chat.ts'
export {
  type ErrorCode,
  type ErrorFamily,
  errorRegistry,
  isErrorCode,
  type RejectionCode,
  type WireError,
} from './errors.ts'
export type { HandView } from './hands.ts'
export { type HelpView, maxHelpTextLength, type OwnHelpView } from './help.ts'
export {
  type Actor,
  type CommandId,
  type MeetingId,
  mainRoomId,
  operator,
  type ParticipantId,
  participantIdSchema,
  type ResumeToken,
  type RoomId,
  resumeTokenSchema,
} from './ids.ts'
export type { MediaObject } from './mediaObject.ts'
export type { ConsumerOffer, Handshake, PartSnapshot, ServerMessage } from './messages.ts'
export {
  type AskingView,
  type Invitable,
  type OwnMediaView,
  type Stoppable,
  stopOf,
  type Whom,
} from './moderation.ts'
export {
  decodedPath,
  maxNameLength,
  meetingOfPath,
  nameSchema,
  parseMeetingName,
  pathOfMeeting,
} from './names.ts'
export { applyPatch, diff, type Json, type JsonObject } from './patch.ts'
export type {
  IceServer,
  MediaOffer,
  Reply,
  ResultOf,
  SeatReply,
  StoredResult,
  TransportOffer,
} from './replies.ts'
export type { AttendanceReport, AttendedRoom } from './report.ts'
export {
  type CommandRequest,
  parseRequest,
  type Request,
  type RequestOf,
  type RequestType,
  type ShownItem,
} from './requests.ts'
export { protocolVersion, supportedProtocolVersions } from './version.ts'
export {
  type CountdownView,
  type MediaView,
  type MeetingPart,
  type ModeratorsPart,
  type PartKey,
  type PartValue,
  type PersonView,
  type RoomPart,
  type RoomView,
  roomPartKey,
  type SelfPart,
  type TimerView,
  type TrackState,
} from './views.ts'
export {
  type Kind,
  kindOf,
  type LateJoin,
  type Role,
  type RoomsAction,
  type SelfMove,
  type Source,
  type TimerEnd,
} from './vocabulary.ts'
