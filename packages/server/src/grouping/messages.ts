// SPDX-License-Identifier: Apache-2.0
// What goes to the planner's thread and what comes back: plain data.
import type { Grouped, GroupingTask } from '@alcove/meeting'

export interface PlanCall {
  readonly id: number
  readonly task: GroupingTask
}

export type PlanReply =
  /** The thread has started: time counts from now on. */
  | { readonly id: 'started' }
  | { readonly id: number; readonly grouped: Grouped }
  /** A bug of ours, in words for the log. */
  | { readonly id: number; readonly failure: string }
