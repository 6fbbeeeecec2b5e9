// SPDX-License-Identifier: Apache-2.0
// What may be said to the program behind its name.
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'

export interface Options {
  /** How many people are in the meeting when it is measured, growing. */
  readonly sizes: readonly number[]
  readonly moves: number
  readonly openings: number
  /** Events of the log that is replayed; 0: none is. */
  readonly events: number
  readonly idleMeetings: number
  /** Another checkout of Alcove, measured first in the same run. */
  readonly before: string | undefined
  /** Where the result goes as a page to be kept. */
  readonly page: string | undefined
}

/** Says what is wrong and ends the program when it cannot be understood. */
export function readOptions(argv: readonly string[]): Options {
  try {
    return parseOptions(argv)
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exit(2)
  }
}

function parseOptions(argv: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      sizes: { type: 'string', default: '10,50,100,200,500' },
      moves: { type: 'string', default: '60' },
      openings: { type: 'string', default: '5' },
      events: { type: 'string', default: '100000' },
      'idle-meetings': { type: 'string', default: '1000' },
      before: { type: 'string' },
      page: { type: 'string' },
    },
    strict: true,
  })
  // Ten people have two rooms: with one there is nowhere to move to.
  const sizes = values.sizes.split(',').map((size) => wholeNumber('--sizes', size, 10, 500))
  if (sizes.length < 2 || sizes.some((size, index) => size <= (sizes[index - 1] ?? 0)))
    throw new Error('--sizes must be at least two numbers that grow, separated by commas.')
  const before = values.before === undefined ? undefined : resolve(values.before)
  if (before !== undefined && !existsSync(join(before, 'packages/server/src/main.ts')))
    throw new Error('--before must be the folder of another checkout that has been set up.')
  return {
    sizes,
    moves: wholeNumber('--moves', values.moves, 1, 10_000),
    openings: wholeNumber('--openings', values.openings, 1, 100),
    events: wholeNumber('--events', values.events, 0, 1_000_000),
    idleMeetings: wholeNumber('--idle-meetings', values['idle-meetings'], 1, 10_000),
    before,
    page: values.page,
  }
}

function wholeNumber(flag: string, text: string, least: number, most: number): number {
  const value = Number(text)
  if (!Number.isInteger(value) || value < least || value > most)
    throw new Error(`${flag} must be made of whole numbers from ${least} to ${most}.`)
  return value
}
