// SPDX-License-Identifier: Apache-2.0
// Devices that cannot be had, the speaker that is tried, and screens that are shared with their sound.
import type { Browser, BrowserContext, Locator } from 'playwright-core'
import { onTestFinished, test } from 'vitest'
import { fakeDevices, launchBrowser, openContext, yesToAll } from '../harness/browser.ts'
import { Fingers } from '../harness/Fingers.ts'
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
    await bob.page.getByText(advice).first().waitFor()
    await bob.join()
    await waitFor(async () => {
      const found = JSON.stringify([await bob.seen(), await bob.heard(), await ann.heard()])
      return found === '[["Ann"],1,0]' ? undefined : `Bob sees and hears, Ann hears ${found}`
    })
  },
)

/** Runs before the scripts of the page: adds up the sound that the page plays, as it plays it. The sound is short, and the page may stand still meanwhile. */
function listenToPlayed(): void {
  const context = new AudioContext()
  // Without its sign, what was played goes round for ever and meets what is played now.
  const strength = new WaveShaperNode(context, { curve: [1, 0, 1] })
  const sum = new GainNode(context)
  const round = new DelayNode(context, { delayTime: 0.01 })
  strength.connect(sum).connect(round).connect(sum)
  const analyser = new AnalyserNode(context)
  sum
    .connect(analyser)
    .connect(new GainNode(context, { gain: 0 }))
    .connect(context.destination)
  const samples = new Float32Array(analyser.fftSize)
  const soundSoFar = () => {
    analyser.getFloatTimeDomainData(samples)
    return Math.max(...samples)
  }
  const played: AudioNode[] = []
  Object.assign(window, { soundSoFar, played })
  const { play } = HTMLMediaElement.prototype
  HTMLMediaElement.prototype.play = function () {
    if (this instanceof HTMLAudioElement && this.srcObject instanceof MediaStream) {
      const source = context.createMediaStreamSource(this.srcObject)
      source.connect(strength)
      played.push(source)
    }
    return play.call(this)
  }
}

test('before entering a sound is played by which one hears whether the speaker works', async () => {
  stage.explainFailure()
  await stage.clear()
  const context = await stage.context()
  await context.addInitScript(listenToPlayed)
  const ann = await open(context, 'speaker', 'Ann')
  await ann.press('Play a sound to test your speaker')
  await waitFor(async () => {
    const sound = await ann.page.evaluate(() => (window as unknown as { soundSoFar(): number }).soundSoFar())
    // All of it is 1.9: two notes that ring for a twentieth of a second each, at 0.3.
    return sound > 0.8 ? undefined : `there was ${sound} of sound`
  })
  await ann.button('Play a sound to test your speaker').and(ann.page.locator(':focus')).waitFor()
})

test('screens are shown large with their sound, several at once, and looked at closely; a microphone is changed while it runs', async () => {
  stage.explainFailure()
  await stage.clear()
  const meeting = 'screen'
  const [ann, bob, cem] = [
    await open(await stage.context(), meeting, 'Ann'),
    await open(await stage.context(), meeting, 'Bob'),
    await open(await stage.context(), meeting, 'Cem'),
  ]
  for (const person of [ann, bob, cem]) await person.join()
  await waitForRooms({ 'Main room': [ann, bob, cem] })

  // Another microphone: the others go on hearing her.
  await ann.choose('Choose a microphone', 'Fake Audio Input 2')
  await waitFor(async () => {
    const label = await sentMicrophone(ann)
    return label === 'Fake Audio Input 2' ? undefined : `Ann sends from ${label}`
  })
  await waitFor(async () => ((await bob.heard()) === 2 ? undefined : `Bob hears ${await bob.heard()} voices`))

  await ann.press('Share your screen')
  const stageOf = (name: string) =>
    cem.page.getByRole('group', { name: `${name}’s screen` }).and(cem.page.locator('[tabindex="0"]'))
  await stageOf('Ann').waitFor()
  await bob.press('Share your screen')
  // The first one stays large, the second one stands beside it.
  await cem.button('Show Bob’s screen large').waitFor()
  await waitFor(async () => {
    const found = [await playingScreens(cem), await cem.heard()].join()
    return found === '2,4' ? undefined : `Cem sees and hears ${found}`
  })
  await waitFor(async () => ((await playingScreens(bob)) === 1 ? undefined : 'Bob does not see Ann’s screen'))
  await stageOf('Ann').waitFor()
  await cem.press('Show Bob’s screen large')
  await cem.button('Show Ann’s screen large').waitFor()
  await lookClosely(cem, stageOf('Bob'))

  await cem.choose('More', 'Full screen')
  await cem.page.waitForFunction(() => document.fullscreenElement !== null)
  await cem.choose('More', 'End full screen')
  await cem.page.waitForFunction(() => document.fullscreenElement === null)

  await bob.press('Stop sharing your screen')
  await stageOf('Ann').waitFor()
  await ann.press('Stop sharing your screen')
  await waitFor(async () => {
    const [screens, heard] = [await cem.page.getByText(/’s screen$/).count(), await cem.heard()]
    return screens === 0 && heard === 2 ? undefined : `Cem is shown ${screens} screens and hears ${heard} voices`
  })

  // Whose line is weak is seen; with one's own, what to do.
  await losePackets(cem, 'Bob')
  await cem.page.getByRole('group', { name: /^Bob, .*weak connection/ }).waitFor()
  await answerSlowly(cem)
  const advice = 'Turn your camera off, go closer to the router, or use a cable.'
  await Promise.all(['Your connection is weak.', advice].map((words) => cem.page.getByText(words).waitFor()))
})

/** From now on the browser of this person reports that half of what comes from somebody is lost. */
function losePackets({ page }: WebPerson, name: string): Promise<void> {
  return page.evaluate((whose) => {
    const { alcove } = window as unknown as { alcove: { client: import('@alcove/client').MeetingClient } }
    const { view, remoteTracks } = alcove.client.getSnapshot()
    const theirs = remoteTracks.filter(({ participantId: id }) => view?.meeting.people[id]?.displayName === whose)
    const ids = new Set(theirs.map(({ track }) => track.id))
    const ask = RTCPeerConnection.prototype.getStats
    RTCPeerConnection.prototype.getStats = async function () {
      const changed = new Map()
      for (const stats of (await ask.call(this)).values())
        changed.set(stats.id, ids.has(stats.trackIdentifier) ? { ...stats, packetsLost: stats.packetsReceived } : stats)
      return changed
    }
  }, name)
}

/** From now on it reports that answers of the server take two seconds. */
function answerSlowly({ page }: WebPerson): Promise<void> {
  return page.evaluate(() => {
    const ask = RTCPeerConnection.prototype.getStats
    RTCPeerConnection.prototype.getStats = async function () {
      const changed = new Map()
      for (const stats of (await ask.call(this)).values())
        changed.set(stats.id, stats.type === 'candidate-pair' ? { ...stats, currentRoundTripTime: 2 } : stats)
      return changed
    }
  })
}

function sentMicrophone({ page }: WebPerson): Promise<string | undefined> {
  return page.evaluate(() => {
    const { alcove } = window as unknown as { alcove: { client: import('@alcove/client').MeetingClient } }
    return alcove.client.getSnapshot().localTracks.find(({ source }) => source === 'microphone')?.track.label
  })
}

function playingScreens({ page }: WebPerson): Promise<number> {
  return page.evaluate(() => {
    const videos = [...document.querySelectorAll('video')]
    return videos.filter((video) => video.videoWidth > 0 && !video.paused && video.closest('[data-screen-of]') !== null)
      .length
  })
}

/** The screen is enlarged and moved by buttons, wheel, mouse, keys and fingers. */
async function lookClosely({ page }: WebPerson, screen: Locator): Promise<void> {
  const zoom = () =>
    screen.locator('.screen-zoom').evaluate((element: HTMLElement) => {
      const { a: scale, e: x, f: y } = new DOMMatrix(element.style.transform)
      return { scale, x, y }
    })
  const waitForZoom = async (what: string, isRight: (now: Awaited<ReturnType<typeof zoom>>) => boolean) => {
    await waitFor(async () => {
      const now = await zoom()
      return isRight(now) ? undefined : `${what}, the screen is at ${JSON.stringify(now)}`
    })
    return zoom()
  }
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click()
  await press('Larger')
  await waitForZoom('pressed once', ({ scale }) => scale === 1.5)
  const box = await screen.boundingBox()
  if (!box) throw new Error('the screen is not there')
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  await page.mouse.move(middle.x + 100, middle.y)
  await page.mouse.wheel(0, -300)
  const wheeled = await waitForZoom('after the wheel', ({ scale, x }) => scale > 2 && x < -50)
  await page.mouse.down()
  await page.mouse.move(middle.x + 140, middle.y)
  await page.mouse.up()
  const dragged = await waitForZoom('after the mouse', ({ x }) => Math.round(x - wheeled.x) === 40)
  await screen.focus()
  await page.keyboard.press('ArrowLeft')
  await waitForZoom('after a key', ({ x }) => Math.round(x - dragged.x) === 60)
  await page.keyboard.press('-')
  await waitForZoom('after another key', ({ scale }) => scale < wheeled.scale)
  await press('The whole screen')
  await waitForZoom('put back', ({ scale, x, y }) => scale === 1 && x === 0 && y === 0)

  const fingers = await Fingers.on(page)
  await fingers.pinch(screen, 60, 150)
  const pinched = await waitForZoom('after two fingers', ({ scale }) => scale > 2.2 && scale < 2.8)
  await fingers.drag(screen, { x: 50, y: 20 })
  await waitForZoom(
    'after one finger',
    ({ x, y }) => Math.round(x - pinched.x) === 50 && Math.round(y - pinched.y) === 20,
  )
  await press('The whole screen')
  await waitForZoom('put back', ({ scale }) => scale === 1)
}
