// SPDX-License-Identifier: Apache-2.0
// What the main thread and the SQLite thread say to each other. Commits and states cross as JSON text: the thread never looks inside.

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

export type ReadRequest =
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
  readonly read: readonly string[]
  readonly readAll: { readonly commits: readonly string[]; readonly position: number }
  readonly meetingIds: readonly string[]
  readonly loadSnapshot: { readonly version: number; readonly stateVersion: number; readonly state: string } | undefined
  readonly due: { readonly meetingIds: readonly string[]; readonly nextAt: number | undefined }
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
