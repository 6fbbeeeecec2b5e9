// SPDX-License-Identifier: Apache-2.0
// The story that the pictures tell: a workshop begins, splits into rooms, and each scene is taken in light and in dark from what people really see.
import { join } from 'node:path'
import type { MeetingClient } from '@alcove/client'
import { openControlBot } from '@alcove/client/testing'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { WebPerson } from '../harness/WebPerson.ts'
import { waitFor } from '../harness/waitFor.ts'
import { drawCamera, portraits } from './portrait.ts'

export interface PicturesOptions {
  readonly browser: Browser
  readonly serverUrl: string
  readonly folder: string
}

const meeting = 'spring-workshop'
const names = ['Maya Lindqvist', 'Tom Okafor', 'Ines Duarte', 'Ravi Shah', 'Amara Nwosu', 'Jonas Weber']
const withoutCamera = ['Lena Fischer', 'Samuel Boateng', 'Yuki Tanaka']
const desktop = { width: 1280, height: 800 }
const phone = { width: 360, height: 640 }
/** Of people whose screen is not taken: little to paint. */
const small = { width: 640, height: 400 }
const task = 'What did people say they miss most? Agree on three quotes.'

/** Takes all pictures. @returns their files' names */
export async function takePictures(options: PicturesOptions): Promise<readonly string[]> {
  const story = new Story(options)
  try {
    await story.tell()
  } finally {
    await story.end()
  }
  return story.taken
}

class Story {
  readonly taken: string[] = []
  readonly #options: PicturesOptions
  readonly #contexts: BrowserContext[] = []
  readonly #bots: MeetingClient[] = []

  constructor(options: PicturesOptions) {
    this.#options = options
  }

  async tell(): Promise<void> {
    const host = await this.#arrive()
    const others: WebPerson[] = []
    for (const name of names.slice(1)) others.push(await this.#join(name))
    await waitFor(
      async () => ((await host.seen()).length === others.length ? undefined : `Maya sees ${await host.seen()}`),
      { timeoutMs: 60_000 },
    )
    await waitForDetail(host.page)
    await this.#take(host.page, 'meeting')
    await this.#split(host, others)
  }

  async end(): Promise<void> {
    for (const bot of this.#bots) bot.close()
    await Promise.all(this.#contexts.map((context) => context.close()))
  }

  /** From the welcome page into the meeting. */
  async #arrive(): Promise<WebPerson> {
    const [name = ''] = names
    const host = await WebPerson.open(await this.#window(0, desktop), this.#person(name))
    await host.page.getByLabel('Meeting name').fill(meeting)
    await this.#take(host.page, 'welcome')
    await host.press('Go to the meeting')
    await host.page.getByLabel('Your name').fill(name)
    await host.page.locator('video').first().waitFor()
    await this.#take(host.page, 'before-entering')
    await host.press('Settings')
    await host.page.getByRole('dialog').waitFor()
    await this.#take(host.page, 'settings')
    await host.press('Done')
    await host.join()
    return host
  }

  async #split(host: WebPerson, others: readonly WebPerson[]): Promise<void> {
    const [tom, ines, ravi, amara, jonas] = others
    if (!(tom && ines && ravi && amara && jonas)) throw new Error('six people are needed')
    for (const displayName of withoutCamera)
      this.#bots.push(await openControlBot({ serverUrl: this.#options.serverUrl, meetingId: meeting, displayName }))
    await host.openPane()
    for (const name of ['Interviews', 'Prototype']) {
      await host.page.getByLabel('Name of the new room').fill(name)
      await host.press('Add room')
      await host.section(name).waitFor()
    }
    await host.choose('Actions for Interviews', 'Room settings…')
    await host.page.getByLabel('Task, shown inside').fill(task)
    await host.press('Save')
    for (const name of ['Ines Duarte', 'Ravi Shah', 'Amara Nwosu', 'Lena Fischer'])
      await host.choose(`Actions for ${name}`, 'Interviews')
    for (const name of ['Jonas Weber', 'Samuel Boateng', 'Yuki Tanaka'])
      await host.choose(`Actions for ${name}`, 'Prototype')
    await host.press('Set a timer')
    await host.press('Start the timer')
    await host.button('Stop the timer').waitFor()
    await tom.press('Raise your hand')
    await this.#look(host, 'rooms')

    await ines.page.setViewportSize(desktop)
    await this.#look(ines, 'room')
    await ines.press('Ask for help')
    await ines.page.getByRole('dialog').getByRole('textbox').fill('Do we need names under the quotes?')
    await ines.page.getByRole('dialog').getByRole('button', { name: 'Ask for help' }).click()
    await host.page.getByText('Do we need names under the quotes?').first().waitFor()
    await this.#look(host, 'help')

    await ravi.page.setViewportSize(phone)
    await this.#look(ravi, 'phone')
    await ravi.openPane()
    await this.#look(ravi, 'phone-rooms')
  }

  /** Waits for pictures that are worth looking at, then takes it. */
  async #look(person: WebPerson, name: string): Promise<void> {
    await waitForDetail(person.page)
    await this.#take(person.page, name)
  }

  async #take(page: Page, name: string): Promise<void> {
    // No tooltip, and nothing that is only seen while it is pointed at.
    await page.mouse.move(1, 1)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      const file = `${name}-${colorScheme}.png`
      await page.screenshot({ path: join(this.#options.folder, file), animations: 'disabled' })
      this.taken.push(file)
    }
  }

  async #join(name: string): Promise<WebPerson> {
    const person = await WebPerson.open(await this.#window(names.indexOf(name), small), this.#person(name), meeting)
    await person.join()
    return person
  }

  #person(name: string) {
    return { serverUrl: this.#options.serverUrl, meeting, name }
  }

  async #window(index: number, viewport: { readonly width: number; readonly height: number }): Promise<BrowserContext> {
    const context = await this.#options.browser.newContext({
      viewport,
      locale: 'en-GB',
      colorScheme: 'dark',
      reducedMotion: 'reduce',
      permissions: ['local-network-access'],
    })
    // Six cameras keep a small machine busy.
    context.setDefaultTimeout(60_000)
    this.#contexts.push(context)
    const portrait = portraits[index]
    if (portrait) await context.addInitScript(drawCamera, portrait)
    return context
  }
}

/** Pictures begin small and grow with what the line is found to carry. */
async function waitForDetail(page: Page): Promise<void> {
  await page.waitForFunction(
    () => {
      const videos = [...document.querySelectorAll('video')]
      return (
        videos.length > 0 && videos.every(({ videoWidth, clientWidth }) => videoWidth >= Math.min(320, clientWidth))
      )
    },
    undefined,
    { timeout: 60_000 },
  )
}
