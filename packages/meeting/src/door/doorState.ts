// SPDX-License-Identifier: Apache-2.0
// How the meeting's door stands (SPEC DR, LO): a sub-state of the meeting.
import type { BeforeModerator, ParticipantId, ToldOutside } from '@alcove/protocol'

export interface DoorState {
  /** How many people may be in the meeting at once; undefined: as many as there are seats. */
  readonly maxPeople: number | undefined
  /** People wait until a moderator lets them in. */
  readonly lobby: boolean
  /** Who switched it last; undefined: nobody of the meeting. */
  readonly lobbyBy: ParticipantId | undefined
  readonly password: Password
  /** SHA-256 of the secret of the moderator link; undefined: the first one in is moderator. */
  readonly moderatorKeyHash: string | undefined
  readonly beforeModerator: BeforeModerator
  readonly toldOutside: ToldOutside
}

/** `version` counts every password that there was, so that a check against an older one counts for nothing. */
export interface Password {
  readonly version: number
  /** As the hasher made it; undefined: none is asked. */
  readonly hash: string | undefined
}

export const openDoor: DoorState = {
  maxPeople: undefined,
  lobby: false,
  lobbyBy: undefined,
  password: { version: 0, hash: undefined },
  moderatorKeyHash: undefined,
  beforeModerator: 'join',
  toldOutside: 'count',
}
