// SPDX-License-Identifier: Apache-2.0
// What a result has to be read with: the machine, and how busy it was meanwhile.
import { arch, availableParallelism, cpus, loadavg, platform, totalmem } from 'node:os'

export interface MachineFacts {
  readonly cores: number
  readonly cpu: string
  readonly memoryGb: number
  readonly system: string
  readonly node: string
}

export function describeMachine(): MachineFacts {
  return {
    cores: availableParallelism(),
    cpu: cpus()[0]?.model.trim() || 'unknown',
    memoryGb: Math.round(totalmem() / 1024 ** 3),
    system: `${platform()} ${arch()}`,
    node: process.version,
  }
}

export interface Load {
  /** Share of all cores that was in use since {@link watchLoad}, by anybody. */
  readonly busy: number
  /** The system's own average of waiting and running processes over a minute, at the beginning and at the end. */
  readonly averageBefore: number
  readonly averageAfter: number
}

/** Call the result at the end. */
export function watchLoad(): () => Load {
  const before = cpuTimes()
  const averageBefore = average()
  return () => {
    const after = cpuTimes()
    const all = after.all - before.all
    const busy = all > 0 ? 1 - (after.idle - before.idle) / all : 0
    return { busy, averageBefore, averageAfter: average() }
  }
}

const average = () => loadavg()[0] ?? 0

function cpuTimes(): { readonly idle: number; readonly all: number } {
  const times = cpus().map((cpu) => cpu.times)
  const idle = times.reduce((sum, time) => sum + time.idle, 0)
  const all = times.reduce((sum, { user, nice, sys, idle: free, irq }) => sum + user + nice + sys + free + irq, 0)
  return { idle, all }
}
