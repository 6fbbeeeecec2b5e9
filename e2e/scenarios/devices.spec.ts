// SPDX-License-Identifier: Apache-2.0
// Devices that cannot be had, and a screen that is shared with its sound.
import type { Browser, BrowserContext } from 'playwright-core'
import { expect, onTestFinished, test } from 'vitest'
import { fakeDevices, launchBrowser, openContext, yesToAll } from '../harness/browser.ts'
import { useStage } from '../harness/Stage.ts'
import { WebPerson, waitForRooms } from '../harness/WebPerson.ts'
import { waitFor } from '../harness/waitFor.ts'

const stage = useStage()

/** A window of a browser of its own, which lacks these switches. */
async function windowWithout(...switches: readonly string[]): Promise<BrowserContext> {
  const browser: Browser = await launchBrowser([], switches)
  onTestFinished(() => browser.close())
  return openContext(browser)
}

async function open(context: BrowserContext, meeting: string, name: string): Promise<WebPerson> {
  return WebPerson.open(context, { serverUrl: stage.server.url, meeting, name }, meeting)
}

test.for([
  ['refused', yesToAll, /Your browser may not use camera and microphone/, /Allow them with the sign/],
  ['missing', fakeDevices, /No (camera|microphone) found/, /Plug one in/],
] as const)(
  'who is %s camera and microphone is told what to do, and sees and hears the others without',
  async ([what, without, title, advice]) => {
    stage.explainFailure()
    await stage.clear()
    const meeting = `devices-${what}`
    const ann = await open(await stage.context(), meeting, 'Ann')
    await ann.join()
    const bob = await open(await windowWithout(without), meeting, 'Bob')
    await bob.page.getByText(title).first().waitFor()
    expect(await bob.page.getByText(advice).count()).toBeGreaterThan(0)
    await bob.join()
    await waitFor(async () => {
      const found = JSON.stringify([await bob.seen(), await bob.heard(), await ann.heard()])
      return found === '[["Ann"],1,0]' ? undefined : `Bob sees and hears, Ann hears ${found}`
    })
  },
)

test('a shared screen is shown large to the others with its sound, and is gone when it is stopped', async () => {
  stage.explainFailure()
  await stage.clear()
  const meeting = 'screen'
  const [ann, bob] = [
    await open(await stage.context(), meeting, 'Ann'),
    await open(await stage.context(), meeting, 'Bob'),
  ]
  for (const person of [ann, bob]) await person.join()
  await waitForRooms({ 'Main room': [ann, bob] })
  await ann.press('Share your screen')
  await waitFor(async () => {
    const sent = Object.values((await bob.view()).room.media).map(
      ({ screen, screenAudio }) => `${screen} ${screenAudio}`,
    )
    return sent.includes('on on') ? undefined : `Bob is told of screens and their sound: ${sent}`
  })
  await bob.page.getByText('Ann’s screen', { exact: true }).first().waitFor()
  await waitFor(async () => {
    const playing = await bob.page.evaluate(() => {
      const videos = [...document.querySelectorAll('video')]
      return videos.filter(
        (video) => video.videoWidth > 0 && !video.paused && video.closest('[data-screen-of]') !== null,
      ).length
    })
    return playing === 1 && (await bob.heard()) === 2
      ? undefined
      : `Bob sees ${playing} screens, hears ${await bob.heard()}`
  })
  await ann.press('Stop sharing your screen')
  await waitFor(async () => {
    const [screens, heard] = [await bob.page.getByText('Ann’s screen', { exact: true }).count(), await bob.heard()]
    return screens === 0 && heard === 1 ? undefined : `Bob is shown ${screens} screens and hears ${heard} voices`
  })
})
