// SPDX-License-Identifier: Apache-2.0
// Starts the Chromium that scenarios drive, with devices that are made up and no question about them.
import { existsSync } from 'node:fs'
import { type Browser, type BrowserContext, chromium } from 'playwright-core'

const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Few pictures a second: every person here costs an encoder.
  '--use-fake-device-for-media-stream=fps=5',
  '--use-fake-ui-for-media-stream',
  '--autoplay-policy=no-user-gesture-required',
]
const usualPlace = '/usr/bin/chromium'

/** @param moreArgs further switches of Chromium */
export async function launchBrowser(moreArgs: readonly string[] = []): Promise<Browser> {
  const executablePath = process.env.ALCOVE_CHROMIUM || usualPlace
  if (!existsSync(executablePath)) throw new Error(`There is no Chromium at ${executablePath}; set ALCOVE_CHROMIUM`)
  return chromium.launch({ executablePath, headless: true, args: [...args, ...moreArgs] })
}

/** A window of its own with its own storage, small enough to be painted cheaply. */
export function openContext(browser: Browser): Promise<BrowserContext> {
  return browser.newContext({
    viewport: { width: 1000, height: 700 },
    locale: 'en-GB',
    reducedMotion: 'reduce',
    // A page that the browser serves to itself counts as one from outside, which may not reach this machine unasked.
    permissions: ['local-network-access'],
  })
}
