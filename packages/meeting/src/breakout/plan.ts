// SPDX-License-Identifier: Apache-2.0
// What a plan says, and what is remembered of one that was carried out: plain data, in commands, events and the state.
import type { ParticipantId, RoomGroup, RoomId } from '@alcove/protocol'

/** Groups for each round, and the rooms among them that are to be made. */
export interface GroupingPlan {
  readonly rounds: readonly (readonly RoomGroup[])[]
  readonly newRooms: readonly RoomId[]
  /** How often two people meet again. */
  readonly repeats: number
}

/** What an assignment did to one person, and how it was before. */
export interface Reseated {
  readonly participantId: ParticipantId
  /** Where they were assigned to; the main room: to none. */
  readonly roomId: RoomId
  /** Absent: they were assigned to no room. */
  readonly assignedBefore?: RoomId
  /** Absent: they were not moved. */
  readonly movedFrom?: RoomId
}
