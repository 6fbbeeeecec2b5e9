// SPDX-License-Identifier: Apache-2.0
// Who may do what: one table of roles and actions, and the policy on taking oneself elsewhere. Asked by decide for every command of a participant,
// and by the view, so that what is offered and what is allowed never differ (SPEC PE).
import { type Actor, mainRoomId, operator, type Role, type RoomId, type SelfMove } from '@alcove/protocol'
import type { Command } from '../commands.ts'
import { assertNever } from '../invariant.ts'
import type { RunningMeeting } from '../state.ts'

export type ActorCommand = Extract<Command, { by: unknown }>
/** What somebody is when they ask: a person by their role, or the operator. */
export type Rank = Role | typeof operator

export type Action =
  | 'leave'
  | 'move-self'
  | 'move-others'
  | 'manage-rooms'
  | 'assign'
  | 'change-roles'
  | 'change-policy'
  | 'write'
  | 'moderate-media'
  | 'send-media'
  | 'remove-people'
  | 'end-meeting'
  | 'read-report'
  | 'keep-door'
  | 'announce'
  | 'raise-hand'
  | 'lower-hands'
  | 'ask-for-help'
  | 'help'

/** `by-policy`: allowed as far as the meeting's policy goes. */
type Permission = 'yes' | 'no' | 'by-policy'

export const permissions: Readonly<Record<Action, Readonly<Record<Rank, Permission>>>> = {
  leave: { moderator: 'yes', participant: 'yes', operator: 'no' },
  'move-self': { moderator: 'yes', participant: 'by-policy', operator: 'no' },
  'move-others': { moderator: 'yes', participant: 'no', operator: 'yes' },
  'manage-rooms': { moderator: 'yes', participant: 'no', operator: 'yes' },
  assign: { moderator: 'yes', participant: 'no', operator: 'yes' },
  'change-roles': { moderator: 'yes', participant: 'no', operator: 'yes' },
  'change-policy': { moderator: 'yes', participant: 'no', operator: 'yes' },
  write: { moderator: 'yes', participant: 'yes', operator: 'no' },
  'moderate-media': { moderator: 'yes', participant: 'no', operator: 'yes' },
  'send-media': { moderator: 'yes', participant: 'yes', operator: 'no' },
  'remove-people': { moderator: 'yes', participant: 'no', operator: 'yes' },
  'end-meeting': { moderator: 'yes', participant: 'no', operator: 'yes' },
  'read-report': { moderator: 'yes', participant: 'no', operator: 'yes' },
  'keep-door': { moderator: 'yes', participant: 'no', operator: 'yes' },
  announce: { moderator: 'yes', participant: 'no', operator: 'yes' },
  'raise-hand': { moderator: 'yes', participant: 'yes', operator: 'no' },
  'lower-hands': { moderator: 'yes', participant: 'no', operator: 'yes' },
  'ask-for-help': { moderator: 'yes', participant: 'yes', operator: 'no' },
  help: { moderator: 'yes', participant: 'no', operator: 'no' },
}

/** Where each policy lets people who are not moderators take themselves. */
const selfMoves: Readonly<Record<SelfMove, Readonly<Record<'main' | 'breakout', boolean>>>> = {
  anywhere: { main: true, breakout: true },
  'main-only': { main: true, breakout: false },
  nowhere: { main: false, breakout: false },
}

export interface Asker {
  readonly role: Rank
  readonly selfMove: SelfMove
}

export function isAllowed({ role, selfMove }: Asker, command: ActorCommand): boolean {
  const permission = permissions[actionOf(command)][role]
  if (permission !== 'by-policy') return permission === 'yes'
  return command.type === 'MoveParticipant' && maySelfMove({ role, selfMove }, command.toRoomId)
}

export function mayModerate(rank: Rank): boolean {
  return permissions['manage-rooms'][rank] === 'yes'
}

/** The same of whoever gives a command. */
export function isModerating(state: RunningMeeting, by: Actor): boolean {
  const rank = by === operator ? operator : state.seats.get(by)?.role
  return rank !== undefined && mayModerate(rank)
}

/** Whether the policy lets this person go by themself; says nothing of whether the room exists or is open. */
export function maySelfMove({ role, selfMove }: Asker, toRoomId: RoomId | 'any-breakout'): boolean {
  if (permissions['move-self'][role] !== 'by-policy') return permissions['move-self'][role] === 'yes'
  return selfMoves[selfMove][toRoomId === mainRoomId ? 'main' : 'breakout']
}

function actionOf(command: ActorCommand): Action {
  switch (command.type) {
    case 'LeaveMeeting':
      return 'leave'
    case 'MoveParticipant':
      return command.participantId === command.by ? 'move-self' : 'move-others'
    case 'CreateRoom':
    case 'RenameRoom':
    case 'RemoveRoom':
    case 'OpenRoom':
    case 'CloseRoom':
    case 'CloseAllRooms':
    case 'OpenAllRooms':
    case 'CancelCountdown':
    case 'StartTimer':
    case 'ExtendTimer':
    case 'StopTimer':
      return 'manage-rooms'
    case 'AutoAssign':
    case 'AssignParticipant':
      return 'assign'
    case 'ChangeRole':
      return 'change-roles'
    case 'ChangePolicy':
    case 'ChangeLateJoin':
      return 'change-policy'
    case 'SendMessage':
      return 'write'
    case 'StopMedia':
    case 'InviteToStart':
    case 'SetMustAsk':
    case 'AllowMedia':
      return 'moderate-media'
    case 'StartMedia':
    case 'DeclineInvitation':
    case 'AskToSend':
      return 'send-media'
    case 'RemoveParticipant':
      return 'remove-people'
    case 'EndMeeting':
      return 'end-meeting'
    case 'LimitPeople':
      return 'keep-door'
    case 'Announce':
      return 'announce'
    case 'RaiseHand':
      return 'raise-hand'
    case 'LowerHands':
      return 'lower-hands'
    case 'AskForHelp':
    case 'WithdrawHelp':
      return 'ask-for-help'
    case 'TakeHelp':
    case 'AnswerHelp':
    case 'ReturnFromHelp':
      return 'help'
    default:
      return assertNever(command)
  }
}
