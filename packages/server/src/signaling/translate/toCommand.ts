// SPDX-License-Identifier: Apache-2.0
// Wire requests to the core's commands. The only file that knows both vocabularies.
import type { Command, RoomProperties } from '@alcove/meeting'
import type { CommandRequest, ParticipantId } from '@alcove/protocol'
import { hashSecret } from '../../auth/secrets.ts'
import type { Ids } from '../../meetings/ports.ts'
import { toClaim, toExpectedPerson } from '../../meetings/toExpectedPerson.ts'
import type { Secrets } from '../roomSecrets.ts'
import { toRoundsCommand } from './toRoundsCommand.ts'

/** Requests that become a command without more ado; joining and passwords need what is made outside. */
export type SeatedRequest = Exclude<CommandRequest, { type: 'meeting.join' | 'meeting.password' }>

/** Adds what only the server can give: who asks, when, and new ids and seeds. */
export function toCommand(request: SeatedRequest & Secrets, by: ParticipantId, at: number, ids: Ids): Command {
  const from = { by, commandId: request.id, at }
  switch (request.type) {
    case 'meeting.leave':
      return { type: 'LeaveMeeting', ...from }
    case 'meeting.policy':
      return { type: 'ChangePolicy', selfMove: request.selfMove, ...from }
    case 'participant.move':
      return {
        type: 'MoveParticipant',
        participantId: request.participantId,
        toRoomId: request.roomId,
        ...(request.force === undefined ? {} : { force: request.force }),
        ...(request.passwordCheck && { password: request.passwordCheck }),
        ...from,
      }
    case 'participant.role':
      return { type: 'ChangeRole', participantId: request.participantId, role: request.role, ...from }
    case 'participant.rename':
      return {
        type: 'RenameParticipant',
        participantId: request.participantId,
        displayName: request.displayName,
        ...from,
      }
    case 'participant.avatar':
      return { type: 'ChangeAvatar', avatar: request.avatar, ...from }
    case 'meeting.subject':
      return { type: 'ChangeSubject', subject: request.subject, ...from }
    case 'room.create':
      return {
        type: 'CreateRoom',
        roomId: ids.roomId(),
        ...(request.name === undefined ? {} : { name: request.name }),
        ...(request.open === undefined ? {} : { open: request.open }),
        properties: toProperties(request),
        ...from,
      }
    case 'room.remove':
      return { type: 'RemoveRoom', roomId: request.roomId, ...from }
    case 'room.open':
      return { type: 'OpenRoom', roomId: request.roomId, ...from }
    case 'room.close':
      return { type: 'CloseRoom', roomId: request.roomId, ...from }
    case 'rooms.close':
      return { type: 'CloseAllRooms', inMs: request.inMs ?? 0, ...from }
    case 'rooms.open':
      return { type: 'OpenAllRooms', inMs: request.inMs ?? 0, ...from }
    case 'countdown.cancel':
      return { type: 'CancelCountdown', ...from }
    case 'timer.start':
      return { type: 'StartTimer', durationMs: request.durationMs, atEnd: request.atEnd, ...from }
    case 'timer.extend':
      return { type: 'ExtendTimer', byMs: request.byMs, ...from }
    case 'timer.stop':
      return { type: 'StopTimer', ...from }
    case 'rooms.allow':
      return { type: 'AllowRooms', allowed: request.allowed, ...from }
    case 'meeting.lateJoin':
      return { type: 'ChangeLateJoin', lateJoin: request.lateJoin, ...from }
    case 'participant.assign':
      return {
        type: 'AssignParticipant',
        participantId: request.participantId,
        ...(request.roomId === undefined ? {} : { roomId: request.roomId }),
        ...from,
      }
    case 'rooms.assign':
      return {
        type: 'AutoAssign',
        who: request.who,
        seed: request.seed ?? ids.seed(),
        hold: request.hold ?? false,
        ...(request.wishes === undefined ? {} : { wishes: request.wishes }),
        ...from,
      }
    case 'rooms.seat':
      return { type: 'SeatPeople', groups: request.groups, hold: request.hold ?? false, ...from }
    case 'rooms.undo':
      return { type: 'UndoAssignment', ...from }
    case 'rounds.plan':
    case 'round.add':
    case 'round.change':
    case 'round.assign':
    case 'round.remove':
    case 'rounds.reorder':
    case 'rounds.next':
      return toRoundsCommand(request, from, ids)
    case 'chat.send':
      return { type: 'SendMessage', to: request.to, text: request.text, ...from }
    case 'moderation.stop':
      return { type: 'StopMedia', source: request.source, whom: request.whom, ...from }
    case 'moderation.start':
      return { type: 'StartMedia', source: request.source, ...from }
    case 'moderation.invite':
      return { type: 'InviteToStart', participantId: request.participantId, source: request.source, ...from }
    case 'moderation.decline':
      return { type: 'DeclineInvitation', source: request.source, ...from }
    case 'moderation.mustAsk':
      return { type: 'SetMustAsk', kind: request.kind, mustAsk: request.mustAsk, ...from }
    case 'moderation.ask':
      return { type: 'AskToSend', kind: request.kind, asking: request.asking, ...from }
    case 'moderation.allow':
      return { type: 'AllowMedia', kind: request.kind, whom: request.whom, allowed: request.allowed, ...from }
    case 'participant.remove':
      return { type: 'RemoveParticipant', participantId: request.participantId, bar: request.bar, ...from }
    case 'meeting.limit':
      return { type: 'LimitPeople', maxPeople: request.maxPeople, ...from }
    case 'meeting.keep':
      return { type: 'ShortenRetention', retentionMs: request.retentionMs, ...from }
    case 'meeting.end':
      return {
        type: 'EndMeeting',
        ...(request.reportKey !== undefined && { reportKeyHash: hashSecret(request.reportKey) }),
        ...from,
      }
    case 'room.change':
      return {
        type: 'ChangeRoom',
        roomId: request.roomId,
        ...(request.name === undefined ? {} : { name: request.name }),
        change: toProperties(request),
        ...from,
      }
    case 'room.place':
      return {
        type: 'PlaceRoom',
        roomId: request.roomId,
        ...(request.before === undefined ? {} : { before: request.before }),
        ...from,
      }
    case 'room.host':
      return {
        type: 'NameHost',
        roomId: request.roomId,
        participantId: request.participantId,
        isHost: request.isHost,
        ...from,
      }
    case 'room.knock':
      return { type: 'KnockAtRoom', roomId: request.roomId, knocking: request.knocking, ...from }
    case 'room.admit':
      return {
        type: 'AdmitToRoom',
        roomId: request.roomId,
        participantId: request.participantId,
        admitted: request.admitted,
        ...from,
      }
    case 'announcement.send':
      return { type: 'Announce', to: request.to, text: request.text, ...from }
    case 'hand.raise':
      return { type: 'RaiseHand', raised: request.raised, ...from }
    case 'hands.lower':
      return { type: 'LowerHands', whom: request.whom, ...from }
    case 'help.ask':
      return { type: 'AskForHelp', ...(request.text === undefined ? {} : { text: request.text }), ...from }
    case 'help.withdraw':
      return { type: 'WithdrawHelp', ...from }
    case 'help.take':
      return { type: 'TakeHelp', requestId: request.requestId, enter: request.enter, ...from }
    case 'help.answer':
      return { type: 'AnswerHelp', requestId: request.requestId, ...from }
    case 'help.return':
      return { type: 'ReturnFromHelp', ...from }
    case 'meeting.delete':
      return { type: 'DeleteMeeting', ...from }
    case 'meeting.lobby':
      return { type: 'ChangeLobby', lobby: request.lobby, ...from }
    case 'meeting.beforeModerator':
      return { type: 'ChangeBeforeModerator', beforeModerator: request.beforeModerator, ...from }
    case 'meeting.toldOutside':
      return { type: 'ChangeToldOutside', toldOutside: request.toldOutside, ...from }
    case 'meeting.key':
      return { type: 'SetModeratorKey', moderatorKeyHash: hashSecret(request.moderatorKey), ...from }
    case 'lobby.admit':
      return { type: 'AdmitPeople', participantIds: request.participantIds, ...from }
    case 'lobby.write':
      return { type: 'WriteFromLobby', text: request.text, ...from }
    case 'lobby.answer':
      return { type: 'AnswerInLobby', participantId: request.participantId, text: request.text, ...from }
    case 'people.expect':
      return {
        type: 'ExpectPeople',
        people: request.people.map((person) => toExpectedPerson(person, ids, hashSecret)),
        ...from,
      }
    case 'people.claim':
      return {
        type: 'RenewClaim',
        participantId: request.participantId,
        claim: toClaim(hashSecret(request.claimCode), request.claimExpiresAt),
        ...from,
      }
    case 'people.forget':
      return { type: 'ForgetPerson', participantId: request.participantId, ...from }
    case 'podium.take':
      return { type: 'TakePodium', rooms: request.rooms, ...from }
    case 'podium.leave':
      return { type: 'LeavePodium', ...from }
    case 'podium.end':
      return { type: 'EndPodium', participantId: request.participantId, ...from }
    case 'glance.start':
      return { type: 'StartGlance', roomId: request.roomId, ...from }
    case 'glance.stop':
      return { type: 'StopGlance', roomId: request.roomId, ...from }
    case 'meeting.glance':
      return { type: 'ChangeGlancePolicy', allowed: request.allowed, ...from }
  }
}

type Given = { readonly [Name in keyof RoomProperties]: RoomProperties[Name] | undefined }

/** Only what was given: what is left out stays as it is. */
function toProperties({ capacity, task, locked, passwordHash }: Given): RoomProperties {
  return {
    ...(capacity !== undefined && { capacity }),
    ...(task !== undefined && { task }),
    ...(locked !== undefined && { locked }),
    ...(passwordHash !== undefined && { passwordHash }),
  }
}
