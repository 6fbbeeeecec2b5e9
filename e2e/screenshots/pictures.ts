// SPDX-License-Identifier: Apache-2.0
// The story that the pictures tell: a workshop begins, splits into rooms, and each scene is taken in light and in dark from what people really see.
import { join } from 'node:path'
import type { MeetingClient } from '@alcove/client'
import { openControlBot } from '@alcove/client/testing'
import type { ParticipantId } from '@alcove/protocol'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { WebPerson } from '../harness/WebPerson.ts'
import { waitFor } from '../harness/waitFor.ts'
import { takeConsole } from '../harness/watchConsole.ts'
import { drawCamera, portraits } from './portrait.ts'

export interface PicturesOptions {
  readonly browser: Browser
  readonly serverUrl: string
  readonly folder: string
  /** Pictures of people may be small and blurred still: it is only tried whether all can be taken. */
  readonly inHurry?: boolean
}

const meeting = 'spring-workshop'
const names = ['Maya Lindqvist', 'Tom Okafor', 'Ines Duarte', 'Ravi Shah', 'Amara Nwosu', 'Jonas Weber']
const seated = {
  Interviews: ['Ines Duarte', 'Ravi Shah', 'Lena Fischer', 'Wei Chen'],
  Prototype: ['Samuel Boateng', 'Yuki Tanaka', 'Clara Vogt'],
  Pricing: ['Bilal Khan', 'Nora Klein', 'Musa Diallo', 'Kira Novak'],
}
const withoutCamera = [...Object.values(seated).flat().slice(2), 'Omar Aziz', 'Finn Olsen']
const desktop = { width: 1280, height: 800 }
const phone = { width: 360, height: 640 }
/** Of people whose screen is not taken: little to paint. */
const small = { width: 640, height: 400 }
const tasks = {
  Interviews: 'What did people say they miss most? Agree on three quotes.',
  Prototype: 'Draw the first screen on one sheet of paper.',
  Pricing: 'What would a school pay, and for what?',
}
const question = 'Do we need names under the quotes?'

/** Takes all pictures. @returns their files' names @throws with what the pages reported, if they did */
export async function takePictures(options: PicturesOptions): Promise<readonly string[]> {
  const story = new Story(options)
  try {
    await story.tell()
  } finally {
    await story.end()
  }
  const faults = takeConsole().filter((line) => !line.startsWith('[warning]'))
  if (faults.length > 0) throw new Error(`The pages reported:\n${faults.join('\n')}`)
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
    await this.#look(host, 'meeting')
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

  /** Two people with cameras go on in a room and two outside; the rest of the crowd has none, which a small machine can draw. */
  async #split(host: WebPerson, others: readonly WebPerson[]): Promise<void> {
    const [tom, ines, ravi, ...leaving] = others
    if (!(tom && ines && ravi)) throw new Error('four people are needed')
    for (const person of leaving) await person.press('Leave the meeting')
    const staying = names.length - leaving.length
    await waitFor(async () => {
      const people = Object.keys((await host.view()).meeting.people).length
      return people === staying ? undefined : `${people} people are there, not ${staying}`
    })
    for (const person of leaving) await person.page.close()
    const { serverUrl } = this.#options
    for (const displayName of withoutCamera)
      this.#bots.push(await openControlBot({ serverUrl, meetingId: meeting, displayName }))
    await host.openPane()
    for (const name of withoutCamera) await host.page.getByText(name, { exact: true }).first().waitFor()
    await prepareRooms(host)
    await tom.press('Raise your hand')
    // The pane is drawn a moment after the pictures.
    await host.section('Interviews').getByText('Ines Duarte').waitFor()
    await this.#look(host, 'rooms')

    await ines.page.setViewportSize(desktop)
    await this.#look(ines, 'room')
    await ines.press('Ask for help')
    await ines.page.getByRole('dialog').getByRole('textbox').fill(question)
    await ines.page.getByRole('dialog').getByRole('button', { name: 'Ask for help' }).click()
    await host.page.getByText(question).first().waitFor()
    // Who looks into a room sees who speaks there.
    await ravi.hum()
    await this.#board(host)

    await ravi.page.setViewportSize(phone)
    await this.#look(ravi, 'phone')
  }

  async #board({ page }: WebPerson): Promise<void> {
    await page.keyboard.press('b')
    const section = (name: string) => page.getByRole('region', { name, exact: true })
    await section('Interviews').getByRole('row', { name: 'Ines Duarte' }).waitFor()
    await this.#take(page, 'board')
    await page.getByRole('tab', { name: 'At a glance' }).click()
    // One after the other is shown there, and for a moment both.
    await section('Interviews').locator('video[data-has-frame]').first().waitFor()
    await this.#take(page, 'wall')
    await page.getByRole('tab', { name: 'Live' }).click()
    await page.getByText('Plan', { exact: true }).click()
    await section('Not seated').getByRole('row', { name: 'Omar Aziz' }).dragTo(section('Prototype'))
    await section('Interviews').getByRole('row', { name: 'Lena Fischer' }).dragTo(section('Pricing'))
    await page.getByText('2 people would move.').waitFor()
    await this.#take(page, 'board-plan')
    await page.getByRole('button', { name: 'Discard' }).click()
  }

  /** Waits for pictures that are worth looking at, then takes it. */
  async #look(person: WebPerson, name: string): Promise<void> {
    if (!this.#options.inHurry) await waitForDetail(person.page)
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
    const scale = this.#options.inHurry ? 0.25 : 1
    if (portrait) await context.addInitScript(drawCamera, { portrait, scale })
    return context
  }
}

/** The client that the page runs. */
function clientOf({ page }: WebPerson) {
  return page.evaluateHandle(() => (window as unknown as { alcove: { client: MeetingClient } }).alcove.client)
}

/** Rooms with their tasks, people in them, and a timer that runs. */
async function prepareRooms(host: WebPerson): Promise<void> {
  const client = await clientOf(host)
  const { meeting: before } = await host.view()
  const people = new Map(Object.entries(before.people).map(([id, { displayName }]) => [displayName, id]))
  const groups = Object.entries(seated).map(([room, members]) => ({
    room,
    task: tasks[room as keyof typeof tasks],
    people: members.map((name) => people.get(name) as ParticipantId),
  }))
  await client.evaluate(async (alcove, wanted) => {
    const made = []
    for (const { room, task, people: participantIds } of wanted)
      made.push({ roomId: await alcove.createRoom(room, { task, capacity: 6 }), participantIds })
    await alcove.seatPeople(made)
    await alcove.startTimer(12 * 60_000, 'bring-back')
  }, groups)
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
