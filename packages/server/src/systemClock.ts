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

/** Never one that reads as a number: keys of digits move to the front of every JavaScript object, and a spreadsheet would store 1234e567 anew. */
function hex8(): string {
  const made = randomBytes(4).toString('hex')
  return Number.isNaN(Number(made)) ? made : hex8()
}

export const randomIds: Ids = {
  participantId: () => hex8() as ParticipantId,
  roomId: () => hex8() as RoomId,
  seed: () => randomBytes(4).readUInt32BE(),
  epoch: () => randomUUID(),
}
