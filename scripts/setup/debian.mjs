// SPDX-License-Identifier: Apache-2.0
// Debian packages: which are missing, and installing them when we may.

import { existsSync } from 'node:fs'
import { beginStep, SetupError } from './log.mjs'
import { capture, tail } from './run.mjs'

const APT = '/usr/bin/apt-get'

export function hasDebianPackages() {
  return existsSync(APT)
}

function mayInstall() {
  return hasDebianPackages() && process.getuid?.() === 0
}

/**
 * Makes sure that packages are installed, or ends set-up with the command a person has to run.
 * @param {string[]} packages
 * @param {string} purpose completes "Installing … for"
 * @param {string} duration what to expect, such as "about 20 s"
 */
export async function ensureDebianPackages(packages, purpose, duration) {
  const missing = await missingPackages(packages)
  if (missing.length === 0) return
  if (!mayInstall()) {
    throw new SetupError(
      `Missing for ${purpose}: ${missing.join(', ')}.\n` +
        `Run \`sudo apt-get install ${missing.join(' ')}\`, then start this again.`,
    )
  }
  const step = beginStep(
    `Installing ${missing.length} Debian packages for ${purpose} (${duration}): ${missing.join(' ')}`,
  )
  const install = ['install', '-y', '-q', '--no-install-recommends', ...missing]
  // The package list is fetched only when what the machine has is not good enough: that fetch is the slow part.
  const first = await aptGet(install)
  if (!first.ok) {
    step.progress('fetching the list of packages')
    await aptGet(['update', '-q'])
    const second = await aptGet(install)
    if (!second.ok) throw new SetupError(`apt-get could not install ${missing.join(' ')}:\n${tail(second.output)}`)
  }
  step.done('installed')
}

/** @param {string[]} args */
function aptGet(args) {
  // Two set-ups may install at once; the second waits for dpkg's lock instead of failing.
  return capture(APT, ['-o', 'DPkg::Lock::Timeout=600', ...args], {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
}

/** @param {string[]} packages */
async function missingPackages(packages) {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: dpkg-query fills in these placeholders itself
  const { output } = await capture('dpkg-query', ['-W', '-f', '${Package} ${db:Status-Abbrev}\n', ...packages])
  const installed = new Set(
    output
      .split('\n')
      .filter((line) => / ii\s*$/.test(line))
      .map((line) => line.split(' ')[0]),
  )
  return packages.filter((name) => !installed.has(name))
}
