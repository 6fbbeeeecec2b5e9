// SPDX-License-Identifier: Apache-2.0
// Owns the media port as mediasoup carries it out: composes workers, meetings and placement, and hands each request to the meeting it is
// for. It never decides who may receive; it makes exist what a plan names.
import type { IceServer, MediaOffer, MeetingId } from '@alcove/protocol'
import { setLogEventListeners } from 'mediasoup'
import {
  type Clock,
  type Log,
  type MediaKey,
  type MediaListener,
  type MediaPort,
  MediaRefused,
  Unavailable,
} from '../meetings/ports.ts'
import { createFence } from './fence.ts'
import { guardListener } from './guardListener.ts'
import { MeetingMedia } from './meetingMedia.ts'
import type { ParticipantMedia } from './participantMedia.ts'
import { chooseWorker } from './placement.ts'
import { parseRtpCapabilities } from './wire.ts'
import { type ListenAddress, type LiveWorker, openWorkers } from './workers.ts'

export interface MediaOptions {
  readonly workers: number
  readonly listen: readonly ListenAddress[]
  /** Worker i uses port `rtcPort + i`, UDP and TCP. */
  readonly rtcPort: number
  /** How many consumers a worker should carry before a meeting goes on to the next one. */
  readonly consumersPerWorker: number
  readonly iceServers: readonly IceServer[]
  readonly log: Log
  readonly clock: Clock
}

export type OpenMedia = MediaPort & {
  /** Without a key: ends the workers and everything on them. */
  close(): Promise<void>
  workerPids(): readonly number[]
}

const retryAfterMs = 1_000

/** @throws when a worker cannot start, for example because its port is taken. */
export async function openMedia(options: MediaOptions, outerListener: MediaListener): Promise<OpenMedia> {
  const { clock, log, iceServers } = options
  const meetings = new Map<MeetingId, MeetingMedia>()
  const listener = guardListener(outerListener, log)
  const fence = createFence(clock, log)
  setLogEventListeners({
    onwarn: (namespace, message) => log.warn({ namespace }, message),
    onerror: (namespace, message, error) =>
      log.error({ namespace, ...(error === undefined ? {} : { err: error }) }, message),
  })
  const workers = await openWorkers({
    count: options.workers,
    listen: options.listen,
    rtcPort: options.rtcPort,
    clock,
    log,
    onDied: (live) => {
      for (const meeting of [...meetings.values()]) meeting.workerDied(live)
    },
  })

  function meetingOf(meetingId: MeetingId): MeetingMedia {
    const meeting = meetings.get(meetingId) ?? new MeetingMedia({ meetingId, fence, listener, clock, log })
    meetings.set(meetingId, meeting)
    return meeting
  }

  function find({ meetingId, participantId }: MediaKey): ParticipantMedia | undefined {
    return meetings.get(meetingId)?.find(participantId)
  }

  function opened(key: MediaKey): ParticipantMedia {
    const media = find(key)
    if (!media?.opened) throw new MediaRefused('MEDIA_NOT_OPEN')
    return media
  }

  function place(meeting: MeetingMedia): LiveWorker {
    const candidates = workers.live().map((live) => ({
      live,
      load: [...meetings.values()].reduce((sum, each) => sum + each.loadOn(live), 0),
      companions: meeting.companionsOn(live),
    }))
    const chosen = chooseWorker(candidates, options.consumersPerWorker)
    if (!chosen) throw new Unavailable('MEDIA_UNAVAILABLE', retryAfterMs)
    return chosen.live
  }

  function dropIfEmpty(meetingId: MeetingId): void {
    if (meetings.get(meetingId)?.isEmpty) meetings.delete(meetingId)
  }

  async function closeAll(): Promise<void> {
    for (const meeting of meetings.values()) meeting.closeAll()
    meetings.clear()
    // Workers complain of channels that close under them.
    setLogEventListeners()
    await workers.close()
  }

  function closeOne({ meetingId, participantId }: MediaKey): void {
    meetings.get(meetingId)?.close(participantId)
    dropIfEmpty(meetingId)
  }

  function close(): Promise<void>
  function close(key: MediaKey): void
  // The number of arguments tells the two apart, not the value: a missing key must never end everything.
  function close(...keys: [] | [MediaKey]): Promise<void> | undefined {
    if (keys.length === 0) return closeAll()
    closeOne(keys[0])
    return undefined
  }

  return {
    async open(key): Promise<MediaOffer> {
      const meeting = meetingOf(key.meetingId)
      try {
        // First, so that what is given up does not count when the place for the new is chosen.
        meeting.leave(key.participantId)
        return { ...(await meeting.open(key, place(meeting))), iceServers }
      } finally {
        dropIfEmpty(key.meetingId)
      }
    },
    setCapabilities(key, rtpCapabilities) {
      opened(key).capabilities = parseRtpCapabilities(rtpCapabilities)
      meetings.get(key.meetingId)?.reconciler.grant()
    },
    connect: async (key, transportId, dtlsParameters) => opened(key).connect(transportId, dtlsParameters),
    restartIce: async (key, transportId) => opened(key).restartIce(transportId),
    produce: async (key, production) => opened(key).produce(production),
    setPaused: async (key, source, paused) => opened(key).setPaused(source, paused),
    closeProducer: (key, source) => find(key)?.closeProducer(source),
    ready: async (key, consumerIds) => find(key)?.ready(consumerIds),
    close,
    closeMeeting(meetingId) {
      meetings.get(meetingId)?.closeAll()
      meetings.delete(meetingId)
    },
    revoke: async (meetingId, plan) => meetingOf(meetingId).reconciler.revoke(plan),
    grant: (meetingId) => meetings.get(meetingId)?.reconciler.grant(),
    workerPids: () => workers.live().map(({ worker }) => worker.pid),
  }
}
