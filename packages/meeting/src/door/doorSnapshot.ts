// SPDX-License-Identifier: Apache-2.0
// The door as plain data: what is undefined is left out.
import type { ParticipantId } from '@alcove/protocol'
import { isNumber, isOneOf, isRecord, isString } from '../shapes.ts'
import type { DoorState } from './doorState.ts'

export interface DoorSnapshot {
  readonly maxPeople?: number
  readonly lobby: boolean
  readonly lobbyBy?: ParticipantId
  readonly passwordVersion: number
  readonly passwordHash?: string
  readonly moderatorKeyHash?: string
  readonly beforeModerator: DoorState['beforeModerator']
  readonly toldOutside: DoorState['toldOutside']
}

export function toDoorSnapshot(door: DoorState) {
  const { maxPeople, lobby, lobbyBy, password, moderatorKeyHash, beforeModerator, toldOutside } = door
  return {
    lobby,
    beforeModerator,
    toldOutside,
    passwordVersion: password.version,
    ...(lobbyBy !== undefined && { lobbyBy }),
    ...(maxPeople !== undefined && { maxPeople }),
    ...(password.hash !== undefined && { passwordHash: password.hash }),
    ...(moderatorKeyHash !== undefined && { moderatorKeyHash }),
  }
}

export function fromDoorSnapshot(data: DoorSnapshot): DoorState {
  const { maxPeople, lobby, lobbyBy, passwordVersion, passwordHash, moderatorKeyHash, beforeModerator, toldOutside } =
    data
  return {
    maxPeople,
    lobby,
    lobbyBy,
    password: { version: passwordVersion, hash: passwordHash },
    moderatorKeyHash,
    beforeModerator,
    toldOutside,
  }
}

export function isDoor(value: unknown): boolean {
  return (
    isRecord(value) &&
    (value.maxPeople === undefined || isNumber(value.maxPeople)) &&
    typeof value.lobby === 'boolean' &&
    isNumber(value.passwordVersion) &&
    [value.lobbyBy, value.passwordHash, value.moderatorKeyHash].every((hash) => hash === undefined || isString(hash)) &&
    isOneOf(value.beforeModerator, ['join', 'wait']) &&
    isOneOf(value.toldOutside, ['nothing', 'count', 'names'])
  )
}
