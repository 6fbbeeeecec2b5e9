// SPDX-License-Identifier: Apache-2.0
// Turns samples into what people read: a table with Alcove beside the baseline, and whether the aims hold. Pure.
import { median, p95 } from '../statistics/percentile.ts'
import type { Sample, Way } from './measureStep.ts'

interface Metric {
  readonly title: string
  readonly of: (sample: Sample) => readonly number[]
  /** What is near nothing in both ways has no meaningful ratio. */
  readonly hasRatio: boolean
}

const firstPicture: Metric = {
  title: 'Command to first picture',
  of: (sample) => [sample.firstPictureMs],
  hasRatio: true,
}
const moverGap: Metric = { title: 'Gap in sound, mover', of: (sample) => [sample.moverGapMs], hasRatio: true }
const stayersGap: Metric = {
  title: 'Gap in sound, those who stay',
  of: (sample) => sample.stayersGapMs,
  hasRatio: false,
}
const metrics: readonly Metric[] = [
  { title: 'Command to first sound', of: (sample) => [sample.firstSoundMs], hasRatio: true },
  firstPicture,
  { title: 'Command to all pictures', of: (sample) => [sample.allPicturesMs], hasRatio: true },
  moverGap,
  stayersGap,
  { title: 'Command to mover heard in the new room', of: (sample) => [sample.moverHeardMs], hasRatio: true },
]

export interface Aim {
  readonly title: string
  readonly isHeld: boolean
  readonly found: string
}

const gapAimMs = 150
const pictureAimRatio = 0.5
const pictureAimRoundTripMs = 100

/** In milliseconds, as Markdown. */
export function toTable(samples: readonly Sample[]): string {
  const header = [
    '| Added round trip | In milliseconds | Alcove: median | p95 | n | Baseline: median | p95 | n | Ratio of medians | of p95 |',
    '|--:|---|--:|--:|--:|--:|--:|--:|--:|--:|',
  ]
  const rows = roundTrips(samples).flatMap((roundTripMs) =>
    metrics.map((metric) => {
      const own = valuesOf(samples, 'alcove', roundTripMs, metric)
      const base = valuesOf(samples, 'baseline', roundTripMs, metric)
      const numbers = [own, base].flatMap((values) => [
        median(values).toFixed(0),
        p95(values).toFixed(0),
        values.length,
      ])
      const ratios = [median, p95].map((of) => (metric.hasRatio ? (of(own) / of(base)).toFixed(2) : ''))
      return `| ${[roundTripMs, metric.title, ...numbers, ...ratios].join(' | ')} |`
    }),
  )
  return [...header, ...rows].join('\n')
}

export function judgeAims(samples: readonly Sample[]): readonly Aim[] {
  const gaps = roundTrips(samples).flatMap((roundTripMs) =>
    [moverGap, stayersGap].map((metric): Aim => {
      const found = p95(valuesOf(samples, 'alcove', roundTripMs, metric))
      const title = `${metric.title}, at ${roundTripMs} ms added: p95 under ${gapAimMs} ms`
      return { title, isHeld: found < gapAimMs, found: `${found.toFixed(0)} ms` }
    }),
  )
  if (!roundTrips(samples).includes(pictureAimRoundTripMs)) return gaps
  const pictures = (way: Way) => median(valuesOf(samples, way, pictureAimRoundTripMs, firstPicture))
  const ratio = pictures('alcove') / pictures('baseline')
  const title = `${firstPicture.title}, at ${pictureAimRoundTripMs} ms added: median at most half of the baseline's`
  return [...gaps, { title, isHeld: ratio <= pictureAimRatio, found: `${ratio.toFixed(2)} of it` }]
}

export function toAimLines(aims: readonly Aim[]): string {
  return aims.map(({ title, isHeld, found }) => `- ${isHeld ? 'held' : 'AIM MISSED'}: ${title} (${found})`).join('\n')
}

function valuesOf(samples: readonly Sample[], way: Way, roundTripMs: number, { of }: Metric): number[] {
  return samples.filter((sample) => sample.way === way && sample.roundTripMs === roundTripMs).flatMap(of)
}

function roundTrips(samples: readonly Sample[]): number[] {
  return [...new Set(samples.map((sample) => sample.roundTripMs))]
}
