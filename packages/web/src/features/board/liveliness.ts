// SPDX-License-Identifier: Apache-2.0
// How lively a room was in the last minutes, as the bar of its card shows it. Pure.
import type { RoomSeeing } from '../seeing/seeingModel.ts'

const fadesInMs = 5 * 60_000

/** 1: somebody speaks now; 0: nobody has for five minutes, or ever. */
export function toLiveliness({ isSpeaking, spokeAt }: RoomSeeing, serverNow: number): number {
  if (isSpeaking) return 1
  if (spokeAt === undefined) return 0
  return Math.min(1, Math.max(0, 1 - (serverNow - spokeAt) / fadesInMs))
}
