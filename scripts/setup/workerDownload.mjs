// SPDX-License-Identifier: Apache-2.0
// Lets mediasoup's own installer fetch the prebuilt worker, where its download host can be reached.

import { chmodSync, cpSync, existsSync, mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { beginStep } from './log.mjs'
import { capture } from './run.mjs'

const TIME_LIMIT_MS = 30_000

/**
 * Runs the installer on a copy of the few files it needs: it writes beside itself, and node_modules stays as npm made it.
 * @param {string} mediasoupFolder
 * @param {string} workFolder
 * @returns {Promise<string | undefined>} the binary's path, inside `workFolder`; nothing if it could not be fetched
 */
export async function downloadWorker(mediasoupFolder, workFolder) {
  const step = beginStep(
    `Fetching mediasoup's prebuilt media worker (seconds; given up after ${TIME_LIMIT_MS / 1000} s)`,
  )
  const copy = join(workFolder, 'node_modules/mediasoup')
  mkdirSync(copy, { recursive: true })
  for (const name of ['package.json', 'npm-scripts.mjs']) cpSync(join(mediasoupFolder, name), join(copy, name))
  // What the installer imports is found where npm put it: beside mediasoup, or inside it.
  for (const name of ['node-fetch', 'tar']) {
    const inside = join(mediasoupFolder, 'node_modules', name)
    symlinkSync(existsSync(inside) ? inside : join(mediasoupFolder, '..', name), join(workFolder, 'node_modules', name))
  }
  const { ok, timedOut } = await capture(process.execPath, ['npm-scripts.mjs', 'postinstall'], {
    cwd: copy,
    // The installer's fallback is a build which fetches more from the same host; a Python that does nothing ends it.
    env: { ...process.env, PYTHON: 'false' },
    timeoutMs: TIME_LIMIT_MS,
  })
  const binary = join(
    copy,
    'worker/out/Release',
    process.platform === 'win32' ? 'mediasoup-worker.exe' : 'mediasoup-worker',
  )
  if (!ok || !existsSync(binary)) {
    step.done(timedOut ? 'no answer from the download host' : 'not available here')
    return undefined
  }
  chmodSync(binary, 0o755)
  step.done('fetched')
  return binary
}
