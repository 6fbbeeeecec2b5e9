// SPDX-License-Identifier: Apache-2.0
// Hands that are up (SPEC HA): whose, since when, in the order of raising.
import type { ParticipantId } from '@alcove/protocol'

export type HandsState = readonly RaisedHand[]

export interface RaisedHand {
  readonly participantId: ParticipantId
  readonly since: number
}

export const noHands: HandsState = []
