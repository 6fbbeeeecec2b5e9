// SPDX-License-Identifier: Apache-2.0
// Changing how the door stands: lobby, password, moderator key, what happens before a moderator is there (SPEC DR, LO, MK). Secrets come in as hashes.
import { operator } from '@alcove/protocol'
import type { CommandOf } from '../commands.ts'
import type { EventOf, MeetingEvent } from '../events.ts'
import { assertNever } from '../invariant.ts'
import { accept, type Decision, reject } from '../rejections.ts'
import type { MeetingState, RunningMeeting } from '../state.ts'
import { released } from './admission.ts'
import type { DoorState } from './doorState.ts'

export function decidePrepareMeeting(state: MeetingState, command: CommandOf<'PrepareMeeting'>): Decision {
  if (state.status !== 'new') return reject('MEETING_EXISTS')
  const { meetingId, settings, moderatorKeyHash, at } = command
  return accept([
    { type: 'MeetingCreated', meetingId, settings, at },
    { type: 'ModeratorKeySet', moderatorKeyHash, at },
  ])
}

export function decideSetModeratorKey(
  state: RunningMeeting,
  { moderatorKeyHash, at }: CommandOf<'SetModeratorKey'>,
): Decision {
  if (state.door.moderatorKeyHash === moderatorKeyHash) return accept([])
  return accept([{ type: 'ModeratorKeySet', moderatorKeyHash, at }])
}

export function decideChangeLobby(state: RunningMeeting, { lobby, by, at }: CommandOf<'ChangeLobby'>): Decision {
  if (state.door.lobby === lobby) return accept([])
  const door: DoorState = { ...state.door, lobby }
  return accept([{ type: 'LobbyChanged', lobby, by, at }, ...released(state, { door }, at)])
}

export function decideChangeBeforeModerator(
  state: RunningMeeting,
  { beforeModerator, at }: CommandOf<'ChangeBeforeModerator'>,
): Decision {
  if (state.door.beforeModerator === beforeModerator) return accept([])
  const door: DoorState = { ...state.door, beforeModerator }
  return accept([{ type: 'BeforeModeratorChanged', beforeModerator, at }, ...released(state, { door }, at)])
}

export function decideChangeToldOutside(
  state: RunningMeeting,
  { toldOutside, at }: CommandOf<'ChangeToldOutside'>,
): Decision {
  return accept(state.door.toldOutside === toldOutside ? [] : [{ type: 'ToldOutsideChanged', toldOutside, at }])
}

/** The same words hash otherwise each time, so a password set again counts as a new one. */
export function decideChangePassword(state: RunningMeeting, command: CommandOf<'ChangePassword'>): Decision {
  const { passwordHash, at } = command
  if (passwordHash === undefined && state.door.password.hash === undefined) return accept([])
  const changed: MeetingEvent = { type: 'PasswordChanged', ...(passwordHash !== undefined && { passwordHash }), at }
  return accept([changed])
}

type DoorEvent = EventOf<
  'ModeratorKeySet' | 'LobbyChanged' | 'BeforeModeratorChanged' | 'ToldOutsideChanged' | 'PasswordChanged'
>

export function evolveDoor(state: RunningMeeting, event: DoorEvent): RunningMeeting {
  return { ...state, door: { ...state.door, ...change(state.door, event) } }
}

function change({ password }: DoorState, event: DoorEvent): Partial<DoorState> {
  switch (event.type) {
    case 'ModeratorKeySet':
      return { moderatorKeyHash: event.moderatorKeyHash }
    case 'LobbyChanged':
      return { lobby: event.lobby, lobbyBy: event.by === operator ? undefined : event.by }
    case 'BeforeModeratorChanged':
      return { beforeModerator: event.beforeModerator }
    case 'ToldOutsideChanged':
      return { toldOutside: event.toldOutside }
    case 'PasswordChanged':
      return { password: { version: password.version + 1, hash: event.passwordHash } }
    default:
      return assertNever(event)
  }
}
