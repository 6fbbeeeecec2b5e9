// SPDX-License-Identifier: Apache-2.0
// Finds the Chromium that browser tests drive, and installs it where we may.

import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { ensureDebianPackages, hasDebianPackages } from './debian.mjs'
import { SetupError } from './log.mjs'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const MAC_APPLICATIONS = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** @returns {Promise<string>} the path for ALCOVE_CHROMIUM */
export async function ensureChromium() {
  const given = process.env.ALCOVE_CHROMIUM
  if (given) {
    if (!existsSync(given)) throw new SetupError(`ALCOVE_CHROMIUM is ${given}, which does not exist.`)
    return given
  }
  const found = findChromium()
  if (found) return found
  if (hasDebianPackages()) await ensureDebianPackages(['chromium'], 'browser tests', 'about 40 s')
  const installed = findChromium()
  if (installed) return installed
  throw new SetupError(
    'Browser tests need Chromium or Chrome, and none was found.\n' +
      'Install one, or set ALCOVE_CHROMIUM to the path of its binary, then start this again.',
  )
}

function findChromium() {
  const inPath = (process.env.PATH ?? '').split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)))
  return [...inPath, ...MAC_APPLICATIONS].find((path) => existsSync(path))
}
