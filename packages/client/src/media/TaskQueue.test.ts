// SPDX-License-Identifier: Apache-2.0
// One task after the other.
import { expect, test } from 'vitest'
import { TaskQueue } from './TaskQueue.ts'

test('runs tasks in order, and a failed one does not stop the next', async () => {
  const queue = new TaskQueue()
  const log: string[] = []
  const { promise, resolve } = Promise.withResolvers<void>()
  const first = queue.push(async () => {
    await promise
    log.push('first')
    throw new Error('no')
  })
  const second = queue.push(() => log.push('second'))
  resolve()
  await expect(first).rejects.toThrow('no')
  await second
  expect(log).toEqual(['first', 'second'])
})
