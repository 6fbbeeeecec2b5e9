// SPDX-License-Identifier: Apache-2.0
// Carries webhooks from the outbox to one endpoint: several meetings at once, each meeting's in order. What is not taken is tried again ever later, then
// given up. A crash between the answer and its record sends it once more, under the same key; a store that takes no record is asked again, the endpoint not.
import type { MeetingId } from '@alcove/protocol'
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
  /** A webhook of this meeting was given up. */
  readonly onBuried: (meetingId: MeetingId) => Promise<void>
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
  onBuried,
  clock,
  log,
  metrics,
  pollMs = usualPollMs,
}: CourierOptions): Courier {
  const underWay = new Map<string, Promise<void>>()
  /** Meetings whose last outcome could not be stored, and how to end the wait for the next try. */
  const resting = new Map<string, () => void>()
  /** Ids of webhooks that were taken, which the store does not know yet. */
  const taken = new Set<number>()
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
    const { meetingId } = delivery
    if (underWay.has(meetingId) || resting.has(meetingId) || underWay.size >= concurrency) return
    const carried = carry(delivery)
      .catch((error) => {
        log.warn({ endpoint, error }, 'the outcome of a webhook could not be stored')
        rest(meetingId)
      })
      .finally(() => {
        underWay.delete(meetingId)
        nudge()
      })
    underWay.set(meetingId, carried)
  }

  function rest(meetingId: string): void {
    if (isClosed) return
    const cancel = clock.after(pollMs, () => {
      resting.delete(meetingId)
      nudge()
    })
    resting.set(meetingId, cancel)
  }

  async function carry(delivery: Delivery): Promise<void> {
    const { id, attempts, eventType, meetingId } = delivery
    const reason = taken.has(id) ? undefined : await offer(delivery)
    if (reason === undefined) {
      taken.add(id)
      await outbox.delivered(id)
      taken.delete(id)
      return
    }
    const now = clock.now()
    const delayMs = retryDelaysMs[attempts]
    metrics.failed(endpoint, delayMs === undefined)
    if (delayMs !== undefined) return outbox.postpone(id, now + delayMs)
    log.warn({ endpoint, eventType, meetingId, reason }, 'webhook given up; see it with: npm run webhooks -- list')
    await outbox.bury(id, reason, now)
    await onBuried(meetingId)
  }

  /** @returns why it was not taken. */
  async function offer({ key, body }: Delivery): Promise<string | undefined> {
    const startedAt = clock.now()
    try {
      const { status } = await send({ key, body, at: startedAt })
      if (status < 200 || status >= 300) return `answered ${status}`
    } catch (error) {
      return error instanceof Error ? error.message : String(error)
    }
    metrics.delivered(endpoint, (clock.now() - startedAt) / 1_000)
    return undefined
  }

  return {
    nudge,
    async close() {
      isClosed = true
      cancelWait()
      for (const cancel of resting.values()) cancel()
      await looking
      await Promise.all(underWay.values())
    },
  }
}
