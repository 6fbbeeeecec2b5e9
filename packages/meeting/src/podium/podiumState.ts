// SPDX-License-Identifier: Apache-2.0
// Who speaks to rooms without being in them, and to which (SPEC PM). Holds nobody who may not: evolve takes off whoever left, lost the role or has no
// room left.
import type { ParticipantId, PodiumRooms } from '@alcove/protocol'

/** In the order in which the podium was taken. */
export type PodiumState = ReadonlyMap<ParticipantId, PodiumRooms>

export const emptyPodium: PodiumState = new Map()

/** More would be a crowd over every room. */
export const maxOnPodium = 8
