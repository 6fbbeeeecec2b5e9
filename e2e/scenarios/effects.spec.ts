// SPDX-License-Identifier: Apache-2.0
// What is done to a picture and a voice before they are sent, judged by what the others get: the room behind the person is gone, the noise is gone.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, test } from 'vitest'
import { launchBrowser, openContext } from '../harness/browser.ts'
import { useStage } from '../harness/Stage.ts'
import { WebPerson } from '../harness/WebPerson.ts'
import { waitFor } from '../harness/waitFor.ts'

const meeting = 'effects'
const stage = useStage()
/** Draws WebGL without a graphics card, which the model for backgrounds needs. */
let withWebGl: Browser
beforeAll(async () => {
  withWebGl = await launchBrowser(['--use-angle=swiftshader', '--enable-unsafe-swiftshader'], ['--disable-gpu'])
})
afterAll(() => withWebGl?.close())

/** A camera before which somebody sits in a green room with a striped shelf, and a microphone in a room that is nothing but noise. */
function sitInNoiseBeforeGreen(): void {
  const picture = (): MediaStream => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 320, height: 180 })
    const context = canvas.getContext('2d')
    if (!context) throw new Error('no canvas')
    const oval = (colour: string, x: number, y: number, wide: number, high: number) => {
      context.fillStyle = colour
      context.beginPath()
      context.ellipse(x, y, wide, high, 0, 0, 2 * Math.PI)
      context.fill()
    }
    const draw = () => {
      context.fillStyle = '#00d000'
      context.fillRect(0, 0, 320, 180)
      for (let stripe = 0; stripe < 10; stripe += 1) {
        context.fillStyle = stripe % 2 === 0 ? '#ffffff' : '#000000'
        context.fillRect(262 + stripe * 5, 40, 5, 60)
      }
      oval('#243a6b', 160, 190, 85, 70)
      oval('#c98e6d', 160, 118, 16, 26)
      oval('#2c1c12', 160, 68, 38, 46)
      oval('#d9a07e', 160, 76, 31, 40)
      oval('#ffffff', 148, 68, 6, 3.5)
      oval('#ffffff', 172, 68, 6, 3.5)
      oval('#20140c', 148, 68, 2.6, 2.6)
      oval('#20140c', 172, 68, 2.6, 2.6)
      oval('#b8785c', 160, 82, 4, 6)
      oval('#a04a44', 160, 97, 10, 3)
    }
    draw()
    setInterval(draw, 100)
    return canvas.captureStream(10)
  }
  const noise = (): MediaStream => {
    const context = new AudioContext({ sampleRate: 48_000 })
    const buffer = context.createBuffer(1, 48_000, 48_000)
    const samples = buffer.getChannelData(0)
    for (let index = 0; index < samples.length; index += 1) samples[index] = (Math.random() - 0.5) * 0.3
    const source = new AudioBufferSourceNode(context, { buffer, loop: true })
    const destination = context.createMediaStreamDestination()
    source.connect(destination)
    source.start()
    return destination.stream
  }
  navigator.mediaDevices.getUserMedia = async ({ audio, video } = {}) =>
    new MediaStream([...(video ? picture().getTracks() : []), ...(audio ? noise().getTracks() : [])])
}

async function open(browser: Browser, name: string, prepare?: () => void): Promise<WebPerson> {
  const context = await openContext(browser)
  if (prepare) await context.addInitScript(prepare)
  const person = await WebPerson.open(context, { serverUrl: stage.server.url, meeting, name }, meeting)
  await person.join()
  return person
}

/** A picture file that is blue all over. */
async function blueRoom({ page }: WebPerson): Promise<Buffer> {
  const address = await page.evaluate(() => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 320, height: 180 })
    const context = canvas.getContext('2d')
    if (context) context.fillStyle = '#1020e0'
    context?.fillRect(0, 0, 320, 180)
    return canvas.toDataURL('image/png')
  })
  return Buffer.from(address.slice(address.indexOf(',') + 1), 'base64')
}

interface Colours {
  readonly face: string
  readonly corner: string
}

/** What colour Ann's face and the room behind her have where somebody else sees them. */
function coloursOf(viewer: WebPerson): Promise<Colours | undefined> {
  return viewer.page.evaluate(() => {
    const tile = [...document.querySelectorAll('.tile')].find((one) => one.textContent?.includes('Ann'))
    const video = tile?.querySelector('video')
    const context = Object.assign(document.createElement('canvas'), { width: 320, height: 180 }).getContext('2d')
    if (!video?.videoWidth || !context) return undefined
    context.drawImage(video, 0, 0, 320, 180)
    const nameAt = (x: number, y: number) => {
      const [red = 0, green = 0, blue = 0] = context.getImageData(x, y, 1, 1).data
      if (green > red + 60 && green > blue + 60) return 'green'
      if (red > blue + 25 && red > 120) return 'skin'
      if (blue > red + 60 && blue > green + 60) return 'blue'
      return red < 90 && green < 90 && blue < 90 ? 'slate' : `rgb(${red} ${green} ${blue})`
    }
    return { face: nameAt(160, 88), corner: nameAt(24, 60) }
  })
}

/** How sharp the shelf behind Ann is where somebody else sees her: from 0 to 255, between the brightest and the darkest of it. */
function sharpnessOf(viewer: WebPerson): Promise<number> {
  return viewer.page.evaluate(() => {
    const tile = [...document.querySelectorAll('.tile')].find((one) => one.textContent?.includes('Ann'))
    const video = tile?.querySelector('video')
    const context = Object.assign(document.createElement('canvas'), { width: 320, height: 180 }).getContext('2d')
    if (!video?.videoWidth || !context) return Number.NaN
    context.drawImage(video, 0, 0, 320, 180)
    const greens = [...context.getImageData(272, 70, 30, 1).data].filter((_, index) => index % 4 === 1)
    return Math.max(...greens) - Math.min(...greens)
  })
}

/** How loud the voices are that reach this page: energy per second of sound, over about a second. */
async function loudness({ page }: WebPerson): Promise<number> {
  const sums = () =>
    page.evaluate(async () => {
      const { alcove } = window as unknown as { alcove: { client: import('@alcove/client').MeetingClient } }
      let [energy, seconds] = [0, 0]
      for (const report of await alcove.client.getStats())
        for (const stat of (report as unknown as Map<string, Record<string, unknown>>).values()) {
          if (stat.type !== 'inbound-rtp' || stat.kind !== 'audio') continue
          energy += Number(stat.totalAudioEnergy ?? 0)
          seconds += Number(stat.totalSamplesDuration ?? 0)
        }
      return { energy, seconds }
    })
  const before = await sums()
  let after = before
  await waitFor(async () => {
    after = await sums()
    return after.seconds - before.seconds > 0.7 ? undefined : 'no sound arrives'
  })
  return (after.energy - before.energy) / (after.seconds - before.seconds)
}

test('others see the person before another background, and hear no noise, for as long as that is chosen', async () => {
  stage.explainFailure()
  const ann = await open(withWebGl, 'Ann', sitInNoiseBeforeGreen)
  const bob = await open(stage.browser, 'Bob')
  const waitForColours = (expected: Colours) =>
    waitFor(
      async () => {
        const shown = await coloursOf(bob)
        const isRight = shown?.face === expected.face && shown.corner === expected.corner
        return isRight ? undefined : `Bob sees ${JSON.stringify(shown)}`
      },
      { timeoutMs: 90_000 },
    )
  await waitForColours({ face: 'skin', corner: 'green' })
  // Before the first sound arrives there is silence, which counts, too; the noise has an energy of 0.0075.
  let noisy = 0
  await waitFor(async () => {
    noisy = await loudness(bob)
    return noisy > 0.001 ? undefined : `the noise is ${noisy} loud`
  })

  await ann.choose('More', 'Settings…')
  await ann.page.getByText('Suppress noise').click()
  await waitFor(async () => {
    const now = await loudness(bob)
    return now < noisy / 3 ? undefined : `the noise has ${now} of ${noisy}`
  })
  await ann.page.getByText('Suppress noise').click()
  await waitFor(async () => ((await loudness(bob)) > noisy / 2 ? undefined : 'the voice is not sent as it is'))

  const waitForShelf = (isRight: (sharpness: number) => boolean) =>
    waitFor(
      async () => {
        const sharpness = await sharpnessOf(bob)
        return isRight(sharpness) ? undefined : `the shelf is ${sharpness} sharp`
      },
      { timeoutMs: 90_000 },
    )
  await waitForShelf((sharpness) => sharpness > 140)
  await ann.page.getByText('Blurred').click()
  await waitForShelf((sharpness) => sharpness < 70)
  await waitForColours({ face: 'skin', corner: 'green' })

  await ann.page.getByText('Slate').click()
  await waitForColours({ face: 'skin', corner: 'slate' })

  // A picture of one's own, which a wrong file is not.
  const file = ann.page.getByRole('dialog').locator('input[type=file]')
  await file.setInputFiles({ name: 'room.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('no picture') })
  await ann.page.getByText('This browser cannot read this file as a picture.').waitFor()
  await file.setInputFiles({ name: 'room.png', mimeType: 'image/png', buffer: await blueRoom(ann) })
  await ann.page.getByRole('radio', { name: 'Own picture', checked: true }).waitFor()
  await waitForColours({ face: 'skin', corner: 'blue' })
  await ann.page.getByRole('button', { name: 'Forget your picture' }).click()
  await ann.page.getByRole('radio', { name: 'As it is', checked: true }).waitFor()
  await waitForColours({ face: 'skin', corner: 'green' })

  // One need not look at oneself; the others see one all the same.
  const ownTile = ann.page.locator('.tile').filter({ hasText: 'You' })
  await ownTile.waitFor()
  await ann.page.getByText('Show my own picture').click()
  await ownTile.waitFor({ state: 'detached' })
  await waitForColours({ face: 'skin', corner: 'green' })
})
