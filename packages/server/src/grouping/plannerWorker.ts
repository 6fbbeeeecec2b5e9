// SPDX-License-Identifier: Apache-2.0
// The planner's thread: one task after the other. Knows nothing but the pure planner.
import { parentPort } from 'node:worker_threads'
import { groupPeople } from '@alcove/meeting'
import type { PlanCall, PlanReply } from './messages.ts'

parentPort?.on('message', ({ id, task }: PlanCall) => {
  parentPort?.postMessage(answer(id, task))
})

parentPort?.postMessage({ id: 'started' } satisfies PlanReply)

function answer(id: number, task: PlanCall['task']): PlanReply {
  try {
    return { id, grouped: groupPeople(task) }
  } catch (error) {
    return { id, failure: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}
