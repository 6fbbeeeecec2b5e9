// SPDX-License-Identifier: Apache-2.0
// What may be said to the program behind its name.
import { parseArgs } from 'node:util'

export interface MoveOptions {
  /** Measured moves for each round trip and way. */
  readonly moves: number
  /** Added round trip times, ms. */
  readonly roundTripsMs: readonly number[]
  /** Where the samples go as JSON. */
  readonly out: string | undefined
  /** Where the result goes as a page to be kept. */
  readonly page: string | undefined
}

const mostMoves = 200

/** Says what is wrong and ends the program when it cannot be understood. */
export function readOptions(argv: readonly string[]): MoveOptions {
  try {
    return parseOptions(argv)
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exit(2)
  }
}

function parseOptions(argv: readonly string[]): MoveOptions {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      moves: { type: 'string', default: '30' },
      'round-trips': { type: 'string', default: '0,100' },
      out: { type: 'string' },
      page: { type: 'string' },
    },
    strict: true,
  })
  const moves = Number(values.moves)
  if (!Number.isInteger(moves) || moves < 2 || moves > mostMoves) {
    throw new Error(`--moves must be a whole number from 2 to ${mostMoves}.`)
  }
  const roundTripsMs = values['round-trips'].split(',').map(Number)
  if (!roundTripsMs.every((ms) => Number.isInteger(ms) && ms >= 0 && ms <= 2_000)) {
    throw new Error('--round-trips must be milliseconds from 0 to 2000, separated by commas.')
  }
  return { moves, roundTripsMs, out: values.out, page: values.page }
}
