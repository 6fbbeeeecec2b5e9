// SPDX-License-Identifier: Apache-2.0
// One person who uses the web app as people do: by names of buttons and fields. What they are told is read from the page; the only look behind
// it is the handle to the running client.
import type { MeetingView } from '@alcove/client'
import type { BrowserContext, Locator, Page } from 'playwright-core'
import { giveSmallDevices } from './giveSmallDevices.ts'
import { waitFor } from './waitFor.ts'
import { watchConsole } from './watchConsole.ts'

export interface WebPersonOptions {
  readonly serverUrl: string
  readonly meeting: string
  readonly name: string
  /** false: comes in with the camera off. Where nobody's picture is looked at, encoding and drawing it is wasted; on by default. */
  readonly camera?: boolean
}

/** Added to an address: the camera stays off until it is switched on. */
const withoutCamera = 'config.startWithVideoMuted=true'

/** Counts, before any script of the page runs, what must not happen again. */
function countCalls(): void {
  const counts = { getUserMedia: 0, peerConnections: 0 }
  Object.assign(window, { alcoveCounts: counts })
  const mediaDevices: MediaDevices | undefined = navigator.mediaDevices
  // Pages that are not secure have none.
  if (mediaDevices) {
    const getUserMedia = mediaDevices.getUserMedia.bind(mediaDevices)
    mediaDevices.getUserMedia = (constraints) => {
      counts.getUserMedia += 1
      return getUserMedia(constraints)
    }
  }
  window.RTCPeerConnection = class extends RTCPeerConnection {
    constructor(configuration?: RTCConfiguration) {
      super(configuration)
      counts.peerConnections += 1
    }
  }
}

export interface CallCounts {
  readonly getUserMedia: number
  readonly peerConnections: number
}

export class WebPerson {
  readonly page: Page
  readonly name: string
  readonly meeting: string
  /** Whether the camera is on, as far as this person switched it themselves. */
  hasCamera: boolean

  private constructor(page: Page, { name, meeting, camera = true }: WebPersonOptions) {
    this.page = page
    this.name = name
    this.meeting = meeting
    this.hasCamera = camera
  }

  /** A new tab on the welcome page. */
  static async open(context: BrowserContext, options: WebPersonOptions, path = ''): Promise<WebPerson> {
    const page = await context.newPage()
    watchConsole(page)
    await page.addInitScript(giveSmallDevices)
    await page.addInitScript(countCalls)
    const hash = options.camera === false ? `${path.includes('#') ? '&' : '#'}${withoutCamera}` : ''
    await page.goto(`${options.serverUrl}/${path}${hash}`)
    return new WebPerson(page, options)
  }

  /** From the welcome page into the meeting. */
  async enterByName(): Promise<void> {
    await this.page.getByLabel('Meeting name').fill(this.meeting)
    await this.page.getByRole('button', { name: 'Go to the meeting' }).click()
    await this.join()
  }

  /** From the page before entering into the meeting. */
  async join(): Promise<void> {
    await this.page.getByLabel('Your name').fill(this.name)
    await this.page.getByRole('button', { name: 'Join', exact: true }).click()
    await this.waitUntilIn()
  }

  async waitUntilIn(): Promise<void> {
    await this.page.locator('[data-room-id]').waitFor()
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name, exact: typeof name === 'string' })
  }

  async press(name: string | RegExp): Promise<void> {
    await this.button(name).first().click()
  }

  /** Switches it, if it is not so already. */
  async switchCamera(on: boolean): Promise<void> {
    if (on !== this.hasCamera) await this.press(on ? 'Turn camera on' : 'Turn camera off')
    await this.button(on ? 'Turn camera off' : 'Turn camera on').waitFor()
    this.hasCamera = on
  }

  /** The part of the pane that shows this room. */
  section(room: string): Locator {
    return this.page.getByRole('region', { name: room, exact: true })
  }

  /** Opens the pane of rooms and people, if it is not open, and waits for what it holds: its frame is there before. */
  async openPane(): Promise<void> {
    const pane = this.page.getByLabel('Rooms and people').and(this.page.locator('aside'))
    if ((await pane.count()) === 0) await this.press('Rooms and people')
    await pane.and(this.page.locator('[aria-busy=false]')).waitFor()
  }

  /** Opens a menu by the name of its button and chooses an entry. */
  async choose(menu: string, entry: string | RegExp): Promise<void> {
    await this.press(menu)
    await this.page.getByRole('menuitem', { name: entry }).click()
  }

  /** Name of the room at the top of the page. */
  async roomShown(): Promise<string> {
    return (await this.page.locator('h1').first().textContent())?.trim() ?? ''
  }

  /** Names on tiles of others whose picture plays. */
  async seen(): Promise<string[]> {
    return (await this.tiles()).filter(({ plays }) => plays).map(({ name }) => name)
  }

  /** Tiles of others by name, and whether their picture plays. */
  async tiles(): Promise<{ readonly name: string; readonly plays: boolean }[]> {
    const tiles = await this.page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('.tile[data-participant-id]')].map((tile) => {
        const video = tile.querySelector('video')
        return {
          name: tile.querySelector('.tile-name-words')?.textContent ?? '',
          plays: video !== null && video.readyState >= 2 && video.videoWidth > 0 && !video.paused,
        }
      }),
    )
    return tiles.filter(({ name }) => name !== this.name && name !== 'You').sort((a, b) => (a.name < b.name ? -1 : 1))
  }

  /** How many voices of others the page plays. */
  heard(): Promise<number> {
    return this.page.evaluate(() => {
      const elements = [...document.querySelectorAll('audio')]
      return elements.filter((audio) => {
        const tracks = audio.srcObject instanceof MediaStream ? audio.srcObject.getAudioTracks() : []
        return !audio.paused && !audio.muted && tracks.some((track) => track.readyState === 'live' && track.enabled)
      }).length
    })
  }

  /** The made-up microphone of the browser only ticks now and then: this one is heard all the time. */
  async hum(): Promise<void> {
    await this.page.evaluate(async () => {
      const context = new AudioContext()
      // Held by the page: nothing else holds it, and the promise of its start, until it sounds.
      Object.assign(window, { humming: context })
      await context.resume()
      const tone = context.createOscillator()
      const out = context.createMediaStreamDestination()
      tone.connect(out)
      tone.start()
      const [track] = out.stream.getAudioTracks()
      const holder = window as unknown as {
        alcove: { client: { publish(source: string, track: MediaStreamTrack | undefined): Promise<void> } }
      }
      await holder.alcove.client.publish('microphone', track)
    })
  }

  /** The server's view as the page's client holds it. */
  async view(): Promise<MeetingView> {
    const view = await this.page.evaluate(() => {
      const holder = window as unknown as { alcove?: { client: { getSnapshot(): { view: MeetingView | undefined } } } }
      return holder.alcove?.client.getSnapshot().view
    })
    if (!view) throw new Error(`${this.name} has no view`)
    return view
  }

  counts(): Promise<CallCounts> {
    return this.page.evaluate(() => ({ ...(window as unknown as { alcoveCounts: CallCounts }).alcoveCounts }))
  }
}

/** Waits until each room holds exactly these people, who see and hear each other (a tile without a picture of who has no camera) and are told the room's name. */
export async function waitForRooms(rooms: Readonly<Record<string, readonly WebPerson[]>>): Promise<void> {
  for (const [room, people] of Object.entries(rooms)) {
    for (const person of people) {
      const others = people.filter((other) => other !== person).sort((a, b) => (a.name < b.name ? -1 : 1))
      const wanted = others.map(({ name, hasCamera }) => (hasCamera ? `${name} in a picture` : name)).join()
      await waitFor(async () => {
        const shown = await person.roomShown()
        if (shown !== room) return `${person.name} is in ${shown} and should be in ${room}`
        const seen = (await person.tiles()).map(({ name, plays }) => (plays ? `${name} in a picture` : name)).join()
        if (seen !== wanted) return `${person.name} sees [${seen}] and should see [${wanted}]`
        const heard = await person.heard()
        return heard === others.length ? undefined : `${person.name} hears ${heard} voices of ${others.length}`
      })
    }
  }
}
