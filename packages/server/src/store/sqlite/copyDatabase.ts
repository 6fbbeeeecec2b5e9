// SPDX-License-Identifier: Apache-2.0
// A copy of a database file for a backup, taken beside a running server: one moment of it, whole, while changes go on.
import { existsSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { applicationId, schemaVersion } from './openDatabase.ts'
import { StoreRefused } from './StoreRefused.ts'

/**
 * Writes the database as it is at this moment to a new file and checks the copy. What was deleted is not in it: the copy is built from what
 * is there, without free pages.
 * @param source file of a server, running or not
 * @param target file that is not there yet
 * @returns how many meetings are in the copy
 * @throws StoreRefused when the source is not a database of this version of Alcove, the target cannot be written, or the copy is damaged
 */
export function copyDatabase(source: string, target: string): number {
  if (!existsSync(source))
    throw new StoreRefused(`${source} is not there; choose the server's data folder with --data.`)
  const database = new DatabaseSync(source, { timeout: 10_000 })
  try {
    if (!isOurs(database))
      throw new StoreRefused(`${source} is not a database of this version of Alcove; start the server on it first.`)
    database.prepare('VACUUM INTO ?').run(target)
  } catch (error) {
    throw error instanceof StoreRefused
      ? error
      : new StoreRefused(`${target} cannot be written (${messageOf(error)}); make room or choose another place.`)
  } finally {
    database.close()
  }
  return checkCopy(target)
}

function checkCopy(path: string): number {
  const copy = new DatabaseSync(path, { readOnly: true })
  try {
    if (!isOurs(copy) || firstColumn(copy, 'PRAGMA integrity_check') !== 'ok')
      throw new StoreRefused(`The copy ${path} is damaged; check the disk and try again.`)
    return Number(firstColumn(copy, 'SELECT count(DISTINCT meeting_id) FROM commits'))
  } finally {
    copy.close()
  }
}

function isOurs(database: DatabaseSync): boolean {
  return (
    Number(firstColumn(database, 'PRAGMA application_id')) === applicationId &&
    Number(firstColumn(database, 'PRAGMA user_version')) === schemaVersion
  )
}

function firstColumn(database: DatabaseSync, sql: string): unknown {
  return Object.values(database.prepare(sql).get() ?? {})[0]
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
