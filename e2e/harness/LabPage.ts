// SPDX-License-Identifier: Apache-2.0
// A lab page as scenarios drive it: people of the SDK in a browser, called by name.
import type { MeetingClient } from '@alcove/client'
import type { BrowserContext, Page } from 'playwright-core'
import type { Notes, Outcome, PlainSnapshot } from '../pages/lab/main.ts'
import type { ParticipantOptions } from '../pages/lab/Participant.ts'
import type { WindowCount } from '../pages/lab/streams.ts'
import { LabPerson } from './LabPerson.ts'
import { openBundledPage } from './openBundledPage.ts'

const script = new URL('../pages/lab/main.ts', import.meta.url)

export class LabPage {
  readonly page: Page

  private constructor(page: Page) {
    this.page = page
  }

  static async open(context: BrowserContext, serverUrl: string): Promise<LabPage> {
    const lab = new LabPage(await openBundledPage(context, serverUrl, script))
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

  countNotes(): Promise<number> {
    return this.page.evaluate(() => window.lab.countNotes())
  }

  endNotes(): Promise<Record<string, Notes>> {
    return this.page.evaluate(() => window.lab.endNotes())
  }

  /** Wait for it before the move; it counts from `afterMs` after the acknowledgement, whichever page moves. */
  countAfterNext(afterMs: number, lengthMs: number): Promise<void> {
    return this.page.evaluate(([after, length]) => window.lab.countAfterNext(after, length), [
      afterMs,
      lengthMs,
    ] as const)
  }

  /** What was counted after the move. */
  async counted(): Promise<WindowCount> {
    const counted = await this.page.evaluate(() => window.lab.counted())
    if (!counted) throw new Error('nothing is counted')
    return counted
  }

  async #loaded(): Promise<void> {
    await this.page.waitForFunction(() => window.lab !== undefined)
  }
}
