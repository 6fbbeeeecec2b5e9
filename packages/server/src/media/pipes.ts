// SPDX-License-Identifier: Apache-2.0
// Owns which producers of a meeting are piped to which of its routers: each only while somebody there holds a lease on it, and once, no
// matter how many ask at the same time.
import type { Fence } from './fence.ts'
import { openPipeSide, type PipeSide } from './pipe.ts'
import type { MeetingRouter } from './routers.ts'

/** Gives the lease back. */
export type Release = () => void

interface Link {
  readonly from: PipeSide
  readonly to: PipeSide
}

interface Piped {
  holders: number
  readonly opened: Promise<Release>
}

export class Pipes {
  readonly #fence: Fence
  readonly #links = new Map<string, Promise<Link>>()
  readonly #piped = new Map<string, Piped>()

  constructor(fence: Fence) {
    this.#fence = fence
  }

  /** Resolves when the producer can be consumed on `to` under its own id. */
  async lease(producerId: string, from: MeetingRouter, to: MeetingRouter): Promise<Release> {
    const key = `${producerId} ${to.router.id}`
    const piped = this.#piped.get(key) ?? this.#start(key, producerId, from, to)
    piped.holders += 1
    await piped.opened
    let held = true
    return () => {
      if (!held) return
      held = false
      piped.holders -= 1
      if (piped.holders > 0) return
      this.#forget(key, piped)
      void piped.opened.then((close) => close())
    }
  }

  #start(key: string, producerId: string, from: MeetingRouter, to: MeetingRouter): Piped {
    const piped: Piped = {
      holders: 0,
      opened: this.#pipe(producerId, from, to, () => this.#forget(key, piped)),
    }
    this.#piped.set(key, piped)
    piped.opened.catch(() => this.#forget(key, piped))
    return piped
  }

  #forget(key: string, piped: Piped): void {
    if (this.#piped.get(key) === piped) this.#piped.delete(key)
  }

  async #pipe(producerId: string, from: MeetingRouter, to: MeetingRouter, onClosed: () => void): Promise<Release> {
    const link = await this.#link(from, to)
    const sent = await this.#fence.watch(from.live, link.from.send(producerId))
    try {
      const received = await this.#fence.watch(to.live, link.to.receive(sent.stream))
      sent.followPause((paused) => received.setPaused(paused))
      received.onClosed(() => sent.close())
      sent.onClosed(() => {
        onClosed()
        received.close()
      })
      return () => sent.close()
    } catch (error) {
      sent.close()
      throw error
    }
  }

  /** A link of its own for each direction: either router can go without the other's knowledge. */
  #link(from: MeetingRouter, to: MeetingRouter): Promise<Link> {
    const key = `${from.router.id} ${to.router.id}`
    const existing = this.#links.get(key)
    if (existing) return existing
    const link = this.#connect(from, to, () => {
      if (this.#links.get(key) === link) this.#links.delete(key)
    })
    this.#links.set(key, link)
    link.catch(() => {
      if (this.#links.get(key) === link) this.#links.delete(key)
    })
    return link
  }

  async #connect(from: MeetingRouter, to: MeetingRouter, onClosed: () => void): Promise<Link> {
    const opening = [from, to].map(({ live, router }) => this.#fence.watch(live, openPipeSide(router)))
    try {
      const [fromSide, toSide] = await Promise.all(opening)
      if (!fromSide || !toSide) throw new Error('A pipe has two sides')
      await Promise.all([
        this.#fence.watch(from.live, fromSide.connect(toSide.end)),
        this.#fence.watch(to.live, toSide.connect(fromSide.end)),
      ])
      const closeBoth = () => {
        onClosed()
        fromSide.close()
        toSide.close()
      }
      fromSide.onClosed(closeBoth)
      toSide.onClosed(closeBoth)
      return { from: fromSide, to: toSide }
    } catch (error) {
      for (const side of opening) void side.then((opened) => opened.close()).catch(() => {})
      throw error
    }
  }
}
