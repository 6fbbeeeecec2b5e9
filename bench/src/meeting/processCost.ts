// SPDX-License-Identifier: Apache-2.0
// What another process has cost so far: time on a processor, memory in use. Linux only: elsewhere there is no /proc to read it from.
import { readdirSync, readFileSync } from 'node:fs'

/** Milliseconds on a processor, of all threads that are there now. */
export function cpuMs(pid: number): number {
  const threads = readdirSync(`/proc/${pid}/task`)
  // The first number is nanoseconds on a processor.
  const times = threads.map((thread) =>
    Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ')[0]),
  )
  return times.reduce((sum, ns) => sum + ns, 0) / 1e6
}

/** Bytes of memory that the process holds. */
export function residentBytes(pid: number): number {
  const [, kilobytes] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
  if (kilobytes === undefined) throw new Error(`the memory of process ${pid} cannot be read`)
  return Number(kilobytes) * 1024
}
