// SPDX-License-Identifier: Apache-2.0
// A meeting's mailbox: tasks run one after the other, in the order in which they were posted. A task that fails does not stop the next.

export interface Mailbox {
  /** Runs `task` after all that were posted before; settles as the task does. */
  post<Result>(task: () => Promise<Result> | Result): Promise<Result>
  /** Whether nothing is queued or running. */
  isIdle(): boolean
  /** Resolves when all that is queued now has run. */
  drained(): Promise<void>
}

export function createMailbox(): Mailbox {
  let tail: Promise<unknown> = Promise.resolve()
  let waiting = 0

  const settled = () => {
    waiting -= 1
  }
  return {
    post(task) {
      waiting += 1
      const run = tail.then(task)
      tail = run.then(settled, settled)
      return run
    },
    isIdle: () => waiting === 0,
    drained: async () => {
      await tail
    },
  }
}
