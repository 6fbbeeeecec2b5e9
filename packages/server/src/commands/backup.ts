// SPDX-License-Identifier: Apache-2.0
// `npm run backup`: copies the data of a server, running or not, into a new folder. A backup is a data folder: a server starts on it as it is.
import { cpSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { copyDatabase } from '../store/sqlite/copyDatabase.ts'
import { StoreRefused } from '../store/sqlite/StoreRefused.ts'

const usage = `Usage: npm run backup -- <new folder> [--data <folder>]

Copies the meetings, the API keys and the self-signed certificate of a server into a new folder, while the server runs or when it is stopped.
To restore, stop the server and start it on the backup, or on a copy of it: npm start -- --data <folder>
A backup holds names and messages of people: keep it as safe as the data folder, and no longer than you need it.
`

const defaultData = fileURLToPath(new URL('../../../../data', import.meta.url))
const databaseFile = 'alcove.db'
/** Beside the database; each may be missing. */
const companions = ['api-keys', 'tls', 'link-key']

class UsageError extends Error {}

function options(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        data: { type: 'string', default: process.env.ALCOVE_DATA || defaultData },
        help: { type: 'boolean', short: 'h', default: false },
      },
    })
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}

/** Made under another name and renamed at the end: a folder with the wanted name is always a whole backup. */
function backUp(data: string, target: string): number {
  if (existsSync(target)) throw new StoreRefused(`${target} is there already; choose the name of a new folder.`)
  const unfinished = join(dirname(target), `.${basename(target)}.unfinished`)
  rmSync(unfinished, { recursive: true, force: true })
  makeFolder(unfinished)
  try {
    const meetings = copyDatabase(join(data, databaseFile), join(unfinished, databaseFile))
    for (const name of companions.filter((one) => existsSync(join(data, one))))
      cpSync(join(data, name), join(unfinished, name), { recursive: true, preserveTimestamps: true })
    renameSync(unfinished, target)
    return meetings
  } finally {
    rmSync(unfinished, { recursive: true, force: true })
  }
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
  } catch (error) {
    throw new StoreRefused(
      `${folder} cannot be made (${(error as { code?: string }).code}); choose a place that this user may write to.`,
    )
  }
}

function run(argv: readonly string[]): string {
  const { values, positionals } = options(argv)
  if (values.help) return usage
  const [folder, ...more] = positionals
  if (folder === undefined || more.length > 0) throw new UsageError('Say the name of one new folder.')
  const target = resolve(folder)
  const meetings = backUp(values.data, target)
  return `${target} holds ${meetings} ${meetings === 1 ? 'meeting' : 'meetings'}. Restore with: npm start -- --data ${target}\n`
}

try {
  process.stdout.write(run(process.argv.slice(2)))
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  if (error instanceof UsageError) process.stderr.write(`\n${usage}`)
  process.exitCode = 2
}
