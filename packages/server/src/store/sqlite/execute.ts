// SPDX-License-Identifier: Apache-2.0
// The statements of the SQLite store: one function per request. Knows nothing of threads and transactions; a write that returns a conflict has changed nothing.
import type { DatabaseSync } from 'node:sqlite'
import { createOutboxExecutor, isOutboxRead, isOutboxWrite } from './executeOutbox.ts'
import type { Answers, ReadRequest, WriteRequest } from './messages.ts'

export interface Executor {
  /** @returns what is in the way if the meeting is not at the version that the request builds on. */
  write(request: WriteRequest): string | undefined
  read(request: ReadRequest): Answers[ReadRequest['type']]
}

export function createExecutor(database: DatabaseSync): Executor {
  const outbox = createOutboxExecutor(database)
  const lastVersion = database.prepare('SELECT coalesce(max(version), 0) AS version FROM commits WHERE meeting_id = ?')
  const insert = database.prepare('INSERT INTO commits (meeting_id, version, body) VALUES (?, ?, ?)')
  const replaceBody = database.prepare('UPDATE commits SET body = ? WHERE meeting_id = ? AND version = ?')
  const selectCommits = database.prepare(
    'SELECT body FROM commits WHERE meeting_id = ? AND version >= ? ORDER BY version',
  )
  const selectAll = database.prepare('SELECT position, body FROM commits WHERE position > ? ORDER BY position LIMIT ?')
  // One step into the index per meeting; DISTINCT would read every commit.
  const selectNextId = database.prepare('SELECT min(meeting_id) AS id FROM commits WHERE meeting_id > ?')
  const renameCommits = database.prepare('UPDATE commits SET meeting_id = ? WHERE meeting_id = ?')
  const deleteCommits = database.prepare('DELETE FROM commits WHERE meeting_id = ?')
  // The first condition holds a snapshot to the log: one that comes after its meeting was deleted must not bring it back.
  const putSnapshot = database.prepare(
    `INSERT INTO snapshots (meeting_id, version, state_version, state)
     SELECT :meetingId, :version, :stateVersion, :state
     WHERE EXISTS (SELECT 1 FROM commits WHERE meeting_id = :meetingId AND version = :version)
     ON CONFLICT (meeting_id) DO UPDATE
     SET version = excluded.version, state_version = excluded.state_version, state = excluded.state
     WHERE excluded.version >= snapshots.version`,
  )
  const getSnapshot = database.prepare('SELECT version, state_version, state FROM snapshots WHERE meeting_id = ?')
  const deleteSnapshot = database.prepare('DELETE FROM snapshots WHERE meeting_id = ?')
  const putWake = database.prepare('INSERT OR REPLACE INTO wakes (meeting_id, at) VALUES (?, ?)')
  const deleteWake = database.prepare('DELETE FROM wakes WHERE meeting_id = ?')
  const selectDue = database.prepare('SELECT meeting_id FROM wakes WHERE at <= ? ORDER BY at, meeting_id')
  const selectNext = database.prepare('SELECT min(at) AS at FROM wakes WHERE at > ?')

  function conflictWith(meetingId: string, expected: number): string | undefined {
    const actual = Number(lastVersion.get(meetingId)?.version)
    return actual === expected ? undefined : `${meetingId} is at version ${actual}, not ${expected}`
  }

  function meetingIds(after: string, limit: number): string[] {
    const ids: string[] = []
    let last: unknown = after
    while (ids.length < limit) {
      last = selectNextId.get(String(last))?.id
      if (typeof last !== 'string') break
      ids.push(last)
    }
    return ids
  }

  return {
    write(request) {
      if (isOutboxWrite(request)) {
        outbox.write(request)
        return undefined
      }
      switch (request.type) {
        case 'append': {
          // The constraint UNIQUE (meeting_id, version) is the fence; asking first only spares the transaction an error.
          const conflict = conflictWith(request.meetingId, request.version - 1)
          if (conflict === undefined) insert.run(request.meetingId, request.version, request.commit)
          return conflict
        }
        case 'saveSnapshot': {
          const { meetingId, version, stateVersion, state } = request
          putSnapshot.run({ meetingId, version, stateVersion, state })
          return undefined
        }
        case 'wakeAt':
          if (request.time === null) deleteWake.run(request.meetingId)
          else putWake.run(request.meetingId, request.time)
          return undefined
        case 'replace': {
          const conflict = conflictWith(request.meetingId, request.commits.length)
          if (conflict !== undefined) return conflict
          for (const [index, body] of request.commits.entries()) replaceBody.run(body, request.meetingId, index + 1)
          deleteSnapshot.run(request.meetingId)
          return undefined
        }
        case 'move': {
          const { meetingId, to, wakeAt } = request
          if (Number(lastVersion.get(meetingId)?.version) === 0) return undefined
          const conflict = conflictWith(to, 0)
          if (conflict !== undefined) return conflict
          renameCommits.run(to, meetingId)
          deleteSnapshot.run(meetingId)
          deleteWake.run(meetingId)
          putWake.run(to, wakeAt)
          return undefined
        }
        case 'delete':
          deleteCommits.run(request.meetingId)
          deleteSnapshot.run(request.meetingId)
          deleteWake.run(request.meetingId)
          return undefined
      }
    },

    read(request) {
      if (isOutboxRead(request)) return outbox.read(request)
      switch (request.type) {
        case 'read':
          return selectCommits.all(request.meetingId, request.from).map((row) => String(row.body))
        case 'readAll': {
          const rows = selectAll.all(request.position, request.limit)
          return {
            commits: rows.map((row) => String(row.body)),
            position: Number(rows.at(-1)?.position ?? request.position),
          }
        }
        case 'meetingIds':
          return meetingIds(request.after, request.limit)
        case 'loadSnapshot': {
          const row = getSnapshot.get(request.meetingId)
          return (
            row && { version: Number(row.version), stateVersion: Number(row.state_version), state: String(row.state) }
          )
        }
        case 'due': {
          const next = selectNext.get(request.until)?.at
          return {
            meetingIds: selectDue.all(request.until).map((row) => String(row.meeting_id)),
            nextAt: typeof next === 'number' ? next : undefined,
          }
        }
      }
    },
  }
}
