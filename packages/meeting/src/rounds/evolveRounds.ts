// SPDX-License-Identifier: Apache-2.0
// How the rounds change: the only writer of the state's `rounds`.
import type { ParticipantId, RoomGroup, RoomId, RoundId } from '@alcove/protocol'
import type { EventOf } from '../events.ts'
import { assertNever, invariant } from '../invariant.ts'
import type { RunningMeeting } from '../state.ts'
import type { Round, RoundsState } from './roundsState.ts'

type RoundsEvent = EventOf<
  | 'RoundsAdded'
  | 'RoundChanged'
  | 'AssignedInRound'
  | 'RoundRemoved'
  | 'RoundsReordered'
  | 'RoundStarted'
  | 'RoundEnded'
>

export function evolveRounds(state: RunningMeeting, event: RoundsEvent): RunningMeeting {
  // What was assigned before a round began cannot be taken back any more.
  const seated = event.type === 'RoundStarted' && state.seated.length > 0 ? [] : state.seated
  return { ...state, rounds: changed(state.rounds, event), seated }
}

/** What was planned or is running for a room that is removed; what was held stays as it was. */
export function withoutRoom(state: RunningMeeting, roomId: RoomId): RunningMeeting {
  const isMeant = ({ groups, run }: Round) => run.status !== 'over' && groups.some((group) => group.roomId === roomId)
  if (!state.rounds.list.some(isMeant)) return state
  const list = state.rounds.list.map((round) =>
    isMeant(round) ? { ...round, groups: round.groups.filter((group) => group.roomId !== roomId) } : round,
  )
  return { ...state, rounds: { ...state.rounds, list } }
}

function changed(rounds: RoundsState, event: RoundsEvent): RoundsState {
  switch (event.type) {
    case 'RoundsAdded': {
      const added = event.rounds.map(
        ({ roundId, ...round }): Round => ({ id: roundId, ...round, run: { status: 'waiting' } }),
      )
      return { list: [...rounds.list, ...added], made: rounds.made + added.length }
    }
    case 'RoundChanged':
      return withRound(rounds, event.roundId, (round) => renewed(round, event))
    case 'AssignedInRound':
      return withRound(rounds, event.roundId, (round) => ({
        ...round,
        groups: regrouped(round.groups, event.participantId, event.roomId),
      }))
    case 'RoundRemoved':
      return { ...rounds, list: rounds.list.filter(({ id }) => id !== event.roundId) }
    case 'RoundsReordered': {
      const begun = rounds.list.filter(({ run }) => run.status !== 'waiting')
      return { ...rounds, list: [...begun, ...event.roundIds.map((roundId) => find(rounds, roundId))] }
    }
    case 'RoundStarted':
      return withRound(rounds, event.roundId, (round) => ({
        ...round,
        run: { status: 'running', startedAt: event.at },
      }))
    case 'RoundEnded':
      return withRound(rounds, event.roundId, (round) => {
        invariant(round.run.status === 'running', `round ${round.id} ended and was not running`)
        return { ...round, run: { status: 'over', startedAt: round.run.startedAt, endedAt: event.at } }
      })
    default:
      return assertNever(event)
  }
}

/** Somebody has no seat any more: no round counts on them. */
export function withoutPersonInRounds(state: RunningMeeting, participantId: ParticipantId): RunningMeeting {
  const isMeant = state.rounds.list.some(({ groups }) =>
    groups.some(({ participantIds }) => participantIds.includes(participantId)),
  )
  if (!isMeant) return state
  const list = state.rounds.list.map((round) => ({
    ...round,
    groups: regrouped(round.groups, participantId, undefined),
  }))
  return { ...state, rounds: { ...state.rounds, list } }
}

function renewed({ durationMs, ...round }: Round, event: EventOf<'RoundChanged'>): Round {
  const duration = event.durationMs ?? durationMs ?? 0
  return {
    ...round,
    name: event.name ?? round.name,
    groups: event.groups ?? round.groups,
    ...(duration > 0 && { durationMs: duration }),
  }
}

function regrouped(
  groups: readonly RoomGroup[],
  person: ParticipantId,
  roomId: RoomId | undefined,
): readonly RoomGroup[] {
  const left = groups.map((group) =>
    group.participantIds.includes(person)
      ? { ...group, participantIds: group.participantIds.filter((id) => id !== person) }
      : group,
  )
  if (roomId === undefined) return left
  if (!left.some((group) => group.roomId === roomId)) return [...left, { roomId, participantIds: [person] }]
  return left.map((group) =>
    group.roomId === roomId ? { ...group, participantIds: [...group.participantIds, person] } : group,
  )
}

function withRound(rounds: RoundsState, roundId: RoundId, change: (round: Round) => Round): RoundsState {
  const found = find(rounds, roundId)
  return { ...rounds, list: rounds.list.map((round) => (round === found ? change(round) : round)) }
}

function find({ list }: RoundsState, roundId: RoundId): Round {
  const round = list.find(({ id }) => id === roundId)
  invariant(round, `no round ${roundId}`)
  return round
}
