// SPDX-License-Identifier: Apache-2.0
// Only tasks of the busiest page count.
import { expect, it } from 'vitest'
import { taskTimesOf } from './longTasks.ts'

const event = (name: string, pid: number, tid: number, more: object = {}) => ({
  name,
  ph: 'X',
  pid,
  tid,
  ts: 0,
  ...more,
})
const main = (pid: number) => event('thread_name', pid, 1, { ph: 'M', args: { name: 'CrRendererMain' } })

it('takes the tasks of the main thread of the page that works', () => {
  const traceEvents = [
    main(1),
    main(2),
    event('RunTask', 1, 1, { dur: 1_000 }),
    event('ThreadControllerImpl::RunTask', 2, 1, { dur: 61_500, tdur: 20_000 }),
    event('RunTask', 2, 1, { dur: 2_000 }),
    event('RunTask', 2, 9, { dur: 900_000 }),
    event('Paint', 2, 1, { dur: 70_000 }),
  ]
  expect(taskTimesOf(JSON.stringify({ traceEvents }))).toEqual([
    { ms: 61.5, processorMs: 20 },
    { ms: 2, processorMs: 0 },
  ])
  expect(taskTimesOf('{"traceEvents":[]}')).toEqual([])
})
