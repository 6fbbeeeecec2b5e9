// SPDX-License-Identifier: Apache-2.0
// The dead letters in a database file, for a command beside the server: opens without the server's lock, and changes nothing else. The server sees what
// was revived when it looks for work the next time.
import { existsSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import type { DeadLetters } from '../../webhooks/ports.ts'
import { toDelivery } from './executeOutbox.ts'
import { applicationId, schemaVersion } from './openDatabase.ts'
import { StoreRefused } from './StoreRefused.ts'

/** @throws StoreRefused */
export function openDeadLetters(path: string): DeadLetters {
  if (!existsSync(path)) throw new StoreRefused(`${path} is not there; choose the server's data folder with --data.`)
  const database = new DatabaseSync(path, { timeout: 10_000 })
  const pragma = (name: string) => Number(Object.values(database.prepare(`PRAGMA ${name}`).get() ?? {})[0])
  if (pragma('application_id') !== applicationId || pragma('user_version') !== schemaVersion) {
    database.close()
    throw new StoreRefused(`${path} is not a database of this version of Alcove; start the server on it first.`)
  }
  database.exec('PRAGMA synchronous = FULL; PRAGMA secure_delete = ON')
  const among = 'died_at IS NOT NULL AND (:ids IS NULL OR id IN (SELECT value FROM json_each(:ids)))'
  const select = database.prepare('SELECT * FROM deliveries WHERE died_at IS NOT NULL ORDER BY id')
  const revive = database.prepare(
    `UPDATE deliveries SET died_at = NULL, reason = NULL, attempts = 0, next_at = 0 WHERE ${among}`,
  )
  const discard = database.prepare(`DELETE FROM deliveries WHERE ${among}`)
  const toText = (ids: readonly number[] | undefined) => (ids ? JSON.stringify(ids) : null)

  return {
    list: () =>
      select
        .all()
        .map((row) => ({ ...toDelivery(row), reason: String(row.reason ?? ''), diedAt: Number(row.died_at) })),
    revive: (ids) => Number(revive.run({ ids: toText(ids) }).changes),
    discard: (ids) => Number(discard.run({ ids: toText(ids) }).changes),
    close: () => database.close(),
  }
}
