// SPDX-License-Identifier: Apache-2.0
// The reactions that show now, each for a moment. The newest of a person takes the place of the one before.
import type { ParticipantId, Reaction } from '@alcove/protocol'

export interface ShownReaction {
  readonly reaction: Reaction
  /** Another one for each reaction: the same sign twice is seen twice. */
  readonly turn: number
}

export type ReactionsByPerson = ReadonlyMap<ParticipantId, ShownReaction>

/** Long enough to be seen by who looks elsewhere. */
export const shownMs = 4_000

export class ShownReactions {
  #shown: ReactionsByPerson = new Map()
  #turns = 0
  readonly #timers = new Map<ParticipantId, ReturnType<typeof setTimeout>>()
  readonly #listeners = new Set<() => void>()

  readonly getSnapshot = (): ReactionsByPerson => this.#shown

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  readonly show = (participantId: ParticipantId, reaction: Reaction): void => {
    this.#turns += 1
    this.#set(new Map(this.#shown).set(participantId, { reaction, turn: this.#turns }))
    clearTimeout(this.#timers.get(participantId))
    this.#timers.set(
      participantId,
      setTimeout(() => this.#hide(participantId), shownMs),
    )
  }

  readonly clear = (): void => {
    for (const timer of this.#timers.values()) clearTimeout(timer)
    this.#timers.clear()
    if (this.#shown.size > 0) this.#set(new Map())
  }

  #hide(participantId: ParticipantId): void {
    this.#timers.delete(participantId)
    const left = new Map(this.#shown)
    left.delete(participantId)
    this.#set(left)
  }

  #set(shown: ReactionsByPerson): void {
    this.#shown = shown
    for (const listener of this.#listeners) listener()
  }
}
