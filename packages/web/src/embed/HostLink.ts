// SPDX-License-Identifier: Apache-2.0
// Joins this page to the host page that embeds it: tells what happens, follows commands, answers questions. What cannot be done is said, never
// thrown. One per page load; the meeting comes and goes.
import { RequestFailed } from '@alcove/client'
import type { MeetingId, ParticipantId } from '@alcove/protocol'
import {
  commandNames,
  commandSupport,
  type EmbedConfig,
  type EmbedError,
  eventNames,
  innerEventNames,
  requestNames,
  requestSupport,
  type Support,
} from '@alcove/protocol/embed'
import { toShortText } from '../features/problems/errorTexts.ts'
import type { MenuClicks } from '../features/rooms/menuClicks.ts'
import { layoutOf } from '../state/layoutOf.ts'
import { preferences, subscribeToPreferences } from '../state/preferences.ts'
import { Attached } from './Attached.ts'
import { commandHandlers } from './commands.ts'
import { type HostedPage, HostRefused } from './HostedPage.ts'
import { withoutOmitted } from './hostArguments.ts'
import { watchMouse } from './mouse.ts'
import { PageTalk } from './PageTalk.ts'
import { type EmbedEvent, type Picture, toFormattedName, toPicture } from './picture.ts'
import { createPlaces } from './places.ts'
import { deviceRequestHandlers, requestHandlers } from './requests.ts'
import { toEvents } from './toEvents.ts'
import { toMenuClicks } from './toMenuClicks.ts'
import { watchLog } from './watchLog.ts'
import { watchSleep } from './watchSleep.ts'

type Data = Readonly<Record<string, unknown>>

export class HostLink {
  readonly #talk: PageTalk
  readonly #attached = new Attached<HostedPage>()
  #picture: Picture | undefined

  constructor(instance: number) {
    this.#talk = new PageTalk({
      instance,
      onCommand: (name, args) => void this.#follow(name, args),
      onRequest: (name, data) => this.#answer(name, data),
      onFlood: () => this.#tellError({ name: 'RATE_EXCEEDED', type: 'CONFIG', isFatal: false }),
    })
    this.send({ name: 'browserSupport', payload: { supported: true } })
  }

  /** The menus of people, as this page's configuration wants them. */
  menuClicks(config: EmbedConfig): MenuClicks {
    return toMenuClicks(config, (event) => this.send(event))
  }

  send({ name, payload }: EmbedEvent): void {
    this.#talk.sendEvent({ ...payload, name: eventNames[name] })
  }

  /** From now on commands concern this meeting; the returned function ends it. */
  attach(unplaced: Omit<HostedPage, 'places'>, meetingId: MeetingId): () => void {
    const hosted = { ...unplaced, places: createPlaces(meetingId, location.hostname) }
    const detach = this.#attached.attach(hosted)
    const { client, media, page, notices } = hosted
    const take = () => this.#takePicture()
    this.#picture = pictureOf(hosted)
    const stops = [
      client.subscribe(take),
      media.subscribe(take),
      page.subscribe(take),
      subscribeToPreferences(take),
      client.onPageText((participantId, text) => this.#tellPageText(participantId, text)),
      notices.onShown(({ text, more = '' }) =>
        this.send({ name: 'notificationTriggered', payload: { title: text, description: more } }),
      ),
      watchLog(
        (event) => this.send(event),
        () => page.getSnapshot().config.apiLogLevels,
      ),
      watchSleep(() => this.send({ name: 'suspendDetected', payload: {} })),
      watchMouse(
        (event) => this.send(event),
        () => page.getSnapshot().config.mouseMoveCallbackInterval,
      ),
    ]
    const goodbye = () => this.#sayGoodbye()
    addEventListener('pagehide', goodbye)
    this.send({ name: 'ready', payload: {} })
    return () => {
      removeEventListener('pagehide', goodbye)
      for (const stop of stops) stop()
      detach()
      this.#picture = undefined
    }
  }

  /** The page before joining is shown. */
  tellEntry(displayName: string): void {
    const config = this.#attached.now?.page.getSnapshot().config ?? {}
    const formattedDisplayName = toFormattedName(displayName, true, config)
    this.send({ name: 'prejoinScreenLoaded', payload: { id: 'local', displayName, formattedDisplayName } })
  }

  /** Joining needs a password: none was given, or a wrong one. */
  tellPasswordRequired(): void {
    this.send({ name: 'passwordRequired', payload: {} })
  }

  /** The person has closed what said why it is over. */
  tellClosed(): void {
    this.send({ name: 'readyToClose', payload: {} })
  }

  #takePicture(): void {
    const hosted = this.#attached.now
    if (!hosted || !this.#picture) return
    const before = this.#picture
    const { state, view } = hosted.client.getSnapshot()
    // The view may go a moment before the state says why: both are told together.
    if (before.view && !view && state.status === 'joined') return
    this.#picture = pictureOf(hosted, before)
    for (const event of toEvents(before, this.#picture, hosted.places)) this.send(event)
    const { onStage } = this.#picture.page
    // The script of the host page makes `largeVideoChanged` of it.
    if (onStage !== before.page.onStage)
      this.#talk.sendEvent({ name: innerEventNames.onStageParticipantChanged, id: onStage })
  }

  #tellPageText(id: ParticipantId, text: string): void {
    const hosted = this.#attached.now
    const view = this.#picture?.view
    if (!hosted || !view) return
    const senderInfo = { jid: hosted.places.occupantJid(view.room.roomId, id), id }
    const eventData = { name: 'endpoint-text-message', text } as const
    this.send({ name: 'endpointTextMessageReceived', payload: { data: { senderInfo, eventData } } })
  }

  /** The frame is taken away or loads another page. */
  #sayGoodbye(): void {
    const hosted = this.#attached.now
    const view = this.#picture?.view
    if (!hosted || !view) return
    const roomName = hosted.places.roomName(view.room.roomId)
    this.send({ name: 'videoConferenceLeft', payload: { roomName } })
  }

  async #follow(wire: string, args: readonly unknown[]): Promise<void> {
    const handler = commandHandlers.get(wire)
    const hosted = await this.#attached.soon()
    try {
      if (!handler || !hosted) throw unsupported(wire, findSupport(commandNames, commandSupport, wire))
      await handler(hosted, withoutOmitted(args))
    } catch (error) {
      this.#tellError(toEmbedError(error))
      const isHarmless = error instanceof HostRefused && error.code === 'notSupported'
      if (!isHarmless) hosted?.notices.tell('warn', toWords(error))
    }
  }

  /** The answer, or in its place what is wrong: no promise of a host page hangs. */
  async #answer(name: string, data: Data): Promise<unknown> {
    const handler = (data.type === 'devices' ? deviceRequestHandlers : requestHandlers).get(name)
    const hosted = await this.#attached.soon()
    try {
      if (!handler || !hosted) throw unsupported(name, findSupport(requestNames, requestSupport, name))
      return (await handler(hosted, data)) ?? null
    } catch (error) {
      const { name: code, message } = toEmbedError(error)
      return { error: { name: code, message } }
    }
  }

  #tellError(error: EmbedError): void {
    console.warn(`Host page: ${error.name}${error.message === undefined ? '' : `, ${error.message}`}`)
    this.send({ name: 'errorOccurred', payload: { error } })
  }
}

function pictureOf({ client, media, page, title }: HostedPage, before?: Picture): Picture {
  const shown = page.getSnapshot()
  const layout = layoutOf(shown.config, preferences())
  return toPicture(client.getSnapshot(), media.getSnapshot(), shown, layout, title, before)
}

function unsupported(name: string, support: Support | undefined): HostRefused {
  const why = support !== undefined && support.state !== 'supported' ? `: ${support.why}` : ''
  const yet = support?.state === 'later' ? ' yet' : ''
  return new HostRefused('notSupported', `${name} is not supported${yet}${why}`)
}

function findSupport(names: object, table: object, wire: string): Support | undefined {
  const name = Object.entries(names).find(([, one]) => one === wire)?.[0]
  return new Map<string, Support>(Object.entries(table)).get(name ?? '')
}

function toEmbedError(error: unknown): EmbedError {
  if (error instanceof HostRefused) {
    const type = error.code === 'notSupported' ? 'CONFIG' : 'CONFERENCE'
    return { name: error.code, message: error.message, type, isFatal: false }
  }
  const name = error instanceof RequestFailed ? error.code : 'INTERNAL_ERROR'
  return { name, message: toWords(error), type: 'CONFERENCE', isFatal: false }
}

function toWords(error: unknown): string {
  return error instanceof HostRefused ? error.message : toShortText(error)
}
