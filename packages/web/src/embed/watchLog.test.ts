// SPDX-License-Identifier: Apache-2.0
import { expect, it, vi } from 'vitest'
import { watchLog } from './watchLog.ts'

it('tells the lines of the levels that are wanted, writes all, and leaves the console as it was', () => {
  const quiet = () => {}
  const target = { trace: quiet, debug: quiet, info: quiet, log: quiet, warn: vi.fn(), error: vi.fn() }
  const { warn, error } = target
  const send = vi.fn()
  const round: { self?: unknown } = {}
  round.self = round
  const stop = watchLog(send, () => ['warn', 'nonsense'], target)
  target.warn('Slow', 7, new TypeError('no line'), { a: 1 }, undefined, round)
  target.error('Not wanted')
  expect(send.mock.calls).toEqual([
    [
      {
        name: 'log',
        payload: {
          logLevel: 'warn',
          args: ['Slow', '7', 'TypeError: no line', '{"a":1}', 'undefined', '[object Object]'],
        },
      },
    ],
  ])
  expect(error).toHaveBeenCalledExactlyOnceWith('Not wanted')
  stop()
  expect(target.warn).toBe(warn)
})
