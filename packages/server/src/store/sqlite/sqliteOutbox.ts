// SPDX-License-Identifier: Apache-2.0
// The outbox in the database of the event store: the same thread writes both, so that a position and what was read up to it are one transaction.
import type { Outbox } from '../../webhooks/ports.ts'
import type { Thread } from './startThread.ts'

export function createSqliteOutbox(call: Thread['call']): Outbox {
  return {
    async position() {
      const { stored, logEnd } = await call({ type: 'outbox.position' })
      if (stored !== undefined) return stored
      await call({ type: 'outbox.fill', position: logEnd, deliveries: [] })
      return logEnd
    },
    async fill(position, deliveries) {
      await call({ type: 'outbox.fill', position, deliveries })
    },
    async abandon() {
      await call({ type: 'outbox.abandon' })
    },
    next: (endpoint, now, limit) => call({ type: 'outbox.next', endpoint, now, limit }),
    async delivered(id) {
      await call({ type: 'outbox.delivered', id })
    },
    async postpone(id, nextAt) {
      await call({ type: 'outbox.postpone', id, nextAt })
    },
    async bury(id, reason, at) {
      await call({ type: 'outbox.bury', id, reason, at })
    },
    async forgetDead(before) {
      await call({ type: 'outbox.forgetDead', before })
    },
    async keepOnly(endpoints, at) {
      await call({ type: 'outbox.keepOnly', endpoints, at })
    },
    async rewrite(meetingId, which, change) {
      const bodies = await call({ type: 'outbox.bodies', meetingId, which })
      await call({ type: 'outbox.replace', bodies: bodies.map(({ id, body }) => ({ id, body: change(body) })) })
    },
    backlog: () => call({ type: 'outbox.backlog' }),
  }
}
