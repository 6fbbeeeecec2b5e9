// SPDX-License-Identifier: Apache-2.0
// The outbox of --ephemeral and of tests. What it holds is gone with the process, as the meetings are.
import type { Backlog, DeadLetters, Delivery, Outbox } from '../../webhooks/ports.ts'
import { endpointGone } from '../endpointGone.ts'

interface Row extends Delivery {
  nextAt: number
  attempts: number
  body: string
  death: { readonly reason: string; readonly at: number } | undefined
}

/** @param logEnd position of the last commit @param refuseWhenClosed throws when the store is closed */
export function createMemoryOutbox(
  logEnd: () => number,
  refuseWhenClosed: () => void,
): Outbox & { readonly dead: DeadLetters } {
  let rows: Row[] = []
  let lastId = 0
  let position: number | undefined

  const change = (id: number, how: (row: Row) => void) => {
    refuseWhenClosed()
    for (const row of rows) if (row.id === id) how(row)
  }
  const bury = (row: Row, reason: string, at: number) => {
    row.death = { reason, at }
  }
  const chosen = (ids?: readonly number[]) => rows.filter((row) => row.death && (!ids || ids.includes(row.id)))

  return {
    async position() {
      refuseWhenClosed()
      position ??= logEnd()
      return position
    },
    async fill(to, deliveries) {
      refuseWhenClosed()
      position = to
      for (const delivery of deliveries) {
        lastId += 1
        rows.push({ ...delivery, id: lastId, attempts: 0, nextAt: 0, death: undefined })
      }
    },
    async abandon() {
      refuseWhenClosed()
      position = undefined
      rows = []
    },
    async next(endpoint, now, limit) {
      refuseWhenClosed()
      const heads = new Map<string, Row>()
      for (const row of rows)
        if (row.endpoint === endpoint && !row.death && !heads.has(row.meetingId)) heads.set(row.meetingId, row)
      const due = [...heads.values()].filter((row) => row.nextAt <= now)
      const later = [...heads.values()].filter((row) => row.nextAt > now).map((row) => row.nextAt)
      return {
        deliveries: due.slice(0, limit).map(toDelivery),
        nextAt: later.length > 0 ? Math.min(...later) : undefined,
      }
    },
    async delivered(id) {
      refuseWhenClosed()
      rows = rows.filter((row) => row.id !== id)
    },
    postpone: async (id, nextAt) =>
      change(id, (row) => {
        row.nextAt = nextAt
        row.attempts += 1
      }),
    bury: async (id, reason, at) =>
      change(id, (row) => {
        row.attempts += 1
        bury(row, reason, at)
      }),
    async forgetDead(before) {
      refuseWhenClosed()
      rows = rows.filter((row) => !row.death || row.death.at >= before)
    },
    async keepOnly(endpoints, at) {
      refuseWhenClosed()
      for (const row of rows) if (!row.death && !endpoints.includes(row.endpoint)) bury(row, endpointGone, at)
    },
    async rewrite(meetingId, which, change) {
      refuseWhenClosed()
      for (const row of rows)
        if (row.meetingId === meetingId && (which === 'all' || row.death)) row.body = change(row.body)
    },
    async backlog() {
      refuseWhenClosed()
      const counts = new Map<string, Backlog>()
      for (const { endpoint, death } of rows) {
        const { due, dead } = counts.get(endpoint) ?? { due: 0, dead: 0 }
        counts.set(endpoint, death ? { endpoint, due, dead: dead + 1 } : { endpoint, due: due + 1, dead })
      }
      return [...counts.values()]
    },
    dead: {
      list: () =>
        chosen().map((row) => ({ ...toDelivery(row), reason: row.death?.reason ?? '', diedAt: row.death?.at ?? 0 })),
      revive(ids) {
        const revived = chosen(ids)
        for (const row of revived) Object.assign(row, { death: undefined, attempts: 0, nextAt: 0 })
        return revived.length
      },
      discard(ids) {
        const discarded = new Set(chosen(ids))
        rows = rows.filter((row) => !discarded.has(row))
        return discarded.size
      },
      close() {},
    },
  }
}

function toDelivery({ id, endpoint, meetingId, key, eventType, body, attempts }: Row): Delivery {
  return { id, endpoint, meetingId, key, eventType, body, attempts }
}
