// SPDX-License-Identifier: Apache-2.0
// Measures one change of place of the mover, as the mover and one who stays in either place hear and see it.
import { pause } from '@alcove/e2e'
import { firstStart, longestSilence } from '../sound/gaps.ts'
import type { MoveStage, Place } from './MoveStage.ts'
import { mover } from './MoveStage.ts'
import type { Change, Heard } from './page/main.ts'

/** `alcove`: a move between rooms of one meeting; `baseline`: out of a meeting and into another one, with everything new. */
export type Way = 'alcove' | 'baseline'

/** Milliseconds from the command, or lengths in milliseconds. */
export interface Sample {
  readonly way: Way
  readonly roundTripMs: number
  readonly firstSoundMs: number
  readonly firstPictureMs: number
  /** Until every picture of the new place was there. */
  readonly allPicturesMs: number
  /** Longest time without any remote sound, for the mover. */
  readonly moverGapMs: number
  /** The same for one person in the place left and one in the place entered. */
  readonly stayersGapMs: readonly number[]
  /** Until the place entered heard the mover. */
  readonly moverHeardMs: number
  readonly steps: { readonly acknowledgedMs: number; readonly toldMs: number; readonly tracksMs: number }
  /** Longest time between two paintings of the mover's page. */
  readonly longestPaintMs: number
  /** How far the clocks of sound and page drifted apart meanwhile: what a time may be wrong by. */
  readonly driftMs: number
}

export interface Step {
  readonly way: Way
  readonly roundTripMs: number
  readonly from: Place
  readonly to: Place
}

const leadMs = 150
/** Sound is watched this long after the last picture: what falters later counts too. */
const tailMs = 700
const timeoutMs = 15_000

/** @throws when a sound or a picture of the new place never came */
export async function measureStep(stage: MoveStage, { way, roundTripMs, from, to }: Step): Promise<Sample> {
  const { moverPage, othersPage } = stage
  await Promise.all([moverPage.startRecording(), othersPage.startRecording()])
  await pause(leadMs)
  const changed = await moverPage.change(mover.name, toChange(way, from, to), to.marks, timeoutMs)
  await pause(tailMs)
  const marks = [...from.marks, ...to.marks, mover.mark]
  const [own, others] = await Promise.all([moverPage.stopRecording(marks), othersPage.stopRecording(marks)])
  const heard = { ...own, ...others }
  const heardBy = (name: string) => heard[name] ?? fail(`${name} recorded nothing`)

  const { commandAt, pictures } = changed
  const seen = pictures.map(({ mark }) => mark)
  const since = (at: number | undefined, what: string) =>
    at === undefined
      ? fail(`${what} never came (${way}, ${roundTripMs} ms, to marks ${to.marks}; seen: ${seen})`)
      : at - commandAt
  const startOf = ({ runs }: Heard, wanted: readonly number[]) =>
    firstStart(
      wanted.flatMap((mark) => runs[marks.indexOf(mark)] ?? []),
      commandAt,
    )
  const gapOf = ({ runs, to: end }: Heard) => longestSilence(runs.flat(), commandAt, end)
  const pictureTimes = to.marks.map((mark) => since(pictures.find((each) => each.mark === mark)?.at, 'a picture'))
  return {
    way,
    roundTripMs,
    firstSoundMs: since(startOf(heardBy(mover.name), to.marks), 'sound of the new place'),
    firstPictureMs: Math.min(...pictureTimes),
    allPicturesMs: Math.max(...pictureTimes),
    moverGapMs: gapOf(heardBy(mover.name)),
    stayersGapMs: [from, to].map(({ listener }) => gapOf(heardBy(listener))),
    moverHeardMs: since(startOf(heardBy(to.listener), [mover.mark]), 'the sound of the mover'),
    steps: {
      acknowledgedMs: changed.acknowledgedAt - commandAt,
      toldMs: since(changed.toldAt, 'word of the new place'),
      tracksMs: since(changed.tracksAt, 'a track'),
    },
    longestPaintMs: changed.longestPaintMs,
    driftMs: Math.max(...Object.values(heard).map(({ driftMs }) => Math.abs(driftMs))),
  }
}

function toChange(way: Way, from: Place, to: Place): Change {
  return way === 'alcove'
    ? { type: 'move', meetingId: to.meetingId, roomId: to.roomId }
    : { type: 'switch', from: from.meetingId, to: to.meetingId }
}

function fail(reason: string): never {
  throw new Error(`A move could not be measured: ${reason}.`)
}
