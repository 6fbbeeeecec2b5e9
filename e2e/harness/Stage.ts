// SPDX-License-Identifier: Apache-2.0
// What one scenario file stands on: a server and a browser. Prints the server's log and the pages' consoles when a test of it fails.
// To start both takes two seconds, so a file without wishes takes over what the one before it left; of a file that failed nothing is taken over.
import type { Browser, BrowserContext } from 'playwright-core'
import { afterAll, beforeAll, onTestFailed } from 'vitest'
import { launchBrowser, openContext } from './browser.ts'
import { LabPage } from './LabPage.ts'
import { Server, type ServerOptions } from './Server.ts'
import { takeConsole } from './watchConsole.ts'

export interface StageOptions extends ServerOptions {
  /** false: no browser is started. */
  readonly browser?: boolean
}

const shownLogLength = 6_000

/** What the file before left: a server with the usual flags, and the usual browser. */
const left: { server: Server | undefined; browser: Browser | undefined } = { server: undefined, browser: undefined }
let isBoundToProcess = false

/** Vitest ends this process by a signal after the last file: then by an exit, at which what is left is ended, too. */
function endWithProcess(): void {
  if (!isBoundToProcess) process.once('SIGTERM', () => process.exit())
  isBoundToProcess = true
}

export class Stage {
  #server: Server | undefined
  #browser: Browser | undefined
  #isUsual = false
  #hasFailed = false
  readonly #contexts: BrowserContext[] = []

  get server(): Server {
    if (!this.#server) throw new Error('the stage is not set yet')
    return this.#server
  }

  get browser(): Browser {
    if (!this.#browser) throw new Error('this stage has no browser')
    return this.#browser
  }

  /** A window with a storage of its own; closed when the test calls {@link clear} or the file ends. */
  async context(): Promise<BrowserContext> {
    const context = await openContext(this.browser)
    this.#contexts.push(context)
    return context
  }

  async labPages(count: number): Promise<LabPage[]> {
    const context = await this.context()
    const pages: LabPage[] = []
    for (let index = 0; index < count; index += 1) pages.push(await LabPage.open(context, this.server.url))
    return pages
  }

  /** Closes all windows. */
  async clear(): Promise<void> {
    await Promise.all(this.#contexts.splice(0).map(closeContext))
  }

  /** Call it first in each test. */
  explainFailure(): void {
    takeConsole()
    const from = this.#server?.output().length ?? 0
    onTestFailed(() => {
      this.#hasFailed = true
      const log = this.#server?.output().slice(from).slice(-shownLogLength)
      process.stderr.write(`── server ──\n${log}\n── pages ──\n${takeConsole().join('\n')}\n`)
    })
  }

  async open({ browser = true, ...options }: StageOptions): Promise<void> {
    this.#isUsual = Object.keys(options).length === 0
    const opening = [
      (this.#isUsual && takeServer()) || Server.start(options),
      browser ? (takeBrowser() ?? launchBrowser()) : undefined,
    ] as const
    ;[this.#server, this.#browser] = await Promise.all(opening)
  }

  async close(): Promise<void> {
    const [server, browser] = [this.#server, this.#browser]
    await Promise.all((browser?.contexts() ?? []).map(closeContext))
    if (browser && !this.#hasFailed) left.browser = browser
    else await browser?.close()
    if (this.#isUsual && !this.#hasFailed) left.server = server
    else await server?.stop()
  }
}

/** What is fetched for its pages at that moment may fail with them. */
async function closeContext(context: BrowserContext): Promise<void> {
  await Promise.all([context, ...context.pages()].map((routed) => routed.unrouteAll({ behavior: 'ignoreErrors' })))
  await context.close()
}

function takeServer(): Server | undefined {
  const { server } = left
  left.server = undefined
  return server?.isRunning() ? server : undefined
}

function takeBrowser(): Browser | undefined {
  const { browser } = left
  left.browser = undefined
  return browser?.isConnected() ? browser : undefined
}

/** A stage that is set before the first test of the file and cleared after the last. */
export function useStage(options: StageOptions = {}): Stage {
  const stage = new Stage()
  endWithProcess()
  beforeAll(() => stage.open(options))
  afterAll(() => stage.close())
  return stage
}
