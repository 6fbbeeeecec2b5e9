// SPDX-License-Identifier: Apache-2.0
// What the browser counts of the media line, as host pages know it from Jitsi: rates in kbit/s, losses in percent, times in ms; codec, frames and
// size by person and SSRC. Pure.
import type { ParticipantId } from '@alcove/protocol'
import type { ConnectionStats } from '@alcove/protocol/embed'

/** The reports of all transports at one time. */
export interface StatsSample {
  /** ms */
  readonly at: number
  readonly reports: readonly RTCStatsReport[]
}

interface Sums {
  readonly audio: number
  readonly video: number
}

type Stats = Readonly<Record<string, unknown>> & { readonly id: string; readonly type: string }
type OwnerOf = (trackId: string) => ParticipantId | undefined

/** @param ownerOf whose track arrives under this id */
export function toConnectionStats(before: StatsSample, after: StatsSample, ownerOf: OwnerOf): ConnectionStats {
  const [then, now] = [entriesOf(before), entriesOf(after)]
  const seconds = Math.max(0.001, (after.at - before.at) / 1000)
  const rate = (type: string, field: string): Sums => ({
    audio: kbits(since(then, now, ofKind(type, 'audio'), field), seconds),
    video: kbits(since(then, now, ofKind(type, 'video'), field), seconds),
  })
  const [down, up] = [rate('inbound-rtp', 'bytesReceived'), rate('outbound-rtp', 'bytesSent')]
  const loss = toLoss(then, now)
  const pairs = now.filter((one) => one.type === 'candidate-pair' && one.nominated === true)
  const rtts = pairs.map((pair) => Math.round(numberIn(pair, 'currentRoundTripTime') * 1000))
  const most = (field: string) => Math.round(Math.max(0, ...pairs.map((pair) => numberIn(pair, field))) / 1000)
  return {
    connectionQuality: Math.max(0, 100 - loss.total),
    jvbRTT: Math.max(0, ...rtts),
    bridgeCount: pairs.length > 0 ? 1 : 0,
    bandwidth: { download: most('availableIncomingBitrate'), upload: most('availableOutgoingBitrate') },
    bitrate: {
      download: down.audio + down.video,
      upload: up.audio + up.video,
      audio: { download: down.audio, upload: up.audio },
      video: { download: down.video, upload: up.video },
    },
    packetLoss: loss,
    ...toStreams(now, ownerOf),
    transport: pairs.map((pair, index) => {
      const local = now.find(({ id }) => id === pair.localCandidateId)
      const remote = now.find(({ id }) => id === pair.remoteCandidateId)
      return {
        ip: `${textIn(remote, 'address')}:${numberIn(remote, 'port')}`,
        localCandidateType: textIn(local, 'candidateType'),
        p2p: false as const,
        rtt: rtts[index] ?? 0,
        type: textIn(local, 'protocol'),
      }
    }),
  }
}

/** What arrives of each person. */
function toStreams(now: readonly Stats[], ownerOf: OwnerOf) {
  const streams: Pick<ConnectionStats, 'codec' | 'framerate' | 'framesDecoded' | 'resolution'> = {
    codec: {},
    framerate: {},
    framesDecoded: {},
    resolution: {},
  }
  for (const one of now.filter(({ type }) => type === 'inbound-rtp')) {
    const owner = ownerOf(textIn(one, 'trackIdentifier'))
    if (owner === undefined) continue
    const ssrc = String(one.ssrc)
    const codec = now.find(({ id }) => id === one.codecId)
    const kind = one.kind === 'video' ? 'video' : 'audio'
    const name = textIn(codec, 'mimeType').replace(/^\w+\//, '')
    streams.codec[owner] = { ...streams.codec[owner], [ssrc]: { [kind]: name } }
    if (kind === 'audio') continue
    const size = { width: numberIn(one, 'frameWidth'), height: numberIn(one, 'frameHeight') }
    streams.resolution[owner] = { ...streams.resolution[owner], [ssrc]: size }
    streams.framerate[owner] = { ...streams.framerate[owner], [ssrc]: numberIn(one, 'framesPerSecond') }
    streams.framesDecoded[owner] = { ...streams.framesDecoded[owner], [ssrc]: numberIn(one, 'framesDecoded') }
  }
  return streams
}

/** Packets that come late after all are counted back: a loss below zero is none. */
function toLoss(then: readonly Stats[], now: readonly Stats[]) {
  const arriving = ({ type }: Stats) => type === 'inbound-rtp'
  const lost = Math.max(0, since(then, now, arriving, 'packetsLost'))
  const arrived = since(then, now, arriving, 'packetsReceived')
  const sent = since(then, now, ({ type }) => type === 'outbound-rtp', 'packetsSent')
  const upload = Math.max(
    0,
    ...now.map((one) => (one.type === 'remote-inbound-rtp' ? numberIn(one, 'fractionLost') : 0)),
  )
  const all = lost + arrived + sent
  return {
    download: lost === 0 ? 0 : percent(lost / (lost + arrived)),
    upload: percent(upload),
    total: all === 0 ? 0 : percent((lost + upload * sent) / all),
  }
}

/** How much a counter grew; what is new counts from zero, what has gone not at all. */
function since(then: readonly Stats[], now: readonly Stats[], is: (one: Stats) => boolean, field: string): number {
  return now.filter(is).reduce((sum, one) => {
    const earlier = then.find(({ id }) => id === one.id)
    return sum + numberIn(one, field) - numberIn(earlier, field)
  }, 0)
}

function ofKind(type: string, kind: string): (one: Stats) => boolean {
  return (one) => one.type === type && one.kind === kind
}

/** Ids are those of one transport: its place makes them unique. */
function entriesOf({ reports }: StatsSample): readonly Stats[] {
  return reports.flatMap((report, place) =>
    [...report.values()].map((one: Stats): Stats => {
      const own = (id: unknown) => (typeof id === 'string' ? `${place}/${id}` : id)
      const { codecId, localCandidateId, remoteCandidateId } = one
      return {
        ...one,
        id: `${place}/${one.id}`,
        codecId: own(codecId),
        localCandidateId: own(localCandidateId),
        remoteCandidateId: own(remoteCandidateId),
      }
    }),
  )
}

function kbits(bytes: number, seconds: number): number {
  return Math.round((Math.max(0, bytes) * 8) / 1000 / seconds)
}

function percent(share: number): number {
  return Math.round(share * 100)
}

function numberIn(stats: Stats | undefined, field: string): number {
  const value = stats?.[field]
  return typeof value === 'number' && Number.isFinite(value) ? value : 0
}

function textIn(stats: Stats | undefined, field: string): string {
  const value = stats?.[field]
  return typeof value === 'string' ? value : ''
}
