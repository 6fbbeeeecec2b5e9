// SPDX-License-Identifier: Apache-2.0
// Everything of webhooks that runs: the reader that fills the outbox from the log, a courier for each endpoint, and the event store as meetings see it,
// in which nothing is deleted before it was read.
import type { MeetingId } from '@alcove/protocol'
import { type AskSettings, type Clock, type EventStore, type Log, originalName } from '../meetings/ports.ts'
import { createAddressGuard } from './addressGuard.ts'
import { createAskSettings, settingsQuestion } from './askSettings.ts'
import { type ChatLinks, type ChatLinksOptions, createChatLinks } from './chatLinks.ts'
import { type Courier, type CourierMetrics, createCourier } from './courier.ts'
import { createOutboxReader } from './outboxReader.ts'
import type { Backlog, Outbox } from './ports.ts'
import { type Answer, post } from './post.ts'
import { type Signable, type Signature, signatureHeaders } from './sign.ts'

export interface Endpoint {
  readonly name: string
  readonly url: string
  readonly secret: string
  readonly signature: Signature
  /** Types of events that it wants; all without. */
  readonly events?: readonly string[] | undefined
  /** Fixed header. */
  readonly authorization?: string | undefined
  /** Addresses and ranges that it may be at although they are not public. */
  readonly allowAddresses: readonly string[]
}

export interface WebhookSettings {
  readonly appId: string
  readonly domain: string
  /** Origin of this server in links; without it no links are told. */
  readonly publicUrl?: string | undefined
  readonly endpoints: readonly Endpoint[]
}

export interface Webhooks {
  /** The store that meetings have to use, so that what happens in them is told. */
  readonly store: EventStore
  backlog(): Promise<readonly Backlog[]>
  /** Present where an endpoint wants to be asked. */
  readonly askSettings: AskSettings | undefined
  /** Present where links to the chat are told. */
  readonly readChat: ChatLinks['read'] | undefined
  close(): Promise<void>
}

export interface WebhooksOptions {
  readonly settings: WebhookSettings
  readonly store: EventStore & { readonly outbox: Outbox }
  readonly clock: Clock
  readonly log: Log
  readonly metrics: CourierMetrics
  /** Signs links; the same at every start, so that they go on opening. */
  readonly linkKey: Uint8Array
  readonly listEnded: ChatLinksOptions['listEnded']
}

const answerTimeoutMs = 10_000
/** Somebody waits at the door. */
const questionTimeoutMs = 5_000
const retryReadMs = 1_000
const dayMs = 24 * 3_600_000
const keepDeadMs = 30 * dayMs

export async function openWebhooks({
  settings,
  store,
  clock,
  log,
  metrics,
  linkKey,
  listEnded,
}: WebhooksOptions): Promise<Webhooks> {
  const { appId, domain, publicUrl, endpoints } = settings
  const naming = { appId, domain }
  const { outbox } = store
  const closing = new AbortController()
  let isClosed = false
  let cancelRetry = () => {}
  let cancelForgetting = () => {}
  const couriers: Courier[] = endpoints.map((endpoint) =>
    createCourier({
      endpoint: endpoint.name,
      outbox,
      send: senderTo(endpoint, closing.signal, answerTimeoutMs),
      onBuried: blankDeleted,
      clock,
      log,
      metrics,
    }),
  )
  // Only who says so is asked: an endpoint that wants all events is none that answers.
  const advisor = endpoints.find(({ events }) => events?.includes(settingsQuestion))
  const nudgeAll = () => {
    for (const courier of couriers) courier.nudge()
  }
  const endpointsFor = (eventType: string) =>
    endpoints.filter(({ events }) => events?.includes(eventType) ?? true).map(({ name }) => name)
  const chatLinks =
    publicUrl === undefined || endpointsFor('CHAT_UPLOADED').length === 0
      ? undefined
      : createChatLinks({
          publicUrl,
          key: linkKey,
          naming,
          now: clock.now,
          readLog: (name) => store.read(name, 1),
          listEnded,
        })
  const reader = createOutboxReader({
    store,
    outbox,
    naming,
    linkToChat: chatLinks?.linkTo,
    endpointsFor,
    onFilled: nudgeAll,
    log,
  })

  /** In the background; what cannot be read now stays in the log. */
  function read(): void {
    cancelRetry()
    if (isClosed) return
    reader.catchUp().catch((error) => {
      log.warn({ error }, 'the log was not read for webhooks, trying again')
      cancelRetry = clock.after(retryReadMs, read)
    })
  }

  /** What waited when its meeting was deleted still named people; given up, it does not any more. */
  async function blankDeleted(meetingId: MeetingId): Promise<void> {
    if ((await store.read(meetingId, 1)).length === 0) await reader.forgetPersonal(meetingId, 'dead')
  }

  /** Now and every day. */
  async function forgetDead(): Promise<void> {
    cancelForgetting = clock.after(dayMs, () => {
      forgetDead().catch((error) => log.warn({ error }, 'webhooks that were given up long ago are still kept'))
    })
    await outbox.forgetDead(clock.now() - keepDeadMs)
  }

  await outbox.keepOnly(
    endpoints.map(({ name }) => name),
    clock.now(),
  )
  await forgetDead()
  // Before any meeting is loaded: what ended before a crash is deleted then.
  await reader.catchUp()
  nudgeAll()

  return {
    store: {
      ...store,
      async append(commit, expectedVersion) {
        await store.append(commit, expectedVersion)
        read()
      },
      async rewrite(meetingId, change) {
        await reader.catchUp()
        await store.rewrite(meetingId, change)
        await reader.forgetPersonal(originalName(meetingId), 'all')
      },
      async move(meetingId, to, wakeAt) {
        await reader.catchUp()
        await store.move(meetingId, to, wakeAt)
        await reader.forgetPersonal(meetingId, 'dead')
      },
      async delete(meetingId) {
        await reader.catchUp()
        await store.delete(meetingId)
        await reader.forgetPersonal(meetingId, 'dead')
      },
    },
    backlog: () => outbox.backlog(),
    askSettings:
      advisor &&
      createAskSettings({
        send: senderTo(advisor, closing.signal, questionTimeoutMs),
        naming,
        clock,
        log,
      }),
    readChat: chatLinks?.read,
    async close() {
      isClosed = true
      cancelRetry()
      cancelForgetting()
      await reader.catchUp().catch((error) => log.warn({ error }, 'the log was not read for webhooks'))
      // What is under way is sent again after the next start.
      closing.abort()
      await Promise.all(couriers.map((courier) => courier.close()))
    },
  }
}

function senderTo(
  { url, secret, signature, authorization, allowAddresses }: Endpoint,
  signal: AbortSignal,
  timeoutMs: number,
) {
  const guard = createAddressGuard(allowAddresses)
  return (signable: Signable): Promise<Answer> => {
    const headers = {
      ...(authorization === undefined ? {} : { authorization }),
      ...signatureHeaders(signature, secret, signable),
    }
    return post({ url, headers, body: signable.body, guard, timeoutMs, signal })
  }
}
