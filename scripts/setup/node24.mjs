// SPDX-License-Identifier: Apache-2.0
// Alcove runs on Node 24: it starts TypeScript without a build, and has SQLite. Where the machine's Node is older, a
// copy from npm's registry is kept in the user's cache, and the program that was started hands over to it.

import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { beginStep, SetupError } from './log.mjs'
import { cacheFolder, temporaryNameFor } from './paths.mjs'
import { capture, handOver, tail } from './run.mjs'

const REQUIRED_MAJOR = 24
const INSTALLED_VERSION = '24.21.0'

/**
 * Returns on Node 24 or newer. On an older Node it runs this very program again on Node 24, and ends with its exit code.
 */
export async function ensureNode24() {
  if (Number(process.versions.node.split('.')[0]) >= REQUIRED_MAJOR) return
  const node = await installedNode()
  const env = { ...process.env, PATH: `${dirname(node)}${delimiter}${process.env.PATH ?? ''}` }
  process.exit(await handOver(node, process.argv.slice(1), { env }))
}

/** The path of a Node 24 binary, which is installed if need be. */
async function installedNode() {
  const platform = process.platform === 'win32' ? 'win' : process.platform
  const name = `node-${platform}-${process.arch}`
  const folder = join(cacheFolder(), `node-${INSTALLED_VERSION}-${platform}-${process.arch}`)
  const binary = process.platform === 'win32' ? 'bin/node.exe' : 'bin/node'
  if (existsSync(join(folder, binary))) return join(folder, binary)

  const step = beginStep(
    `Installing Node ${INSTALLED_VERSION} into ${dirname(folder)}, because this machine's is ${process.version} (about 10 s)`,
  )
  const temporary = temporaryNameFor(folder)
  mkdirSync(temporary, { recursive: true })
  try {
    const args = ['install', '--prefix', temporary, '--no-save', '--ignore-scripts', '--loglevel=error']
    const { ok, output } = await runNpm([...args, `${name}@${INSTALLED_VERSION}`])
    const installed = join(temporary, 'node_modules', name)
    if (!ok) throw needsNode(`npm could not install ${name}:\n${tail(output)}`)
    // The registry's binaries need glibc: on a musl system they are there and do not run.
    if (!(await capture(join(installed, binary), ['--version'])).ok) throw needsNode(`${name} does not run here`)
    try {
      renameSync(installed, folder)
    } catch (error) {
      // Another set-up was faster.
      if (!existsSync(join(folder, binary))) throw error
    }
  } finally {
    rmSync(temporary, { recursive: true, force: true })
  }
  step.done('installed')
  return join(folder, binary)
}

/** @param {string} detail */
function needsNode(detail) {
  return new SetupError(
    `Alcove needs Node ${REQUIRED_MAJOR} or newer; this is ${process.version}, and ${detail}.\n` +
      `Install Node ${REQUIRED_MAJOR} from nodejs.org or with your system's package manager, then start this again.`,
  )
}

/**
 * npm itself, on the Node that runs us where possible: the npm that started us, else the one in the path.
 * @param {string[]} args
 * @param {{ cwd?: string, onLine?: (line: string) => void }} [options]
 */
export function runNpm(args, options) {
  const npmProgram = process.env.npm_execpath
  return npmProgram?.endsWith('.js')
    ? capture(process.execPath, [npmProgram, ...args], options)
    : capture('npm', args, options)
}
