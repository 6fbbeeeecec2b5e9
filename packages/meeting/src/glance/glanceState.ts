// SPDX-License-Identifier: Apache-2.0
// Who looks into which rooms from elsewhere, and whether the meeting allows it (SPEC GL). Holds nobody who may not: evolve ends the glances of whoever
// left or lost the role, and those into rooms that are gone.
import type { ParticipantId, RoomId } from '@alcove/protocol'

export interface GlanceState {
  readonly allowed: boolean
  /** Nobody is listed with an empty list. */
  readonly lookers: ReadonlyMap<ParticipantId, readonly Glance[]>
}

export interface Glance {
  readonly roomId: RoomId
  /** Since when the room shows the mark, ms since 1970. */
  readonly since: number
}

export const noGlances: GlanceState = { allowed: true, lookers: new Map() }

export function doesLookInto(glance: GlanceState, participantId: ParticipantId, roomId: RoomId): boolean {
  return glance.lookers.get(participantId)?.some((each) => each.roomId === roomId) === true
}

/** Who looks into any of these rooms. */
export function lookersAt(glance: GlanceState, isMeant: (roomId: RoomId) => boolean): readonly ParticipantId[] {
  return [...glance.lookers].filter(([, glances]) => glances.some((each) => isMeant(each.roomId))).map(([id]) => id)
}
