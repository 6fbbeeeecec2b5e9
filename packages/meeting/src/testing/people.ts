// SPDX-License-Identifier: Apache-2.0
// Ids and commands for tests: short to write, always well-formed.
import {
  type Actor,
  type CommandId,
  type MeetingId,
  mainRoomId,
  operator,
  type ParticipantId,
  type RoomId,
} from '@alcove/protocol'
import type { Command, CommandOf, MeetingSettings } from '../commands.ts'
import type { ActorCommand } from '../permissions/permissions.ts'

const hex8 = (number: number): string => number.toString(16).padStart(7, '0')

export function personId(number: number): ParticipantId {
  return `a${hex8(number)}` as ParticipantId
}

export function breakoutId(number: number): RoomId {
  return `b${hex8(number)}` as RoomId
}

export function commandId(number: number): CommandId {
  return `command-${number}` as CommandId
}

export function tokenHashOf(participantId: ParticipantId): string {
  return participantId.padEnd(64, '0')
}

export const meetingId = 'weekly' as MeetingId
export const main = mainRoomId
export const [ann, bob, cat, dan, eve] = [personId(1), personId(2), personId(3), personId(4), personId(5)] as const
export const [red, blue, green] = [breakoutId(1), breakoutId(2), breakoutId(3)] as const

export const settings: MeetingSettings = {
  absenceGraceMs: 60_000,
  retentionMs: 3_600_000,
  maxRooms: 100,
  maxSeats: 1000,
  keyedRetentionMs: 7_200_000,
  firstIsModerator: true,
}
/** When commands of tests happen unless they say otherwise. */
export const start = 1_000_000

export function join(
  participantId: ParticipantId,
  change: Partial<CommandOf<'JoinMeeting'>> = {},
): CommandOf<'JoinMeeting'> {
  const tokenHash = tokenHashOf(participantId)
  return {
    type: 'JoinMeeting',
    meetingId,
    participantId,
    displayName: participantId,
    tokenHash,
    settings,
    at: start,
    ...change,
  }
}

export function prepare(change: Partial<CommandOf<'PrepareMeeting'>> = {}): CommandOf<'PrepareMeeting'> {
  return {
    type: 'PrepareMeeting',
    meetingId,
    settings,
    moderatorKeyHash: 'key',
    by: operator,
    commandId: commandId(0),
    at: start,
    ...change,
  }
}

/** Comes by the moderator link. */
export function joinWithKey(participantId: ParticipantId, at = start): CommandOf<'JoinMeeting'> {
  return join(participantId, { moderatorKeyHash: 'key', at })
}

export function resume(participantId: ParticipantId, at = start): CommandOf<'ResumeSeat'> {
  return { type: 'ResumeSeat', participantId, tokenHash: tokenHashOf(participantId), at }
}

export function lose(participantId: ParticipantId, at = start): CommandOf<'LoseConnection'> {
  return { type: 'LoseConnection', participantId, at }
}

export function passTime(at: number): CommandOf<'PassTime'> {
  return { type: 'PassTime', at }
}

type WithoutFrame<Each> = Each extends ActorCommand ? Omit<Each, 'by' | 'commandId' | 'at'> : never
/** What somebody asks, without who, when and under which id. */
export type Ask = WithoutFrame<ActorCommand>

let asked = 0

/** What a person or the operator asks, under an id of its own unless told. */
export function ask(by: Actor, what: Ask, frame: { at?: number; commandId?: CommandId } = {}): ActorCommand {
  asked += 1
  return { ...what, by, at: frame.at ?? start, commandId: frame.commandId ?? commandId(asked) } as ActorCommand
}

export function move(by: Actor, participantId: ParticipantId, toRoomId: RoomId): Command {
  return ask(by, { type: 'MoveParticipant', participantId, toRoomId })
}

export function create(by: Actor, roomId: RoomId, name?: string): Command {
  return ask(by, { type: 'CreateRoom', roomId, ...(name === undefined ? {} : { name }) })
}
