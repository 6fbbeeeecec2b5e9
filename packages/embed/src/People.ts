// SPDX-License-Identifier: Apache-2.0
// What the script remembers of people from the events that pass by, so that host pages get it without asking the page.
import { isRecord, type ParticipantInfo } from '@alcove/protocol/embed'

type Data = Readonly<Record<string, unknown>>
type Known = Omit<ParticipantInfo, 'participantId'>

export class People {
  readonly #known = new Map<string, Known>()
  #count = 0
  #isVisitor = false

  /** @param name of the event on the wire */
  handleEvent(name: string, data: Data): void {
    switch (name) {
      case 'video-conference-joined':
        this.#isVisitor = data.visitor === true
        this.#count += 1
        this.#change(data.id, toKnown(data))
        break
      case 'participant-joined':
        this.#count += 1
        this.#change(data.id, toKnown(data))
        break
      case 'participant-left':
        this.#count -= 1
        this.#known.delete(String(data.id))
        break
      case 'video-conference-left':
        this.#count -= 1
        this.#known.clear()
        break
      case 'display-name-change':
        this.#change(data.id, {
          displayName: text(data.displayname),
          formattedDisplayName: text(data.formattedDisplayName),
        })
        break
      case 'email-change':
        this.#change(data.id, { email: text(data.email) })
        break
      case 'avatar-changed':
        this.#change(data.id, { avatarURL: text(data.avatarURL) })
        break
      case 'breakout-rooms-updated':
        this.countRooms(data.rooms)
        break
    }
  }

  /** From a list of rooms on, the count is that of all rooms. An empty one says only that the last of them is gone: everybody is where they were counted. */
  countRooms(rooms: unknown): void {
    if (!isRecord(rooms)) return
    const sizes = Object.values(rooms).map((room) =>
      isRecord(room) && isRecord(room.participants) ? Object.keys(room.participants).length : 0,
    )
    if (sizes.length > 0) this.#count = sizes.reduce((sum, size) => sum + size, 0)
  }

  count(): number {
    return this.#count
  }

  isVisitor(): boolean {
    return this.#isVisitor
  }

  of(participantId: string): Known | undefined {
    return this.#known.get(participantId)
  }

  all(): ParticipantInfo[] {
    return [...this.#known].map(([participantId, known]) => ({ participantId, ...known }))
  }

  #change(id: unknown, change: Partial<Known>): void {
    if (typeof id !== 'string') return
    const before = this.#known.get(id) ?? toKnown({})
    this.#known.set(id, { ...before, ...change })
  }
}

function toKnown({ displayName, formattedDisplayName, avatarURL, email }: Data): Known {
  return {
    displayName: text(displayName),
    formattedDisplayName: text(formattedDisplayName),
    avatarURL: text(avatarURL),
    email: text(email),
  }
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}
