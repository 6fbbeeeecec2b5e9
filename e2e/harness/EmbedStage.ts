// SPDX-License-Identifier: Apache-2.0
// What scenarios of embedded meetings stand on: a stage, the plain example as host page, and for each test a meeting that nobody has used.
import type { BrowserContext } from 'playwright-core'
import { afterAll, beforeAll, beforeEach } from 'vitest'
import { Example } from './Example.ts'
import { HostPage } from './HostPage.ts'
import { type Stage, type StageOptions, useStage } from './Stage.ts'

export type HostConfig = Readonly<Record<string, unknown>>

export interface EmbedStageOptions extends StageOptions {
  /** People come with their camera on: what encodes and draws most of a small machine, so only where pictures are looked at. */
  readonly cameras?: boolean
  /** Each person has a browser profile of their own: where what a browser keeps is looked at. Else they are tabs of one. */
  readonly apart?: boolean
}

export class EmbedStage {
  readonly stage: Stage
  readonly #options: EmbedStageOptions
  #example: Example | undefined
  #context: Promise<BrowserContext> | undefined
  #count = 0
  #meeting = ''

  constructor(stage: Stage, options: EmbedStageOptions) {
    this.stage = stage
    this.#options = options
  }

  get meeting(): string {
    return this.#meeting
  }

  get exampleUrl(): string {
    if (!this.#example) throw new Error('the example is not started yet')
    return this.#example.url
  }

  async start(): Promise<void> {
    this.#example = await Example.start(['examples/plain/start.mjs'], this.stage.server.url)
  }

  stop(): void {
    this.#example?.stop()
  }

  async beginTest(prefix: string): Promise<void> {
    this.stage.explainFailure()
    await this.stage.clear()
    this.#context = undefined
    this.#count += 1
    this.#meeting = `acme/${prefix}-${this.#count}`
  }

  /**
   * In the meeting, without the page before entering.
   * @param script runs before the scripts of every page and frame of this window
   */
  async join(name: string, config: HostConfig = {}, script?: () => void): Promise<HostPage> {
    const context = await this.context()
    if (script) await context.addInitScript(script)
    return HostPage.join(context, this.#optionsOf(name, config))
  }

  /**
   * In the meeting, in a host page at the address of the server itself: of frames of other sites browsers without a screen do not tell that the pointer leaves
   * them, and such frames may keep nothing.
   */
  async joinNearby(name: string): Promise<HostPage> {
    const context = await this.context()
    const exampleUrl = `${this.stage.server.url}/a-host-page`
    await context.route(`${exampleUrl}/**`, async (route) => {
      const url = route.request().url().replace(exampleUrl, this.exampleUrl)
      await route.fulfill({ response: await route.fetch({ url }) })
    })
    return HostPage.join(context, { ...this.#optionsOf(name, {}), exampleUrl })
  }

  /** As far as the door lets one. */
  async come(name: string, config: HostConfig = {}): Promise<HostPage> {
    return this.open(name, { prejoinConfig: { enabled: false }, ...config })
  }

  async open(name: string, config: HostConfig): Promise<HostPage> {
    return HostPage.open(await this.context(), this.#optionsOf(name, config))
  }

  /** Where the next page opens. */
  context(): Promise<BrowserContext> {
    if (this.#options.apart) return this.stage.context()
    this.#context ??= this.stage.context()
    return this.#context
  }

  #optionsOf(name: string, config: HostConfig) {
    const start = this.#options.cameras ? {} : { startWithVideoMuted: true }
    return { exampleUrl: this.exampleUrl, meeting: this.#meeting, name, config: { ...start, ...config } }
  }
}

/** Set before the first test of the file, begun anew for each test, cleared after the last. */
export function useEmbedStage(prefix: string, options: EmbedStageOptions = {}): EmbedStage {
  const { cameras: _, apart: __, ...stageOptions } = options
  const embedStage = new EmbedStage(useStage(stageOptions), options)
  beforeAll(() => embedStage.start())
  afterAll(() => embedStage.stop())
  beforeEach(() => embedStage.beginTest(prefix))
  return embedStage
}
