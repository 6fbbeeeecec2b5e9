// SPDX-License-Identifier: Apache-2.0
// Builds the web app, the only part of Alcove that needs a build, when something that goes into it has changed.

import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { withLock } from './lock.mjs'
import { beginStep, SetupError, say } from './log.mjs'
import { hashOf, localStateFolder, repositoryRoot, temporaryNameFor } from './paths.mjs'
import { capture, tail } from './run.mjs'

const webFolder = join(repositoryRoot, 'packages/web')
const output = join(webFolder, 'dist')
const stampFile = join(localStateFolder, 'web-sources-hash')
const sources = ['packages/web', 'packages/client', 'packages/protocol', 'package-lock.json', 'tsconfig.base.json']

/** @returns {Promise<boolean>} whether there was something to build */
export async function ensureWebBuild() {
  if (isBuilt(sourcesHash())) return false
  const onWait = () => say('Waiting for another set-up, which is building the web app')
  return withLock(join(localStateFolder, 'web.lock'), onWait, async () => {
    const hash = sourcesHash()
    if (isBuilt(hash)) return false
    await build()
    writeFileSync(stampFile, hash)
    return true
  })
}

function sourcesHash() {
  const paths = sources.map((path) => join(repositoryRoot, path))
  return hashOf(paths, (file) => !/\.(test|stories)\.tsx?$/.test(file))
}

/** @param {string} hash */
function isBuilt(hash) {
  return existsSync(join(output, 'index.html')) && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === hash
}

async function build() {
  const step = beginStep('Building the web app, because its sources changed (about 10 s)')
  const vite = join(repositoryRoot, 'node_modules/vite/bin/vite.js')
  // Built aside and renamed: a running server goes on serving the old files until the new ones are complete.
  const temporary = temporaryNameFor(join(localStateFolder, 'web-dist'))
  mkdirSync(localStateFolder, { recursive: true })
  try {
    const args = [vite, 'build', '--outDir', temporary, '--emptyOutDir', '--logLevel', 'warn']
    const result = await capture(process.execPath, args, { cwd: webFolder })
    if (!result.ok) throw new SetupError(`The web app could not be built:\n${tail(result.output, 30)}`)
    if (result.output.trim()) say(tail(result.output, 30))
    rmSync(output, { recursive: true, force: true })
    renameSync(temporary, output)
  } finally {
    rmSync(temporary, { recursive: true, force: true })
  }
  step.done('built')
}
