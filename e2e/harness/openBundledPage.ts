// SPDX-License-Identifier: Apache-2.0
// Opens a page of our own: its script is bundled once per run and served by the browser itself under the server's own origin, so that the SDK
// runs as on the server's pages.
import { basename, dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { BrowserContext, Page } from 'playwright-core'
import { build } from 'vite'
import { watchConsole } from './watchConsole.ts'

const bundles = new Map<string, Promise<string>>()

/** @param script file URL of the page's first module */
export async function openBundledPage(context: BrowserContext, serverUrl: string, script: URL): Promise<Page> {
  const page = await context.newPage()
  watchConsole(page)
  const path = fileURLToPath(script)
  const bundle = bundles.get(path) ?? bundleScript(path)
  bundles.set(path, bundle)
  const code = await bundle
  const name = `__${basename(dirname(path))}`
  const html = `<!doctype html><meta charset="utf-8"><title>${name}</title><script type="module" src="/${name}.js"></script>`
  await page.route(`**/${name}.html`, (route) => route.fulfill({ contentType: 'text/html', body: html }))
  await page.route(`**/${name}.js`, (route) => route.fulfill({ contentType: 'text/javascript', body: code }))
  await page.goto(`${serverUrl}/${name}.html`)
  return page
}

/** A page's script as one file. */
export async function bundleScript(path: string): Promise<string> {
  const output = await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      write: false,
      minify: false,
      target: 'es2023',
      modulePreload: false,
      rolldownOptions: {
        input: path,
        // One file, as it is served by hand.
        output: { format: 'es', entryFileNames: 'page.js', codeSplitting: false },
      },
    },
  })
  const [result] = Array.isArray(output) ? output : [output]
  const chunk = result && 'output' in result ? result.output[0] : undefined
  if (!chunk) throw new Error(`${path} could not be bundled`)
  return chunk.code
}
