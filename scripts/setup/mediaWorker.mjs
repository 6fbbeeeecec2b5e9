// SPDX-License-Identifier: Apache-2.0
// Finds or makes the mediasoup worker binary. npm runs no install scripts here, so that a machine which cannot reach
// mediasoup's download host can install Alcove too; this stands in for mediasoup's own script.

import { accessSync, chmodSync, constants, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { recipe } from '../media-worker/recipe.mjs'
import { ensureDebianPackages, hasDebianPackages } from './debian.mjs'
import { withLock } from './lock.mjs'
import { beginStep, SetupError, say } from './log.mjs'
import { cacheFolder, hashOf, hashOfText, repositoryRoot, temporaryNameFor } from './paths.mjs'
import { capture, tail } from './run.mjs'
import { buildWorker } from './workerBuild.mjs'
import { downloadWorker } from './workerDownload.mjs'

const mediasoupFolder = join(repositoryRoot, 'node_modules/mediasoup')
const smokeTest = join(repositoryRoot, 'scripts/setup/workerSmokeTest.mjs')

/** @returns {Promise<string>} the path for MEDIASOUP_WORKER_BIN */
export async function ensureMediaWorker() {
  const given = process.env.MEDIASOUP_WORKER_BIN
  if (given) {
    if (!isExecutable(given))
      throw new SetupError(`MEDIASOUP_WORKER_BIN is ${given}, which is no program that can be run.`)
    return given
  }
  const cached = cachedWorkerPath()
  if (await isUsable(cached)) return cached
  const onWait = () => say('Waiting for another set-up, which is preparing the same media worker')
  await withLock(`${cached}.lock`, onWait, async () => {
    if (!(await isUsable(cached))) await makeWorker(cached)
  })
  return cached
}

/** Named after all that decides what the binary is, so that a change of any of it leads to another file. */
function cachedWorkerPath() {
  const { version } = JSON.parse(readFileSync(join(mediasoupFolder, 'package.json'), 'utf8'))
  const headers = hashOf([join(repositoryRoot, 'scripts/media-worker/include')])
  const made = hashOfText(`${JSON.stringify(recipe)} ${headers} ${systemName()}`)
  const name = `mediasoup-worker-${version}-${process.platform}-${process.arch}-${made}`
  return join(cacheFolder(), process.platform === 'win32' ? `${name}.exe` : name)
}

/** A binary linked against one Debian's OpenSSL need not run on another: a cache may be shared between machines. */
function systemName() {
  try {
    const text = readFileSync('/etc/os-release', 'utf8')
    return text
      .split('\n')
      .filter((line) => /^(ID|VERSION_ID)=/.test(line))
      .join(' ')
  } catch {
    return process.platform
  }
}

/**
 * Whether the file is there and starts: a cache can outlive the libraries that its binary was linked against.
 * @param {string} binary
 */
async function isUsable(binary) {
  if (!existsSync(binary)) return false
  // Without MEDIASOUP_VERSION the worker ends at once, with this code.
  const { code } = await capture(binary, [], { env: {}, timeoutMs: 5_000 })
  return code === 41
}

/** @param {string} target */
async function makeWorker(target) {
  if (existsSync(target)) {
    say('The media worker in the cache no longer starts here: a library that it needs is gone')
    if (hasDebianPackages()) await ensureDebianPackages(recipe.packages, 'the media worker', 'about 20 s')
    if (await isUsable(target)) return
  }
  const folder = temporaryNameFor(target)
  mkdirSync(folder, { recursive: true })
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  const downloaded = await downloadWorker(mediasoupFolder, folder)
  if (downloaded && (await runs(downloaded)).ok) return renameSync(downloaded, target)

  const buildFolder = join(folder, 'build')
  mkdirSync(buildFolder)
  const built = await buildWorker(join(mediasoupFolder, 'worker'), buildFolder)
  chmodSync(built, 0o755)
  const step = beginStep('Trying the new media worker: start it, make a router and a WebRTC transport, close it')
  const trial = await runs(built)
  if (!trial.ok) {
    throw new SetupError(
      `The media worker was built but does not work:\n${tail(trial.output)}\n` +
        'Set MEDIASOUP_WORKER_BIN to a working one, or report this with the lines above.',
    )
  }
  renameSync(built, target)
  rmSync(folder, { recursive: true, force: true })
  step.done(`works; kept as ${target}`)
}

/** @param {string} binary */
function runs(binary) {
  const env = { ...process.env, MEDIASOUP_WORKER_BIN: binary }
  return capture(process.execPath, [smokeTest], { env, cwd: repositoryRoot, timeoutMs: 30_000 })
}

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
