// SPDX-License-Identifier: Apache-2.0
// How the meeting's door stands (SPEC DR): a sub-state of the meeting.

export interface DoorState {
  /** How many people may be in the meeting at once; undefined: as many as there are seats. */
  readonly maxPeople: number | undefined
}

export const openDoor: DoorState = { maxPeople: undefined }
