// SPDX-License-Identifier: Apache-2.0
// Reads the log of all meetings, in the order of storing, into the outbox: each commit becomes its webhooks once, position and webhooks stored together.
// What comes twice or in the middle of a crash is read again from the position. One task at a time.
import type { MeetingId } from '@alcove/protocol'
import type { Commit, EventStore, Log } from '../meetings/ports.ts'
import type { Naming } from './addresses.ts'
import type { ChatLinks } from './chatLinks.ts'
import { type Followed, follow, nothingFollowed } from './follow.ts'
import { blankPersonal } from './payloads.ts'
import type { NewDelivery, Outbox } from './ports.ts'
import { translate, type Webhook } from './translate.ts'

export interface ReaderOptions {
  readonly store: Pick<EventStore, 'read' | 'readAll'>
  readonly outbox: Outbox
  readonly naming: Naming
  /** None: nothing is told of the chat. */
  readonly linkToChat: ChatLinks['linkTo'] | undefined
  /** Names of the endpoints that want this type of event. */
  readonly endpointsFor: (eventType: string) => readonly string[]
  readonly onFilled: () => void
  readonly log: Log
}

export interface OutboxReader {
  /** Resolves when all that is stored by now was read. @throws Unavailable */
  catchUp(): Promise<void>
  /** The personal data of a meeting are to be forgotten: what is waiting is blanked, and what was remembered of it is dropped. */
  forgetPersonal(meetingId: MeetingId, which: 'all' | 'dead'): Promise<void>
}

const pageLength = 100
const maxFollowed = 1_000

export function createOutboxReader({
  store,
  outbox,
  naming,
  linkToChat,
  endpointsFor,
  onFilled,
  log,
}: ReaderOptions): OutboxReader {
  const followed = new Map<MeetingId, Followed>()
  let tail: Promise<unknown> = Promise.resolve()
  /** Has not begun yet, so it will read all that is stored until then. */
  let nextReading: Promise<void> | undefined

  function inTurn<Result>(task: () => Promise<Result>): Promise<Result> {
    const run = tail.then(task)
    tail = run.catch(() => {})
    return run
  }

  async function readOn(): Promise<void> {
    for (;;) {
      const start = await outbox.position()
      const { commits, position } = await store.readAll(start, pageLength)
      if (position === start) return
      const deliveries: NewDelivery[] = []
      for (const commit of commits) deliveries.push(...(await deliveriesOf(commit)))
      await outbox.fill(position, deliveries)
      if (deliveries.length > 0) onFilled()
    }
  }

  async function deliveriesOf(commit: Commit): Promise<readonly NewDelivery[]> {
    const { meetingId, version } = commit
    try {
      const before = await followUpTo(commit)
      const { after, webhooks } = translate(before, commit, naming, linkToChat)
      remember(meetingId, after)
      return webhooks.flatMap((webhook) => addressed(webhook, meetingId))
    } catch (error) {
      if (isOfStore(error)) throw error
      // One commit that cannot be told must not silence all others.
      log.error({ meetingId, version, error }, 'webhooks of a commit are lost: it cannot be followed')
      followed.delete(meetingId)
      return []
    }
  }

  function addressed(webhook: Webhook, meetingId: MeetingId): readonly NewDelivery[] {
    const { eventType, idempotencyKey: key } = webhook
    const body = JSON.stringify(webhook)
    return endpointsFor(eventType).map((endpoint) => ({ endpoint, meetingId, key, eventType, body }))
  }

  /** The meeting as it was before this commit. */
  async function followUpTo({ meetingId, version }: Commit): Promise<Followed> {
    const known = followed.get(meetingId)
    if (version === 1) return nothingFollowed
    if (known?.version === version - 1) return known
    const earlier = (await store.read(meetingId, 1)).filter((commit) => commit.version < version)
    if (earlier.length !== version - 1) throw new Error('earlier commits are gone')
    const before = earlier.flatMap(({ events }) => events).reduce(follow, nothingFollowed)
    return { ...before, version: version - 1 }
  }

  function remember(meetingId: MeetingId, after: Followed): void {
    followed.delete(meetingId)
    if (after.state.status === 'ended') return
    followed.set(meetingId, after)
    const oldest = followed.keys().next().value
    if (followed.size > maxFollowed && oldest !== undefined) followed.delete(oldest)
  }

  return {
    catchUp() {
      nextReading ??= inTurn(() => {
        nextReading = undefined
        return readOn()
      })
      return nextReading
    },
    forgetPersonal: (meetingId, which) =>
      inTurn(async () => {
        followed.delete(meetingId)
        await outbox.rewrite(meetingId, which, blankPersonal)
      }),
  }
}

function isOfStore(error: unknown): boolean {
  return error instanceof Error && error.name === 'Unavailable'
}
