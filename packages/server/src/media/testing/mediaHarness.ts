// SPDX-License-Identifier: Apache-2.0
// Owns a media port on real workers for tests: what the listener heard, and what the workers themselves say exists.
import type { MediaPlan, Wanted } from '@alcove/meeting'
import type { ConsumerOffer, MediaObject, MediaOffer, MeetingId, ParticipantId, Source } from '@alcove/protocol'
import { observer } from 'mediasoup'
import type { BaseTransportDump, Router, Transport, Worker } from 'mediasoup/types'
import type { Clock, Log, MediaKey, MediaListener } from '../../meetings/ports.ts'
import { type MediaOptions, type OpenMedia, openMedia } from '../openMedia.ts'
import { audioParameters, videoParameters } from './rtp.ts'

export const meetingId = 'harness' as MeetingId

type Heard =
  | { readonly type: 'granted'; readonly to: ParticipantId; readonly consumers: readonly ConsumerOffer[] }
  | { readonly type: 'revoked'; readonly to: ParticipantId; readonly consumerIds: readonly string[] }
  | { readonly type: 'lost'; readonly to: ParticipantId }

export interface Harness {
  readonly media: OpenMedia
  readonly heard: readonly Heard[]
  readonly logged: readonly string[]
  /** All workers of this process that live. */
  workers(): readonly Worker[]
  routers(): readonly Router[]
  transports(type: 'webrtc' | 'pipe'): readonly Transport[]
  /** Ids of the consumers that the workers say exist on transports of clients. */
  consumersInWorkers(): Promise<readonly string[]>
  join(name: string, sources?: readonly Source[]): Promise<Person>
  grant(plan: MediaPlan): Promise<void>
  close(): Promise<void>
}

export interface Person {
  readonly id: ParticipantId
  readonly key: MediaKey
  readonly offer: MediaOffer
  produce(source: Source): Promise<string>
  /** Everything granted and not revoked. */
  consumers(): readonly ConsumerOffer[]
}

export const realClock: Clock = {
  now: () => Date.now(),
  after: (delayMs, callback) => {
    const timer = setTimeout(callback, delayMs)
    return () => clearTimeout(timer)
  },
}

/** Of workers' answers; see fence.ts. */
const answerWithinMs = 2_000

/** Gives workers of a busy machine the time that they need: for tests in which each of them answers in the end. */
export const patientClock: Clock = {
  now: realClock.now,
  after: (delayMs, callback) => realClock.after(delayMs === answerWithinMs ? 10 * delayMs : delayMs, callback),
}

export interface LimitsByHand extends Clock {
  /** Lets the time pass within which workers have to answer, once that many answers are awaited. */
  runOut(awaited: number): Promise<void>
}

/** A clock on which workers that do not answer run out of time when the test says so, and never before. Everything else takes its time. */
export function createLimitsByHand(): LimitsByHand {
  const limits = new Set<() => void>()
  return {
    now: realClock.now,
    after(delayMs, callback) {
      if (delayMs !== answerWithinMs) return realClock.after(delayMs, callback)
      limits.add(callback)
      return () => limits.delete(callback)
    },
    async runOut(awaited) {
      await eventually(() => (limits.size === awaited ? undefined : `${limits.size} answers are awaited`))
      const passed = [...limits]
      limits.clear()
      for (const callback of passed) callback()
    },
  }
}

/** Collects what is logged instead of printing it. */
export function memoryLog(lines: string[]): Log {
  const write = (level: string) => (fields: Readonly<Record<string, unknown>>, message: string) => {
    lines.push(`${level} ${message} ${fields.err instanceof Error ? fields.err.message : JSON.stringify(fields)}`)
  }
  return { info: write('info'), warn: write('warn'), error: write('error') }
}

export function participantId(name: string): ParticipantId {
  return Buffer.from(name.padEnd(4).slice(0, 4)).toString('hex') as ParticipantId
}

/** Wants: `wants(of, 'microphone')`, or with a height for video. */
export function wants(of: Person, source: Source, height?: number): Wanted {
  return { participantId: of.id, source, height }
}

/** A port base far from defaults, below those that systems give out; another one for each media port, because a closed one's may linger. */
function somePortBase(): number {
  return 11_000 + Math.floor(Math.random() * 2_000) * 4
}

/** Tests of other processes choose ports as well, so that the first choice may be taken. */
async function openOnFreePorts(options: Omit<MediaOptions, 'rtcPort'>, listener: MediaListener): Promise<OpenMedia> {
  for (;;) {
    try {
      return await openMedia({ ...options, rtcPort: somePortBase() }, listener)
    } catch (error) {
      if (!String(error).includes('is in use')) throw error
    }
  }
}

export interface HarnessOptions {
  readonly workers?: number
  readonly consumersPerWorker?: number
  readonly clock?: Clock
}

export async function openHarness(options: HarnessOptions = {}): Promise<Harness> {
  const workers = new Set<Worker>()
  const routers = new Set<Router>()
  const transports = new Set<Transport>()
  const track = (worker: Worker) => {
    workers.add(worker)
    worker.observer.once('close', () => workers.delete(worker))
    worker.observer.on('newrouter', (router) => {
      routers.add(router)
      router.observer.once('close', () => routers.delete(router))
      router.observer.on('newtransport', (transport) => {
        transports.add(transport)
        transport.observer.once('close', () => transports.delete(transport))
      })
    })
  }
  observer.on('newworker', track)
  const heard: Heard[] = []
  const logged: string[] = []
  const media = await openOnFreePorts(
    {
      workers: options.workers ?? 1,
      listen: [{ ip: '127.0.0.1' }],
      consumersPerWorker: options.consumersPerWorker ?? 500,
      iceServers: [],
      log: memoryLog(logged),
      clock: options.clock ?? patientClock,
    },
    {
      onGranted: ({ participantId: to }, consumers) => heard.push({ type: 'granted', to, consumers }),
      onRevoked: ({ participantId: to }, consumerIds) => heard.push({ type: 'revoked', to, consumerIds }),
      onLost: ({ participantId: to }) => heard.push({ type: 'lost', to }),
      onLevels: () => {},
    },
  )

  const ofType = (type: 'webrtc' | 'pipe') => [...transports].filter((transport) => transport.type === type)

  async function join(name: string, sources: readonly Source[] = []): Promise<Person> {
    const id = participantId(name)
    const key: MediaKey = { meetingId, participantId: id }
    const offer = await media.open(key)
    media.setCapabilities(key, offer.routerRtpCapabilities)
    const produce = (source: Source) => produceAs(media, key, source)
    for (const source of sources) await produce(source)
    return { id, key, offer, produce, consumers: () => consumersOf(heard, id) }
  }

  return {
    media,
    heard,
    logged,
    workers: () => [...workers],
    routers: () => [...routers],
    transports: ofType,
    async consumersInWorkers() {
      const lists = await Promise.all(ofType('webrtc').map(consumerIdsOf))
      return lists.flat()
    },
    join,
    async grant(plan) {
      await media.revoke(meetingId, plan)
      media.grant(meetingId)
    },
    async close() {
      observer.off('newworker', track)
      await media.close()
    },
  }
}

async function consumerIdsOf(transport: Transport): Promise<readonly string[]> {
  // `dump` of the common type is `unknown`; each kind of transport lists its consumers so.
  return ((await transport.dump()) as BaseTransportDump).consumerIds
}

function produceAs(media: OpenMedia, key: MediaKey, source: Source): Promise<string> {
  const isVideo = source === 'camera' || source === 'screen'
  const parameters: MediaObject = isVideo ? videoParameters() : audioParameters()
  return media.produce(key, { source, rtpParameters: parameters, paused: false })
}

function consumersOf(heard: readonly Heard[], id: ParticipantId): readonly ConsumerOffer[] {
  const held = new Map<string, ConsumerOffer>()
  for (const event of heard) {
    if (event.to !== id) continue
    if (event.type === 'granted') for (const offer of event.consumers) held.set(offer.consumerId, offer)
    if (event.type === 'revoked') for (const consumerId of event.consumerIds) held.delete(consumerId)
    if (event.type === 'lost') held.clear()
  }
  return [...held.values()]
}

/** Waits until the function has nothing to complain of any more; a timeout tells its last complaint. */
export async function eventually(complaint: () => string | undefined | Promise<string | undefined>): Promise<void> {
  const giveUpAt = Date.now() + 30_000
  for (;;) {
    const last = await complaint()
    if (last === undefined) return
    if (Date.now() > giveUpAt) throw new Error(`Waited in vain: ${last}`)
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

/** Waits until the person was granted this many consumers that were not revoked. */
export function untilConsumers(person: Person, count: number): Promise<void> {
  return eventually(() => {
    const has = person.consumers().length
    return has === count ? undefined : `${has} consumers instead of ${count}`
  })
}
