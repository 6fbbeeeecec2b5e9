// SPDX-License-Identifier: Apache-2.0
// Starts the Chromium that scenarios drive, with devices that are made up and no question about them.
import { existsSync } from 'node:fs'
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium } from 'playwright-core'

/** Devices that are made up; without it, there are those of the machine. */
export const fakeDevices = '--use-fake-device-for-media-stream=fps=5'
/** Questions about devices and screens are answered with yes; without it, with no. */
export const yesToAll = '--use-fake-ui-for-media-stream'

const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Few pictures a second: every person here costs an encoder.
  fakeDevices,
  yesToAll,
  '--autoplay-policy=no-user-gesture-required',
]
const usualPlace = '/usr/bin/chromium'

/**
 * @param moreArgs further switches of Chromium
 * @param without those of ours that it is to lack
 */
export async function launchBrowser(
  moreArgs: readonly string[] = [],
  without: readonly string[] = [],
): Promise<Browser> {
  const executablePath = process.env.ALCOVE_CHROMIUM || usualPlace
  if (!existsSync(executablePath)) throw new Error(`There is no Chromium at ${executablePath}; set ALCOVE_CHROMIUM`)
  return chromium.launch({
    executablePath,
    headless: true,
    args: [...args.filter((each) => !without.includes(each)), ...moreArgs],
  })
}

/** A window of its own with its own storage, small enough to be painted cheaply. */
export async function openContext(browser: Browser, more: BrowserContextOptions = {}): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: { width: 1000, height: 700 },
    locale: 'en-GB',
    reducedMotion: 'reduce',
    // A page that the browser serves to itself counts as one from outside, which may not reach this machine unasked.
    permissions: ['local-network-access'],
    ...more,
  })
  // Machines are shared, and what is there in time costs nothing of it.
  context.setDefaultTimeout(60_000)
  return context
}
