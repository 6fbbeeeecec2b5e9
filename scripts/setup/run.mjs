// SPDX-License-Identifier: Apache-2.0
// Starts other programs: to read their output, or to hand the terminal over to them.

import { spawn } from 'node:child_process'

/**
 * Runs a program to its end and keeps what it printed. Never throws for a failing program: the caller knows what to say.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, timeoutMs?: number, onLine?: (line: string) => void }} [options]
 * @returns {Promise<{ ok: boolean, code: number | null, output: string, timedOut: boolean }>}
 */
export function capture(command, args, options = {}) {
  return new Promise((resolve) => {
    // A group of its own: at the time limit its children (a download, a compiler) must end too.
    const child = spawn(command, args, {
      cwd: options.cwd,
      env: options.env ?? process.env,
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    })
    let output = ''
    let timedOut = false
    const endGroup = () => signalGroup(child, 'SIGKILL')
    const timer = options.timeoutMs
      ? setTimeout(() => {
          timedOut = true
          endGroup()
        }, options.timeoutMs)
      : undefined
    const interrupt = () => {
      endGroup()
      process.exit(130)
    }
    process.once('SIGINT', interrupt)
    process.once('SIGTERM', interrupt)
    const parentWatch = watchParent(interrupt)
    const read = (/** @type {Buffer} */ chunk) => {
      output += chunk
      if (options.onLine) for (const line of String(chunk).split(/[\r\n]+/)) if (line) options.onLine(line)
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    const finish = (/** @type {number | null} */ code) => {
      clearTimeout(timer)
      clearInterval(parentWatch)
      process.off('SIGINT', interrupt)
      process.off('SIGTERM', interrupt)
      resolve({ ok: code === 0, code, output, timedOut })
    }
    child.once('error', (error) => {
      output += error.message
      finish(null)
    })
    child.once('close', finish)
  })
}

/**
 * Gives terminal and signals to a program and resolves with its exit code.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, reachesAll?: boolean }} [options] `reachesAll`: signals go to everything that it starts, too, for programs that
 *   leave their children behind
 * @returns {Promise<number>}
 */
export function handOver(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const { cwd, env = process.env, reachesAll = false } = options
    const child = spawn(command, args, { cwd, env, stdio: 'inherit', detached: reachesAll })
    // A terminal sends Ctrl-C to the whole group already; a second signal does no harm, and `kill` reaches us alone.
    const forward = (/** @type {NodeJS.Signals} */ signal) =>
      reachesAll ? signalGroup(child, signal) : child.kill(signal)
    process.on('SIGINT', forward)
    process.on('SIGTERM', forward)
    const parentWatch = watchParent(() => forward('SIGTERM'))
    child.once('error', reject)
    child.once('exit', (code, signal) => {
      clearInterval(parentWatch)
      process.off('SIGINT', forward)
      process.off('SIGTERM', forward)
      resolve(code ?? (signal === 'SIGINT' ? 130 : signal === 'SIGTERM' ? 143 : 1))
    })
  })
}

/**
 * @param {import('node:child_process').ChildProcess} child which was started detached: a group of its own
 * @param {NodeJS.Signals} signal
 */
function signalGroup(child, signal) {
  try {
    if (child.pid) process.kill(-child.pid, signal)
  } catch {
    // It ended by itself in the meantime.
  }
}

/**
 * npm puts a shell between itself and us that passes no signals on: when it is gone, whoever stopped npm meant us too.
 * @param {() => void} onGone called once
 */
function watchParent(onGone) {
  if (process.env.npm_lifecycle_event === undefined) return undefined
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(timer)
    onGone()
  }, 500)
  return timer
}

/**
 * The last lines of a program's output, for a failure message.
 * @param {string} output
 */
export function tail(output, lines = 15) {
  return output.trimEnd().split('\n').slice(-lines).join('\n')
}
