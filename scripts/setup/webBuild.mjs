// SPDX-License-Identifier: Apache-2.0
// Builds what runs in browsers, the only part of Alcove that needs a build, when something that goes into it has changed: the web app and the
// script for host pages.

import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { compressFiles } from './compressFiles.mjs'
import { withLock } from './lock.mjs'
import { beginStep, SetupError, say } from './log.mjs'
import { hashOf, localStateFolder, repositoryRoot, temporaryNameFor } from './paths.mjs'
import { capture, tail } from './run.mjs'
import { toKilobytes, weighWeb } from './webWeight.mjs'

/** Each with the file by which one sees that it is built. */
const parts = [
  { folder: 'packages/embed', proof: 'external_api.js' },
  { folder: 'packages/web', proof: 'index.html' },
].map(({ folder, proof }) => ({ folder: join(repositoryRoot, folder), proof }))
const stampFile = join(localStateFolder, 'web-sources-hash')
const sources = [
  'packages/web',
  'packages/embed',
  'packages/client',
  'packages/protocol',
  'package-lock.json',
  'tsconfig.base.json',
]

/** @returns {Promise<boolean>} whether there was something to build */
export async function ensureWebBuild() {
  if (isBuilt(sourcesHash())) return false
  const onWait = () => say('Waiting for another set-up, which is building the web app')
  return withLock(join(localStateFolder, 'web.lock'), onWait, async () => {
    const hash = sourcesHash()
    if (isBuilt(hash)) return false
    for (const { folder } of parts) await build(folder)
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
  const areThere = parts.every(({ folder, proof }) => existsSync(join(folder, 'dist', proof)))
  return areThere && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === hash
}

/** @param {string} folder of the package */
async function build(folder) {
  const name = basename(folder)
  const step = beginStep(`Building packages/${name}, because sources changed (about 10 s)`)
  const vite = join(repositoryRoot, 'node_modules/vite/bin/vite.js')
  // Built aside and renamed: a running server goes on serving the old files until the new ones are complete.
  const temporary = temporaryNameFor(join(localStateFolder, `${name}-dist`))
  const output = join(folder, 'dist')
  mkdirSync(localStateFolder, { recursive: true })
  try {
    const args = [vite, 'build', '--outDir', temporary, '--emptyOutDir', '--logLevel', 'warn']
    const result = await capture(process.execPath, args, { cwd: folder })
    if (!result.ok) throw new SetupError(`packages/${name} could not be built:\n${tail(result.output, 30)}`)
    if (result.output.trim()) say(tail(result.output, 30))
    if (name === 'web') {
      keepToBudget(temporary)
      compressFiles(temporary)
    }
    rmSync(output, { recursive: true, force: true })
    renameSync(temporary, output)
  } finally {
    rmSync(temporary, { recursive: true, force: true })
  }
  step.done('built')
}

/** @param {string} dist of the web app */
function keepToBudget(dist) {
  const { bytes, budgetBytes, problem } = weighWeb(dist)
  if (problem !== undefined) throw new SetupError(problem)
  say(`  the meeting page loads ${toKilobytes(bytes)} of JavaScript, of ${toKilobytes(budgetBytes)} that it may`)
}
