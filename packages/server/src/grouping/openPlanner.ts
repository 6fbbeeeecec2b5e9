// SPDX-License-Identifier: Apache-2.0
// The planner in a thread of its own, so that seconds of searching stop no meeting. Bounded: so many plans wait, few of one meeting, and none may take for
// ever; a thread that does is ended and the next plan begins with a new one.
import { Worker } from 'node:worker_threads'
import type { Grouped, GroupingTask } from '@alcove/meeting'
import type { MeetingId } from '@alcove/protocol'
import { type Log, type Planner, Unavailable } from '../meetings/ports.ts'
import type { PlanCall, PlanReply } from './messages.ts'

export interface PlannerOptions {
  readonly log: Log
  /** A plan that takes longer is given up. */
  readonly longestMs?: number
}

export interface OpenPlanner extends Planner {
  close(): Promise<void>
}

interface Waiting {
  readonly meetingId: MeetingId
  readonly call: PlanCall
  readonly resolve: (grouped: Grouped) => void
  readonly reject: (error: Error) => void
}

const most = 32
/** Of one meeting, so that nobody has to wait for somebody who asks again and again. */
const mostOfMeeting = 3

export function openPlanner({ log, longestMs = 20_000 }: PlannerOptions): OpenPlanner {
  /** The first one is being planned. */
  const queue: Waiting[] = []
  let worker: Worker | undefined
  let isStarted = false
  let timer: NodeJS.Timeout | undefined
  let lastId = 0
  let isClosed = false

  function start(): Worker {
    isStarted = false
    const thread = new Worker(new URL('./plannerWorker.ts', import.meta.url), { name: 'alcove-planner' })
    thread.unref()
    thread.on('message', (reply: PlanReply) => {
      if (reply.id !== 'started') return finish(reply)
      isStarted = true
      if (queue.length > 0) countTime(thread)
    })
    thread.on('error', (error) => fail(thread, error))
    return thread
  }

  function next(): void {
    const [first] = queue
    if (!first) return
    worker ??= start()
    worker.postMessage(first.call)
    if (isStarted) countTime(worker)
  }

  function countTime(thread: Worker): void {
    timer = setTimeout(() => fail(thread, new Error(`a plan took longer than ${longestMs} ms`)), longestMs)
  }

  function finish(reply: Exclude<PlanReply, { id: 'started' }>): void {
    if (queue[0]?.call.id !== reply.id) return
    clearTimeout(timer)
    const done = queue.shift()
    if ('grouped' in reply) done?.resolve(reply.grouped)
    else done?.reject(new Error(`planning failed: ${reply.failure}`))
    next()
  }

  function fail(thread: Worker, error: Error): void {
    if (thread !== worker) return
    log.error({ error }, 'the planner was started anew')
    clearTimeout(timer)
    worker = undefined
    void thread.terminate()
    queue.shift()?.reject(busy(error))
    next()
  }

  return {
    plan(meetingId: MeetingId, task: GroupingTask) {
      if (isClosed) return Promise.reject(new Unavailable('SERVER_STOPPING', 2_000))
      const ofMeeting = queue.filter((waiting) => waiting.meetingId === meetingId).length
      if (queue.length >= most || ofMeeting >= mostOfMeeting) return Promise.reject(busy())
      return new Promise<Grouped>((resolve, reject) => {
        lastId += 1
        queue.push({ meetingId, call: { id: lastId, task }, resolve, reject })
        if (queue.length === 1) next()
      })
    },
    async close() {
      isClosed = true
      clearTimeout(timer)
      for (const { reject } of queue.splice(0)) reject(new Unavailable('SERVER_STOPPING', 2_000))
      await worker?.terminate()
    },
  }
}

function busy(cause?: Error): Unavailable {
  return new Unavailable('PLANNER_BUSY', 3_000, cause ? { cause } : {})
}
