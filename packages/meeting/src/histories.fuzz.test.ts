// SPDX-License-Identifier: Apache-2.0
// Random histories of a meeting: what must hold whatever people do. A small model of its own, made from the events alone, says who is where; the
// core must agree with it. A failure prints the shortest history and the seed that repeats it.
import {
  type Actor,
  errorRegistry,
  type Kind,
  mainRoomId,
  type ParticipantId,
  type PodiumRooms,
  type RoomId,
  type Stoppable,
} from '@alcove/protocol'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Command } from './commands.ts'
import { decide } from './decide.ts'
import type { MeetingEvent } from './events.ts'
import { replay } from './evolve.ts'
import { assertInvariants } from './invariants.ts'
import { changedBetween } from './media/changedBetween.ts'
import { mayReceive } from './media/mayReceive.ts'
import { mediaPlan } from './media/mediaPlan.ts'
import { nextDueAt } from './presence/nextDueAt.ts'
import { isActive, isAround } from './seats.ts'
import { fromSnapshot, toSnapshot } from './snapshot.ts'
import { type MeetingState, newMeeting, type Outcome, stateVersion } from './state.ts'
import { carryOut, everybodySends, histories, type Step, timesOf, toCommand } from './testing/index.ts'

const runs = 10_000
const maxSteps = 40

interface Commit {
  readonly events: readonly MeetingEvent[]
  readonly outcome: { readonly by: Actor; readonly outcome: Outcome } | undefined
}

interface Place {
  roomId: RoomId
  isPresent: boolean
  /** Of people in the lobby: their connection holds. */
  isConnected: boolean
  isModerator: boolean
  isBarred: boolean
  readonly stopped: Set<Stoppable>
  readonly allowed: Set<Kind>
}

interface Model {
  readonly rooms: Set<RoomId>
  /** Where each seat is, and whether they are connected. */
  readonly places: Map<ParticipantId, Place>
  readonly mustAsk: Set<Kind>
  readonly podium: Map<ParticipantId, PodiumRooms>
  /** Who looks into which room, as `person room`. */
  readonly glances: Set<string>
  isLookingInOff: boolean
}

interface Lived {
  state: MeetingState
  /** The state before the last command that changed something. */
  before: MeetingState
  readonly commits: Commit[]
  readonly accepted: Extract<Command, { by: unknown }>[]
  readonly model: Model
  at: number
}

const texts = new WeakMap<MeetingState, string>()

function textOf(state: MeetingState): string {
  const text = texts.get(state) ?? JSON.stringify(toSnapshot(state))
  texts.set(state, text)
  return text
}

/** Fails without the cost of a matcher, which would be most of the run. */
function check(condition: boolean, what: string): void {
  if (!condition) throw new Error(what)
}

function live(steps: readonly Step[]): Lived {
  const lived: Lived = {
    state: newMeeting,
    before: newMeeting,
    commits: [],
    accepted: [],
    model: {
      rooms: new Set(),
      places: new Map(),
      mustAsk: new Set(),
      podium: new Map(),
      glances: new Set(),
      isLookingInOff: false,
    },
    at: 0,
  }
  const times = timesOf(steps)
  for (const [index, step] of steps.entries()) {
    lived.at = times[index] ?? lived.at
    if (lived.state.status === 'ended') break
    takeStep(lived, toCommand(lived.state, step, index, lived.at))
    const earlier = lived.accepted[step.whom]
    if (earlier) checkResent(lived.state, earlier)
  }
  return lived
}

function takeStep(lived: Lived, command: Command): void {
  const before = lived.state
  const text = textOf(before)
  const decision = decide(before, command)
  check(JSON.stringify(toSnapshot(before)) === text, 'deciding changed the state')
  if (!decision.ok) {
    check(errorRegistry[decision.error.code].family === 'rejection', 'a rejection with a code of another family')
    return
  }
  lived.state = carryOut(before, command, decision)
  lived.before = before
  const outcome =
    'by' in command ? { by: command.by, outcome: { commandId: command.commandId, result: decision.result } } : undefined
  lived.commits.push({ events: decision.events, outcome })
  if ('by' in command) lived.accepted.push(command)
  for (const event of decision.events) {
    follow(lived.model, event)
    followAcross(lived.model, event)
  }
  checkPlaces(lived)
}

/** Rebuilds who is where from the events, in the plainest way. */
function follow(model: Model, event: MeetingEvent): void {
  const { rooms, places } = model
  followModeration(model, event)
  if (event.type === 'RoomCreated') rooms.add(event.roomId)
  if (event.type === 'RoomRemoved') {
    for (const [id, { roomId }] of places) check(roomId !== event.roomId, `${id} is in a room that is removed`)
    rooms.delete(event.roomId)
  }
  if (event.type === 'ExpectationDropped') places.delete(event.participantId)
  const isNew =
    event.type === 'ParticipantJoined' ||
    event.type === 'ParticipantKnocked' ||
    (event.type === 'ParticipantExpected' && !places.has(event.participantId))
  if (isNew)
    places.set(event.participantId, {
      roomId: mainRoomId,
      isPresent: event.type === 'ParticipantJoined',
      isConnected: true,
      isModerator: event.role === 'moderator',
      isBarred: false,
      stopped: new Set(),
      allowed: new Set(),
    })
  const place = 'participantId' in event ? places.get(event.participantId) : undefined
  if (!place) return
  if (event.type === 'ParticipantMoved') {
    check(place.roomId !== event.toRoomId, 'a move to where the person is')
    place.roomId = event.toRoomId
  }
  if (event.type === 'ParticipantAdmitted') place.isPresent = place.isConnected
  if (event.type === 'ParticipantWaiting') place.isConnected = true
  if (event.type === 'ParticipantAbsent') place.isConnected = false
  if (event.type === 'ParticipantResumed') {
    check(!place.isBarred, 'somebody removed for good came back')
    place.isPresent = true
  }
  if (event.type === 'RoleChanged') place.isModerator = event.role === 'moderator'
  if (event.type === 'ParticipantRemoved') {
    place.isPresent = false
    place.isBarred ||= event.barred
  }
  if (event.type === 'ParticipantAbsent' || event.type === 'ParticipantGone' || event.type === 'ParticipantLeft')
    place.isPresent = false
}

function followModeration({ places, mustAsk }: Model, event: MeetingEvent): void {
  if (event.type === 'MediaStopped') for (const id of event.participantIds) places.get(id)?.stopped.add(event.source)
  if (event.type === 'MediaStarted') places.get(event.participantId)?.stopped.delete(event.source)
  if (event.type === 'MediaAllowed') for (const id of event.participantIds) places.get(id)?.allowed.add(event.kind)
  if (event.type === 'MediaDisallowed')
    for (const id of event.participantIds) places.get(id)?.allowed.delete(event.kind)
  if (event.type !== 'MustAskChanged') return
  if (event.mustAsk) mustAsk.add(event.kind)
  else mustAsk.delete(event.kind)
  for (const { allowed } of places.values()) allowed.delete(event.kind)
}

/** What crosses rooms: begun by an event, ended by one or by whatever takes away what it needs. */
function followAcross({ rooms, places, podium, glances, ...model }: Model, event: MeetingEvent): void {
  if (event.type === 'PodiumTaken') podium.set(event.participantId, event.rooms)
  if (event.type === 'PodiumLeft') podium.delete(event.participantId)
  if (event.type === 'GlanceStarted') {
    check(!model.isLookingInOff, 'somebody looks into a room, which is not allowed')
    glances.add(`${event.participantId} ${event.roomId}`)
  }
  if (event.type === 'GlanceEnded') glances.delete(`${event.participantId} ${event.roomId}`)
  const isHereAsModerator = (id: string) => {
    const place = places.get(id as ParticipantId)
    return place?.isPresent === true && place.isModerator
  }
  const isThere = (roomId: string) => roomId === mainRoomId || rooms.has(roomId as RoomId)
  for (const [id, spokenTo] of podium) {
    const left = spokenTo === 'all' ? spokenTo : spokenTo.filter(isThere)
    if (!isHereAsModerator(id) || left.length === 0) podium.delete(id)
    else podium.set(id, left)
  }
  for (const glance of glances) {
    const [id = '', roomId = ''] = glance.split(' ')
    const isOver = !isHereAsModerator(id) || !isThere(roomId) || places.get(id as ParticipantId)?.roomId === roomId
    if (isOver || (event.type === 'GlancePolicyChanged' && !event.allowed)) glances.delete(glance)
  }
}

/** Whether the events let this person send it. */
function isFree(
  { mustAsk }: Model,
  { stopped, allowed, isModerator }: Place,
  source: 'microphone' | 'camera',
): boolean {
  const kind = source === 'camera' ? 'video' : 'audio'
  return !stopped.has(source) && (isModerator || !mustAsk.has(kind) || allowed.has(kind))
}

function checkPlaces({ state, model }: Lived): void {
  if (state.status !== 'running') return
  check(state.seats.size === model.places.size && state.rooms.size === model.rooms.size, 'a seat or a room was lost')
  for (const [id, { roomId, isPresent }] of model.places) {
    const seat = state.seats.get(id)
    check(
      seat?.roomId === roomId && (seat.presence.status === 'present') === isPresent,
      `${id} is not where the events say`,
    )
    check(roomId === mainRoomId || model.rooms.has(roomId), `${id} is in a room that does not exist`)
  }
}

function checkResent(state: MeetingState, command: Extract<Command, { by: unknown }>): void {
  if (state.status !== 'running') return
  const decision = decide(state, { ...command, at: command.at + 1 })
  check(decision.ok && decision.repeated && decision.events.length === 0, `a resent ${command.type} was not recognised`)
}

function checkReceiving({ state, model }: Lived): void {
  const people = [...model.places]
  // Of each room somebody's picture was chosen, for everybody: also for those who look nowhere.
  const lookers = new Set(model.places.keys())
  const pictures = new Map(people.map(([participantId, { roomId }]) => [roomId, { participantId, since: 0, lookers }]))
  const sends = {
    ...everybodySends(model.places.keys(), 'microphone', 'camera', 'screen'),
    pictures: { chosenAt: 0, rooms: pictures },
  }
  // Everybody claims to show everybody's camera, whatever the room.
  const items = people.map(([participantId]) => ({ participantId, source: 'camera' as const, height: 180 }))
  const shows = new Map(people.map(([id, { roomId }]) => [id, { roomId, items }]))
  const plans = [mediaPlan(state, sends, 'all'), mediaPlan(state, { ...sends, shows }, 'all')]
  for (const [receiver, to] of people) {
    const reachable = new Set<ParticipantId>()
    const seen = new Set<ParticipantId>()
    for (const [producer, from] of people) {
      const together =
        state.status === 'running' &&
        receiver !== producer &&
        to.isPresent &&
        from.isPresent &&
        (to.roomId === from.roomId || isSpokenTo(model, producer, to.roomId))
      const glancedAt =
        state.status === 'running' && to.isPresent && from.isPresent && model.glances.has(`${receiver} ${from.roomId}`)
      for (const source of ['microphone', 'camera'] as const) {
        const isReached = together || (source === 'camera' && glancedAt)
        const may = mayReceive(state, receiver, { participantId: producer, source })
        check(may === (isReached && isFree(model, from, source)), 'mayReceive and the events disagree')
        const isPictured = glancedAt && pictures.get(from.roomId)?.participantId === producer
        if (may && source === 'camera' && (together || isPictured)) seen.add(producer)
      }
      if (together || glancedAt) reachable.add(producer)
    }
    for (const plan of plans) {
      const wanted = plan.get(receiver) ?? []
      check(
        wanted.every(({ participantId }) => reachable.has(participantId)),
        'the plan crosses rooms',
      )
      check(
        wanted.every((producer) => mayReceive(state, receiver, producer)),
        'the plan holds what may not be received',
      )
      // Few enough people that everybody gets every camera.
      check(wanted.filter(({ source }) => source === 'camera').length === seen.size, 'the plan leaves somebody out')
    }
  }
}

function isSpokenTo({ podium }: Model, speaker: ParticipantId, roomId: RoomId): boolean {
  const rooms = podium.get(speaker)
  return rooms === 'all' || rooms?.includes(roomId) === true
}

function checkPartialPlan({ before, state, model }: Lived): void {
  const lookers = new Set(model.places.keys())
  const moment = {
    ...everybodySends(model.places.keys(), 'microphone', 'camera'),
    pictures: {
      chosenAt: 0,
      rooms: new Map([...model.places].map(([id, { roomId }]) => [roomId, { participantId: id, since: 0, lookers }])),
    },
  }
  const patched = new Map([
    ...mediaPlan(before, moment, 'all'),
    ...mediaPlan(state, moment, changedBetween(before, state)),
  ])
  for (const [id, wanted] of mediaPlan(state, moment, 'all')) {
    check(
      JSON.stringify(patched.get(id) ?? []) === JSON.stringify(wanted),
      `the plan for ${id} was not brought up to date`,
    )
  }
}

function checkReplay({ state, commits }: Lived): void {
  const stored = commits.map(({ events, outcome }) => ({ events, outcomes: outcome ? [outcome] : [] }))
  const middle = stored.length >> 1
  const half = replay(newMeeting, stored.slice(0, middle))
  const text = textOf(half)
  // Each event was carried out alone; all of them together must lead to the same, and leave alone what they began with.
  expect(replay(half, stored.slice(middle))).toEqual(state)
  check(JSON.stringify(toSnapshot(half)) === text, 'replay changed the state that it was given')
  expect(fromSnapshot(JSON.parse(textOf(state)), stateVersion)).toEqual(state)
}

function checkTime({ state, at }: Lived): void {
  const dueAt = nextDueAt(state)
  if (dueAt === undefined) return
  const early = decide(state, { type: 'PassTime', at: dueAt - 1 })
  const due = decide(state, { type: 'PassTime', at: dueAt })
  check(early.ok && early.events.length === 0, 'something happened before it was due')
  check(due.ok && due.events.length > 0, 'nothing happened when it was due')
  const settled = letTimePass(state, at)
  if (settled.status !== 'running') return
  const people = [...settled.seats.values()]
  check(people.some(isAround), 'the meeting outlives everybody in it and at its door')
  // With a key to it, or with nobody but people in the lobby, a meeting waits for its moderators.
  if (settled.door.moderatorKeyHash !== undefined || !people.some(isActive)) return
  check(
    people.some((seat) => seat.role === 'moderator' && isActive(seat)),
    'nobody leads the meeting for good',
  )
}

function letTimePass(state: MeetingState, from: number): MeetingState {
  let settled = state
  for (let turn = 0; turn < 30; turn++) {
    const at = nextDueAt(settled)
    if (at === undefined) return settled
    const command: Command = { type: 'PassTime', at: Math.max(at, from) }
    settled = carryOut(settled, command, decide(settled, command))
  }
  throw new Error('time passes and never comes to rest')
}

it(`[MV1] [ME1] [ME2] [ME9] [MO3] [MO7] [EX2] [PM2] [PM4] [GL2] [GL5] [CO1] [CO3] [CO4] [CO5] [TI1] hold in ${runs} random histories`, () => {
  const commands = new Map<string, number>()
  const events = new Map<string, number>()
  fc.assert(
    fc.property(histories(maxSteps), (steps) => {
      const lived = live(steps)
      assertInvariants(lived.state)
      checkReceiving(lived)
      checkPartialPlan(lived)
      checkReplay(lived)
      checkTime(lived)
      for (const command of lived.accepted) checkResent(lived.state, command)
      for (const { type } of lived.accepted) commands.set(type, (commands.get(type) ?? 0) + 1)
      const happened = new Set(lived.commits.flatMap((commit) => commit.events.map(({ type }) => type)))
      for (const type of happened) events.set(type, (events.get(type) ?? 0) + 1)
    }),
    { numRuns: runs },
  )
  // Histories that never get anywhere would prove nothing.
  for (const [type, times] of commands) expect(times, `accepted ${type}`).toBeGreaterThan(runs / 100)
  // People at the door, before it and on their way to it.
  for (const type of [
    'ParticipantKnocked',
    'ParticipantAdmitted',
    'ParticipantWaiting',
    'ParticipantExpected',
    'SeatClaimed',
  ])
    expect(events.get(type) ?? 0, `histories with ${type}`).toBeGreaterThan(runs / 20)
}, 1_200_000)
