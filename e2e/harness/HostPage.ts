// SPDX-License-Identifier: Apache-2.0
// A page that embeds a meeting (the plain example), used as its developer uses it: commands, questions, and what it was told.
import type { BrowserContext, FrameLocator, Locator, Page } from 'playwright-core'
import { giveSmallDevices } from './giveSmallDevices.ts'
import { waitFor } from './waitFor.ts'
import { watchConsole } from './watchConsole.ts'

export interface HostPageOptions {
  readonly exampleUrl: string
  readonly meeting: string
  readonly name: string
  readonly config?: Readonly<Record<string, unknown>>
}

export interface Told {
  readonly name: string
  readonly payload: Readonly<Record<string, unknown>>
}

/** Keys of the configuration that say yes or no, by group where they have one. */
export interface Flags {
  readonly [key: string]: boolean | Flags
}

type AnyApi = Readonly<Record<string, (...args: readonly unknown[]) => unknown>>

export class HostPage {
  readonly page: Page
  /** The meeting's page. */
  readonly frame: FrameLocator

  private constructor(page: Page) {
    this.page = page
    this.frame = page.frameLocator('iframe')
  }

  /** In the meeting, without the page before entering. */
  static async join(context: BrowserContext, options: HostPageOptions): Promise<HostPage> {
    const config = { prejoinConfig: { enabled: false }, ...options.config }
    const host = await HostPage.open(context, { ...options, config })
    await host.waitForEvent('participantRoleChanged')
    return host
  }

  static async open(context: BrowserContext, options: HostPageOptions): Promise<HostPage> {
    const page = await context.newPage()
    watchConsole(page)
    await page.addInitScript(giveSmallDevices)
    const { exampleUrl, meeting, name, config = {} } = options
    const query = new URLSearchParams({ room: meeting, name, config: JSON.stringify(config) })
    await page.goto(`${exampleUrl}/?${query}`)
    const host = new HostPage(page)
    await host.waitForEvent('ready')
    return host
  }

  command(name: string, ...args: unknown[]): Promise<void> {
    return this.page.evaluate(
      ([one, rest]) => (window as unknown as { api: AnyApi }).api.executeCommand?.(one, ...rest) as undefined,
      [name, args] as const,
    )
  }

  /** Sets flags on the running page, waits until all that they hide has gone, and takes them back. */
  async seeHidden(flags: Flags, ...controls: readonly Locator[]): Promise<void> {
    const waitAll = (state: 'visible' | 'hidden') => Promise.all(controls.map((control) => control.waitFor({ state })))
    await waitAll('visible')
    await this.command('overwriteConfig', flags)
    await waitAll('hidden')
    await this.command('overwriteConfig', flipped(flags))
    await waitAll('visible')
  }

  /** Calls a function of the script and waits for its answer. */
  ask<Answer>(method: string, ...args: unknown[]): Promise<Answer> {
    return this.page.evaluate(([name, rest]) => (window as unknown as { api: AnyApi }).api[name]?.(...rest) as Answer, [
      method,
      args,
    ] as const)
  }

  /** Everything that was told since the page was opened, or since a number of events. */
  async told(since = 0): Promise<readonly Told[]> {
    const texts = await this.page.locator('#events li').allTextContents()
    return texts.slice(since).map((text) => JSON.parse(text) as Told)
  }

  async namesTold(since = 0): Promise<string[]> {
    return (await this.told(since)).map(({ name }) => name)
  }

  /** How many events were told by now. */
  count(): Promise<number> {
    return this.page.locator('#events li').count()
  }

  /** Of the person on this page. */
  async id(): Promise<string> {
    return String((await this.waitForEvent('videoConferenceJoined')).id)
  }

  /** Waits for the rooms of these names, and gives their ids. */
  async roomIds(...names: readonly string[]): Promise<string[]> {
    let found: string[] = []
    await waitFor(async () => {
      const rooms = Object.values(await this.ask<Record<string, { id: string; name: string }>>('listBreakoutRooms'))
      found = names.flatMap((name) => rooms.filter((room) => room.name === name).map(({ id }) => id))
      return found.length === names.length ? undefined : `the rooms ${rooms.map(({ name }) => name)} are there`
    })
    return found
  }

  /** Moves oneself, and waits until one is there. */
  async go(room?: string): Promise<void> {
    const before = await this.count()
    await this.command('joinBreakoutRoom', room)
    await this.waitForEvent('videoConferenceJoined', { breakoutRoom: room !== undefined }, before)
  }

  /** Codes of all errors that were told. */
  async errors(since = 0): Promise<string[]> {
    const told = (await this.told(since)).filter(({ name }) => name === 'errorOccurred')
    return told.map(({ payload }) => (payload.error as { name: string }).name)
  }

  async waitForError(code: string, since = 0): Promise<void> {
    await waitFor(async () => {
      const codes = await this.errors(since)
      return codes.includes(code) ? undefined : `told the errors ${codes}, not ${code}`
    })
  }

  /** The first event of this name, and of this payload as far as it is given. */
  async waitForEvent(
    name: string,
    payload: Readonly<Record<string, unknown>> = {},
    since = 0,
  ): Promise<Told['payload']> {
    let found: Told | undefined
    const wanted = Object.entries(payload).map(([key, value]) => [key, JSON.stringify(value)] as const)
    await waitFor(async () => {
      const told = await this.told(since)
      found = told.find(
        (one) => one.name === name && wanted.every(([key, value]) => JSON.stringify(one.payload[key]) === value),
      )
      return found ? undefined : `no ${name} ${JSON.stringify(payload)} among ${JSON.stringify(told.slice(-12))}`
    })
    return found?.payload ?? {}
  }
}

function flipped(flags: Flags): Flags {
  return Object.fromEntries(
    Object.entries(flags).map(([key, flag]) => [key, typeof flag === 'boolean' ? !flag : flipped(flag)]),
  )
}
