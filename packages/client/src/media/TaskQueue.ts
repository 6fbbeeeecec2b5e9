// SPDX-License-Identifier: Apache-2.0
// Runs asynchronous tasks one after the other: a peer connection negotiates one thing at a time.

export class TaskQueue {
  #tail: Promise<unknown> = Promise.resolve()

  /** Runs `task` after all that were pushed before, whether they succeeded or not. */
  push<Result>(task: () => Promise<Result> | Result): Promise<Result> {
    const result = this.#tail.then(task)
    this.#tail = result.catch(() => {})
    return result
  }
}
