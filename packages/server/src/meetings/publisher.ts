// SPDX-License-Identifier: Apache-2.0
// Publishes the parts of a meeting's view: a patch is computed once per part and sent to those who were admitted to it. Knows who may see what only
// through the core; whoever loses a right is dismissed before anything new is sent, whoever gains one gets a snapshot first.
import {
  type Counted,
  isForgotten,
  type Moment,
  meetingPart,
  moderatorsPart,
  partsFor,
  type RunningMeeting,
  roomPart,
  selfPart,
} from '@alcove/meeting'
import {
  diff,
  type JsonObject,
  type MeetingId,
  type MeetingPart,
  type ModeratorsPart,
  mainRoomId,
  type ParticipantId,
  type PartKey,
  type PartSnapshot,
  type RoomId,
  type RoomPart,
  roomPartKey,
  type SelfPart,
} from '@alcove/protocol'
import type { Audience } from './ports.ts'

const mainRoomPart = roomPartKey(mainRoomId)

interface Published {
  readonly version: number
  readonly value: JsonObject
}

/** What a client says that it holds already. */
export type KnownParts = Readonly<Record<string, { readonly epoch: string; readonly version: number }>>

/** What moderators are told of at most once a second, as it was up to a second ago. */
export interface Activity {
  readonly moment: Moment
  readonly counted: Counted
  readonly at: number
}

export interface PublishInput {
  readonly state: RunningMeeting
  readonly moment: Moment
  readonly activity: Activity
  /** Who has a connection now. */
  readonly connected: ReadonlySet<ParticipantId>
  readonly at: number
}

export interface Publisher {
  /** Brings every part up to date and sends what changed. */
  publish(input: PublishInput): void
  /** Admits a new connection of the seat to its parts; the snapshots that it lacks are the caller's to send. Call publish before. */
  admit(input: PublishInput, participantId: ParticipantId, known: KnownParts): readonly PartSnapshot[]
  /** The seat has no connection any more. */
  forget(participantId: ParticipantId): void
}

export function createPublisher(meetingId: MeetingId, epoch: string, audience: Audience): Publisher {
  const shared = new Map<PartKey, Published>()
  /** Kept over a lost connection: who comes back may hold a version of it, and no version may ever mean something else. */
  const own = new Map<ParticipantId, Published>()
  const admitted = new Map<ParticipantId, readonly PartKey[]>()
  /** While the state is the same only the moment can have changed, which neither rights nor people's own parts hang on. */
  let publishedState: RunningMeeting | undefined

  function sharedValue(part: PartKey, { state, moment, activity, at }: PublishInput): JsonObject {
    if (part === 'meeting') return asJson(meetingPart(state))
    if (part === 'moderators') return asJson(moderatorsPart(state, activity.moment, activity.at, activity.counted))
    return asJson(roomPart(state, moment, part.slice('room:'.length) as RoomId, at))
  }

  /** Next version of a part, and the patch that leads to it if anybody held the one before. */
  function next(before: Published | undefined, value: JsonObject): { now: Published; patch?: JsonObject } {
    if (!before) return { now: { version: 1, value } }
    if (before.value === value) return { now: before }
    const patch = diff(before.value, value)
    return patch ? { now: { version: before.version + 1, value }, patch } : { now: before }
  }

  function updateShared(part: PartKey, input: PublishInput): void {
    const { now, patch } = next(shared.get(part), sharedValue(part, input))
    shared.set(part, now)
    if (patch) audience.broadcast(meetingId, part, { type: 'part.patch', part, epoch, version: now.version, patch })
  }

  function updateOwn(participantId: ParticipantId, input: PublishInput): void {
    const { now, patch } = next(own.get(participantId), asJson(selfPart(input.state, participantId)))
    own.set(participantId, now)
    if (patch && admitted.get(participantId)?.includes('self')) {
      audience.send(meetingId, participantId, { type: 'part.patch', part: 'self', epoch, version: now.version, patch })
    }
  }

  function snapshotOf(part: PartKey, participantId: ParticipantId): PartSnapshot {
    const published = part === 'self' ? own.get(participantId) : shared.get(part)
    if (!published) throw new Error(`part ${part} was admitted before it was published`)
    return { type: 'part.snapshot', part, epoch, version: published.version, value: published.value }
  }

  function dismissLost(input: PublishInput): void {
    for (const [participantId, parts] of admitted) {
      const rights = partsFor(input.state, participantId)
      if (rights === parts) continue
      const lost = parts.filter((part) => !rights.includes(part))
      if (lost.length === 0) continue
      for (const part of lost) {
        audience.dismiss(meetingId, participantId, part)
        audience.send(meetingId, participantId, { type: 'part.closed', part })
      }
      admitted.set(
        participantId,
        parts.filter((part) => rights.includes(part)),
      )
    }
  }

  function admitGained(input: PublishInput): void {
    for (const [participantId, parts] of admitted) {
      const rights = partsFor(input.state, participantId)
      if (rights === parts) continue
      for (const part of rights.filter((right) => !parts.includes(right))) {
        audience.send(meetingId, participantId, snapshotOf(part, participantId))
        if (part !== 'self') audience.admit(meetingId, participantId, part)
      }
      admitted.set(participantId, rights)
    }
  }

  /** Parts that somebody connected may see; others stay as they were last seen and go on from there with their next reader. */
  function seenParts({ state, connected }: PublishInput): Set<PartKey> {
    const seen = new Set<PartKey>(['meeting', 'moderators'])
    for (const participantId of connected) {
      const seat = state.seats.get(participantId)
      if (seat) seen.add(roomPartKey(seat.roomId))
    }
    return seen
  }

  function publish(input: PublishInput): void {
    const isNewState = input.state !== publishedState
    if (isNewState) dismissLost(input)
    for (const part of seenParts(input)) updateShared(part, input)
    for (const participantId of input.connected)
      if (isNewState || !admitted.has(participantId)) updateOwn(participantId, input)
    if (isNewState) admitGained(input)
    if (isNewState) dropRemoved(input.state)
    publishedState = input.state
  }

  /** What is gone does not come back under the same id, and of whoever was forgotten nothing is kept. */
  function dropRemoved({ rooms, seats }: RunningMeeting): void {
    const roomParts = new Set<PartKey>([...rooms.keys()].map(roomPartKey))
    for (const part of shared.keys())
      if (part.startsWith('room:') && part !== mainRoomPart && !roomParts.has(part)) shared.delete(part)
    for (const participantId of own.keys()) {
      const seat = seats.get(participantId)
      if (!seat || isForgotten(seat)) own.delete(participantId)
    }
  }

  return {
    publish,
    admit(input, participantId, known) {
      const parts = partsFor(input.state, participantId)
      for (const part of parts) if (part !== 'self') audience.admit(meetingId, participantId, part)
      admitted.set(participantId, parts)
      return parts
        .map((part) => snapshotOf(part, participantId))
        .filter(({ part, version }) => !(known[part]?.epoch === epoch && known[part].version === version))
    },
    forget(participantId) {
      admitted.delete(participantId)
    },
  }
}

/** Parts are plain JSON by design; interfaces have no index signature that could say so. */
function asJson(part: MeetingPart | ModeratorsPart | RoomPart | SelfPart): JsonObject {
  return part as unknown as JsonObject
}
