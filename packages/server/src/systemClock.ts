// SPDX-License-Identifier: Apache-2.0
// The process's own clock and randomness: the only place where the server reads either.
import { randomBytes, randomUUID } from 'node:crypto'
import type { ParticipantId, RoomId } from '@alcove/protocol'
import type { Clock, Ids } from './meetings/ports.ts'

export const systemClock: Clock = {
  now: () => Date.now(),
  after(delayMs, callback) {
    const timer = setTimeout(callback, delayMs)
    return () => clearTimeout(timer)
  },
}

const hex8 = () => randomBytes(4).toString('hex')

export const randomIds: Ids = {
  participantId: () => hex8() as ParticipantId,
  roomId: () => hex8() as RoomId,
  seed: () => randomBytes(4).readUInt32BE(),
  epoch: () => randomUUID(),
}
