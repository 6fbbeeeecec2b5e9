// SPDX-License-Identifier: Apache-2.0
// `npm run webhooks`: shows the webhooks that were given up, sends them again or forgets them. Works beside a running server and without one.
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { openDeadLetters } from '../store/sqlite/openDeadLetters.ts'
import type { DeadLetter, DeadLetters } from '../webhooks/ports.ts'

const usage = `Usage: npm run webhooks -- list [--data <folder>] [--bodies]
       npm run webhooks -- replay <id>... | --all [--data <folder>]
       npm run webhooks -- discard <id>... | --all [--data <folder>]

list     shows what could not be delivered and was given up; with --bodies what would be sent, names of people included
replay   tries it again, in its old order; a running server begins within seconds
discard  forgets it
`

const defaultData = fileURLToPath(new URL('../../../../data', import.meta.url))

class UsageError extends Error {}

function options(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        data: { type: 'string', default: process.env.ALCOVE_DATA || defaultData },
        all: { type: 'boolean', default: false },
        bodies: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    })
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}

/** @returns undefined for all */
function chosenIds(words: readonly string[], all: boolean): readonly number[] | undefined {
  if (all && words.length === 0) return undefined
  const ids = words.map(Number)
  if (all || ids.length === 0 || !ids.every((id) => Number.isSafeInteger(id) && id > 0))
    throw new UsageError('Say which ones by their numbers in the list, or --all.')
  return ids
}

function toLines(letters: readonly DeadLetter[], withBodies: boolean): string {
  if (letters.length === 0) return 'Nothing was given up.\n'
  const lines = letters.map(({ id, endpoint, eventType, meetingId, key, attempts, reason, diedAt, body }) => {
    const words = [id, new Date(diedAt).toISOString(), endpoint, eventType, meetingId, key, `${attempts} tries`, reason]
    return `${words.join('  ')}${withBodies ? `\n    ${body}` : ''}`
  })
  return `${lines.join('\n')}\n`
}

function carryOut(
  letters: DeadLetters,
  command: string,
  words: readonly string[],
  all: boolean,
  bodies: boolean,
): string {
  switch (command) {
    case 'list':
      return toLines(letters.list(), bodies)
    case 'replay':
      return `${letters.revive(chosenIds(words, all))} will be tried again.\n`
    case 'discard':
      return `${letters.discard(chosenIds(words, all))} forgotten.\n`
    default:
      throw new UsageError(`${command} is not a command.`)
  }
}

function run(argv: readonly string[]): string {
  const { values, positionals } = options(argv)
  const [command, ...words] = positionals
  if (values.help || command === undefined) return usage
  const letters = openDeadLetters(join(values.data, 'alcove.db'))
  try {
    return carryOut(letters, command, words, values.all, values.bodies)
  } finally {
    letters.close()
  }
}

try {
  process.stdout.write(run(process.argv.slice(2)))
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  if (error instanceof UsageError) process.stderr.write(`\n${usage}`)
  process.exitCode = 2
}
