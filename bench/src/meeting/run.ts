// SPDX-License-Identifier: Apache-2.0
// What one run of the program found.
import type { Load, MachineFacts } from '../machine/describeMachine.ts'
import type { Cost } from './Gathering.ts'
import type { AtSize } from './measureMeeting.ts'
import type { Memory } from './measureMemory.ts'
import type { Replay } from './measureReplay.ts'
import type { Options } from './options.ts'

/** One checkout's server. */
export interface Measured {
  readonly sizes: readonly AtSize[]
  readonly replay: Replay | undefined
  readonly memory: Memory
}

export interface Run {
  readonly options: Options
  /** ISO, the day only. */
  readonly date: string
  readonly machine: MachineFacts
  readonly load: Load
  readonly tookMs: number
  readonly now: Measured
  readonly before: Measured | undefined
  /** A join, a move and opening all rooms at the largest size, as bytes only. */
  readonly bare: readonly Cost[]
}
