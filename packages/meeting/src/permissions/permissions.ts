// SPDX-License-Identifier: Apache-2.0
// Who may do what: one table of roles and actions, and the policy on taking oneself elsewhere. Asked by decide for every command of a participant,
// and by the view, so that what is offered and what is allowed never differ (SPEC PE).
import { type Actor, mainRoomId, operator, type Role, type RoomId, type SelfMove } from '@alcove/protocol'
import { isHostHere } from '../breakout/hosts.ts'
import type { Command } from '../commands.ts'
import { assertNever } from '../invariant.ts'
import type { RunningMeeting, Seat } from '../state.ts'

export type ActorCommand = Extract<Command, { by: unknown }>
/** What somebody is when they ask: a person by their role, or the operator. */
export type Rank = Role | typeof operator
/** Those whom the table lists: a host is somebody named for the room where they are, and may what is said here besides what their role allows. */
export type Column = Rank | 'host'

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
  | 'mute'
  | 'knock'
  | 'admit-to-room'
  | 'announce'
  | 'raise-hand'
  | 'lower-hands'
  | 'ask-for-help'
  | 'help'

/** `by-policy`: allowed as far as the meeting's policy goes. `own-room`: in the room where one is, for people who are no moderators. */
export type Permission = 'yes' | 'no' | 'by-policy' | 'own-room'

export const permissions: Readonly<Record<Action, Readonly<Record<Column, Permission>>>> = {
  leave: { moderator: 'yes', host: 'yes', participant: 'yes', operator: 'no' },
  'move-self': { moderator: 'yes', host: 'by-policy', participant: 'by-policy', operator: 'no' },
  'move-others': { moderator: 'yes', host: 'no', participant: 'no', operator: 'yes' },
  'manage-rooms': { moderator: 'yes', host: 'no', participant: 'no', operator: 'yes' },
  assign: { moderator: 'yes', host: 'no', participant: 'no', operator: 'yes' },
  'change-roles': { moderator: 'yes', host: 'no', participant: 'no', operator: 'yes' },
  'change-policy': { moderator: 'yes', host: 'no', participant: 'no', operator: 'yes' },
  write: { moderator: 'yes', host: 'yes', participant: 'yes', operator: 'no' },
  'moderate-media': { moderator: 'yes', host: 'no', participant: 'no', operator: 'yes' },
  'send-media': { moderator: 'yes', host: 'yes', participant: 'yes', operator: 'no' },
  'remove-people': { moderator: 'yes', host: 'no', participant: 'no', operator: 'yes' },
  'end-meeting': { moderator: 'yes', host: 'no', participant: 'no', operator: 'yes' },
  'read-report': { moderator: 'yes', host: 'no', participant: 'no', operator: 'yes' },
  'keep-door': { moderator: 'yes', host: 'no', participant: 'no', operator: 'yes' },
  mute: { moderator: 'yes', host: 'own-room', participant: 'no', operator: 'yes' },
  knock: { moderator: 'yes', host: 'by-policy', participant: 'by-policy', operator: 'no' },
  'admit-to-room': { moderator: 'yes', host: 'own-room', participant: 'no', operator: 'yes' },
  announce: { moderator: 'yes', host: 'no', participant: 'no', operator: 'yes' },
  'raise-hand': { moderator: 'yes', host: 'yes', participant: 'yes', operator: 'no' },
  'lower-hands': { moderator: 'yes', host: 'own-room', participant: 'no', operator: 'yes' },
  'ask-for-help': { moderator: 'yes', host: 'yes', participant: 'yes', operator: 'no' },
  help: { moderator: 'yes', host: 'no', participant: 'no', operator: 'no' },
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
  if (command.type === 'KnockAtRoom') return maySelfMove({ role, selfMove }, command.roomId)
  return command.type === 'MoveParticipant' && maySelfMove({ role, selfMove }, command.toRoomId)
}

/** What somebody may as host of the room where they are (SPEC HO). */
export function isAllowedToHost(state: RunningMeeting, seat: Seat, command: ActorCommand): boolean {
  if (permissions[actionOf(command)].host !== 'own-room' || !isHostHere(state, seat)) return false
  if (command.type === 'AdmitToRoom') return command.roomId === seat.roomId
  if (command.type !== 'StopMedia' && command.type !== 'LowerHands') return false
  const { whom } = command
  if (whom === 'everybody') return false
  if ('roomId' in whom) return whom.roomId === seat.roomId
  const person = state.seats.get(whom.participantId)
  return person?.roomId === seat.roomId && (person.id === seat.id || !mayModerate(person.role))
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
    case 'ChangeRoom':
    case 'PlaceRoom':
    case 'NameHost':
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
      return command.source === 'microphone' ? 'mute' : 'moderate-media'
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
    case 'KnockAtRoom':
      return 'knock'
    case 'AdmitToRoom':
      return 'admit-to-room'
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
