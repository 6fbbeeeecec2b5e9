// SPDX-License-Identifier: Apache-2.0
// Owns the proof that a worker has done what it was told. A worker's channel is ordered: its answer to a later request proves all earlier
// ones. A worker that does not answer is killed, and a dead worker forwards nothing: either way the proof holds (fail closed).
import type { Clock, Log } from '../meetings/ports.ts'
import type { LiveWorker } from './workers.ts'

const answerWithinMs = 2_000
const deathWithinMs = 1_000

export interface Fence {
  /**
   * Resolves when the worker has carried out everything asked of it until now, and what `after` does to it when it settles; at the
   * latest 2 s later, when it is killed. Never rejects.
   */
  prove(live: LiveWorker, after?: readonly Promise<unknown>[]): Promise<void>
  /** Passes the promise through; asks for a proof when it takes suspiciously long, so that a hung worker cannot go unnoticed. */
  watch<Result>(live: LiveWorker, work: Promise<Result>): Promise<Result>
}

export function createFence(clock: Clock, log: Log): Fence {
  async function prove(live: LiveWorker, after: readonly Promise<unknown>[] = []): Promise<void> {
    if (live.worker.closed) return
    const answered = Promise.allSettled(after).then(() => answers(live))
    if (await within(clock, answerWithinMs, answered)) return
    if (live.worker.closed) return
    log.error({ worker: live.index, pid: live.worker.pid }, 'A media worker does not answer and is killed')
    kill(live)
    const dead = new Promise<boolean>((resolve) => live.worker.observer.once('close', () => resolve(true)))
    // Only a process that hangs in the kernel outlives this; it runs no code of its own any more.
    if (!(await within(clock, deathWithinMs, dead)))
      log.error({ worker: live.index }, 'A killed media worker is still there')
  }

  function watch<Result>(live: LiveWorker, work: Promise<Result>): Promise<Result> {
    const cancel = clock.after(answerWithinMs, () => void prove(live))
    work.then(cancel, cancel)
    return work
  }

  return { prove, watch }
}

/** SIGKILL, which ends stopped processes too. */
function kill({ worker }: LiveWorker): void {
  // While the worker is not closed its process was not waited for, so that the id cannot belong to another one yet.
  if (!worker.closed) process.kill(worker.pid, 'SIGKILL')
}

async function answers({ worker }: LiveWorker): Promise<boolean> {
  try {
    await worker.getResourceUsage()
    return true
  } catch {
    return worker.closed
  }
}

function within(clock: Clock, limitMs: number, work: Promise<boolean>): Promise<boolean> {
  return new Promise((resolve) => {
    // When this process stood still itself, the answer may wait unread: it is read before this counts.
    const cancel = clock.after(limitMs, () => setImmediate(() => resolve(false)))
    void work.then((result) => {
      cancel()
      resolve(result)
    })
  })
}
