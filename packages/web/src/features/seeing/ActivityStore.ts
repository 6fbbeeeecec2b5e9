// SPDX-License-Identifier: Apache-2.0
// How lively each room was in the last minutes, as the server tells moderators, up to now: the loudest moment of each step of time. Knows no clock.
import { activityStepMs, activitySteps, type ModeratorsPart, type RoomId } from '@alcove/protocol'

/** The loudest of each step, 0 to maxLevel, the oldest first. */
export type LastMinutes = readonly number[]

const silence: LastMinutes = Array.from({ length: activitySteps }, () => 0)

export class ActivityStore {
  #rooms: ReadonlyMap<RoomId, LastMinutes> = new Map()
  readonly #listeners = new Set<() => void>()

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** The same list until it says something else. */
  of(roomId: RoomId): LastMinutes {
    return this.#rooms.get(roomId) ?? silence
  }

  /** @param now by the server's clock */
  note(lately: ModeratorsPart['lately'], now: number): void {
    const oldest = Math.floor(now / activityStepMs) - activitySteps + 1
    // Object.entries forgets that the keys of a record are branded ids.
    const rooms = Object.entries(lately).map(([id, levels]): [RoomId, LastMinutes] => {
      const roomId = id as RoomId
      const steps = silence.map((none, place) => levels[`${oldest + place}`] ?? none)
      const before = this.of(roomId)
      return [roomId, steps.every((level, place) => level === before[place]) ? before : steps]
    })
    this.#rooms = new Map(rooms)
    for (const listener of this.#listeners) listener()
  }
}
