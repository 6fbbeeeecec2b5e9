// SPDX-License-Identifier: Apache-2.0
// How set-up talks to a person: what it does, why, how long that takes, and, when it cannot go on, what to do next.

/** A failure that is no bug of ours: its message is a sentence telling a person what to do. Shown without a stack trace. */
export class SetupError extends Error {
  /** @override */
  name = 'SetupError'
}

/** Lines for people without a terminal (CI) come at most this often; a terminal sees each change at once. */
const QUIET_PROGRESS_MS = 15_000

/** @param {string} text */
export function say(text) {
  process.stdout.write(`[alcove] ${text}\n`)
}

/** @param {number} startedAtMs */
export function elapsed(startedAtMs) {
  const seconds = (Date.now() - startedAtMs) / 1000
  if (seconds < 60) return `${seconds.toFixed(1)} s`
  return `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`
}

/**
 * Announces one piece of work, and gives the means to report on it.
 * @param {string} title what happens and why, as one sentence
 */
export function beginStep(title) {
  const startedAtMs = Date.now()
  const isTerminal = process.stdout.isTTY === true
  let lastShownAtMs = startedAtMs
  say(title)
  return {
    /** @param {string} text */
    progress(text) {
      if (isTerminal) {
        process.stdout.write(`\r\x1b[K[alcove]   ${text} (${elapsed(startedAtMs)})`)
        return
      }
      if (Date.now() - lastShownAtMs < QUIET_PROGRESS_MS) return
      lastShownAtMs = Date.now()
      say(`  ${text} (${elapsed(startedAtMs)})`)
    },
    /** @param {string} text */
    done(text) {
      if (isTerminal) process.stdout.write('\r\x1b[K')
      say(`  ${text} (${elapsed(startedAtMs)})`)
    },
  }
}

/**
 * Runs a program's main function; expected failures end it with their sentence alone.
 * @param {() => Promise<number | void>} main resolves with the exit code
 */
export async function runMain(main) {
  try {
    process.exitCode = (await main()) ?? 0
  } catch (error) {
    if (!(error instanceof SetupError)) throw error
    process.stderr.write(`\n[alcove] ${error.message}\n`)
    process.exitCode = 1
  }
}
