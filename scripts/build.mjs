// SPDX-License-Identifier: Apache-2.0
// `npm run build`: the web app into packages/web/dist and the script for host pages into packages/embed/dist. Nothing else of Alcove is built.

import { runMain, say } from './setup/log.mjs'
import { prepare } from './setup/prepare.mjs'
import { ensureWebBuild } from './setup/webBuild.mjs'

await runMain(async () => {
  await prepare()
  if (!(await ensureWebBuild())) say('packages/web/dist and packages/embed/dist are up to date')
})
