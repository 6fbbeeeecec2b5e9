// SPDX-License-Identifier: Apache-2.0
// `npm run build`: the web app into packages/web/dist. Nothing else of Alcove is built.

import { runMain, say } from './setup/log.mjs'
import { prepare } from './setup/prepare.mjs'
import { ensureWebBuild } from './setup/webBuild.mjs'

await runMain(async () => {
  await prepare()
  if (!(await ensureWebBuild())) say('The web app in packages/web/dist is up to date')
})
