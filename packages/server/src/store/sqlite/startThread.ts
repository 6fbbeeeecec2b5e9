// SPDX-License-Identifier: Apache-2.0
// The main thread's side of the SQLite thread: calls and their answers. When the thread dies, every pending and later call is Unavailable.
import { Worker } from 'node:worker_threads'
import { Unavailable, VersionConflict } from '../../meetings/ports.ts'
import type { Answers, Call, Failure, FromThread, Request, ThreadOptions } from './messages.ts'
import { StoreRefused } from './StoreRefused.ts'

export interface Thread {
  call<R extends Request>(request: R): Promise<Answers[R['type']]>
  /** Resolves when the thread has ended, with the reason. */
  readonly ended: Promise<Error>
}

interface Pending {
  resolve(value: Answers[keyof Answers]): void
  reject(error: Error): void
}

/** @throws StoreRefused */
export async function startThread(options: ThreadOptions): Promise<Thread> {
  const worker = new Worker(new URL('./sqliteWorker.ts', import.meta.url), {
    workerData: options,
    name: 'alcove-store',
    // node:sqlite announces itself as experimental in some releases; the thread does nothing else worth a warning of that kind.
    execArgv: ['--disable-warning=ExperimentalWarning'],
  })
  const pending = new Map<number, Pending>()
  let lastId = 0
  let death: Error | undefined

  function die(cause: Error): Error {
    const first = death ?? cause
    death = first
    for (const { reject } of pending.values()) reject(unavailable(first))
    pending.clear()
    return first
  }

  const opened = Promise.withResolvers<void>()
  worker.on('message', (message: FromThread) => {
    switch (message.type) {
      case 'opened':
        return opened.resolve()
      case 'refused':
        return opened.reject(new StoreRefused(message.sentence))
      case 'reply': {
        const waiting = pending.get(message.id)
        pending.delete(message.id)
        if ('failure' in message.result) waiting?.reject(toError(message.result.failure))
        else waiting?.resolve(message.result.value)
      }
    }
  })
  worker.on('error', die)
  const ended = new Promise<Error>((resolve) => {
    worker.on('exit', () => {
      const cause = die(new Error('the database thread has ended'))
      opened.reject(cause)
      resolve(cause)
    })
  })
  await opened.promise

  return {
    call<R extends Request>(request: R) {
      if (death !== undefined) return Promise.reject(unavailable(death))
      return new Promise<Answers[R['type']]>((resolve, reject) => {
        lastId += 1
        // The thread answers a request of each type with that type's answer.
        pending.set(lastId, { resolve: (value) => resolve(value as Answers[R['type']]), reject })
        worker.postMessage({ id: lastId, request } satisfies Call)
      })
    },
    ended,
  }
}

function toError({ kind, message }: Failure): Error {
  return kind === 'conflict' ? new VersionConflict(message) : unavailable(new Error(message))
}

function unavailable(cause: Error): Unavailable {
  return new Unavailable('STORE_UNAVAILABLE', 1000, { cause })
}
