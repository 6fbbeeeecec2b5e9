// SPDX-License-Identifier: Apache-2.0
// Brings node_modules in line with package-lock.json. A stamp in node_modules makes the usual case cost nothing.

import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { withLock } from './lock.mjs'
import { beginStep, SetupError, say } from './log.mjs'
import { runNpm } from './node24.mjs'
import { hashOf, localStateFolder, repositoryRoot } from './paths.mjs'
import { tail } from './run.mjs'

const lockfile = join(repositoryRoot, 'package-lock.json')
const installedLockfile = join(repositoryRoot, 'node_modules/.package-lock.json')
const stampFile = join(repositoryRoot, 'node_modules/.alcove-lockfile-hash')

export async function ensureDependencies() {
  const wanted = hashOf([lockfile])
  if (readStamp() === wanted) return
  const onWait = () => say('Waiting for another set-up, which is installing dependencies in this clone')
  await withLock(join(localStateFolder, 'dependencies.lock'), onWait, async () => {
    if (readStamp() === wanted) return
    // After somebody's own `npm install` all may be there: `npm ci` would only delete it and fetch it again.
    if (!isInstalled()) await install()
    writeFileSync(stampFile, wanted)
  })
}

async function install() {
  const step = beginStep('Installing the npm packages named in package-lock.json (20 s to 90 s)')
  const { ok, output } = await runNpm(['ci', '--loglevel=error'], { cwd: repositoryRoot })
  if (!ok) {
    throw new SetupError(
      `npm could not install the dependencies:\n${tail(output)}\n` +
        'If the network is at fault, start this again when it works; if package-lock.json is, run `npm install` and commit it.',
    )
  }
  step.done('installed')
}

function readStamp() {
  try {
    return readFileSync(stampFile, 'utf8')
  } catch {
    return undefined
  }
}

function isInstalled() {
  try {
    const wanted = JSON.parse(readFileSync(lockfile, 'utf8')).packages
    const installed = JSON.parse(readFileSync(installedLockfile, 'utf8')).packages
    return Object.entries(wanted).every(([path, entry]) => {
      if (!path.startsWith('node_modules/') && !path.includes('/node_modules/')) return true
      // Optional packages of other platforms are in the lockfile only.
      if (!installed[path]) return entry.optional === true
      return installed[path].version === entry.version && installed[path].link === entry.link
    })
  } catch {
    return false
  }
}
