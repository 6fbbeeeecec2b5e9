// SPDX-License-Identifier: Apache-2.0
// The event store of one machine: a SQLite file, written by a thread of its own so that an fsync never stops the meetings. Knows JSON, not what is in it.
import type { MeetingId } from '@alcove/protocol'
import { type EventStore, type Snapshot, Unavailable, VersionConflict } from '../../meetings/ports.ts'
import type { Outbox } from '../../webhooks/ports.ts'
import { parseCommitText, toCommitText } from '../commitText.ts'
import { createSqliteOutbox } from './sqliteOutbox.ts'
import { startThread, type Thread } from './startThread.ts'

export interface SqliteStoreOptions {
  /** The database file; its folder is made when it is missing. */
  readonly path: string
  /** Upper limit of the file, in pages of 4096 bytes. */
  readonly maxPageCount?: number | undefined
  /** The thread has ended although nobody closed the store: from here on everything is Unavailable. */
  readonly onLost?: (cause: Error) => void
}

export interface SqliteStore extends EventStore {
  readonly outbox: Outbox
}

/** @throws StoreRefused when the file cannot be used. */
export async function openSqliteStore(options: SqliteStoreOptions): Promise<SqliteStore> {
  const thread = await startThread({ path: options.path, maxPageCount: options.maxPageCount })
  let closing: Promise<void> | undefined
  void thread.ended.then((cause) => {
    if (closing === undefined) options.onLost?.(cause)
  })

  const call: Thread['call'] = (request) => {
    if (closing === undefined) return thread.call(request)
    return Promise.reject(new Unavailable('STORE_UNAVAILABLE', 1000, { cause: new Error('the store is closed') }))
  }

  async function close(): Promise<void> {
    try {
      await thread.call({ type: 'close' })
    } catch {
      // A thread that has died has nothing left to close.
    }
    await thread.ended
  }

  return {
    outbox: createSqliteOutbox(call),

    async append(commit, expectedVersion) {
      const text = toCommitText(commit, expectedVersion)
      await call({ type: 'append', meetingId: commit.meetingId, version: commit.version, commit: text })
    },

    async read(meetingId, from) {
      const texts = await call({ type: 'read', meetingId, from })
      return texts.map(parseCommitText)
    },

    async readAll(position, limit) {
      const found = await call({ type: 'readAll', position, limit })
      return { commits: found.commits.map(parseCommitText), position: found.position }
    },

    async meetingIds(after, limit) {
      return (await call({ type: 'meetingIds', after: after ?? '', limit })) as readonly MeetingId[]
    },

    async saveSnapshot({ meetingId, version, stateVersion, state }) {
      await call({ type: 'saveSnapshot', meetingId, version, stateVersion, state: JSON.stringify(state) })
    },

    async loadSnapshot(meetingId) {
      const found = await call({ type: 'loadSnapshot', meetingId })
      return found && { ...found, meetingId, state: JSON.parse(found.state) as Snapshot['state'] }
    },

    async wakeAt(meetingId, time) {
      await call({ type: 'wakeAt', meetingId, time })
    },

    async due(until) {
      const found = await call({ type: 'due', until })
      return { meetingIds: found.meetingIds as readonly MeetingId[], nextAt: found.nextAt }
    },

    async rewrite(meetingId, change) {
      // Commits may be appended between reading and replacing; then all is done again, so that none is missed.
      for (;;) {
        const commits = (await call({ type: 'read', meetingId, from: 1 })).map(parseCommitText)
        const texts = commits.map((commit) =>
          toCommitText({ ...commit, events: commit.events.map(change) }, commit.version - 1),
        )
        try {
          return await call({ type: 'replace', meetingId, commits: texts })
        } catch (error) {
          if (!(error instanceof VersionConflict)) throw error
        }
      }
    },

    async move(meetingId, to, wakeAt) {
      await call({ type: 'move', meetingId, to, wakeAt })
    },

    async delete(meetingId) {
      await call({ type: 'delete', meetingId })
    },

    close() {
      closing ??= close()
      return closing
    },
  }
}
