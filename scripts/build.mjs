// SPDX-License-Identifier: Apache-2.0
// `npm run build`: all that takes time before a start. Fetches what is missing and builds the web app into packages/web/dist and the script for host
// pages into packages/embed/dist; nothing else of Alcove is built.

import { runMain, say } from './setup/log.mjs'
import { prepare } from './setup/prepare.mjs'
import { ensureWebBuild } from './setup/webBuild.mjs'

await runMain(async () => {
  await prepare({ worker: true })
  if (!(await ensureWebBuild())) say('packages/web/dist and packages/embed/dist are up to date')
})
