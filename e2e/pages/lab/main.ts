// SPDX-License-Identifier: Apache-2.0
// The lab page: several people in one page, driven from outside through `window.lab`. Only plain data goes in and out.
import type { MeetingClient, MeetingSnapshot } from '@alcove/client'
import type { ParticipantId, RoomId } from '@alcove/protocol'
import { type DiaryEntry, now, Participant, type ParticipantOptions, type SenseRow } from './Participant.ts'
import { audioContext } from './sources.ts'
import { countWindow, type WindowCount } from './streams.ts'

/** A snapshot without what cannot leave the page. */
export interface PlainSnapshot extends Pick<MeetingSnapshot, 'state' | 'view' | 'mediaState'> {
  readonly remoteTracks: readonly { participantId: string; source: string; id: string; readyState: string }[]
  readonly localTracks: readonly { source: string; muted: boolean }[]
}

export interface Notes {
  readonly diary: readonly DiaryEntry[]
  readonly rows: readonly SenseRow[]
}

export interface Outcome {
  readonly ok: boolean
  /** Code of the failure. */
  readonly code?: string
  readonly value?: unknown
  /** When it settled, ms since 1970. */
  readonly at: number
}

type Action = Exclude<keyof MeetingClient, 'subscribe' | 'publish' | 'getStats' | 'getSnapshot'>

const senseMs = 20
const countsChannel = new BroadcastChannel('lab-counts')
const people = new Map<string, Participant>()
const rows = new Map<string, SenseRow[]>()
let timer: ReturnType<typeof setInterval> | undefined
let counting: Promise<WindowCount> | undefined

function find(name: string): Participant {
  const person = people.get(name)
  if (!person) throw new Error(`nobody called ${name} is in this page`)
  return person
}

const lab = {
  async join(options: ParticipantOptions): Promise<string> {
    await audioContext().resume()
    const person = new Participant(options)
    people.set(options.name, person)
    await person.join()
    return person.client.getSnapshot().view?.self.participantId ?? ''
  },

  snapshot(name: string): PlainSnapshot {
    const { state, view, mediaState, remoteTracks, localTracks } = find(name).client.getSnapshot()
    return {
      state,
      view,
      mediaState,
      remoteTracks: remoteTracks.map(({ participantId, source, track }) => ({
        participantId,
        source,
        id: track.id,
        readyState: track.readyState,
      })),
      localTracks: localTracks.map(({ source, muted }) => ({ source, muted })),
    }
  },

  /** Calls a method of somebody's client; failures come back as codes. */
  async call(name: string, action: Action, args: readonly unknown[]): Promise<Outcome> {
    const { client } = find(name)
    try {
      const value = await (client[action] as (...given: unknown[]) => unknown).apply(client, [...args])
      return { ok: true, value, at: now() }
    } catch (error) {
      return {
        ok: false,
        code: error instanceof Error && 'code' in error ? String(error.code) : String(error),
        at: now(),
      }
    }
  },

  sense: (name: string): SenseRow => find(name).sense(),
  /** When new tracks were handed out the last time, ms since 1970. */
  tracksChangedAt: (name: string): number => find(name).tracksChangedAt,
  /** When somebody was told of a look into their room the first time, ms since 1970. */
  lookedAtSince: (name: string): number | undefined => find(name).lookedAtSince,
  now,
  statuses: (name: string): readonly string[] => find(name).statuses,

  /** Notes what everybody of this page hears and sees from now on. */
  startNotes(): void {
    for (const [name, { options }] of people)
      if (options.senses !== false && options.receive !== false) rows.set(name, [])
    timer = setInterval(() => {
      for (const [name, notes] of rows) notes.push(find(name).sense())
    }, senseMs)
  },

  /** How many moments have been noted. */
  countNotes: (): number => [...rows.values()].reduce((sum, notes) => sum + notes.length, 0),

  endNotes(): Record<string, Notes> {
    clearInterval(timer)
    const all = [...rows].map(([name, notes]) => [name, { diary: find(name).diary, rows: notes }] as const)
    rows.clear()
    return Object.fromEntries(all)
  },

  /** Moves somebody and tells all pages the moment when the move was acknowledged. */
  async move(by: string, participantId: string, roomId: string): Promise<Outcome> {
    const outcome = await lab.call(by, 'move', [participantId as ParticipantId, roomId as RoomId])
    lab.announce(outcome.at)
    return outcome
  },

  announce(at: number): void {
    countsChannel.postMessage(at)
    // A channel does not reach the one who speaks.
    countsChannel.dispatchEvent(new MessageEvent('message', { data: at }))
  },

  /** Counts packets from `afterMs` after the next announced moment, for `lengthMs`; {@link lab.counted} has them. */
  countAfterNext(afterMs: number, lengthMs: number): void {
    counting = new Promise((resolve) => {
      const handle = ({ data: at }: MessageEvent<number>) => {
        resolve(countWindow([...people.values()], at, { afterMs, lengthMs }))
      }
      countsChannel.addEventListener('message', handle, { once: true })
    })
  },

  counted: (): Promise<WindowCount> | undefined => counting,

  /** Statistics of one type from all of somebody's connections. */
  async stats(name: string, type: string): Promise<Record<string, unknown>[]> {
    const reports = await find(name).client.getStats()
    return reports.flatMap((report) => [...report.values()].filter((entry) => entry.type === type))
  },
}

export type Lab = typeof lab

declare global {
  interface Window {
    lab: Lab
  }
}

window.lab = lab
