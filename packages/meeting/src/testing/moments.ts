// SPDX-License-Identifier: Apache-2.0
// Moments for tests.
import type { ParticipantId, Source } from '@alcove/protocol'
import { emptyMoment, type Moment, type SentTrack } from '../media/moment.ts'

/** Everybody can receive and sends these sources, unpaused. */
export function everybodySends(people: Iterable<ParticipantId>, ...sources: readonly Source[]): Moment {
  const ids = [...people]
  return { ...emptyMoment, receivers: new Set(ids), producers: new Map(ids.map((id) => [id, tracks(...sources)])) }
}

export function tracks(...sources: readonly Source[]): ReadonlyMap<Source, SentTrack> {
  return new Map(sources.map((source) => [source, { paused: false }]))
}
