// SPDX-License-Identifier: Apache-2.0
// Fingers for a page that has a mouse otherwise, as the browser itself reports them.
import type { CDPSession, Locator, Page } from 'playwright-core'

interface Point {
  readonly x: number
  readonly y: number
}

const steps = 5

export class Fingers {
  readonly #devtools: CDPSession

  private constructor(devtools: CDPSession) {
    this.#devtools = devtools
  }

  static async on(page: Page): Promise<Fingers> {
    const devtools = await page.context().newCDPSession(page)
    await devtools.send('Emulation.setTouchEmulationEnabled', { enabled: true, maxTouchPoints: 2 })
    return new Fingers(devtools)
  }

  async tap(where: Locator): Promise<void> {
    await settled(where)
    await this.#touch('touchStart', [await middleOf(where)])
    await this.#touch('touchEnd', [])
  }

  /** One finger, from the middle of it. */
  async drag(where: Locator, by: Point): Promise<void> {
    await settled(where)
    const { x, y } = await middleOf(where)
    await this.#move((share) => [{ x: x + by.x * share, y: y + by.y * share }])
  }

  /** Two fingers, beside each other around the middle of it, go apart or together. */
  async pinch(where: Locator, apart: number, apartAtEnd: number): Promise<void> {
    await settled(where)
    const { x, y } = await middleOf(where)
    await this.#move((share) => {
      const half = (apart + (apartAtEnd - apart) * share) / 2
      return [
        { x: x - half, y },
        { x: x + half, y },
      ]
    })
  }

  async #move(at: (share: number) => readonly Point[]): Promise<void> {
    await this.#touch('touchStart', at(0))
    for (let step = 1; step <= steps; step += 1) await this.#touch('touchMove', at(step / steps))
    await this.#touch('touchEnd', [])
  }

  async #touch(type: 'touchStart' | 'touchMove' | 'touchEnd', points: readonly Point[]): Promise<void> {
    const touchPoints = points.map((point, id) => ({ ...point, id }))
    await this.#devtools.send('Input.dispatchTouchEvent', { type, touchPoints })
  }
}

/** Waits until it stands still, with nothing above it, as before a click. */
function settled(where: Locator): Promise<void> {
  return where.click({ trial: true })
}

async function middleOf(where: Locator): Promise<Point> {
  const box = await where.boundingBox()
  if (!box) throw new Error('what is to be touched is not there')
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}
