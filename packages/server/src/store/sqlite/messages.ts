// SPDX-License-Identifier: Apache-2.0
// What the main thread and the SQLite thread say to each other. Commits and states cross as JSON text: the thread never looks inside.
import type { Backlog, Delivery, NewDelivery } from '../../webhooks/ports.ts'

export interface ThreadOptions {
  readonly path: string
  readonly maxPageCount: number | undefined
}

/** A change; neighbours in the queue are stored by one transaction. */
export type WriteRequest =
  | { readonly type: 'append'; readonly meetingId: string; readonly version: number; readonly commit: string }
  | {
      readonly type: 'saveSnapshot'
      readonly meetingId: string
      readonly version: number
      readonly stateVersion: number
      readonly state: string
    }
  | { readonly type: 'wakeAt'; readonly meetingId: string; readonly time: number | null }
  /** Texts of versions 1 to n, where n is still the last one. */
  | { readonly type: 'replace'; readonly meetingId: string; readonly commits: readonly string[] }
  | { readonly type: 'delete'; readonly meetingId: string }
  /** The log under another name. */
  | { readonly type: 'move'; readonly meetingId: string; readonly to: string; readonly wakeAt: number }
  | OutboxWrite

/** Changes of the outbox; see webhooks/ports.ts. */
export type OutboxWrite =
  | { readonly type: 'outbox.fill'; readonly position: number; readonly deliveries: readonly NewDelivery[] }
  | { readonly type: 'outbox.abandon' }
  | { readonly type: 'outbox.delivered'; readonly id: number }
  | { readonly type: 'outbox.postpone'; readonly id: number; readonly nextAt: number }
  | { readonly type: 'outbox.bury'; readonly id: number; readonly reason: string; readonly at: number }
  | { readonly type: 'outbox.forgetDead'; readonly before: number }
  | { readonly type: 'outbox.keepOnly'; readonly endpoints: readonly string[]; readonly at: number }
  | { readonly type: 'outbox.replace'; readonly bodies: readonly { readonly id: number; readonly body: string }[] }

export type OutboxRead =
  | { readonly type: 'outbox.position' }
  | { readonly type: 'outbox.next'; readonly endpoint: string; readonly now: number; readonly limit: number }
  | { readonly type: 'outbox.bodies'; readonly meetingId: string; readonly which: 'all' | 'dead' }
  | { readonly type: 'outbox.backlog' }

export type ReadRequest =
  | OutboxRead
  | { readonly type: 'read'; readonly meetingId: string; readonly from: number }
  | { readonly type: 'readAll'; readonly position: number; readonly limit: number }
  | { readonly type: 'meetingIds'; readonly after: string; readonly limit: number }
  | { readonly type: 'loadSnapshot'; readonly meetingId: string }
  | { readonly type: 'due'; readonly until: number }

export type Request = WriteRequest | ReadRequest | { readonly type: 'close' }

/** What a request of each type is answered with. */
export interface Answers {
  readonly append: undefined
  readonly saveSnapshot: undefined
  readonly wakeAt: undefined
  readonly replace: undefined
  readonly delete: undefined
  readonly move: undefined
  readonly read: readonly string[]
  readonly readAll: { readonly commits: readonly string[]; readonly position: number }
  readonly meetingIds: readonly string[]
  readonly loadSnapshot: { readonly version: number; readonly stateVersion: number; readonly state: string } | undefined
  readonly due: { readonly meetingIds: readonly string[]; readonly nextAt: number | undefined }
  readonly 'outbox.fill': undefined
  readonly 'outbox.abandon': undefined
  readonly 'outbox.delivered': undefined
  readonly 'outbox.postpone': undefined
  readonly 'outbox.bury': undefined
  readonly 'outbox.forgetDead': undefined
  readonly 'outbox.keepOnly': undefined
  readonly 'outbox.replace': undefined
  /** `stored`: none as long as nobody reads. */
  readonly 'outbox.position': { readonly stored: number | undefined; readonly logEnd: number }
  readonly 'outbox.next': { readonly deliveries: readonly Delivery[]; readonly nextAt: number | undefined }
  readonly 'outbox.bodies': readonly { readonly id: number; readonly body: string }[]
  readonly 'outbox.backlog': readonly Backlog[]
  readonly close: undefined
}

export interface Call {
  readonly id: number
  readonly request: Request
}

export type Failure = { readonly kind: 'conflict' | 'unavailable'; readonly message: string }

export type Result = { readonly value: Answers[keyof Answers] } | { readonly failure: Failure }

/** The thread's first message is `opened` or `refused`; all others are replies. */
export type FromThread =
  | { readonly type: 'opened' }
  | { readonly type: 'refused'; readonly sentence: string }
  | { readonly type: 'reply'; readonly id: number; readonly result: Result }
