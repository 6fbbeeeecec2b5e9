// SPDX-License-Identifier: Apache-2.0
// Checks that what a snapshot says of hands has today's shape.
import { isListOf, isNumber, isRecord, isString } from '../shapes.ts'

export function isHands(value: unknown): boolean {
  return isListOf(value, (hand) => isRecord(hand) && isString(hand.participantId) && isNumber(hand.since))
}
