// SPDX-License-Identifier: Apache-2.0
// Counts what arrives on the wire, stream by stream, in a window after a move: below all tracks and elements, so nothing can hide there.
import { now, type Participant } from './Participant.ts'

export interface StreamGrowth {
  readonly receiver: string
  /** undefined when the SDK has never handed a track of this stream out. */
  readonly senderId: string | undefined
  readonly kind: string
  readonly packets: number
}

export interface WindowCount {
  /** How late the window began, in ms after it should have. */
  readonly lateMs: number
  readonly streams: readonly StreamGrowth[]
}

/** Padding of the media worker's own, sent to find out how much the line carries; nobody's picture. */
const bandwidthProbe = 'probator'

const tickMs = 10
/** A tick that takes longer is a stop. */
const longestTickMs = 80
const mostPatienceMs = 2_000

type Packets = Map<string, { readonly kind: string; readonly packets: number }>

/** Packets that came for each stream of each person from `afterMs` after the announced moment (ms since 1970), for `lengthMs`. */
export async function countWindow(
  people: readonly Participant[],
  announced: number,
  { afterMs, lengthMs }: { readonly afterMs: number; readonly lengthMs: number },
): Promise<WindowCount> {
  const from = announced + afterMs
  await runSteadily(afterMs, from)
  const lateMs = now() - from
  const before = await Promise.all(people.map(packetsOf))
  await until(now() + lengthMs)
  const after = await Promise.all(people.map(packetsOf))
  const streams = people.flatMap((person, index) =>
    [...(after[index] ?? [])].map(([trackId, { kind, packets }]) => ({
      receiver: person.options.name,
      senderId: person.tracks.get(trackId)?.participantId,
      kind,
      packets: packets - (before[index]?.get(trackId)?.packets ?? 0),
    })),
  )
  return { lateMs, streams }
}

async function packetsOf({ client }: Participant): Promise<Packets> {
  const counts: Packets = new Map()
  for (const report of await client.getStats()) {
    for (const entry of report.values()) {
      if (entry.type !== 'inbound-rtp' || entry.mid === bandwidthProbe) continue
      counts.set(String(entry.trackIdentifier), { kind: String(entry.kind), packets: Number(entry.packetsReceived) })
    }
  }
  return counts
}

/**
 * Waits until `from`, and on until the page has run without a stop for so long: a page that stood still takes in only then what came to it
 * before the moment.
 */
async function runSteadily(steadyMs: number, from: number): Promise<void> {
  let since = now()
  for (let last = since; ; ) {
    await until(last + tickMs)
    const at = now()
    if (at - last > longestTickMs) since = at
    if (at >= from && (at - since >= steadyMs || at - from > mostPatienceMs)) return
    last = at
  }
}

function until(at: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.max(0, at - now())))
}
