// SPDX-License-Identifier: Apache-2.0
// Keeps what pages say on their consoles, to be printed when a scenario fails.
import type { Page } from 'playwright-core'

const longest = 200
const lines: string[] = []

export function watchConsole(page: Page): void {
  const note = (text: string) => {
    lines.push(text)
    if (lines.length > longest) lines.shift()
  }
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') note(`[${message.type()}] ${message.text()}`)
  })
  page.on('pageerror', (error) => note(`[uncaught] ${error.stack ?? error.message}`))
}

/** What was said since the last call. */
export function takeConsole(): readonly string[] {
  return lines.splice(0)
}
