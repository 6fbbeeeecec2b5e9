// SPDX-License-Identifier: Apache-2.0
// Entry of the pure core.

export {
  findPreviewTask,
  findTask,
  isPlanned,
  needsSearch,
  type PlannedCommand,
  type PreviewFound,
  type PreviewQuestion,
  toPreview,
} from './breakout/findTask.ts'
export { toPlan } from './breakout/groupingTask.ts'
export type { Room } from './breakout/room.ts'
export { type PublicMessage, publicMessageOf } from './chat/publicMessage.ts'
export { type HistoryPage, type HistoryQuery, messagesBetween, readHistory } from './chat/readMessages.ts'
export type { Command, CommandOf, Grant, MeetingSettings, NewDoor, PasswordCheck, RoomProperties } from './commands.ts'
export { decide, firstOutcome } from './decide.ts'
export { outsideView } from './door/toldOutside.ts'
export { type EventOf, type MeetingEvent, personalFields } from './events.ts'
export { evolve, replay } from './evolve.ts'
export { isSendingDenied } from './features/sending.ts'
export { choosePictures, isAnybodyLookingIn } from './glance/pictures.ts'
export { groupPeople } from './grouping/groupPeople.ts'
export type { Grouped, GroupingTask } from './grouping/task.ts'
export { InvariantError } from './invariant.ts'
export { assertInvariants } from './invariants.ts'
export { changedBetween } from './media/changedBetween.ts'
export { withHeard } from './media/loudness.ts'
export { mayReceive } from './media/mayReceive.ts'
export { maySend } from './media/maySend.ts'
export { mediaPlan } from './media/mediaPlan.ts'
export { emptyMoment, type Moment, type Pictures, type SentTrack, type Speaker } from './media/moment.ts'
export type { MediaPlan, ProducerRef, Wanted } from './media/plan.ts'
export { speakingGapMs, speakingNow, updateSpeakers } from './media/speakers.ts'
export { decideSendPageText, pageTextRate } from './page-texts/sendPageText.ts'
export { toPermissionsPage } from './permissions/permissionsPage.ts'
export { nextDueAt } from './presence/nextDueAt.ts'
export { retentionMs } from './presence/retention.ts'
export { decideReact, reactionRate } from './reactions/react.ts'
export { type Accepted, accept, type Decision, type Rejected, reject } from './rejections.ts'
export {
  type ReportDecision,
  readKeptReport,
  readReport,
  toReportedHelp,
  toReportedRound,
} from './report/report.ts'
export { withoutPerson } from './roster/forget.ts'
export type { Identity } from './roster/identity.ts'
export { findSeatByToken, isActive, isAround, isConnected, isForgotten, isPresent, isWaiting } from './seats.ts'
export { fromSnapshot, toSnapshot } from './snapshot.ts'
export { lastHeard, leaversOf } from './speaking/countSpeaking.ts'
export { addHeard, type HeardPeople, type Spoken, spokenBy, withoutSpoken } from './speaking/heard.ts'
export {
  type EndedMeeting,
  type KeptMeeting,
  type MeetingState,
  newMeeting,
  type Outcome,
  type Presence,
  type RunningMeeting,
  type Seat,
  stateVersion,
} from './state.ts'
export {
  type Counted,
  isCountedSame,
  meetingPart,
  moderatorsPart,
  partsFor,
  roomPart,
  selfPart,
} from './views/parts.ts'
