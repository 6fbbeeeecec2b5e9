// SPDX-License-Identifier: Apache-2.0
// Opens lab pages: bundled once per run, served by the browser itself under the server's own origin, so that the SDK runs as on the server's pages.
import { fileURLToPath } from 'node:url'
import type { MeetingClient } from '@alcove/client'
import type { BrowserContext, Page } from 'playwright-core'
import { build } from 'vite'
import type { Notes, Outcome, PlainSnapshot } from '../pages/lab/main.ts'
import type { ParticipantOptions } from '../pages/lab/Participant.ts'
import type { WindowCount } from '../pages/lab/streams.ts'
import { LabPerson } from './LabPerson.ts'
import { watchConsole } from './watchConsole.ts'

const html = '<!doctype html><meta charset="utf-8"><title>lab</title><script type="module" src="/__lab.js"></script>'
let bundle: Promise<string> | undefined

export class LabPage {
  readonly page: Page

  private constructor(page: Page) {
    this.page = page
  }

  static async open(context: BrowserContext, serverUrl: string): Promise<LabPage> {
    const page = await context.newPage()
    watchConsole(page)
    bundle ??= bundleLab()
    const script = await bundle
    await page.route('**/__lab.html', (route) => route.fulfill({ contentType: 'text/html', body: html }))
    await page.route('**/__lab.js', (route) => route.fulfill({ contentType: 'text/javascript', body: script }))
    const lab = new LabPage(page)
    await page.goto(`${serverUrl}/__lab.html`)
    await lab.#loaded()
    return lab
  }

  /** Loads the page again; its people are gone and can join anew. */
  async reload(): Promise<void> {
    await this.page.reload()
    await this.#loaded()
  }

  async join(options: ParticipantOptions): Promise<LabPerson> {
    const id = await this.page.evaluate((given) => window.lab.join(given), options)
    return new LabPerson(this, options.name, id, options.mark)
  }

  snapshot(name: string): Promise<PlainSnapshot> {
    return this.page.evaluate((who) => window.lab.snapshot(who), name)
  }

  call(name: string, action: keyof MeetingClient, args: readonly unknown[]): Promise<Outcome> {
    return this.page.evaluate(([who, what, given]) => window.lab.call(who, what as never, given), [
      name,
      action as string,
      args,
    ] as const)
  }

  startNotes(): Promise<void> {
    return this.page.evaluate(() => window.lab.startNotes())
  }

  endNotes(): Promise<Record<string, Notes>> {
    return this.page.evaluate(() => window.lab.endNotes())
  }

  /** Call it before the move; it counts from `afterMs` after the acknowledgement, whichever page moves. */
  countAfterNext(afterMs: number, lengthMs: number): Promise<WindowCount> {
    return this.page.evaluate(([after, length]) => window.lab.countAfterNext(after, length), [
      afterMs,
      lengthMs,
    ] as const)
  }

  async #loaded(): Promise<void> {
    await this.page.waitForFunction(() => window.lab !== undefined)
  }
}

async function bundleLab(): Promise<string> {
  const output = await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      write: false,
      minify: false,
      target: 'es2023',
      modulePreload: false,
      rolldownOptions: {
        input: fileURLToPath(new URL('../pages/lab/main.ts', import.meta.url)),
        // One file, as it is served by hand.
        output: { format: 'es', entryFileNames: 'lab.js', codeSplitting: false },
      },
    },
  })
  const [result] = Array.isArray(output) ? output : [output]
  const chunk = result && 'output' in result ? result.output[0] : undefined
  if (!chunk) throw new Error('the lab page could not be bundled')
  return chunk.code
}
