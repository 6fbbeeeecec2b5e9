// SPDX-License-Identifier: Apache-2.0
// Sets what moves are measured on: a server behind a slow line, a browser, and people in two meetings. Ends all of it in any case.
import { launchBrowser, openContext, Server, SlowLine } from '@alcove/e2e'
import type { Browser } from 'playwright-core'
import { MovePage } from './MovePage.ts'

/** Where browsers find the server: the near end of the line. */
const nearAddress = '127.0.0.2'
/** Where the server takes media: the far end. */
const farAddress = '127.0.0.3'

/** Speakers of a place, by the numbers of their tones and colours; the first one also listens. */
export interface Place {
  readonly meetingId: string
  readonly roomId: string
  readonly listener: string
  readonly marks: readonly [number, number]
}

export interface Places {
  readonly main: Place
  readonly breakout: Place
  /** The main room of another meeting. */
  readonly elsewhere: Place
}

export const mover = { name: 'Mover', mark: 6 } as const

interface Parts {
  readonly server: Server
  readonly line: SlowLine
  readonly browser: Browser
  readonly moverPage: MovePage
  readonly othersPage: MovePage
  readonly places: Places
}

export class MoveStage {
  readonly line: SlowLine
  readonly moverPage: MovePage
  readonly othersPage: MovePage
  readonly places: Places
  readonly chromium: string
  readonly #server: Server
  readonly #browser: Browser
  #closing: Promise<void> | undefined

  private constructor(parts: Parts) {
    this.line = parts.line
    this.moverPage = parts.moverPage
    this.othersPage = parts.othersPage
    this.places = parts.places
    this.chromium = parts.browser.version()
    this.#server = parts.server
    this.#browser = parts.browser
  }

  static async open(pictureMs: number): Promise<MoveStage> {
    const args = ['--announced-address', nearAddress, '--workers', '1', '--log-level', 'warn']
    const server = await Server.start({ listenIp: farAddress, args })
    const opened: { close(): Promise<void> }[] = []
    try {
      const line = await SlowLine.open({
        address: nearAddress,
        tcp: { port: server.port, to: '127.0.0.1' },
        udp: { port: server.rtcPort, to: farAddress },
      })
      opened.push(line)
      const browser = await launchBrowser()
      opened.push(browser)
      const context = await openContext(browser)
      const [moverPage, othersPage] = [await MovePage.open(context, line.url), await MovePage.open(context, line.url)]
      await moverPage.toFront()
      const places = await seat(moverPage, othersPage, pictureMs)
      return new MoveStage({ server, line, browser, moverPage, othersPage, places })
    } catch (error) {
      for (const part of opened.reverse()) await part.close()
      await server.stop()
      throw new Error(`The measured meeting could not be set up. The server said:\n${server.output()}`, {
        cause: error,
      })
    }
  }

  /** May be called again, also while it is under way. */
  close(): Promise<void> {
    this.#closing ??= this.#close()
    return this.#closing
  }

  async #close(): Promise<void> {
    await this.#browser.close()
    await this.line.close()
    await this.#server.stop()
  }
}

/** In every place two people speak, so that whoever stays there hears somebody all the time. */
async function seat(moverPage: MovePage, othersPage: MovePage, pictureMs: number): Promise<Places> {
  const meetingId = 'bench-move'
  const elsewhere = 'bench-move-elsewhere'
  const enter = (name: string, mark: number, receives: boolean, where: string) =>
    othersPage.enter({ name, mark, receives, pictureMs }, where)
  await enter('Ann', 0, true, meetingId)
  await enter('Bob', 1, false, meetingId)
  const cem = await enter('Cem', 2, true, meetingId)
  const dua = await enter('Dua', 3, false, meetingId)
  await enter('Eli', 4, true, elsewhere)
  await enter('Fay', 5, false, elsewhere)
  const roomId = await othersPage.createRoom('Ann', meetingId)
  for (const id of [cem, dua]) await othersPage.send('Ann', meetingId, id, roomId)
  await moverPage.enter({ ...mover, receives: true, pictureMs }, meetingId)
  return {
    main: { meetingId, roomId: 'main', listener: 'Ann', marks: [0, 1] },
    breakout: { meetingId, roomId, listener: 'Cem', marks: [2, 3] },
    elsewhere: { meetingId: elsewhere, roomId: 'main', listener: 'Eli', marks: [4, 5] },
  }
}
