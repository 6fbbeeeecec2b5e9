// SPDX-License-Identifier: Apache-2.0
import { createWorker } from 'mediasoup'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createFence } from './fence.ts'
import { createLimitsByHand, memoryLog } from './testing/mediaHarness.ts'
import type { LiveWorker } from './workers.ts'

let live: LiveWorker
const limits = createLimitsByHand()
const fence = createFence(limits, memoryLog([]))

beforeEach(async () => {
  // Nothing here needs a WebRtcServer.
  live = { index: 0, worker: await createWorker(), server: undefined as never }
})
afterEach(() => live.worker.close())

it('proves only after what it was told to wait for, and what that asked of the worker', async () => {
  const order: string[] = []
  let settle = () => {}
  const pending = new Promise<void>((resolve) => {
    settle = resolve
  }).then(() => void live.worker.createRouter().then(() => order.push('asked by what was pending')))
  const proved = fence.prove(live, [pending]).then(() => order.push('proved'))
  await live.worker.getResourceUsage()
  expect(order).toEqual([])
  settle()
  await proved
  expect(order).toEqual(['asked by what was pending', 'proved'])
})

it('kills a worker when what it waits for hangs', async () => {
  const proving = fence.prove(live, [new Promise(() => {})])
  await limits.runOut(1)
  await proving
  expect(live.worker.died).toBe(true)
})

it('takes a dead worker for a proof, and passes on the failure of watched work', async () => {
  process.kill(live.worker.pid, 'SIGKILL')
  await fence.prove(live)
  expect(live.worker.died).toBe(true)
  await fence.prove(live)
  await expect(fence.watch(live, live.worker.createRouter())).rejects.toThrow()
})

it('finds a hung worker by work that takes too long', async () => {
  process.kill(live.worker.pid, 'SIGSTOP')
  const failing = expect(fence.watch(live, live.worker.createRouter())).rejects.toThrow()
  // That of the work, then that of the proof which is asked for.
  await limits.runOut(1)
  await limits.runOut(1)
  await failing
  expect(live.worker.died).toBe(true)
})
