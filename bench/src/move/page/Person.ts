// SPDX-License-Identifier: Apache-2.0
// One person of the page: one made-up microphone and camera for good, and a client for each meeting they go to. Uses the SDK as an application
// does: tells it what is shown, plays what is handed out.
import { createMeetingClient, type MeetingClient, type MeetingSnapshot } from '@alcove/client'
import { markAt, now, openPicture, openTones } from '@alcove/e2e/lab'
import type { ParticipantId, ShownItem } from '@alcove/protocol'
import { type FirstPicture, Pictures } from './Pictures.ts'
import { Recorder } from './Recorder.ts'

export interface PersonOptions {
  readonly name: string
  readonly mark: number
  /** Hears, sees and records; the others are only there to be heard and seen. */
  readonly receives: boolean
  readonly pictureMs: number
}

const shownHeightPx = 90

export class Person {
  readonly name: string
  readonly recorder: Recorder | undefined
  readonly #pictures: Pictures | undefined
  readonly #receives: boolean
  readonly #tone: MediaStreamTrack
  readonly #camera: MediaStreamTrack
  readonly #clients = new Map<string, MeetingClient>()
  firstPictures: FirstPicture[] = []
  /** When tracks were handed out, ms since 1970. */
  tracksAt: number[] = []
  /** When the client was told of another room, ms since 1970. */
  roomsAt: number[] = []

  constructor({ name, mark, receives, pictureMs }: PersonOptions) {
    this.name = name
    this.#receives = receives
    this.#tone = openTones(markAt(mark))
    this.#camera = openPicture(markAt(mark), pictureMs)
    this.recorder = receives ? new Recorder() : undefined
    this.#pictures = receives ? new Pictures((picture) => this.firstPictures.push(picture)) : undefined
  }

  client(meetingId: string): MeetingClient {
    const known = this.#clients.get(meetingId)
    if (known) return known
    const client = createMeetingClient({ serverUrl: location.origin, meetingId, receive: this.#receives })
    this.#clients.set(meetingId, client)
    let before = client.getSnapshot()
    client.subscribe(() => {
      const after = client.getSnapshot()
      this.#follow(client, before, after)
      before = after
    })
    return client
  }

  /** Sends everything and joins; comes back to the seat where there is one. */
  async attend(meetingId: string): Promise<void> {
    const client = this.client(meetingId)
    const published = [client.publish('microphone', this.#tone, { dtx: false }), client.publish('camera', this.#camera)]
    await Promise.all([...published, client.join(this.name)])
  }

  forgetNotes(): void {
    this.firstPictures = []
    this.tracksAt = []
    this.roomsAt = []
  }

  #follow(client: MeetingClient, before: MeetingSnapshot, after: MeetingSnapshot): void {
    if (before.view !== after.view && after.view) {
      if (before.view?.room.roomId !== after.view.room.roomId) this.roomsAt.push(now())
      if (this.#receives) client.show(camerasIn(after))
    }
    if (before.remoteTracks === after.remoteTracks) return
    const known = new Set(before.remoteTracks.map(({ track }) => track))
    if (after.remoteTracks.some(({ track }) => !known.has(track))) this.tracksAt.push(now())
    this.recorder?.listen(after.remoteTracks.map(({ track }) => track))
    this.#pictures?.show(before.remoteTracks, after.remoteTracks)
  }
}

function camerasIn({ view }: MeetingSnapshot): ShownItem[] {
  if (!view) return []
  // Object.entries forgets that the keys of a record are branded ids.
  const others = Object.entries(view.room.media) as [ParticipantId, (typeof view.room.media)[ParticipantId]][]
  return others
    .filter(([participantId, { camera }]) => camera === 'on' && participantId !== view.self.participantId)
    .map(([participantId]) => ({ participantId, source: 'camera', height: shownHeightPx }))
}
