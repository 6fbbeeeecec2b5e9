// SPDX-License-Identifier: Apache-2.0
// The statements of the outbox: webhooks that wait, in the order of their events, and those that were given up.
import type { DatabaseSync, SQLOutputValue } from 'node:sqlite'
import type { MeetingId } from '@alcove/protocol'
import type { Delivery } from '../../webhooks/ports.ts'
import { endpointGone } from '../endpointGone.ts'
import type { Answers, OutboxRead, OutboxWrite, ReadRequest, WriteRequest } from './messages.ts'

export interface OutboxExecutor {
  write(request: OutboxWrite): void
  read(request: OutboxRead): Answers[OutboxRead['type']]
}

const readerName = 'webhooks'

export function isOutboxWrite(request: WriteRequest): request is OutboxWrite {
  return request.type.startsWith('outbox.')
}

export function isOutboxRead(request: ReadRequest): request is OutboxRead {
  return request.type.startsWith('outbox.')
}

export function createOutboxExecutor(database: DatabaseSync): OutboxExecutor {
  const putPosition = database.prepare('INSERT OR REPLACE INTO log_readers (name, position) VALUES (?, ?)')
  const getPosition = database.prepare('SELECT position FROM log_readers WHERE name = ?')
  const dropPosition = database.prepare('DELETE FROM log_readers WHERE name = ?')
  // Deleted commits count too: their positions are never used again.
  const getLogEnd = database.prepare("SELECT seq AS position FROM sqlite_sequence WHERE name = 'commits'")
  const insert = database.prepare(
    'INSERT INTO deliveries (endpoint, meeting_id, key, event_type, body) VALUES (:endpoint, :meetingId, :key, :eventType, :body)',
  )
  const selectDue = database.prepare(
    `SELECT * FROM deliveries WHERE id IN (
       SELECT id FROM first_deliveries WHERE endpoint = :endpoint AND next_at <= :now ORDER BY id LIMIT :limit
     ) ORDER BY id`,
  )
  const selectNext = database.prepare(
    'SELECT min(next_at) AS at FROM first_deliveries WHERE endpoint = :endpoint AND next_at > :now',
  )
  const remove = database.prepare('DELETE FROM deliveries WHERE id = ?')
  const removeAll = database.prepare('DELETE FROM deliveries')
  const postpone = database.prepare('UPDATE deliveries SET attempts = attempts + 1, next_at = ? WHERE id = ?')
  const bury = database.prepare(
    'UPDATE deliveries SET attempts = attempts + 1, died_at = ?, reason = ? WHERE id = ? AND died_at IS NULL',
  )
  const forgetDead = database.prepare('DELETE FROM deliveries WHERE died_at < ?')
  const buryOthers = database.prepare(
    `UPDATE deliveries SET died_at = :at, reason = :reason
     WHERE died_at IS NULL AND endpoint NOT IN (SELECT value FROM json_each(:endpoints))`,
  )
  const selectBodies = database.prepare(
    "SELECT id, body FROM deliveries WHERE meeting_id = :meetingId AND (:which = 'all' OR died_at IS NOT NULL)",
  )
  const putBody = database.prepare('UPDATE deliveries SET body = ? WHERE id = ?')
  const countAll = database.prepare(
    'SELECT endpoint, sum(died_at IS NULL) AS due, sum(died_at IS NOT NULL) AS dead FROM deliveries GROUP BY endpoint',
  )

  return {
    write(request) {
      switch (request.type) {
        case 'outbox.fill':
          for (const { endpoint, meetingId, key, eventType, body } of request.deliveries)
            insert.run({ endpoint, meetingId, key, eventType, body })
          return void putPosition.run(readerName, request.position)
        case 'outbox.abandon':
          removeAll.run()
          return void dropPosition.run(readerName)
        case 'outbox.delivered':
          return void remove.run(request.id)
        case 'outbox.postpone':
          return void postpone.run(request.nextAt, request.id)
        case 'outbox.bury':
          return void bury.run(request.at, request.reason, request.id)
        case 'outbox.forgetDead':
          return void forgetDead.run(request.before)
        case 'outbox.keepOnly':
          return void buryOthers.run({
            at: request.at,
            reason: endpointGone,
            endpoints: JSON.stringify(request.endpoints),
          })
        case 'outbox.replace':
          for (const { id, body } of request.bodies) putBody.run(body, id)
          return
      }
    },

    read(request) {
      switch (request.type) {
        case 'outbox.position': {
          const stored = getPosition.get(readerName)?.position
          return {
            stored: stored === undefined ? undefined : Number(stored),
            logEnd: Number(getLogEnd.get()?.position ?? 0),
          }
        }
        case 'outbox.next': {
          const { endpoint, now, limit } = request
          const next = selectNext.get({ endpoint, now })?.at
          return {
            deliveries: selectDue.all({ endpoint, now, limit }).map(toDelivery),
            nextAt: typeof next === 'number' ? next : undefined,
          }
        }
        case 'outbox.bodies': {
          const { meetingId, which } = request
          return selectBodies.all({ meetingId, which }).map((row) => ({ id: Number(row.id), body: String(row.body) }))
        }
        case 'outbox.backlog':
          return countAll
            .all()
            .map((row) => ({ endpoint: String(row.endpoint), due: Number(row.due), dead: Number(row.dead) }))
      }
    },
  }
}

export function toDelivery(row: Record<string, SQLOutputValue>): Delivery {
  return {
    id: Number(row.id),
    endpoint: String(row.endpoint),
    // Only meeting ids are ever put in.
    meetingId: String(row.meeting_id) as MeetingId,
    key: String(row.key),
    eventType: String(row.event_type),
    body: String(row.body),
    attempts: Number(row.attempts),
  }
}
