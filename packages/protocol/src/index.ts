// SPDX-License-Identifier: Apache-2.0
// Entry of the wire contract: everything that crosses between a client and the server, and nothing else.
export { type AnnouncementView, type AnnounceTo, announceToSchema } from './announcements.ts'
export { type ChatMessage, type ChatTarget, chatTextSchema, maxChatPage, maxChatTextLength } from './chat.ts'
export { type ReportTable, type ReportWords, reportTables, writeReport } from './csv/reportCsv.ts'
export { toReportNames } from './csv/reportNames.ts'
export {
  maxRosterRows,
  type Roster,
  type RosterFault,
  type RosterPerson,
  type RosterProblem,
  readRoster,
  writeRoster,
} from './csv/rosterCsv.ts'
export { writeCsv } from './csv/writeCsv.ts'
export { errorFamilies, isApiErrorCode, isErrorCode } from './errorFamilies.ts'
export {
  type ApiErrorCode,
  type ErrorCode,
  type ErrorFamily,
  errorRegistry,
  type RejectionCode,
  type WireError,
} from './errors.ts'
export { maxGlances } from './glance.ts'
export {
  type AssignmentPreview,
  type GroupedPeople,
  type GroupingWishes,
  groupedPeopleSchema,
  groupingWishesSchema,
  groupsSchema,
  maxRounds,
  type RoomGroup,
  type RoundId,
  type RoundsProgress,
  type RoundView,
} from './grouping.ts'
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
  roomIdSchema,
} from './ids.ts'
export type { MediaObject } from './mediaObject.ts'
export type { ConsumerOffer, Handshake, PartSnapshot, ServerMessage } from './messages.ts'
export {
  type AskingView,
  type Invitable,
  invitableSchema,
  kindSchema,
  type OwnMediaView,
  type Stoppable,
  stopOf,
  stoppableSchema,
  type Whom,
  whomSchema,
} from './moderation.ts'
export {
  cutText,
  decodedPath,
  maxNameLength,
  meetingOfPath,
  nameSchema,
  parseMeetingName,
  pathOfMeeting,
  subjectSchema,
  unnamedRoomName,
  unnamedRoomNumber,
  unnamedRoundName,
  unnamedRoundNumber,
} from './names.ts'
export { applyPatch, diff, type Json, type JsonObject } from './patch.ts'
export type { PodiumRooms, TakenOffView } from './podium.ts'
export { type Reaction, reactions } from './reactions.ts'
export type {
  IceServer,
  MediaOffer,
  Reply,
  ResultOf,
  SeatReply,
  StoredResult,
  TransportOffer,
} from './replies.ts'
export type {
  AttendanceReport,
  AttendedRoom,
  ReportedAnnouncement,
  ReportedHelp,
  ReportedRound,
} from './report.ts'
export {
  type CommandRequest,
  countdownMsSchema,
  parseRequest,
  type Request,
  type RequestOf,
  type RequestType,
  type ShownItem,
} from './requests.ts'
export { type KnockView, maxRoomPasswordLength, maxTaskLength, roomCapacitySchema, roomTaskSchema } from './rooms.ts'
export {
  attributesSchema,
  avatarSchema,
  claimCodeSchema,
  type DoorView,
  type ExpectedPersonInput,
  type ExpectedView,
  emailSchema,
  expectedPersonSchema,
  type IdentityView,
  type LobbyMessageView,
  lobbyTextSchema,
  maxExpectedAtOnce,
  maxLobbyTextLength,
  moderatorKeySchema,
  type OutsideView,
  passwordSchema,
  userIdSchema,
  type WaitingView,
} from './roster.ts'
export { protocolVersion, supportedProtocolVersions } from './version.ts'
export {
  activityStepMs,
  activitySteps,
  type CountdownView,
  type MediaView,
  type MeetingPart,
  type ModeratorsPart,
  maxLevel,
  type PartKey,
  type PartValue,
  type PersonView,
  type PodiumView,
  type RemovalView,
  type RoomPart,
  type RoomsOff,
  type RoomView,
  roomPartKey,
  type SelfPart,
  type TimerView,
  type TrackState,
} from './views.ts'
export {
  type BeforeModerator,
  beforeModeratorSchema,
  durationMsSchema,
  type Feature,
  features,
  type Kind,
  kindOf,
  type LateJoin,
  lateJoinSchema,
  type Role,
  type RoomsAction,
  roleSchema,
  type SelfMove,
  type Source,
  selfMoveSchema,
  type TimerEnd,
  type ToldOutside,
  timerEndSchema,
  toldOutsideSchema,
} from './vocabulary.ts'
