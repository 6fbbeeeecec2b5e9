// SPDX-License-Identifier: Apache-2.0
// State as plain data and back. A snapshot is only a shortcut for replay: whatever looks wrong is dropped, never repaired.
import type { JsonObject } from '@alcove/protocol'
import { fromChatSnapshot, toChatSnapshot, toVisitSnapshot } from './chat/chatSnapshot.ts'
import { fromDoorSnapshot, toDoorSnapshot } from './door/doorSnapshot.ts'
import { fromGlanceSnapshot, toGlanceSnapshot } from './glance/glanceShape.ts'
import { fromHelpSnapshot, toHelpSnapshot } from './help/helpShape.ts'
import { InvariantError } from './invariant.ts'
import { assertInvariants } from './invariants.ts'
import { fromPodiumSnapshot, toPodiumSnapshot } from './podium/podiumShape.ts'
import { type EndedSnapshot, isEnded, isRunning, type RunningSnapshot } from './snapshotShape.ts'
import { type MeetingState, newMeeting, type RunningMeeting, type Seat, stateVersion } from './state.ts'
import { fromTriesSnapshot, toTriesSnapshot } from './tries/triesShape.ts'

export function toSnapshot(state: MeetingState): JsonObject {
  if (state.status === 'new') return { status: 'new' }
  if (state.status === 'ended') {
    const { meetingId, kept } = state
    return { status: 'ended', meetingId, ...(kept && { kept: { ...kept, last: toSnapshot(kept.last) } }) }
  }
  const { withoutModeratorSince, subject, lastRemoved } = state
  return {
    status: 'running',
    meetingId: state.meetingId,
    createdAt: state.createdAt,
    ...(subject === undefined ? {} : { subject }),
    ...(lastRemoved && { lastRemoved: { ...lastRemoved } }),
    settings: { ...state.settings },
    selfMove: state.selfMove,
    roomsAllowed: state.roomsAllowed,
    roomsDenied: state.roomsDenied,
    conduct: { ...state.conduct, countdown: { ...state.conduct.countdown }, timer: { ...state.conduct.timer } },
    rooms: [...state.rooms.values()].map((room) => ({
      ...room,
      password: { ...room.password },
      knocks: room.knocks.map((knock) => ({ ...knock })),
    })),
    seats: [...state.seats.values()].map(({ claim, takenOffPodium, ...seat }) => ({
      ...seat,
      presence: toPresenceSnapshot(seat.presence),
      assignment: { ...seat.assignment },
      identity: { ...seat.identity, attributes: { ...seat.identity.attributes } },
      ...(claim && { claim: { ...claim } }),
      ...(takenOffPodium && { takenOffPodium: { ...takenOffPodium } }),
    })),
    roomsMade: state.roomsMade,
    seatsMade: state.seatsMade,
    outcomes: [...state.outcomes].map(([by, outcomes]) => ({
      by,
      outcomes: outcomes.map((outcome) => ({ ...outcome })),
    })),
    moderation: {
      mustAsk: [...state.moderation.mustAsk],
      people: [...state.moderation.people].map(([id, person]) => ({ id, ...person })),
    },
    rounds: {
      made: state.rounds.made,
      list: state.rounds.list.map((round) => ({
        ...round,
        groups: round.groups.map((group) => ({ ...group })),
        run: { ...round.run },
      })),
    },
    seated: state.seated.map((reseated) => ({ ...reseated })),
    door: toDoorSnapshot(state.door),
    podium: toPodiumSnapshot(state.podium),
    glance: toGlanceSnapshot(state.glance),
    ...(withoutModeratorSince === undefined ? {} : { withoutModeratorSince }),
    visits: [...state.visits].map(([by, visits]) => ({ by, visits: visits.map(toVisitSnapshot) })),
    chat: toChatSnapshot(state.chat),
    announcements: {
      made: state.announcements.made,
      kept: state.announcements.kept.map((announcement) => ({ ...announcement })),
    },
    hands: state.hands.map((hand) => ({ ...hand })),
    help: toHelpSnapshot(state.help),
    tries: toTriesSnapshot(state.tries),
    ...(state.reportKeyHash === undefined ? {} : { reportKeyHash: state.reportKeyHash }),
  }
}

/** @returns undefined when the snapshot is of another version or shape, or breaks an invariant: replay the log instead. */
export function fromSnapshot(data: unknown, version: number): MeetingState | undefined {
  if (version !== stateVersion || typeof data !== 'object' || data === null) return undefined
  if ('status' in data && data.status === 'new') return newMeeting
  if (isEnded(data)) return fromEnded(data)
  if (!isRunning(data)) return undefined
  const state = fromRunning(data)
  return isSound(state) ? state : undefined
}

function fromEnded({ meetingId, kept }: EndedSnapshot): MeetingState {
  return { status: 'ended', meetingId, ...(kept && { kept: { ...kept, last: fromRunning(kept.last) } }) }
}

function fromRunning(data: RunningSnapshot): RunningMeeting {
  return {
    ...data,
    rooms: new Map(data.rooms.map((room) => [room.id, room])),
    seats: new Map(data.seats.map((seat) => [seat.id, seat])),
    outcomes: new Map(data.outcomes.map(({ by, outcomes }) => [by, outcomes])),
    withoutModeratorSince: data.withoutModeratorSince,
    visits: new Map(data.visits.map(({ by, visits }) => [by, visits])),
    chat: fromChatSnapshot(data.chat),
    help: fromHelpSnapshot(data.help),
    door: fromDoorSnapshot(data.door),
    podium: fromPodiumSnapshot(data.podium),
    glance: fromGlanceSnapshot(data.glance),
    tries: fromTriesSnapshot(data.tries),
    moderation: {
      mustAsk: data.moderation.mustAsk,
      people: new Map(data.moderation.people.map(({ id, ...person }) => [id, person])),
    },
  }
}

function isSound(state: MeetingState): boolean {
  try {
    assertInvariants(state)
    return true
  } catch (error) {
    if (error instanceof InvariantError) return false
    throw error
  }
}

function toPresenceSnapshot(presence: Seat['presence']): JsonObject {
  if (presence.status !== 'waiting') return { ...presence }
  const { talk, ...waiting } = presence
  return { ...waiting, ...(talk && { talk: talk.map((message) => ({ ...message })) }) }
}
