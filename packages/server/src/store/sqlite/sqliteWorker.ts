// SPDX-License-Identifier: Apache-2.0
// The thread that owns the database. Takes everything that waits in its port at once and stores neighbouring writes by one transaction (group commit).
// A write is answered after COMMIT; when a transaction fails, each of its writes is tried alone, so that one that does not fit fails alone.
import { type MessagePort, parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads'
import { createExecutor } from './execute.ts'
import type { Answers, Call, FromThread, ReadRequest, Result, ThreadOptions, WriteRequest } from './messages.ts'
import { type OpenDatabase, openDatabase } from './openDatabase.ts'

const maxGroup = 512

interface WriteCall {
  readonly id: number
  readonly request: WriteRequest
}

if (parentPort !== null) start(parentPort, workerData as ThreadOptions)

function start(port: MessagePort, options: ThreadOptions): void {
  const say = (message: FromThread): void => port.postMessage(message)
  let opened: OpenDatabase
  try {
    opened = openDatabase(options)
  } catch (error) {
    say({ type: 'refused', sentence: messageOf(error) })
    port.close()
    return
  }
  const serve = createServer(opened, say)
  port.on('message', (first: Call) => {
    const calls = [first]
    while (calls.length < maxGroup) {
      const next = receiveMessageOnPort(port)
      if (next === undefined) break
      calls.push(next.message as Call)
    }
    if (serve(calls) === 'closed') port.close()
  })
  say({ type: 'opened' })
}

function createServer({ database, close }: OpenDatabase, say: (message: FromThread) => void) {
  const executor = createExecutor(database)

  function reply(id: number, result: Result): void {
    say({ type: 'reply', id, result })
  }

  function readAndReply(id: number, request: ReadRequest): void {
    reply(
      id,
      attempt(() => executor.read(request)),
    )
  }

  /** In the order of arrival: reads see the writes before them, and only after these are committed. */
  function serve(calls: readonly Call[]): 'open' | 'closed' {
    let writes: WriteCall[] = []
    for (const { id, request } of calls) {
      switch (request.type) {
        case 'read':
        case 'readAll':
        case 'meetingIds':
        case 'loadSnapshot':
        case 'due':
        case 'outbox.position':
        case 'outbox.next':
        case 'outbox.bodies':
        case 'outbox.backlog':
          storeAndReply(writes)
          writes = []
          readAndReply(id, request)
          break
        case 'close':
          storeAndReply(writes)
          reply(
            id,
            attempt(() => void close()),
          )
          return 'closed'
        default:
          writes.push({ id, request })
      }
    }
    storeAndReply(writes)
    return 'open'
  }

  function storeAndReply(writes: readonly WriteCall[]): void {
    const together = storeGroup(writes)
    const results = together ?? writes.map((write) => storeAlone(write))
    // Before the answer: who hears that something is forgotten may rely on it.
    if (writes.some(({ request }) => forgets(request))) emptyLog()
    for (const [index, { id }] of writes.entries()) {
      const result = results[index]
      if (result !== undefined) reply(id, result)
    }
  }

  /** @returns undefined if nothing was stored because something failed. */
  function storeGroup(writes: readonly WriteCall[]): Result[] | undefined {
    if (writes.length < 2) return undefined
    try {
      return inTransaction(writes)
    } catch {
      return undefined
    }
  }

  function storeAlone(write: WriteCall): Result {
    try {
      return inTransaction([write])[0] ?? unavailable('nothing was stored')
    } catch (error) {
      return unavailable(messageOf(error))
    }
  }

  function inTransaction(writes: readonly WriteCall[]): Result[] {
    // A rollback that failed earlier is made up for here; until it succeeds, nothing is stored.
    if (database.isTransaction) database.exec('ROLLBACK')
    database.exec('BEGIN IMMEDIATE')
    try {
      const results = writes.map(({ request }): Result => {
        const conflict = executor.write(request)
        return conflict === undefined ? { value: undefined } : { failure: { kind: 'conflict', message: conflict } }
      })
      database.exec('COMMIT')
      return results
    } catch (error) {
      rollBack()
      throw error
    }
  }

  function rollBack(): void {
    try {
      // SQLite has rolled back by itself after some errors.
      if (database.isTransaction) database.exec('ROLLBACK')
    } catch {
      // The next transaction tries again.
    }
  }

  /** Old pages in the write-ahead log still hold what was just forgotten. A reader in the way only delays this. */
  function emptyLog(): void {
    try {
      database.exec('PRAGMA wal_checkpoint(TRUNCATE)')
    } catch {
      // The next automatic checkpoint does it.
    }
  }

  return serve
}

/** What was written before must not linger in the write-ahead log. */
function forgets({ type }: WriteRequest): boolean {
  return type === 'replace' || type === 'delete' || type === 'outbox.replace' || type === 'outbox.forgetDead'
}

function attempt(work: () => Answers[keyof Answers]): Result {
  try {
    return { value: work() }
  } catch (error) {
    return unavailable(messageOf(error))
  }
}

function unavailable(message: string): Result {
  return { failure: { kind: 'unavailable', message } }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
