// SPDX-License-Identifier: Apache-2.0
// What runs in the measured page: stamps of what arrives, and the time from one of them until the page shows it.

interface Stamps {
  /** When the last message came from the server, by the page's clock. */
  arrivedAt: number
  /** When the first one came since this was last 0. */
  firstArrivedAt: number
}

declare global {
  interface Window {
    alcoveStamps: Stamps
    /** What the watch that was begun last finds. */
    alcoveWatch: Promise<number>
  }
}

/** Before any script of the page: stamps each message before the app sees it. */
export function watchArrivals(): void {
  const stamps = { arrivedAt: 0, firstArrivedAt: 0 }
  window.alcoveStamps = stamps
  window.WebSocket = class extends WebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols)
      this.addEventListener('message', () => {
        stamps.arrivedAt = performance.now()
        if (stamps.firstArrivedAt === 0) stamps.firstArrivedAt = stamps.arrivedAt
      })
    }
  }
}

export interface Watched {
  /** What is there, or gone, once it is shown. */
  readonly selector: string
  readonly count: number
  /** From the last message before, from the first one since the watch began, or from the next key or click. */
  readonly since: 'last-message' | 'first-message' | 'key' | 'click'
}

/** From here on it watches; `alcoveWatch` resolves with how long it took until so many of `selector` were painted, ms. */
export function beginWatch({ selector, count, since }: Watched): void {
  const stamps = window.alcoveStamps
  stamps.firstArrivedAt = 0
  const acted = { key: 0, click: 0 }
  addEventListener('keydown', () => (acted.key ||= performance.now()), { capture: true, once: true })
  addEventListener('click', () => (acted.click ||= performance.now()), { capture: true, once: true })
  window.alcoveWatch = new Promise((resolve, reject) => {
    const fail = setTimeout(() => reject(new Error(`never ${count} of ${selector}`)), 30_000)
    const isThere = () => document.querySelectorAll(selector).length === count
    const observer = new MutationObserver(() => {
      if (!isThere()) return
      observer.disconnect()
      const from = { 'last-message': stamps.arrivedAt, 'first-message': stamps.firstArrivedAt, ...acted }[since]
      requestAnimationFrame(() => {
        // A task after the frame: it has been painted.
        const channel = new MessageChannel()
        channel.port1.onmessage = () => {
          clearTimeout(fail)
          resolve(performance.now() - from)
        }
        channel.port2.postMessage(undefined)
      })
    })
    observer.observe(document.body, { subtree: true, childList: true, attributes: true })
  })
}
