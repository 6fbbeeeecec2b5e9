// SPDX-License-Identifier: Apache-2.0
// Turns samples into what people read: a table per round trip time, Alcove beside the baseline, and whether the aims hold. Pure.
import { median, p95 } from '../statistics/percentile.ts'
import type { Sample, Way } from './measureStep.ts'

interface Metric {
  readonly title: string
  readonly of: (sample: Sample) => readonly number[]
  /** A gap near nothing has no meaningful ratio. */
  readonly hasRatio: boolean
}

const metrics = {
  firstSound: { title: 'Command to first sound', of: (sample) => [sample.firstSoundMs], hasRatio: true },
  firstPicture: { title: 'Command to first picture', of: (sample) => [sample.firstPictureMs], hasRatio: true },
  allPictures: { title: 'Command to all pictures', of: (sample) => [sample.allPicturesMs], hasRatio: true },
  moverGap: { title: 'Gap in sound, mover', of: (sample) => [sample.moverGapMs], hasRatio: true },
  stayersGap: { title: 'Gap in sound, those who stay', of: (sample) => sample.stayersGapMs, hasRatio: false },
  moverHeard: {
    title: 'Command to mover heard by the new room',
    of: (sample) => [sample.moverHeardMs],
    hasRatio: true,
  },
} as const satisfies Record<string, Metric>

export interface Aim {
  readonly title: string
  readonly isHeld: boolean
  readonly found: string
}

const gapAimMs = 150
const pictureAimRatio = 0.5
const pictureAimRoundTripMs = 100

export function toTable(samples: readonly Sample[]): string {
  const header = [
    '| Added round trip | | Alcove median | Alcove p95 | n | Baseline median | Baseline p95 | n | Ratio of medians | Ratio of p95 |',
    '|---|---|--:|--:|--:|--:|--:|--:|--:|--:|',
  ]
  const rows = roundTrips(samples).flatMap((roundTripMs) =>
    Object.values<Metric>(metrics).map((metric) => {
      const [own, base] = (['alcove', 'baseline'] as const).map((way) => valuesOf(samples, way, roundTripMs, metric))
      const ratio = (of: (values: readonly number[]) => number) =>
        metric.hasRatio && own && base ? (of(own) / of(base)).toFixed(2) : ''
      const cells = [own, base].flatMap((values = []) => [toMs(median(values)), toMs(p95(values)), values.length])
      return `| ${roundTripMs} ms | ${metric.title} | ${cells.join(' | ')} | ${ratio(median)} | ${ratio(p95)} |`
    }),
  )
  return [...header, ...rows].join('\n')
}

export function judgeAims(samples: readonly Sample[]): Aim[] {
  const gaps = roundTrips(samples).flatMap((roundTripMs) =>
    [metrics.moverGap, metrics.stayersGap].map((metric) => {
      const found = p95(valuesOf(samples, 'alcove', roundTripMs, metric))
      return {
        title: `${metric.title} at ${roundTripMs} ms: p95 under ${gapAimMs} ms`,
        isHeld: found < gapAimMs,
        found: toMs(found),
      }
    }),
  )
  if (!roundTrips(samples).includes(pictureAimRoundTripMs)) return gaps
  const pictures = (way: Way) => median(valuesOf(samples, way, pictureAimRoundTripMs, metrics.firstPicture))
  const ratio = pictures('alcove') / pictures('baseline')
  const title = `Command to first picture at ${pictureAimRoundTripMs} ms: at most half of the baseline's`
  return [...gaps, { title, isHeld: ratio <= pictureAimRatio, found: `${ratio.toFixed(2)} of it` }]
}

export function toAimLines(aims: readonly Aim[]): string {
  return aims.map(({ title, isHeld, found }) => `- ${isHeld ? 'held' : 'AIM MISSED'}: ${title} (${found})`).join('\n')
}

function valuesOf(samples: readonly Sample[], way: Way, roundTripMs: number, { of }: Pick<Metric, 'of'>): number[] {
  return samples.filter((sample) => sample.way === way && sample.roundTripMs === roundTripMs).flatMap(of)
}

function roundTrips(samples: readonly Sample[]): number[] {
  return [...new Set(samples.map((sample) => sample.roundTripMs))]
}

function toMs(value: number): string {
  return `${value.toFixed(0)} ms`
}
