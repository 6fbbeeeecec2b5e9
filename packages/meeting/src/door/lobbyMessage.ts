// SPDX-License-Identifier: Apache-2.0
// A message between the lobby and the moderators (SPEC LO9).
import type { Actor } from '@alcove/protocol'

export interface LobbyMessage {
  /** Who waits, or who answered. */
  readonly from: Actor
  readonly text: string
  readonly at: number
}
