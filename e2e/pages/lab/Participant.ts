// SPDX-License-Identifier: Apache-2.0
// One person of the lab page: an SDK client with made-up devices, an ear and an eye. Keeps a diary of the rooms it was told to be in.
import { createMeetingClient, type MeetingClient, type MeetingSnapshot, type MeetingView } from '@alcove/client'
import type { ParticipantId } from '@alcove/protocol'
import { Ear, type ToneLevel } from './Ear.ts'
import { Eye } from './Eye.ts'
import { markAt } from './marks.ts'
import { audioContext, openPicture, openTones } from './sources.ts'

export interface ParticipantOptions {
  readonly name: string
  readonly meetingId: string
  /** Number of the tones and colour. */
  readonly mark: number
  readonly serverUrl?: string
  /** Kept in sessionStorage when given, so that a reload finds the seat. */
  readonly keepsSeat?: boolean
  readonly receive?: boolean
  readonly camera?: boolean
  readonly microphone?: boolean
  /** 1 is the usual level. Two who send the same tones need different ones, or they could cancel each other out. */
  readonly toneGain?: number
  readonly muted?: boolean
  readonly dtx?: boolean
  /** Listen and look at all; off saves work for people who are only there to be heard. */
  readonly senses?: boolean
}

/** From this moment on (ms since 1970), by this person's own view, these marks are in the same room. */
export interface DiaryEntry {
  readonly at: number
  /** The same moment by the clock of the sound (ms). */
  readonly soundAt: number
  readonly roomId: string
  readonly mates: readonly string[]
}

export interface SenseRow {
  readonly at: number
  /** The same moment by the clock of the sound (ms), which stands still while the machine makes no sound: the tones are then those of before. */
  readonly soundAt: number
  readonly tones: readonly ToneLevel[]
  readonly colours: readonly number[]
}

export class Participant {
  readonly client: MeetingClient
  readonly options: ParticipantOptions
  readonly diary: DiaryEntry[] = []
  /** Whose each track ever handed out is; the track's id is the consumer's. */
  readonly tracks = new Map<string, { participantId: ParticipantId; source: string }>()
  readonly statuses: string[] = []
  /** When the remote tracks became others the last time, ms since 1970. */
  tracksChangedAt = 0
  /** When this person was told the first time that somebody looks into their room, ms since 1970. */
  lookedAtSince: number | undefined
  readonly #ear: Ear | undefined
  readonly #eye: Eye | undefined
  #view: MeetingView | undefined

  constructor(options: ParticipantOptions) {
    this.options = options
    const { serverUrl = location.origin, meetingId, receive = true, keepsSeat = false, senses = receive } = options
    this.#ear = senses ? new Ear() : undefined
    this.#eye = senses ? new Eye() : undefined
    this.client = createMeetingClient({
      serverUrl,
      meetingId,
      receive,
      ...(keepsSeat && { storage: sessionStorage }),
    })
    this.client.subscribe(() => this.#notice(this.client.getSnapshot()))
  }

  async join(): Promise<void> {
    const { camera = true, microphone = true, muted = false, dtx = false, toneGain, mark, name } = this.options
    const publishing = [
      microphone && this.client.publish('microphone', openTones(markAt(mark), toneGain), { dtx, muted }),
      camera && this.client.publish('camera', openPicture(markAt(mark))),
    ]
    await Promise.all(publishing)
    await this.client.join(name)
  }

  sense(): SenseRow {
    return { at: now(), soundAt: soundNow(), tones: this.#ear?.levels() ?? [], colours: this.#eye?.marks() ?? [] }
  }

  #notice({ view, remoteTracks, state }: MeetingSnapshot): void {
    if (this.statuses.at(-1) !== state.status) this.statuses.push(state.status)
    if (remoteTracks.some(({ track }) => !this.tracks.has(track.id))) this.tracksChangedAt = now()
    for (const { track, participantId, source } of remoteTracks) this.tracks.set(track.id, { participantId, source })
    this.#ear?.listen(remoteTracks.map(({ track }) => track))
    this.#eye?.look(remoteTracks)
    if (view && view.room.lookers.length > 0) this.lookedAtSince ??= now()
    if (view && view !== this.#view) this.#writeDiary(view)
    this.#view = view
  }

  #writeDiary({ meeting, room, self }: MeetingView): void {
    const people = Object.entries(meeting.people) as [ParticipantId, (typeof meeting.people)[ParticipantId]][]
    const mates = people
      .filter(([id, person]) => person.roomId === room.roomId && id !== self.participantId)
      .map(([, person]) => person.displayName)
      .sort()
    const last = this.diary.at(-1)
    if (last?.roomId === room.roomId && last.mates.join() === mates.join()) return
    this.diary.push({ at: now(), soundAt: soundNow(), roomId: room.roomId, mates })
  }
}

/** How far sound has been made in this page, in ms. */
function soundNow(): number {
  return audioContext().currentTime * 1000
}

/** Milliseconds since 1970, finer and steadier than Date.now and the same in all pages of a machine. */
export function now(): number {
  return performance.timeOrigin + performance.now()
}
