// SPDX-License-Identifier: Apache-2.0
// How loud rooms are and lately were (SPEC SR): in steps of loudness and of time, because finer differences would be told each second and seen by nobody.
import { activityStepMs, activitySteps, maxLevel, type RoomId } from '@alcove/protocol'

/** Soft speech is just above it (the media workers hear nothing below), and each step is louder by the other. */
const softestDbov = -60
const dbPerStep = 5

/** The loudest of each step of time in which a room was heard, in dBov, by the number of the step since 1970. */
export type Lately = ReadonlyMap<RoomId, ReadonlyMap<number, number>>

/** @param dbov undefined: heard, and how loud is not known. @returns 1 to {@link maxLevel} */
export function toLevel(dbov: number | undefined): number {
  const steps = Math.ceil(((dbov ?? softestDbov) - softestDbov) / dbPerStep)
  return Math.min(maxLevel, Math.max(1, steps))
}

/** With what was heard now. Keeps its identity, and that of each room, where that was not louder than before in the same step. */
export function withHeard(lately: Lately, heard: ReadonlyMap<RoomId, number>, at: number): Lately {
  const step = Math.floor(at / activityStepMs)
  const louder = [...heard].filter(
    ([roomId, dbov]) => dbov > (lately.get(roomId)?.get(step) ?? Number.NEGATIVE_INFINITY),
  )
  if (louder.length === 0) return lately
  const after = new Map(lately)
  for (const [roomId, dbov] of louder) {
    const kept = [...(lately.get(roomId) ?? [])].filter(([before]) => before > step - activitySteps)
    after.set(roomId, new Map(kept).set(step, dbov))
  }
  return after
}
