// SPDX-License-Identifier: Apache-2.0
// The shape of a breakout room. Who is in it is on the seats.
import type { ParticipantId, RoomId } from '@alcove/protocol'

export interface Room {
  readonly id: RoomId
  readonly name: string
  /** Counts every room ever made in the meeting: stays what it is, whatever the order. */
  readonly number: number
  readonly order: number
  readonly open: boolean
  /** People are sent to it, from when all rooms were opened (or people seated) until it closes. Then it is open. */
  readonly underWay: boolean
  /** How many people may be in it, moderators not counted; absent: no limit. */
  readonly capacity?: number
  readonly task?: string
  readonly locked: boolean
  readonly password: RoomPassword
  /** Who was inside since it was locked: the lock asks them no more. */
  readonly pastLock: readonly ParticipantId[]
  /** Who was inside since it has its password: it is asked of them no more. */
  readonly pastPassword: readonly ParticipantId[]
  /** In the order of knocking. */
  readonly knocks: readonly Knock[]
  readonly hosts: readonly ParticipantId[]
}

/** `version` counts every password that there was, so that a check against an older one counts for nothing. Without a hash there is none. */
export interface RoomPassword {
  readonly version: number
  readonly hash?: string
}

export interface Knock {
  readonly participantId: ParticipantId
  readonly since: number
}

/** Whether people who want to go in are asked for something. */
export function isGuarded({ locked, password }: Room): boolean {
  return locked || password.hash !== undefined
}
