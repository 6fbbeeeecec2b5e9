// SPDX-License-Identifier: Apache-2.0
// Tasks of the page's main thread, from Chromium's own trace. Pure.

interface TraceEvent {
  readonly name: string
  readonly ph: string
  readonly pid: number
  readonly tid: number
  /** Microseconds. */
  readonly ts: number
  readonly dur?: number
  /** Of it, what the thread ran on a processor. */
  readonly tdur?: number
  readonly args?: { readonly name?: string }
}

export interface TaskTime {
  readonly ms: number
  /** What it ran on a processor: the rest it waited for one, which others had. */
  readonly processorMs: number
}

/** Each task of the page's main thread: of all renderers the one that worked most. */
export function taskTimesOf(trace: string): readonly TaskTime[] {
  const { traceEvents } = JSON.parse(trace) as { readonly traceEvents: readonly TraceEvent[] }
  const mains = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid}/${tid}`),
  )
  const tasks = traceEvents.filter(
    ({ name, ph, pid, tid }) => ph === 'X' && name.endsWith('RunTask') && mains.has(`${pid}/${tid}`),
  )
  const byThread = Map.groupBy(tasks, ({ pid, tid }) => `${pid}/${tid}`)
  const times = [...byThread.values()].map((list) =>
    list.map(({ dur = 0, tdur = 0 }) => ({ ms: dur / 1000, processorMs: tdur / 1000 })),
  )
  const sum = (list: readonly TaskTime[]) => list.reduce((total, { ms }) => total + ms, 0)
  return times.sort((first, second) => sum(second) - sum(first))[0] ?? []
}
