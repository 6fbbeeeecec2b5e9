// SPDX-License-Identifier: Apache-2.0
// Opens the one database file of a server: folder, exclusive lock, pragmas, schema. What is wrong is said in one sentence, for the person who starts the server.
import { closeSync, fsyncSync, mkdirSync, openSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { ThreadOptions } from './messages.ts'
import { StoreRefused } from './StoreRefused.ts'

/** 'Alcv': tells our files from other programs' databases. */
export const applicationId = 0x416c6376
export const schemaVersion = 3
const schema = `
  CREATE TABLE commits (
    position INTEGER PRIMARY KEY AUTOINCREMENT,
    meeting_id TEXT NOT NULL,
    version INTEGER NOT NULL,
    body TEXT NOT NULL,
    UNIQUE (meeting_id, version)
  ) STRICT;
  CREATE TABLE snapshots (
    meeting_id TEXT PRIMARY KEY,
    version INTEGER NOT NULL,
    state_version INTEGER NOT NULL,
    state TEXT NOT NULL
  ) STRICT;
  CREATE TABLE wakes (meeting_id TEXT PRIMARY KEY, at REAL NOT NULL) STRICT, WITHOUT ROWID;
  CREATE INDEX wakes_by_time ON wakes (at);
`

/** Since version 2: webhooks that wait, and up to where the log was read for them. */
const outboxSchema = `
  CREATE TABLE log_readers (name TEXT PRIMARY KEY, position INTEGER NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE deliveries (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    endpoint TEXT NOT NULL,
    meeting_id TEXT NOT NULL,
    key TEXT NOT NULL,
    event_type TEXT NOT NULL,
    body TEXT NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    next_at REAL NOT NULL DEFAULT 0,
    died_at REAL,
    reason TEXT
  ) STRICT;
  CREATE INDEX deliveries_waiting ON deliveries (endpoint, meeting_id, id) WHERE died_at IS NULL;
  CREATE INDEX deliveries_of_meeting ON deliveries (meeting_id);
`

/** The first that waits of each meeting and endpoint takes its predecessor's place, whoever changed the deliveries. */
const putFirst = (of: 'NEW' | 'OLD') => `
  DELETE FROM first_deliveries WHERE endpoint = ${of}.endpoint AND meeting_id = ${of}.meeting_id;
  INSERT INTO first_deliveries SELECT endpoint, meeting_id, id, next_at FROM deliveries
    WHERE endpoint = ${of}.endpoint AND meeting_id = ${of}.meeting_id AND died_at IS NULL ORDER BY id LIMIT 1;
`

/** Since version 3: what may be tried is found by its time, however much waits behind it. The database keeps this by itself. */
const firstsSchema = `
  CREATE TABLE first_deliveries (
    endpoint TEXT NOT NULL,
    meeting_id TEXT NOT NULL,
    id INTEGER NOT NULL,
    next_at REAL NOT NULL,
    PRIMARY KEY (endpoint, meeting_id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX first_deliveries_by_time ON first_deliveries (endpoint, next_at, id);
  INSERT INTO first_deliveries SELECT endpoint, meeting_id, id, next_at FROM deliveries
    WHERE id IN (SELECT min(id) FROM deliveries WHERE died_at IS NULL GROUP BY endpoint, meeting_id);
  CREATE TRIGGER delivery_added AFTER INSERT ON deliveries WHEN NEW.died_at IS NULL BEGIN
    INSERT OR IGNORE INTO first_deliveries VALUES (NEW.endpoint, NEW.meeting_id, NEW.id, NEW.next_at);
  END;
  CREATE TRIGGER delivery_changed AFTER UPDATE OF died_at, next_at ON deliveries BEGIN ${putFirst('NEW')} END;
  CREATE TRIGGER delivery_removed AFTER DELETE ON deliveries WHEN OLD.died_at IS NULL BEGIN ${putFirst('OLD')} END;
`

export interface OpenDatabase {
  readonly database: DatabaseSync
  close(): void
}

/** @throws StoreRefused */
export function openDatabase(options: ThreadOptions): OpenDatabase {
  const path = resolve(options.path)
  makeFolder(dirname(path))
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) {
    throw new StoreRefused(
      `${path} is a folder where the database file should be; remove it or choose another data folder.`,
    )
  }
  const lock = takeLock(path)
  let database: DatabaseSync | undefined
  try {
    // Reading the application id first: nothing is changed in a file that is not ours.
    database = new DatabaseSync(path, { timeout: 5000, enableForeignKeyConstraints: true })
    const version = checkOwner(database, path)
    setPragmas(database, options.maxPageCount)
    migrate(database, version)
  } catch (error) {
    database?.close()
    lock.close()
    throw error instanceof StoreRefused ? error : new StoreRefused(openingSentence(path, error), { cause: error })
  }
  const opened = database
  return {
    database: opened,
    close() {
      try {
        opened.close()
      } finally {
        lock.close()
      }
    },
  }
}

function makeFolder(folder: string): void {
  try {
    makeFolderAndParents(folder, folder)
  } catch (error) {
    if (error instanceof StoreRefused) throw error
    throw new StoreRefused(
      `The data folder ${folder} cannot be created (${codeOf(error)}); make its parent writable for this user or choose another data folder.`,
    )
  }
}

/** Step by step: Node's recursive mkdir never returns where the system answers ENOENT below an existing folder, as in /proc. */
function makeFolderAndParents(folder: string, wanted: string): void {
  const found = statSync(folder, { throwIfNoEntry: false })
  if (found?.isDirectory()) return
  if (found !== undefined) {
    throw new StoreRefused(
      `The data folder ${wanted} cannot be used because ${folder === wanted ? 'it' : folder} is a file; choose another data folder.`,
    )
  }
  makeFolderAndParents(dirname(folder), wanted)
  mkdirSync(folder, { mode: 0o700 })
  // A new folder survives a power loss only when its parent's entry is on disk.
  syncFolder(dirname(folder))
}

function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const descriptor = openSync(folder, 'r')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

/** A second, empty database whose exclusive lock the operating system frees with the process; the main file stays open to backup tools. */
function takeLock(path: string): DatabaseSync {
  let lock: DatabaseSync | undefined
  try {
    lock = new DatabaseSync(`${path}.lock`, { timeout: 1000 })
    lock.exec('BEGIN EXCLUSIVE')
    return lock
  } catch (error) {
    lock?.close()
    if (primaryCode(error) === sqliteCodes.busy) {
      throw new StoreRefused(
        `The data folder ${dirname(path)} is in use by another Alcove server; stop that one or choose another data folder.`,
      )
    }
    throw new StoreRefused(openingSentence(`${path}.lock`, error), { cause: error })
  }
}

/** @returns the schema's version, 0 for a new file. */
function checkOwner(database: DatabaseSync, path: string): number {
  const tables = numberOf(database, 'SELECT count(*) FROM sqlite_schema')
  const version = numberOf(database, 'PRAGMA user_version')
  if (tables > 0 && numberOf(database, 'PRAGMA application_id') !== applicationId) {
    throw new StoreRefused(`${path} is a database of another program; choose another data folder.`)
  }
  if (version > schemaVersion) {
    throw new StoreRefused(
      `${path} was written by a newer version of Alcove; update Alcove or choose another data folder.`,
    )
  }
  return version
}

function setPragmas(database: DatabaseSync, maxPageCount: number | undefined): void {
  // secure_delete: what rewrite and delete forget must not linger in free pages.
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON')
  if (maxPageCount !== undefined) database.exec(`PRAGMA max_page_count = ${Math.trunc(maxPageCount)}`)
  const journal = firstColumn(database, 'PRAGMA journal_mode')
  const synchronous = numberOf(database, 'PRAGMA synchronous')
  if (journal !== 'wal' || synchronous !== 2) {
    throw new StoreRefused(
      `The database cannot promise to keep what it stores (journal ${journal}, synchronous ${synchronous}); put the data folder on a local disk.`,
    )
  }
}

function migrate(database: DatabaseSync, version: number): void {
  // Also taken when there is nothing to do: a file that cannot be written is refused now, not at the first change.
  database.exec('BEGIN IMMEDIATE')
  try {
    if (version < 1) {
      database.exec(`${schema}; PRAGMA application_id = ${applicationId}`)
    }
    if (version < 2) database.exec(outboxSchema)
    if (version < 3) database.exec(firstsSchema)
    if (version < schemaVersion) database.exec(`PRAGMA user_version = ${schemaVersion}`)
    database.exec('COMMIT')
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK')
    throw error
  }
}

const sqliteCodes = { busy: 5, readonly: 8, corrupt: 11, full: 13, cantOpen: 14, notDatabase: 26 } as const

function openingSentence(path: string, error: unknown): string {
  switch (primaryCode(error)) {
    case sqliteCodes.notDatabase:
      return `${path} is not a database; move it away or choose another data folder.`
    case sqliteCodes.corrupt:
      return `${path} is damaged; restore it from a backup or choose another data folder.`
    case sqliteCodes.full:
      return `${path} cannot grow because the disk or the page limit is full; make room or raise the limit.`
    case sqliteCodes.readonly:
    case sqliteCodes.cantOpen:
      return `${path} cannot be opened for writing; make the data folder writable for this user or choose another one.`
    case sqliteCodes.busy:
      return `${path} is locked by another program; stop that program or choose another data folder.`
    default:
      return `${path} cannot be opened (${error instanceof Error ? error.message : String(error)}); check the disk or choose another data folder.`
  }
}

/** SQLite's primary result code: the low byte of the extended one. */
function primaryCode(error: unknown): number | undefined {
  return error instanceof Error && 'errcode' in error && typeof error.errcode === 'number'
    ? error.errcode & 0xff
    : undefined
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error)
}

function firstColumn(database: DatabaseSync, sql: string): unknown {
  return Object.values(database.prepare(sql).get() ?? {})[0]
}

function numberOf(database: DatabaseSync, sql: string): number {
  return Number(firstColumn(database, sql))
}
