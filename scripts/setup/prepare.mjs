// SPDX-License-Identifier: Apache-2.0
// Brings a fresh clone to the point where a program can run: the order of set-up, and what it puts into the environment.

import { join } from 'node:path'
import { ensureChromium } from './chromium.mjs'
import { ensureCurl } from './curl.mjs'
import { ensureDependencies } from './dependencies.mjs'
import { ensureMediaWorker } from './mediaWorker.mjs'
import { ensureNode24 } from './node24.mjs'
import { localStateFolder } from './paths.mjs'
import { ensureWebBuild } from './webBuild.mjs'

/**
 * Node and npm packages always; the rest as needed. Safe to call again, later and for more.
 * @param {{ worker?: boolean, web?: boolean, chromium?: boolean, curl?: boolean }} [needs]
 */
export async function prepare(needs = {}) {
  await ensureNode24()
  // Node keeps compiled modules there and checks them against their sources: the second start takes half the processor time.
  process.env.NODE_COMPILE_CACHE ||= join(localStateFolder, 'compiled')
  await ensureDependencies()
  if (needs.worker) process.env.MEDIASOUP_WORKER_BIN = await ensureMediaWorker()
  if (needs.web) await ensureWebBuild()
  if (needs.curl) await ensureCurl()
  if (needs.chromium) process.env.ALCOVE_CHROMIUM = await ensureChromium()
}
