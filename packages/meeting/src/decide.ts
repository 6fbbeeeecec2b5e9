// SPDX-License-Identifier: Apache-2.0
// From a command to events or a rejection: dispatch, and the checks that everything that somebody asks passes first. Rules live in the slices.
import { operator } from '@alcove/protocol'
import { decideAnnounce } from './announcements/announce.ts'
import { decideAutoAssign } from './breakout/autoAssign.ts'
import { decideChangeRoom, decidePlaceRoom } from './breakout/changeRoom.ts'
import { decideCloseRoom } from './breakout/close.ts'
import { decideNameHost } from './breakout/hosts.ts'
import { decideAdmitToRoom, decideKnock } from './breakout/knock.ts'
import { decideMove } from './breakout/move.ts'
import { decideCreateRoom, decideOpenRoom, decideRemoveRoom } from './breakout/rooms.ts'
import { decideSeatPeople } from './breakout/seatPeople.ts'
import { decideUndoAssignment } from './breakout/undo.ts'
import { decideSendMessage } from './chat/sendMessage.ts'
import type { Command } from './commands.ts'
import { decideAssign } from './conduct/assign.ts'
import { decideCancelCountdown, decideCloseAllRooms, decideOpenAllRooms } from './conduct/countdown.ts'
import { decideChangeLateJoin } from './conduct/lateJoin.ts'
import { decideExtendTimer, decideStartTimer, decideStopTimer } from './conduct/timer.ts'
import { decideAdmitPeople } from './door/admission.ts'
import {
  decideChangeBeforeModerator,
  decideChangeLobby,
  decideChangePassword,
  decideChangeToldOutside,
  decidePrepareMeeting,
  decideSetModeratorKey,
} from './door/decideDoor.ts'
import { decideLimitPeople } from './door/limit.ts'
import { decideAnswerInLobby, decideWriteFromLobby } from './door/lobbyTalk.ts'
import { releasedAfter } from './door/releasedAfter.ts'
import { refusedByToken } from './features/features.ts'
import { decideChangeGlancePolicy, decideStartGlance, decideStopGlance } from './glance/glance.ts'
import { decideLowerHands, decideRaiseHand } from './hands/hands.ts'
import {
  decideAnswerHelp,
  decideAskForHelp,
  decideReturnFromHelp,
  decideTakeHelp,
  decideWithdrawHelp,
} from './help/help.ts'
import { assertNever } from './invariant.ts'
import { decideDeleteMeeting, decideEndMeeting } from './moderation/end.ts'
import { decideAllowMedia, decideAskToSend, decideSetMustAsk } from './moderation/mustAsk.ts'
import { decideChangePolicy } from './moderation/policy.ts'
import { decideRemoveParticipant } from './moderation/remove.ts'
import { decideChangeRole } from './moderation/roles.ts'
import { decideDeclineInvitation, decideInviteToStart, decideStartMedia, decideStopMedia } from './moderation/stop.ts'
import { decideChangeAvatar } from './naming/avatar.ts'
import { decideChangeSubject, decideRenameParticipant } from './naming/naming.ts'
import { type ActorCommand, type Asker, isAllowed, isAllowedToHost } from './permissions/permissions.ts'
import { decideEndPodium, decideLeavePodium, decideTakePodium } from './podium/podium.ts'
import { decideLoseConnection, decideRestartClocks } from './presence/connection.ts'
import { decideJoin } from './presence/join.ts'
import { decideLeave } from './presence/leave.ts'
import { decidePassTime } from './presence/passTime.ts'
import { decideResume } from './presence/resume.ts'
import { decideChangeRetention, decideShortenRetention } from './presence/retention.ts'
import { type Decision, reject } from './rejections.ts'
import { decideAllowRooms, refusedWithoutRooms } from './rooms-switch/roomsSwitch.ts'
import { decideExpectPeople, decideRenewClaim } from './roster/expect.ts'
import { decideForgetPerson } from './roster/forget.ts'
import { decideAssignInRound, decideChangeRound, decideRemoveRound, decideReorderRounds } from './rounds/editRounds.ts'
import { decideAddRound, decidePlanRounds } from './rounds/planRounds.ts'
import { decideStartNextRound } from './rounds/startRound.ts'
import { isPresent, isWaiting } from './seats.ts'
import { decideCountSpeaking } from './speaking/countSpeaking.ts'
import type { MeetingState, Outcome, RunningMeeting } from './state.ts'

export function decide(state: MeetingState, command: Command): Decision {
  const decision = 'by' in command ? decideForActor(state, command) : decideForSystem(state, command)
  return decision.ok
    ? { ...decision, events: [...decision.events, ...releasedAfter(state, decision.events, command.at)] }
    : decision
}

/** What the command was answered when it was accepted before. */
export function firstOutcome(state: MeetingState, { by, commandId }: ActorCommand): Outcome | undefined {
  if (state.status !== 'running') return undefined
  return state.outcomes.get(by)?.find((outcome) => outcome.commandId === commandId)
}

function decideForSystem(state: MeetingState, command: Exclude<Command, ActorCommand>): Decision {
  if (command.type === 'JoinMeeting') return decideJoin(state, command)
  if (state.status !== 'running') return reject('MEETING_UNKNOWN')
  switch (command.type) {
    case 'ResumeSeat':
      return decideResume(state, command)
    case 'LoseConnection':
      return decideLoseConnection(state, command)
    case 'PassTime':
      return decidePassTime(state, command)
    case 'RestartClocks':
      return decideRestartClocks(state, command)
    case 'CountSpeaking':
      return decideCountSpeaking(state, command)
    default:
      return assertNever(command)
  }
}

function decideForActor(state: MeetingState, command: ActorCommand): Decision {
  if (command.type === 'PrepareMeeting' && state.status === 'new')
    return command.by === operator ? decidePrepareMeeting(state, command) : reject('SEAT_UNKNOWN')
  if (state.status !== 'running') return reject('MEETING_UNKNOWN')
  const seat = command.by === operator ? undefined : state.seats.get(command.by)
  if (command.by !== operator && !seat) return reject('SEAT_UNKNOWN')
  // Before all else: whoever left may still resend the command by which they did.
  const first = firstOutcome(state, command)
  if (first) return { ok: true, events: [], result: first.result, repeated: true }
  if (seat && !isPresent(seat) && !(isWaiting(seat) && isForWaiting(command))) return reject('NOT_JOINED')
  const asker: Asker = { role: seat?.role ?? operator, selfMove: state.selfMove }
  const isHosting = seat !== undefined && isAllowedToHost(state, seat, command)
  if (!isAllowed(asker, command) && !isHosting) return reject('PERMISSION_DENIED')
  return refusedByToken(seat, command) ?? refusedWithoutRooms(state, command) ?? decideAllowed(state, command)
}

/** What people in the lobby may do. */
function isForWaiting({ type }: ActorCommand): boolean {
  return type === 'LeaveMeeting' || type === 'WriteFromLobby'
}

function decideAllowed(state: RunningMeeting, command: ActorCommand): Decision {
  switch (command.type) {
    case 'LeaveMeeting':
      return decideLeave(state, command)
    case 'PrepareMeeting':
      return decidePrepareMeeting(state, command)
    case 'SetModeratorKey':
      return decideSetModeratorKey(state, command)
    case 'ChangeLobby':
      return decideChangeLobby(state, command)
    case 'ChangeBeforeModerator':
      return decideChangeBeforeModerator(state, command)
    case 'ChangeToldOutside':
      return decideChangeToldOutside(state, command)
    case 'ChangePassword':
      return decideChangePassword(state, command)
    case 'WriteFromLobby':
      return decideWriteFromLobby(state, command)
    case 'AnswerInLobby':
      return decideAnswerInLobby(state, command)
    case 'AdmitPeople':
      return decideAdmitPeople(state, command)
    case 'ExpectPeople':
      return decideExpectPeople(state, command)
    case 'RenewClaim':
      return decideRenewClaim(state, command)
    case 'ForgetPerson':
      return decideForgetPerson(state, command)
    case 'DeleteMeeting':
      return decideDeleteMeeting(state, command)
    case 'ChangeRetention':
      return decideChangeRetention(state, command)
    case 'ShortenRetention':
      return decideShortenRetention(state, command)
    case 'ChangePolicy':
      return decideChangePolicy(state, command)
    case 'ChangeRole':
      return decideChangeRole(state, command)
    case 'RenameParticipant':
      return decideRenameParticipant(state, command)
    case 'ChangeAvatar':
      return decideChangeAvatar(state, command)
    case 'ChangeSubject':
      return decideChangeSubject(state, command)
    case 'MoveParticipant':
      return decideMove(state, command)
    case 'CreateRoom':
      return decideCreateRoom(state, command)
    case 'RemoveRoom':
      return decideRemoveRoom(state, command)
    case 'OpenRoom':
      return decideOpenRoom(state, command)
    case 'CloseRoom':
      return decideCloseRoom(state, command)
    case 'CloseAllRooms':
      return decideCloseAllRooms(state, command)
    case 'AutoAssign':
      return decideAutoAssign(state, command)
    case 'SendMessage':
      return decideSendMessage(state, command)
    case 'StopMedia':
      return decideStopMedia(state, command)
    case 'StartMedia':
      return decideStartMedia(state, command)
    case 'InviteToStart':
      return decideInviteToStart(state, command)
    case 'DeclineInvitation':
      return decideDeclineInvitation(state, command)
    case 'SetMustAsk':
      return decideSetMustAsk(state, command)
    case 'AskToSend':
      return decideAskToSend(state, command)
    case 'AllowMedia':
      return decideAllowMedia(state, command)
    case 'RemoveParticipant':
      return decideRemoveParticipant(state, command)
    case 'LimitPeople':
      return decideLimitPeople(state, command)
    case 'EndMeeting':
      return decideEndMeeting(state, command)
    case 'AssignParticipant':
      return decideAssign(state, command)
    case 'OpenAllRooms':
      return decideOpenAllRooms(state, command)
    case 'CancelCountdown':
      return decideCancelCountdown(state, command)
    case 'StartTimer':
      return decideStartTimer(state, command)
    case 'ExtendTimer':
      return decideExtendTimer(state, command)
    case 'StopTimer':
      return decideStopTimer(state, command)
    case 'AllowRooms':
      return decideAllowRooms(state, command)
    case 'ChangeLateJoin':
      return decideChangeLateJoin(state, command)
    case 'ChangeRoom':
      return decideChangeRoom(state, command)
    case 'PlaceRoom':
      return decidePlaceRoom(state, command)
    case 'NameHost':
      return decideNameHost(state, command)
    case 'KnockAtRoom':
      return decideKnock(state, command)
    case 'AdmitToRoom':
      return decideAdmitToRoom(state, command)
    case 'Announce':
      return decideAnnounce(state, command)
    case 'RaiseHand':
      return decideRaiseHand(state, command)
    case 'LowerHands':
      return decideLowerHands(state, command)
    case 'AskForHelp':
      return decideAskForHelp(state, command)
    case 'WithdrawHelp':
      return decideWithdrawHelp(state, command)
    case 'TakeHelp':
      return decideTakeHelp(state, command)
    case 'AnswerHelp':
      return decideAnswerHelp(state, command)
    case 'ReturnFromHelp':
      return decideReturnFromHelp(state, command)
    case 'SeatPeople':
      return decideSeatPeople(state, command)
    case 'UndoAssignment':
      return decideUndoAssignment(state, command)
    case 'PlanRounds':
      return decidePlanRounds(state, command)
    case 'AddRound':
      return decideAddRound(state, command)
    case 'ChangeRound':
      return decideChangeRound(state, command)
    case 'AssignInRound':
      return decideAssignInRound(state, command)
    case 'RemoveRound':
      return decideRemoveRound(state, command)
    case 'ReorderRounds':
      return decideReorderRounds(state, command)
    case 'StartNextRound':
      return decideStartNextRound(state, command)
    case 'TakePodium':
      return decideTakePodium(state, command)
    case 'LeavePodium':
      return decideLeavePodium(state, command)
    case 'EndPodium':
      return decideEndPodium(state, command)
    case 'StartGlance':
      return decideStartGlance(state, command)
    case 'StopGlance':
      return decideStopGlance(state, command)
    case 'ChangeGlancePolicy':
      return decideChangeGlancePolicy(state, command)
    default:
      return assertNever(command)
  }
}
