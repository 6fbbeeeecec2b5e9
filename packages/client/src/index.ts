// SPDX-License-Identifier: Apache-2.0
// Entry of the SDK.
export type {
  AssignOptions,
  JoinSecrets,
  LobbyTalk,
  LocalTrack,
  MeetingClient,
  MeetingClientOptions,
  MeetingSnapshot,
  MeetingStatus,
  MeetingView,
  MoveOptions,
  NewRoom,
  PageTextListener,
  PlanRoundsOptions,
  PublishOptions,
  ReactionListener,
  RemoteTrack,
  RoomChange,
  RoundContent,
} from './api.ts'
export { type ChatLog, type ThreadKey, threadKeyOf } from './chat/ChatStore.ts'
export { createMeetingClient } from './createMeetingClient.ts'
export { type FailureCode, RequestFailed } from './errors.ts'
export { newClaimCode } from './seat/randomIds.ts'
