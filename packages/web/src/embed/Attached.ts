// SPDX-License-Identifier: Apache-2.0
// The meeting that a host page speaks of, which comes and goes with the page of the meeting. Knows nothing of commands.

/** What is asked before the first one is there waits for it, in the order of asking; once there was one, nobody waits. */
export class Attached<Meeting> {
  readonly #first = Promise.withResolvers<void>()
  #now: Meeting | undefined

  get now(): Meeting | undefined {
    return this.#now
  }

  /** @returns ends it, unless another one has taken its place */
  attach(meeting: Meeting): () => void {
    this.#now = meeting
    this.#first.resolve()
    return () => {
      if (this.#now === meeting) this.#now = undefined
    }
  }

  /** Undefined: there was one, and there is none now. */
  async soon(): Promise<Meeting | undefined> {
    await this.#first.promise
    return this.#now
  }
}
