// SPDX-License-Identifier: Apache-2.0
// Who may do what: one table of roles and actions, and the policy on taking oneself elsewhere. Asked by decide for every command of a participant,
// and by the view, so that what is offered and what is allowed never differ (SPEC PE).
import { type Actor, mainRoomId, operator, type Role, type RoomId, type SelfMove } from '@alcove/protocol'
import { isHostHere } from '../breakout/hosts.ts'
import type { Command } from '../commands.ts'
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
  | 'rename-self'
  | 'rename-others'
  | 'show-picture'
  | 'name-meeting'
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
  | 'write-from-lobby'
  | 'keep-door'
  | 'mute'
  | 'knock'
  | 'admit-to-room'
  | 'announce'
  | 'raise-hand'
  | 'lower-hands'
  | 'ask-for-help'
  | 'help'
  | 'prepare-meeting'
  | 'delete-data'
  | 'set-retention'
  | 'shorten-retention'
  | 'speak-to-rooms'
  | 'look-in'

/** `by-policy`: allowed as far as the meeting's policy goes. `own-room`: in the room where one is, for people who are no moderators. */
export type Permission = 'yes' | 'no' | 'by-policy' | 'own-room'

export const permissions: Readonly<Record<Action, Readonly<Record<Column, Permission>>>> = {
  leave: { moderator: 'yes', host: 'yes', participant: 'yes', operator: 'no' },
  'move-self': { moderator: 'yes', host: 'by-policy', participant: 'by-policy', operator: 'no' },
  'move-others': { moderator: 'yes', host: 'no', participant: 'no', operator: 'yes' },
  'rename-self': { moderator: 'yes', host: 'yes', participant: 'yes', operator: 'no' },
  'rename-others': { moderator: 'yes', host: 'no', participant: 'no', operator: 'yes' },
  'show-picture': { moderator: 'yes', host: 'yes', participant: 'yes', operator: 'no' },
  'name-meeting': { moderator: 'yes', host: 'no', participant: 'no', operator: 'yes' },
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
  'write-from-lobby': { moderator: 'yes', host: 'yes', participant: 'yes', operator: 'no' },
  'keep-door': { moderator: 'yes', host: 'no', participant: 'no', operator: 'yes' },
  mute: { moderator: 'yes', host: 'own-room', participant: 'no', operator: 'yes' },
  knock: { moderator: 'yes', host: 'by-policy', participant: 'by-policy', operator: 'no' },
  'admit-to-room': { moderator: 'yes', host: 'own-room', participant: 'no', operator: 'yes' },
  announce: { moderator: 'yes', host: 'no', participant: 'no', operator: 'yes' },
  'raise-hand': { moderator: 'yes', host: 'yes', participant: 'yes', operator: 'no' },
  'lower-hands': { moderator: 'yes', host: 'own-room', participant: 'no', operator: 'yes' },
  'ask-for-help': { moderator: 'yes', host: 'yes', participant: 'yes', operator: 'no' },
  help: { moderator: 'yes', host: 'no', participant: 'no', operator: 'no' },
  'prepare-meeting': { moderator: 'yes', host: 'no', participant: 'no', operator: 'yes' },
  'delete-data': { moderator: 'yes', host: 'no', participant: 'no', operator: 'yes' },
  'set-retention': { moderator: 'no', host: 'no', participant: 'no', operator: 'yes' },
  'shorten-retention': { moderator: 'yes', host: 'no', participant: 'no', operator: 'yes' },
  'speak-to-rooms': { moderator: 'yes', host: 'no', participant: 'no', operator: 'no' },
  'look-in': { moderator: 'yes', host: 'no', participant: 'no', operator: 'no' },
}

/** What each command does; where it depends on whom or what it means, all that it can be. */
export const actionsOf: { readonly [Type in ActorCommand['type']]: readonly [Action, ...Action[]] } = {
  LeaveMeeting: ['leave'],
  MoveParticipant: ['move-self', 'move-others'],
  RenameParticipant: ['rename-self', 'rename-others'],
  ChangeAvatar: ['show-picture'],
  ChangeSubject: ['name-meeting'],
  CreateRoom: ['manage-rooms'],
  ChangeRoom: ['manage-rooms'],
  PlaceRoom: ['manage-rooms'],
  NameHost: ['manage-rooms'],
  RemoveRoom: ['manage-rooms'],
  OpenRoom: ['manage-rooms'],
  CloseRoom: ['manage-rooms'],
  CloseAllRooms: ['manage-rooms'],
  OpenAllRooms: ['manage-rooms'],
  CancelCountdown: ['manage-rooms'],
  StartTimer: ['manage-rooms'],
  ExtendTimer: ['manage-rooms'],
  StopTimer: ['manage-rooms'],
  StartNextRound: ['manage-rooms'],
  AutoAssign: ['assign'],
  AssignParticipant: ['assign'],
  SeatPeople: ['assign'],
  UndoAssignment: ['assign'],
  PlanRounds: ['assign'],
  AddRound: ['assign'],
  ChangeRound: ['assign'],
  AssignInRound: ['assign'],
  RemoveRound: ['assign'],
  ReorderRounds: ['assign'],
  ChangeRole: ['change-roles'],
  ChangePolicy: ['change-policy'],
  ChangeLateJoin: ['change-policy'],
  AllowRooms: ['change-policy'],
  ChangeGlancePolicy: ['change-policy'],
  SendMessage: ['write'],
  StopMedia: ['mute', 'moderate-media'],
  InviteToStart: ['moderate-media'],
  SetMustAsk: ['moderate-media'],
  AllowMedia: ['moderate-media'],
  StartMedia: ['send-media'],
  DeclineInvitation: ['send-media'],
  AskToSend: ['send-media'],
  RemoveParticipant: ['remove-people'],
  EndMeeting: ['end-meeting'],
  LimitPeople: ['keep-door'],
  KnockAtRoom: ['knock'],
  AdmitToRoom: ['admit-to-room'],
  Announce: ['announce'],
  RaiseHand: ['raise-hand'],
  LowerHands: ['lower-hands'],
  AskForHelp: ['ask-for-help'],
  WithdrawHelp: ['ask-for-help'],
  TakeHelp: ['help'],
  AnswerHelp: ['help'],
  ReturnFromHelp: ['help'],
  ChangeLobby: ['keep-door'],
  ChangeBeforeModerator: ['keep-door'],
  ChangeToldOutside: ['keep-door'],
  ChangePassword: ['keep-door'],
  AdmitPeople: ['keep-door'],
  WriteFromLobby: ['write-from-lobby'],
  AnswerInLobby: ['keep-door'],
  PrepareMeeting: ['prepare-meeting'],
  SetModeratorKey: ['prepare-meeting'],
  ExpectPeople: ['prepare-meeting'],
  RenewClaim: ['prepare-meeting'],
  ForgetPerson: ['delete-data'],
  DeleteMeeting: ['delete-data'],
  ChangeRetention: ['set-retention'],
  ShortenRetention: ['shorten-retention'],
  TakePodium: ['speak-to-rooms'],
  LeavePodium: ['speak-to-rooms'],
  EndPodium: ['moderate-media'],
  StartGlance: ['look-in'],
  StopGlance: ['look-in'],
}

/** Where each policy lets people who are not moderators take themselves. */
export const selfMoves: Readonly<Record<SelfMove, Readonly<Record<'main' | 'breakout', boolean>>>> = {
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
  if (command.type === 'MoveParticipant') return command.participantId === command.by ? 'move-self' : 'move-others'
  if (command.type === 'RenameParticipant')
    return command.participantId === command.by ? 'rename-self' : 'rename-others'
  if (command.type === 'StopMedia') return command.source === 'microphone' ? 'mute' : 'moderate-media'
  return actionsOf[command.type][0]
}
