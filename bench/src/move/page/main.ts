// SPDX-License-Identifier: Apache-2.0
// The page of people who are moved about and measured, driven from outside through `window.moves`. Only plain data goes in and out.
import type { MeetingClient } from '@alcove/client'
import { audioContext, markAt, now, sampleRate } from '@alcove/e2e/lab'
import type { ParticipantId, RoomId } from '@alcove/protocol'
import { findToneRuns, type Run, windowMs } from '../../sound/findToneRuns.ts'
import { Person, type PersonOptions } from './Person.ts'
import type { FirstPicture } from './Pictures.ts'
import { loadRecorder } from './Recorder.ts'

/** What somebody heard: for each mark asked for, when its tone was there (ms since 1970). */
export interface Heard {
  readonly runs: readonly (readonly Run[])[]
  readonly from: number
  readonly to: number
  readonly driftMs: number
}

export type Change =
  /** Within a meeting. */
  | { readonly type: 'move'; readonly meetingId: string; readonly roomId: string }
  /** Out of one meeting and into another one. */
  | { readonly type: 'switch'; readonly from: string; readonly to: string }

/** All times are milliseconds since 1970. */
export interface Changed {
  readonly commandAt: number
  readonly acknowledgedAt: number
  readonly toldAt: number | undefined
  readonly tracksAt: number | undefined
  readonly pictures: readonly FirstPicture[]
  /** Longest time between two paintings of the page meanwhile: no picture is seen any finer. */
  readonly longestPaintMs: number
}

/** A third of a tone's usual amplitude. */
const toneThreshold = 0.08
const lookEveryMs = 20

const people = new Map<string, Person>()

function find(name: string): Person {
  const person = people.get(name)
  if (!person) throw new Error(`nobody called ${name} is in this page`)
  return person
}

function selfOf(client: MeetingClient): ParticipantId {
  const self = client.getSnapshot().view?.self.participantId
  if (!self) throw new Error('this client is in no meeting')
  return self
}

const recorders = () => [...people.values()].flatMap(({ name, recorder }) => (recorder ? [{ name, recorder }] : []))

const moves = {
  async enter(options: PersonOptions, meetingId: string): Promise<ParticipantId> {
    await audioContext().resume()
    await loadRecorder()
    const person = people.get(options.name) ?? new Person(options)
    people.set(options.name, person)
    await person.attend(meetingId)
    return selfOf(person.client(meetingId))
  },

  createRoom: (name: string, meetingId: string): Promise<RoomId> => find(name).client(meetingId).createRoom(),

  send: (name: string, meetingId: string, participantId: ParticipantId, roomId: RoomId): Promise<void> =>
    find(name).client(meetingId).move(participantId, roomId),

  startRecording(): void {
    for (const { recorder } of recorders()) recorder.start()
  },

  /** What everybody of this page heard of these marks. */
  async stopRecording(marks: readonly number[]): Promise<Record<string, Heard>> {
    const recordings = await Promise.all(
      recorders().map(async ({ name, recorder }) => ({ name, ...(await recorder.stop()) })),
    )
    const heard = recordings.map(({ name, at, samples, driftMs }) => {
      const runs = marks.map((mark) =>
        findToneRuns(samples, { sampleRate, hz: markAt(mark).tones[0], threshold: toneThreshold }).map(
          ({ from, to }) => ({
            from: at + from,
            to: at + to,
          }),
        ),
      )
      // Nothing can be said of the very ends.
      const to = at + (samples.length * 1000) / sampleRate - windowMs
      return [name, { runs, from: at + windowMs, to, driftMs }] as const
    })
    return Object.fromEntries(heard)
  },

  /** Goes elsewhere; resolves when a picture of each of these marks was there, or the time is over. */
  async change(name: string, change: Change, marks: readonly number[], timeoutMs: number): Promise<Changed> {
    const person = find(name)
    person.forgetNotes()
    const endPaints = watchPaints()
    const commandAt = now()
    const going = change.type === 'move' ? move(person, change) : switchMeeting(person, change)
    await going
    const acknowledgedAt = now()
    const isMissing = (mark: number) => !person.firstPictures.some((picture) => picture.mark === mark)
    while (marks.some(isMissing) && now() < commandAt + timeoutMs) {
      await new Promise((resolve) => setTimeout(resolve, lookEveryMs))
    }
    const { firstPictures: pictures, tracksAt, roomsAt } = person
    const [toldAt, firstTracksAt] = [roomsAt[0], tracksAt[0]]
    return { commandAt, acknowledgedAt, toldAt, tracksAt: firstTracksAt, pictures, longestPaintMs: endPaints() }
  },
}

function watchPaints(): () => number {
  let last = performance.now()
  let longest = 0
  let handle = 0
  const note = () => {
    longest = Math.max(longest, performance.now() - last)
    last = performance.now()
  }
  const paint = () => {
    note()
    handle = requestAnimationFrame(paint)
  }
  handle = requestAnimationFrame(paint)
  return () => {
    cancelAnimationFrame(handle)
    note()
    return longest
  }
}

function move(person: Person, { meetingId, roomId }: Extract<Change, { type: 'move' }>): Promise<void> {
  const client = person.client(meetingId)
  return client.move(selfOf(client), roomId as RoomId)
}

/** As kindly as it can be done: nothing waits for the old to be left, and devices stay open. */
function switchMeeting(person: Person, { from, to }: Extract<Change, { type: 'switch' }>): Promise<void> {
  const entering = person.attend(to)
  void person.client(from).leave()
  return entering
}

export type Moves = typeof moves

declare global {
  interface Window {
    moves: Moves
  }
}

window.moves = moves
