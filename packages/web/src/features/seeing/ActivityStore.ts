// SPDX-License-Identifier: Apache-2.0
// How lively each room was in the last minutes, as this page has seen it: the loudest moment of each step of time. What was before the page came is not
// known, but for when somebody last spoke. Knows no clock.
import { maxLevel, type RoomId } from '@alcove/protocol'

export const stepMs = 10_000
/** Five minutes. */
export const stepCount = 30

/** The loudest of each step, 0 to maxLevel, the oldest first. */
export type LastMinutes = readonly number[]

/** What moderators are told of each room. */
export interface RoomsNow {
  readonly levels: Readonly<Record<RoomId, number>>
  readonly spokeAt: Readonly<Record<RoomId, number>>
}

const silence: LastMinutes = Array.from({ length: stepCount }, () => 0)
/** Of a step in which somebody spoke, how loud is not known. */
const heardLevel = Math.ceil(maxLevel / 3)

export class ActivityStore {
  #rooms: ReadonlyMap<RoomId, LastMinutes> = new Map()
  #step = 0
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
  note({ levels, spokeAt }: RoomsNow, now: number): void {
    const step = Math.floor(now / stepMs)
    const passed = Math.max(0, step - this.#step)
    this.#step = Math.max(step, this.#step)
    const rooms = new Map([...this.#rooms].map(([roomId, steps]) => [roomId, shifted(steps, passed)]))
    const raise = (roomId: RoomId, ago: number, level: number) => {
      const steps = rooms.get(roomId) ?? silence
      const index = stepCount - 1 - ago
      if (index >= 0 && (steps[index] ?? 0) < level) rooms.set(roomId, steps.with(index, level))
    }
    // Object.entries forgets that the keys of a record are branded ids.
    for (const [roomId, at] of Object.entries(spokeAt)) {
      const ago = Math.max(0, this.#step - Math.floor(at / stepMs))
      raise(roomId as RoomId, ago, heardLevel)
    }
    for (const [roomId, level] of Object.entries(levels)) raise(roomId as RoomId, 0, level)
    this.#rooms = rooms
    for (const listener of this.#listeners) listener()
  }
}

function shifted(steps: LastMinutes, passed: number): LastMinutes {
  if (passed === 0 || steps.every((level) => level === 0)) return steps
  return [...steps, ...silence].slice(Math.min(passed, stepCount)).slice(0, stepCount)
}
