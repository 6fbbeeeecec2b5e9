// SPDX-License-Identifier: Apache-2.0
// `npm run screenshots`: a real server, six people in real browsers, and the pictures of docs/images taken from what they see.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { launchBrowser } from '../harness/browser.ts'
import { Server } from '../harness/Server.ts'
import { WebPerson, waitForRooms } from '../harness/WebPerson.ts'
import { takeConsole } from '../harness/watchConsole.ts'
import { drawCamera, portraits } from './portrait.ts'

const folder = fileURLToPath(new URL('../../docs/images', import.meta.url))
const meeting = 'spring-workshop'
const names = ['Maya Lindqvist', 'Tom Okafor', 'Ines Duarte', 'Ravi Shah', 'Amara Nwosu', 'Jonas Weber']
const desktop = { width: 1280, height: 800 }
const small = { width: 640, height: 400 }

async function openWindow(browser: Browser, index: number, size: { width: number; height: number }) {
  const context = await browser.newContext({
    viewport: size,
    locale: 'en-GB',
    colorScheme: 'dark',
    reducedMotion: 'reduce',
    permissions: ['local-network-access'],
  })
  const portrait = portraits[index % portraits.length]
  if (portrait) await context.addInitScript(drawCamera, portrait)
  return context
}

/** Each picture in light and in dark. */
async function take(page: Page, name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await page.screenshot({ path: join(folder, `${name}-${colorScheme}.png`) })
    process.stdout.write(`docs/images/${name}-${colorScheme}.png\n`)
  }
}

/** Pictures begin small and grow with what the line is found to carry. */
async function waitForDetail(page: Page): Promise<void> {
  await page.waitForFunction(
    () => [...document.querySelectorAll('video')].every(({ videoWidth }) => videoWidth >= 320),
    undefined,
    { timeout: 30_000 },
  )
}

async function enter(context: BrowserContext, serverUrl: string, name: string): Promise<WebPerson> {
  const person = await WebPerson.open(context, { serverUrl, meeting, name }, meeting)
  await person.join()
  return person
}

async function takeAll(browser: Browser, serverUrl: string): Promise<void> {
  const [first = '', ...others] = names
  const host = await WebPerson.open(await openWindow(browser, 0, desktop), { serverUrl, meeting, name: first })
  await host.page.getByLabel('Meeting name').fill(meeting)
  await take(host.page, 'welcome')
  await host.press('Go to the meeting')
  await host.page.getByLabel('Your name').fill(first)
  await host.page.locator('video').first().waitFor()
  await take(host.page, 'before-entering')
  await host.press('Settings')
  await host.page.getByRole('dialog').waitFor()
  await take(host.page, 'settings')
  await host.press('Done')
  await host.join()

  const people = [host]
  for (const [index, name] of others.entries())
    people.push(await enter(await openWindow(browser, index + 1, small), serverUrl, name))
  await waitForRooms({ 'Main room': people })
  await waitForDetail(host.page)
  await take(host.page, 'meeting')

  await host.openPane()
  for (const name of ['Interviews', 'Prototype']) {
    await host.page.getByLabel('Name of the new room').fill(name)
    await host.press('Add room')
    await host.section(name).waitFor()
  }
  const [, tom, ines, ravi, amara, jonas] = people
  if (!(tom && ines && ravi && amara && jonas)) throw new Error('six people are needed')
  await host.choose('Actions for Jonas Weber', 'Prototype')
  await host.choose('Actions for Amara Nwosu', 'Prototype')
  await host.choose('Actions for Ravi Shah', 'Interviews')
  await waitForRooms({ Interviews: [ravi], Prototype: [amara, jonas], 'Main room': [host, tom, ines] })
  await waitForDetail(host.page)
  await host.press('Set a timer')
  await host.press('Start the timer')
  await host.button('Stop the timer').waitFor()
  await take(host.page, 'rooms')

  await jonas.page.setViewportSize({ width: 360, height: 640 })
  await take(jonas.page, 'phone')
}

mkdirSync(folder, { recursive: true })
const server = await Server.start()
const browser = await launchBrowser()
try {
  await takeAll(browser, server.url)
} finally {
  await browser.close()
  await server.stop()
}
const faults = takeConsole().filter((line) => !line.startsWith('[warning]'))
if (faults.length > 0) throw new Error(`The pages reported:\n${faults.join('\n')}`)
