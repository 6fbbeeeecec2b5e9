// SPDX-License-Identifier: Apache-2.0
// Judges what people heard and saw against where they were told to be: from a little after a person's client applied a move, nobody of
// another room may be heard or seen. Pure.
import type { Notes } from '../pages/lab/main.ts'
import type { DiaryEntry, SenseRow } from '../pages/lab/Participant.ts'

export interface JudgeOptions {
  /** Mark of each person by name. */
  readonly marks: ReadonlyMap<string, number>
  /** How long after a client applied a move the old may still be heard: the window of the analyser is part of it. */
  readonly settleMs: number
  /** A foreign tone must be this far below the usual level of a tone. */
  readonly belowDb: number
}

export interface Verdict {
  readonly leaks: readonly string[]
  /** Moments that were judged, with at least one foreign mark each. */
  readonly judged: number
  /** Loudest foreign tone that stood out of its surroundings, below the usual level of a tone (dB, negative). */
  readonly loudestForeignDb: number
}

/** A tone stands out of what is beside it; the click when another voice begins or ends does not. */
const standsOutDb = 10

export function judgeSenses(notes: Readonly<Record<string, Notes>>, options: JudgeOptions): Verdict {
  const usualDb = usualLevel(notes)
  const people = new Set(options.marks.values())
  const leaks: string[] = []
  let judged = 0
  let loudestForeignDb = Number.NEGATIVE_INFINITY
  for (const [name, { diary, rows }] of Object.entries(notes)) {
    for (const row of rows) {
      const own = options.marks.get(name) ?? -1
      const seen = matesAround(diary, ({ at }) => at, row, options).add(own)
      const heard = matesAround(diary, ({ soundAt }) => soundAt, row, options).add(own)
      judged += 1
      for (const [mark, { db, prominence }] of row.tones.entries()) {
        // What nobody sends comes from nobody: filled gaps of a voice can sound like it.
        if (!people.has(mark) || heard.has(mark) || prominence < standsOutDb) continue
        const relative = db - usualDb
        loudestForeignDb = Math.max(loudestForeignDb, relative)
        if (relative > -options.belowDb) {
          leaks.push(`${name} heard mark ${mark} at ${relative.toFixed(0)} dB, ${describe(diary, row.at)}`)
        }
      }
      for (const mark of row.colours) {
        if (!seen.has(mark)) leaks.push(`${name} saw mark ${mark}, ${describe(diary, row.at)}`)
      }
    }
  }
  return { leaks, judged, loudestForeignDb }
}

/** Marks of everybody who was in the same room at any time of the last `settleMs` of this clock, by the person's own view. */
function matesAround(
  diary: readonly DiaryEntry[],
  clock: (moment: DiaryEntry | SenseRow) => number,
  row: SenseRow,
  { marks, settleMs }: JudgeOptions,
): Set<number> {
  const mates = diary.flatMap((entry, index) => {
    const next = diary[index + 1]
    const until = next ? clock(next) : Number.POSITIVE_INFINITY
    return clock(entry) <= clock(row) && until > clock(row) - settleMs ? entry.mates : []
  })
  return new Set(mates.flatMap((name) => marks.get(name) ?? []))
}

/** Median level of tones that are certainly there. */
function usualLevel(notes: Readonly<Record<string, Notes>>): number {
  const heard = Object.values(notes)
    .flatMap(({ rows }) => rows.flatMap(({ tones }) => tones))
    .filter(({ db, prominence }) => db > -45 && prominence > 20)
    .map(({ db }) => db)
    .sort((a, b) => a - b)
  const median = heard[Math.floor(heard.length / 2)]
  if (median === undefined) throw new Error('nobody heard anything, so there is nothing to judge by')
  return median
}

function describe(diary: readonly DiaryEntry[], at: number): string {
  const last = diary.findLast((entry) => entry.at <= at)
  return last ? `${(at - last.at).toFixed(0)} ms after coming to [${last.mates}] in ${last.roomId}` : 'before any view'
}
