// SPDX-License-Identifier: Apache-2.0
// What a database is opened with, and which files and folders are refused with which words.
import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openDatabase, schemaVersion } from './openDatabase.ts'
import { StoreRefused } from './StoreRefused.ts'

let folder: string
let path: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'alcove-open-'))
  path = join(folder, 'alcove.db')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function open(at = path) {
  return openDatabase({ path: at, maxPageCount: undefined })
}

/** The sentence with which opening is refused; each says what to do after a semicolon. */
function refusal(at = path): string {
  try {
    open(at).close()
  } catch (error) {
    expect(error).toBeInstanceOf(StoreRefused)
    return (error as StoreRefused).message
  }
  throw new Error(`${at} was opened`)
}

function change(sql: string): void {
  const database = new DatabaseSync(path)
  database.exec(sql)
  database.close()
}

describe('an open database', () => {
  it('writes ahead, waits for the disk at each commit, and overwrites what is deleted', () => {
    const { database, close } = open()
    const pragma = (name: string) => Object.values(database.prepare(`PRAGMA ${name}`).get() ?? {})[0]
    expect(pragma('journal_mode')).toBe('wal')
    expect(pragma('synchronous')).toBe(2)
    expect(pragma('secure_delete')).toBe(1)
    close()
  })

  it('makes its folder, with those above it, for this user alone', () => {
    open(join(folder, 'a', 'b', 'alcove.db')).close()
    expect(readdirSync(join(folder, 'a', 'b'))).toContain('alcove.db')
  })
})

describe('a place where no database can be', () => {
  it('below a file: names the file', () => {
    const file = join(folder, 'file')
    writeFileSync(file, '')
    expect(refusal(join(file, 'deeper', 'alcove.db'))).toBe(
      `The data folder ${join(file, 'deeper')} cannot be used because ${file} is a file; choose another data folder.`,
    )
    expect(refusal(join(file, 'alcove.db'))).toBe(
      `The data folder ${file} cannot be used because it is a file; choose another data folder.`,
    )
  })

  it('a folder where the file should be', () => {
    mkdirSync(path)
    expect(refusal()).toBe(
      `${path} is a folder where the database file should be; remove it or choose another data folder.`,
    )
  })

  // The one place where even the system's administrator cannot make a folder.
  it.runIf(process.platform === 'linux')('a folder that cannot be made', () => {
    expect(refusal('/proc/alcove/alcove.db')).toMatch(
      /^The data folder \/proc\/alcove cannot be created \(\w+\); make its parent writable for this user or choose another data folder\.$/,
    )
  })

  it.runIf(process.platform === 'linux')('a folder in which no file can be made', () => {
    expect(refusal('/proc/alcove.db')).toMatch(
      /^\/proc\/alcove\.db\.lock cannot be opened for writing; make the data folder writable for this user or choose another one\.$/,
    )
  })
})

describe('a file that is not a database of this version', () => {
  it('of another kind is not touched', () => {
    writeFileSync(path, 'Dear diary, '.repeat(1_000))
    expect(refusal()).toBe(`${path} is not a database; move it away or choose another data folder.`)
  })

  it('of another program is not touched', () => {
    change('CREATE TABLE recipes (name TEXT)')
    expect(refusal()).toBe(`${path} is a database of another program; choose another data folder.`)
    const database = new DatabaseSync(path)
    expect(database.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'delete' })
    database.close()
  })

  it('of a newer Alcove', () => {
    open().close()
    change(`PRAGMA user_version = ${schemaVersion + 1}`)
    expect(refusal()).toBe(
      `${path} was written by a newer version of Alcove; update Alcove or choose another data folder.`,
    )
    change(`PRAGMA user_version = ${schemaVersion}`)
    open().close()
  })

  it('of an older Alcove gets the tables that it lacks, and keeps what it has', () => {
    open().close()
    change('DROP TABLE first_deliveries; DROP TABLE deliveries; DROP TABLE log_readers; PRAGMA user_version = 1')
    change("INSERT INTO commits (meeting_id, version, body) VALUES ('old', 1, '{}')")
    const { database, close } = open()
    expect(database.prepare('SELECT count(*) AS count FROM commits').get()).toEqual({ count: 1 })
    expect(database.prepare('SELECT count(*) AS count FROM deliveries').get()).toEqual({ count: 0 })
    close()
    open().close()
  })

  it('of an older Alcove with webhooks that wait knows which of them are first', () => {
    open().close()
    change(`DROP TABLE first_deliveries;
      DROP TRIGGER delivery_added; DROP TRIGGER delivery_changed; DROP TRIGGER delivery_removed; PRAGMA user_version = 2`)
    change(`INSERT INTO deliveries (endpoint, meeting_id, key, event_type, body, next_at, died_at) VALUES
      ('app', 'a', 'a1', 'X', '{}', 5, 4), ('app', 'a', 'a2', 'X', '{}', 6, NULL), ('app', 'a', 'a3', 'X', '{}', 0, NULL),
      ('app', 'b', 'b1', 'X', '{}', 0, NULL), ('other', 'a', 'o1', 'X', '{}', 0, NULL)`)
    const { database, close } = open()
    const firsts = database.prepare(
      'SELECT key, first.next_at FROM first_deliveries first JOIN deliveries USING (id) ORDER BY id',
    )
    expect(firsts.all()).toEqual([
      { key: 'a2', next_at: 6 },
      { key: 'b1', next_at: 0 },
      { key: 'o1', next_at: 0 },
    ])
    close()
  })

  it('damaged where its tables are listed', () => {
    open().close()
    const descriptor = openSync(path, 'r+')
    writeSync(descriptor, Buffer.alloc(3_900, 0xee), 0, 3_900, 150)
    expect(refusal()).toBe(`${path} is damaged; restore it from a backup or choose another data folder.`)
  })

  it('cut off', () => {
    open().close()
    rmSync(path)
    appendFileSync(path, 'SQLite format 3\0')
    expect(refusal()).toMatch(/; .* choose another data folder\.$/)
  })

  it('leaves the folder free for the next attempt', () => {
    writeFileSync(path, 'Dear diary, '.repeat(1_000))
    refusal()
    rmSync(path)
    open().close()
  })
})
