// SPDX-License-Identifier: Apache-2.0
// Counts how long people of one meeting spoke until it is stored: once a minute, and before they go on to another room (SPEC ST). Knows neither
// where levels come from nor how commits are stored.
import {
  addHeard,
  type Command,
  type HeardPeople,
  leaversOf,
  type MeetingEvent,
  type Spoken,
  spokenBy,
  withoutSpoken,
} from '@alcove/meeting'
import type { ParticipantId, RoomId } from '@alcove/protocol'

type CountSpeaking = Extract<Command, { type: 'CountSpeaking' }>

const storeEveryMs = 60_000

export class SpokenTotals {
  #heard: HeardPeople = new Map()
  #storedAt: number

  constructor(at: number) {
    this.#storedAt = at
  }

  /** These people were heard, each in the room where they are. */
  hear(rooms: ReadonlyMap<ParticipantId, RoomId>, at: number): void {
    this.#heard = addHeard(this.#heard, rooms, at)
  }

  isAnythingLeft(): boolean {
    return spokenBy(this.#heard).length > 0
  }

  isDue(at: number): boolean {
    return this.isAnythingLeft() && at - this.#storedAt >= storeEveryMs
  }

  /** The command that stores all of it. */
  toStore(at: number): CountSpeaking {
    return { type: 'CountSpeaking', spoken: spokenBy(this.#heard), at }
  }

  /**
   * What has to be stored together with these events, before them, because they end the visits of those who spoke.
   * @param counted whose time is about to be stored already
   */
  toStoreBefore(events: readonly MeetingEvent[], at: number, counted: ReadonlySet<ParticipantId>): CountSpeaking {
    const leavers = leaversOf(events)
    const spoken = leavers.size === 0 ? [] : spokenBy(this.#heard, (id) => leavers.has(id) && !counted.has(id))
    return { type: 'CountSpeaking', spoken, at }
  }

  /** It is stored, or the meeting had no use for it. */
  forget(spoken: readonly Spoken[]): void {
    this.#heard = withoutSpoken(this.#heard, spoken)
  }

  /** All that was due has been stored. */
  settle(at: number): void {
    this.#storedAt = at
  }
}
