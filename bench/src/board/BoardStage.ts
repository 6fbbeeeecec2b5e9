// SPDX-License-Identifier: Apache-2.0
// A meeting with a moderator in a real browser who has the board open, and people without media: all that the board is measured on.
import { setPriority } from 'node:os'
import { pause, Server, WebPerson, waitFor } from '@alcove/e2e'
import { protocolVersion } from '@alcove/protocol'
import type { Browser } from 'playwright-core'
import { Line } from '../meeting/Line.ts'
import { watchArrivals } from './inPage.ts'

/** Of the server and of this program, which are all the other people: a moderator's browser does not share a processor with them elsewhere. */
export const niceness = 10
const peoplePerRoom = 5
const joinsAtOnce = 20

export class BoardStage {
  readonly ann: WebPerson
  readonly lines: readonly Line[]
  readonly roomIds: readonly string[]
  readonly browser: Browser
  readonly #server: Server

  private constructor(parts: {
    ann: WebPerson
    lines: readonly Line[]
    roomIds: readonly string[]
    browser: Browser
    server: Server
  }) {
    this.ann = parts.ann
    this.lines = parts.lines
    this.roomIds = parts.roomIds
    this.browser = parts.browser
    this.#server = parts.server
  }

  /** So many rooms with five people in each, and the board open. Ends the browser with it. */
  static async open(rooms: number, browser: Browser): Promise<BoardStage> {
    const meeting = `board-${rooms}`
    const server = await Server.start({ args: ['--workers', '1', '--log-level', 'warn'] })
    setPriority(server.pid, niceness)
    const lines: Line[] = []
    try {
      const context = await browser.newContext({
        viewport: { width: 1440, height: 900 },
        locale: 'en-GB',
        permissions: ['local-network-access'],
      })
      await context.addInitScript(watchArrivals)
      const ann = await WebPerson.open(context, { serverUrl: server.url, meeting, name: 'Ann' }, meeting)
      await ann.join()
      const people = rooms * peoplePerRoom
      while (lines.length < people) {
        const newcomers = await Promise.all(
          Array.from({ length: Math.min(joinsAtOnce, people - lines.length) }, () =>
            Line.open(server.url, { protocol: protocolVersion, meeting }, () => {}),
          ),
        )
        await Promise.all(newcomers.map((line, index) => line.join(`Person ${lines.length + index + 1}`)))
        lines.push(...newcomers)
      }
      const ids = lines.map(({ participantId }) => participantId)
      const roomIds = await ann.page.evaluate(seat, { rooms, ids, peoplePerRoom })
      await waitFor(async () => {
        const { people } = (await ann.view()).meeting
        const left = Object.values(people).filter(({ roomId }) => roomId === 'main').length
        return left === 1 ? undefined : `${left} people are in the main room`
      })
      await ann.press('Open the board')
      await ann.section('Room 1').waitFor()
      await pause(2_000)
      return new BoardStage({ ann, lines, roomIds, browser, server })
    } catch (error) {
      for (const line of lines) line.close()
      await browser.close()
      await server.stop()
      throw error
    }
  }

  async close(): Promise<void> {
    for (const line of this.lines) line.close()
    await this.browser.close()
    await this.#server.stop()
  }
}

/** In the page, as its moderator: makes the rooms and seats everybody in turn. */
async function seat(given: { rooms: number; ids: string[]; peoplePerRoom: number }): Promise<string[]> {
  interface Groups {
    roomId: string
    participantIds: string[]
  }
  const { client } = (
    window as unknown as {
      alcove: { client: { createRoom(): Promise<string>; seatPeople(groups: Groups[]): Promise<void> } }
    }
  ).alcove
  const roomIds: string[] = []
  while (roomIds.length < given.rooms) {
    // The server takes so many commands a second from one person.
    const made = await client.createRoom().catch(() => undefined)
    if (made === undefined) await new Promise((resolve) => setTimeout(resolve, 500))
    else roomIds.push(made)
  }
  const { ids, peoplePerRoom: each } = given
  await client.seatPeople(
    roomIds.map((roomId, room) => ({ roomId, participantIds: ids.slice(room * each, (room + 1) * each) })),
  )
  return roomIds
}
