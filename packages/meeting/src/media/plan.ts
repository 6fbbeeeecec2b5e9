// SPDX-License-Identifier: Apache-2.0
// The shape of the media plan: for each receiver, exactly what it should consume. What is not in the plan must not exist.
import type { ParticipantId, Source } from '@alcove/protocol'

export interface ProducerRef {
  readonly participantId: ParticipantId
  readonly source: Source
}

export interface Wanted extends ProducerRef {
  /** Height in device pixels for video (chooses the simulcast layer); undefined for audio. */
  readonly height: number | undefined
}

/** Receivers that are not in the map are not affected; a receiver with an empty list consumes nothing. */
export type MediaPlan = ReadonlyMap<ParticipantId, readonly Wanted[]>
