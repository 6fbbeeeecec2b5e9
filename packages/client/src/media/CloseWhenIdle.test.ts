// SPDX-License-Identifier: Apache-2.0
// Putting off closing, within limits.
import { expect, test } from 'vitest'
import { FakeClock } from '../testing/FakeClock.ts'
import { CloseWhenIdle } from './CloseWhenIdle.ts'
import { TaskQueue } from './TaskQueue.ts'

test('closes together after 300 ms of quiet', async () => {
  const clock = new FakeClock()
  const closing = new CloseWhenIdle(new TaskQueue(), clock)
  const closed: string[] = []
  closing.add(() => closed.push('a'))
  await clock.advance(200)
  closing.add(() => closed.push('b'))
  await clock.advance(299)
  expect(closed).toEqual([])
  await clock.advance(1)
  expect(closed).toEqual(['a', 'b'])
})

test('constant new media does not put it off for more than 5 s', async () => {
  const clock = new FakeClock()
  const closing = new CloseWhenIdle(new TaskQueue(), clock)
  let isClosed = false
  closing.add(() => {
    isClosed = true
  })
  for (let passed = 0; passed < 4_900; passed += 100) {
    closing.postpone()
    await clock.advance(100)
  }
  expect(isClosed).toBe(false)
  closing.postpone()
  await clock.advance(100)
  expect(isClosed).toBe(true)
})
