// SPDX-License-Identifier: Apache-2.0
// A page of measured people, as the program drives it from outside.
import { openBundledPage } from '@alcove/e2e'
import type { ParticipantId, RoomId } from '@alcove/protocol'
import type { BrowserContext, Page } from 'playwright-core'
import type { Change, Changed, Heard } from './page/main.ts'
import type { PersonOptions } from './page/Person.ts'

const script = new URL('./page/main.ts', import.meta.url)

export class MovePage {
  readonly #page: Page

  private constructor(page: Page) {
    this.#page = page
  }

  static async open(context: BrowserContext, serverUrl: string): Promise<MovePage> {
    const page = await openBundledPage(context, serverUrl, script)
    await page.waitForFunction(() => window.moves !== undefined)
    return new MovePage(page)
  }

  /** A page behind another one is painted once a second only. */
  toFront(): Promise<void> {
    return this.#page.bringToFront()
  }

  enter(options: PersonOptions, meetingId: string): Promise<ParticipantId> {
    return this.#page.evaluate(([who, where]) => window.moves.enter(who, where), [options, meetingId] as const)
  }

  createRoom(name: string, meetingId: string): Promise<RoomId> {
    return this.#page.evaluate(([who, where]) => window.moves.createRoom(who, where), [name, meetingId] as const)
  }

  send(name: string, meetingId: string, participantId: ParticipantId, roomId: RoomId): Promise<void> {
    return this.#page.evaluate(([who, where, whom, room]) => window.moves.send(who, where, whom, room), [
      name,
      meetingId,
      participantId,
      roomId,
    ] as const)
  }

  startRecording(): Promise<void> {
    return this.#page.evaluate(() => window.moves.startRecording())
  }

  stopRecording(marks: readonly number[]): Promise<Record<string, Heard>> {
    return this.#page.evaluate((asked) => window.moves.stopRecording(asked), marks)
  }

  change(name: string, change: Change, marks: readonly number[], timeoutMs: number): Promise<Changed> {
    return this.#page.evaluate(([who, what, whom, ms]) => window.moves.change(who, what, whom, ms), [
      name,
      change,
      marks,
      timeoutMs,
    ] as const)
  }
}
