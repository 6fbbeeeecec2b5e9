// SPDX-License-Identifier: Apache-2.0
// The door as plain data: what is undefined is left out.
import { isNumber, isOneOf, isRecord, isString } from '../shapes.ts'
import type { DoorState } from './doorState.ts'

export interface DoorSnapshot {
  readonly maxPeople?: number
  readonly lobby: boolean
  readonly passwordVersion: number
  readonly passwordHash?: string
  readonly moderatorKeyHash?: string
  readonly beforeModerator: DoorState['beforeModerator']
  readonly toldOutside: DoorState['toldOutside']
}

export function toDoorSnapshot(door: DoorState) {
  const { maxPeople, lobby, password, moderatorKeyHash, beforeModerator, toldOutside } = door
  return {
    lobby,
    beforeModerator,
    toldOutside,
    passwordVersion: password.version,
    ...(maxPeople !== undefined && { maxPeople }),
    ...(password.hash !== undefined && { passwordHash: password.hash }),
    ...(moderatorKeyHash !== undefined && { moderatorKeyHash }),
  }
}

export function fromDoorSnapshot(data: DoorSnapshot): DoorState {
  const { maxPeople, lobby, passwordVersion, passwordHash, moderatorKeyHash, beforeModerator, toldOutside } = data
  return {
    maxPeople,
    lobby,
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
    [value.passwordHash, value.moderatorKeyHash].every((hash) => hash === undefined || isString(hash)) &&
    isOneOf(value.beforeModerator, ['join', 'wait']) &&
    isOneOf(value.toldOutside, ['nothing', 'count', 'names'])
  )
}
