// SPDX-License-Identifier: Apache-2.0
// What people are told piece by piece is what a view made anew would show them, whatever happens: the publisher and the parts remember what did not
// change, and this is what catches a fact that they would miss.

import * as parts from '@alcove/meeting'
import { fromSnapshot, type Moment, partsFor, type RunningMeeting, stateVersion, toSnapshot } from '@alcove/meeting'
import { carryOut, everybodySends, histories, type Step, timesOf, toCommand } from '@alcove/meeting/testing'
import {
  applyPatch,
  type JsonObject,
  type MeetingId,
  type ParticipantId,
  type PartKey,
  type PartSnapshot,
  type RoomId,
  type ServerMessage,
} from '@alcove/protocol'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Audience } from './ports.ts'
import { type Activity, createPublisher, type KnownParts, type PublishInput } from './publisher.ts'

const runs = 250
const maxSteps = 30
const epoch = 'epoch'

interface Held {
  readonly version: number
  readonly value: JsonObject
}

/** What is known already counts as old, as in the client's PartsStore. */
function adopt(own: Map<PartKey, Held>, snapshot: PartSnapshot): void {
  const before = own.get(snapshot.part)
  if (!before || before.version < snapshot.version) own.set(snapshot.part, snapshot)
}

/** Clients that do what docs/protocol.md says, and nothing else. */
function createClients() {
  const held = new Map<ParticipantId, Map<PartKey, Held>>()
  /** What they held when they lost their connection: with it they come back. */
  const kept = new Map<ParticipantId, Map<PartKey, Held>>()
  const admitted = new Map<PartKey, Set<ParticipantId>>()
  const hear = (id: ParticipantId, message: ServerMessage): void => {
    const own = held.get(id)
    if (!own) return
    if (message.type === 'part.snapshot') adopt(own, message)
    if (message.type === 'part.closed') own.delete(message.part)
    if (message.type !== 'part.patch') return
    const before = own.get(message.part)
    if (before?.version !== message.version - 1) throw new Error(`${id} misses a patch of ${message.part}`)
    own.set(message.part, { version: message.version, value: applyPatch(before.value, message.patch) })
  }
  const audience: Audience = {
    send: (_meetingId, id, message) => hear(id, message),
    admit: (_meetingId, id, part) => void admitted.set(part, (admitted.get(part) ?? new Set()).add(id)),
    dismiss: (_meetingId, id, part) => void admitted.get(part)?.delete(id),
    broadcast: (_meetingId, part, message) => {
      for (const id of admitted.get(part) ?? []) hear(id, message)
    },
    close: () => {},
  }
  return { held, kept, admitted, audience }
}

/** Equal, and nothing in it is the same object: what was remembered of the one cannot be found again by the other. */
function remade(state: RunningMeeting): RunningMeeting {
  const again = fromSnapshot(JSON.parse(JSON.stringify(toSnapshot(state))), stateVersion)
  if (again?.status !== 'running') throw new Error('the state does not survive its snapshot')
  return again
}

function expected(
  state: RunningMeeting,
  { moment, activity, at }: PublishInput,
  id: ParticipantId,
  part: PartKey,
): unknown {
  if (part === 'meeting') return parts.meetingPart(state)
  if (part === 'moderators') return parts.moderatorsPart(state, activity.moment, activity.at, activity.counted)
  if (part === 'self') return parts.selfPart(state, id)
  return parts.roomPart(state, moment, part.slice('room:'.length) as RoomId, at)
}

/** Some of those present send and speak, others at each step. */
function momentOf(state: RunningMeeting, step: Step, at: number): Moment {
  const some = presentIn(state).filter((_id, index) => (step.whom >> (index % 5)) % 2 === 0)
  const speakers = new Map<RoomId, { participantId: ParticipantId; since: number; lastHeardAt: number }[]>()
  for (const participantId of some) {
    const roomId = state.seats.get(participantId)?.roomId
    if (roomId && step.where % 3 === 0)
      speakers.set(roomId, [...(speakers.get(roomId) ?? []), { participantId, since: at, lastHeardAt: at }])
  }
  return { ...everybodySends(some, 'microphone', ...(step.where % 2 === 0 ? (['camera'] as const) : [])), speakers }
}

function presentIn(state: RunningMeeting): ParticipantId[] {
  return [...state.seats.values()].filter(({ presence }) => presence.status === 'present').map(({ id }) => id)
}

/** Now and then each has no connection for three steps, whatever happens in them. */
function isAway(nth: number, step: number): boolean {
  return (step + 4 * nth) % 9 > 5
}

function knownOf(own: ReadonlyMap<PartKey, Held>): KnownParts {
  return Object.fromEntries([...own].map(([part, { version }]) => [part, { epoch, version }]))
}

function live(steps: readonly Step[]): void {
  const { held, kept, admitted, audience } = createClients()
  const publisher = createPublisher('weekly' as MeetingId, epoch, audience)
  const times = timesOf(steps)
  let state: parts.MeetingState = parts.newMeeting
  let activity: Activity | undefined
  for (const [index, step] of steps.entries()) {
    const at = times[index] ?? 0
    const command = toCommand(state, step, index, at)
    state = carryOut(state, command, parts.decide(state, command))
    if (state.status !== 'running') return
    const connected = new Set(presentIn(state).filter((_id, nth) => !isAway(nth, index)))
    for (const id of held.keys()) {
      if (connected.has(id)) continue
      kept.set(id, held.get(id) ?? new Map())
      held.delete(id)
      for (const people of admitted.values()) people.delete(id)
      publisher.forget(id)
    }
    const moment = momentOf(state, step, at)
    // Moderators are told of every third step or so only, and of what was before it otherwise.
    if (!activity || step.whom % 3 === 0) activity = { moment, counted: state, at }
    const input: PublishInput = { state, moment, activity, connected, at }
    publisher.publish(input)
    for (const id of connected) {
      if (held.has(id)) continue
      const own = kept.get(id) ?? new Map<PartKey, Held>()
      const snapshots = publisher.admit(input, id, knownOf(own))
      for (const part of own.keys()) if (!partsFor(state, id).includes(part)) own.delete(part)
      for (const snapshot of snapshots) adopt(own, snapshot)
      held.set(id, own)
    }
    const anew = remade(state)
    for (const [id, own] of held) {
      expect([...own.keys()].sort()).toEqual([...partsFor(anew, id)].sort())
      for (const [part, { value }] of own) expect(value).toEqual(expected(anew, input, id, part))
    }
  }
}

it(`tells what a view made anew would show, in ${runs} random histories`, () => {
  fc.assert(fc.property(histories(maxSteps), live), { numRuns: runs })
}, 600_000)
