// SPDX-License-Identifier: Apache-2.0
// The event store of --ephemeral and of tests: keeps everything in this process and loses it at its end. Holds text, so that no caller shares objects with it.
import { type Commit, type EventStore, type Snapshot, Unavailable, VersionConflict } from '../../meetings/ports.ts'
import type { DeadLetters, Outbox } from '../../webhooks/ports.ts'
import { parseCommitText, toCommitText } from '../commitText.ts'
import { createMemoryOutbox } from './memoryOutbox.ts'

interface Row {
  readonly position: number
  text: string
}

export interface MemoryStore extends EventStore {
  readonly outbox: Outbox & { readonly dead: DeadLetters }
}

export function openMemoryStore(): MemoryStore {
  const streams = new Map<string, Row[]>()
  const snapshots = new Map<string, { readonly version: number; readonly text: string }>()
  const wakes = new Map<Commit['meetingId'], number>()
  let lastPosition = 0
  let closed = false

  function refuseWhenClosed(): void {
    if (closed) throw new Unavailable('STORE_UNAVAILABLE', 1000, { cause: new Error('the store is closed') })
  }

  function forget(meetingId: Commit['meetingId']): void {
    streams.delete(meetingId)
    snapshots.delete(meetingId)
    wakes.delete(meetingId)
  }

  return {
    outbox: createMemoryOutbox(() => lastPosition, refuseWhenClosed),

    async append(commit, expectedVersion) {
      refuseWhenClosed()
      const text = toCommitText(commit, expectedVersion)
      const rows = streams.get(commit.meetingId) ?? []
      if (rows.length !== expectedVersion) {
        throw new VersionConflict(`${commit.meetingId} is at version ${rows.length}, not ${expectedVersion}`)
      }
      lastPosition += 1
      rows.push({ position: lastPosition, text })
      streams.set(commit.meetingId, rows)
    },

    async read(meetingId, from) {
      refuseWhenClosed()
      const rows = streams.get(meetingId) ?? []
      return rows.slice(Math.max(0, from - 1)).map((row) => parseCommitText(row.text))
    },

    async readAll(position, limit) {
      refuseWhenClosed()
      const rows = [...streams.values()]
        .flat()
        .filter((row) => row.position > position)
        .sort((a, b) => a.position - b.position)
        .slice(0, limit)
      return { commits: rows.map((row) => parseCommitText(row.text)), position: rows.at(-1)?.position ?? position }
    },

    async meetingIds(after, limit) {
      refuseWhenClosed()
      const ids = [...streams.keys()].filter((id) => after === undefined || id > after).sort()
      return ids.slice(0, limit) as Commit['meetingId'][]
    },

    async saveSnapshot(snapshot) {
      refuseWhenClosed()
      const { meetingId, version } = snapshot
      const lastVersion = streams.get(meetingId)?.length ?? 0
      const savedVersion = snapshots.get(meetingId)?.version ?? 0
      if (version < savedVersion || version > lastVersion) return
      snapshots.set(meetingId, { version, text: JSON.stringify(snapshot) })
    },

    async loadSnapshot(meetingId) {
      refuseWhenClosed()
      const saved = snapshots.get(meetingId)
      return saved && (JSON.parse(saved.text) as Snapshot)
    },

    async wakeAt(meetingId, time) {
      refuseWhenClosed()
      if (time === null) wakes.delete(meetingId)
      else wakes.set(meetingId, time)
    },

    async due(until) {
      refuseWhenClosed()
      const byTime = [...wakes].sort(([, a], [, b]) => a - b)
      return {
        meetingIds: byTime.filter(([, time]) => time <= until).map(([meetingId]) => meetingId),
        nextAt: byTime.find(([, time]) => time > until)?.[1],
      }
    },

    async rewrite(meetingId, change) {
      refuseWhenClosed()
      const rows = streams.get(meetingId) ?? []
      const texts = rows.map((row) => {
        const commit = parseCommitText(row.text)
        return toCommitText({ ...commit, events: commit.events.map(change) }, commit.version - 1)
      })
      for (const [index, row] of rows.entries()) row.text = texts[index] ?? row.text
      snapshots.delete(meetingId)
    },

    async move(meetingId, to, wakeAt) {
      refuseWhenClosed()
      const rows = streams.get(meetingId)
      if (!rows) return
      if (streams.has(to)) throw new VersionConflict(`${to} has a log`)
      streams.set(to, rows)
      wakes.set(to, wakeAt)
      forget(meetingId)
    },

    async delete(meetingId) {
      refuseWhenClosed()
      forget(meetingId)
    },

    async close() {
      closed = true
    },
  }
}
