// SPDX-License-Identifier: Apache-2.0
// How well each person's sound and picture arrive, from what the browser counts. Pure. Says only what can be known here: when one person's
// packets are missing the weak line is theirs, when everybody's are it is one's own.
import type { ParticipantId } from '@alcove/protocol'

/** What has been counted of one track, or of what this browser sends, since it began. */
export interface Counted {
  readonly received: number
  readonly lost: number
}

export interface Sample {
  /** By id of the track that arrives. */
  readonly arriving: ReadonlyMap<string, Counted>
  /** Lost of what was sent, as the server reported it last, from 0 to 1; undefined while it reported nothing. */
  readonly sentLoss: number | undefined
  readonly roundTripMs: number | undefined
}

export interface Quality {
  /** One's own line. */
  readonly own: 'good' | 'weak'
  /** Others whose line is weak. */
  readonly weak: ReadonlySet<ParticipantId>
}

export const goodQuality: Quality = { own: 'good', weak: new Set() }

/** From here on voices break up although lost packets are sent again. */
const weakLoss = 0.08
const weakRoundTripMs = 600
/** Fewer packets than this say nothing: somebody was silent, or it has just begun. */
const fewest = 25

export function toQuality(
  before: Sample,
  after: Sample,
  ownerOf: (trackId: string) => ParticipantId | undefined,
): Quality {
  const people = new Map<ParticipantId, Counted>()
  for (const [trackId, now] of after.arriving) {
    const owner = ownerOf(trackId)
    const then = before.arriving.get(trackId)
    if (owner === undefined || !then) continue
    const sum = people.get(owner) ?? { received: 0, lost: 0 }
    // Packets that come late after all are counted back: a loss below zero is none.
    people.set(owner, {
      received: sum.received + Math.max(0, now.received - then.received),
      lost: sum.lost + Math.max(0, now.lost - then.lost),
    })
  }
  const judged = [...people].filter(([, { received, lost }]) => received + lost >= fewest)
  const weak = judged.filter(([, { received, lost }]) => lost / (received + lost) > weakLoss).map(([id]) => id)
  const isOwnWeak =
    (after.sentLoss ?? 0) > weakLoss ||
    (after.roundTripMs ?? 0) > weakRoundTripMs ||
    (judged.length > 1 && weak.length === judged.length)
  // With one's own line weak nothing can be said about those of others.
  return isOwnWeak ? { own: 'weak', weak: new Set() } : { own: 'good', weak: new Set(weak) }
}

/** Reads the few numbers that matter out of the browser's reports. */
export function toSample(reports: readonly RTCStatsReport[]): Sample {
  const arriving = new Map<string, Counted>()
  let sentLoss: number | undefined
  let roundTripMs: number | undefined
  for (const report of reports) {
    for (const stats of report.values()) {
      if (stats.type === 'inbound-rtp' && typeof stats.trackIdentifier === 'string')
        arriving.set(stats.trackIdentifier, { received: stats.packetsReceived ?? 0, lost: stats.packetsLost ?? 0 })
      if (stats.type === 'remote-inbound-rtp' && typeof stats.fractionLost === 'number')
        sentLoss = Math.max(sentLoss ?? 0, stats.fractionLost)
      if (stats.type === 'candidate-pair' && stats.nominated && typeof stats.currentRoundTripTime === 'number')
        roundTripMs = Math.max(roundTripMs ?? 0, stats.currentRoundTripTime * 1000)
    }
  }
  return { arriving, sentLoss, roundTripMs }
}

export function isSameQuality(first: Quality, second: Quality): boolean {
  return (
    first.own === second.own &&
    first.weak.size === second.weak.size &&
    [...first.weak].every((id) => second.weak.has(id))
  )
}
