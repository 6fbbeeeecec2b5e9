// SPDX-License-Identifier: Apache-2.0
// Carries webhooks from the outbox to one endpoint: several meetings at once, each meeting's in order. What is not taken is tried again ever later, then
// given up. A crash between the answer and its record sends it once more, under the same key.
import type { Clock, Log } from '../meetings/ports.ts'
import type { Delivery, Outbox } from './ports.ts'
import type { Answer } from './post.ts'
import type { Signable } from './sign.ts'

export interface CourierMetrics {
  delivered(endpoint: string, seconds: number): void
  failed(endpoint: string, isLast: boolean): void
}

export interface CourierOptions {
  readonly endpoint: string
  readonly outbox: Outbox
  /** Signs and posts; rejects when there is no answer. */
  readonly send: (signable: Signable) => Promise<Answer>
  readonly clock: Clock
  readonly log: Log
  readonly metrics: CourierMetrics
  /** How often to look for work that came from outside of this process: dead letters that were revived. */
  readonly pollMs?: number
}

export interface Courier {
  /** There may be something new. */
  nudge(): void
  /** Takes nothing more and waits for what is under way. */
  close(): Promise<void>
}

const minute = 60_000
/** Between one try and the next; after the last one it is given up, more than two days after the first. */
const retryDelaysMs: readonly number[] = [
  5_000,
  15_000,
  minute,
  5 * minute,
  15 * minute,
  60 * minute,
  180 * minute,
  360 * minute,
  720 * minute,
  1_440 * minute,
]
/** How many tries there are in all. */
export const maxTries = retryDelaysMs.length + 1
const concurrency = 8
const usualPollMs = 3_000

export function createCourier({
  endpoint,
  outbox,
  send,
  clock,
  log,
  metrics,
  pollMs = usualPollMs,
}: CourierOptions): Courier {
  const underWay = new Map<string, Promise<void>>()
  let cancelWait = () => {}
  let looking: Promise<void> | undefined
  let isAskedAgain = false
  let isClosed = false

  function nudge(): void {
    if (isClosed) return
    if (looking) {
      isAskedAgain = true
      return
    }
    cancelWait()
    looking = look().finally(() => {
      looking = undefined
      if (!isAskedAgain) return
      isAskedAgain = false
      nudge()
    })
  }

  async function look(): Promise<void> {
    const now = clock.now()
    let waitMs = pollMs
    try {
      // Those under way are still first of their meetings.
      const { deliveries, nextAt } = await outbox.next(endpoint, now, 2 * concurrency)
      for (const delivery of deliveries) if (!isClosed) take(delivery)
      if (nextAt !== undefined) waitMs = Math.min(waitMs, Math.max(nextAt - now, 0))
    } catch (error) {
      log.warn({ endpoint, error }, 'the outbox cannot be read')
    }
    if (!isClosed) cancelWait = clock.after(waitMs, nudge)
  }

  function take(delivery: Delivery): void {
    if (underWay.has(delivery.meetingId) || underWay.size >= concurrency) return
    const carried = carry(delivery)
      .catch((error) => log.warn({ endpoint, error }, 'the outcome of a webhook could not be stored'))
      .finally(() => {
        underWay.delete(delivery.meetingId)
        nudge()
      })
    underWay.set(delivery.meetingId, carried)
  }

  async function carry({ id, key, body, attempts, eventType, meetingId }: Delivery): Promise<void> {
    const startedAt = clock.now()
    const reason = await send({ key, body, at: startedAt }).then(
      ({ status }) => (status >= 200 && status < 300 ? undefined : `answered ${status}`),
      (error: unknown) => (error instanceof Error ? error.message : String(error)),
    )
    const now = clock.now()
    if (reason === undefined) {
      await outbox.delivered(id)
      metrics.delivered(endpoint, (now - startedAt) / 1_000)
      return
    }
    const delayMs = retryDelaysMs[attempts]
    metrics.failed(endpoint, delayMs === undefined)
    if (delayMs !== undefined) return outbox.postpone(id, now + delayMs)
    log.warn({ endpoint, eventType, meetingId, reason }, 'webhook given up; see it with: npm run webhooks -- list')
    await outbox.bury(id, reason, now)
  }

  return {
    nudge,
    async close() {
      isClosed = true
      cancelWait()
      await looking
      await Promise.all(underWay.values())
    },
  }
}
