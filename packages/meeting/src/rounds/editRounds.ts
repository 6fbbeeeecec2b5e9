// SPDX-License-Identifier: Apache-2.0
// Changing rounds that were made (SPEC RD). What has begun is a record: only its name changes.
import type { ParticipantId, RoomGroup, RoomId, RoundId } from '@alcove/protocol'
import { findBreakoutRoom } from '../breakout/findRoom.ts'
import type { CommandOf } from '../commands.ts'
import { accept, type Decision, type Rejected, reject } from '../rejections.ts'
import type { RunningMeeting } from '../state.ts'
import { merged, refusedGroups } from './planRounds.ts'
import type { Round } from './roundsState.ts'

type FoundRound = { readonly ok: true; readonly round: Round } | Rejected

export function decideChangeRound(state: RunningMeeting, command: CommandOf<'ChangeRound'>): Decision {
  const { roundId, name, durationMs, at } = command
  const groups = command.groups && merged(command.groups)
  const found =
    durationMs === undefined && groups === undefined ? findRound(state, roundId) : findWaiting(state, roundId)
  if (!found.ok) return found
  const refused = groups && refusedGroups(state, groups)
  if (refused) return refused
  const { round } = found
  const change = {
    ...(name !== undefined && name !== round.name && { name }),
    ...(durationMs !== undefined && durationMs !== (round.durationMs ?? 0) && { durationMs }),
    ...(groups !== undefined && !isSame(groups, round.groups) && { groups }),
  }
  return accept(Object.keys(change).length === 0 ? [] : [{ type: 'RoundChanged', roundId, ...change, at }])
}

export function decideAssignInRound(state: RunningMeeting, command: CommandOf<'AssignInRound'>): Decision {
  const { roundId, participantIds, roomId, at } = command
  const found = findWaiting(state, roundId)
  if (!found.ok) return found
  const unknown = participantIds.find((id) => !state.seats.has(id))
  if (unknown !== undefined) return reject('PARTICIPANT_UNKNOWN', { participantId: unknown })
  const room = roomId === undefined ? undefined : findBreakoutRoom(state, roomId)
  if (room && !room.ok) return room
  const before = roomsOf(found.round)
  const moving = [...new Set(participantIds)].filter((id) => before.get(id) !== roomId)
  return accept(
    moving.map((participantId) => ({
      type: 'AssignedInRound',
      roundId,
      participantId,
      ...(roomId !== undefined && { roomId }),
      at,
    })),
  )
}

/** In which room of a round everybody is. */
function roomsOf({ groups }: Round): ReadonlyMap<ParticipantId, RoomId> {
  return new Map(groups.flatMap(({ roomId, participantIds }) => participantIds.map((id) => [id, roomId] as const)))
}

export function decideRemoveRound(state: RunningMeeting, { roundId, at }: CommandOf<'RemoveRound'>): Decision {
  const found = findWaiting(state, roundId)
  return found.ok ? accept([{ type: 'RoundRemoved', roundId, at }]) : found
}

export function decideReorderRounds(state: RunningMeeting, { roundIds, at }: CommandOf<'ReorderRounds'>): Decision {
  for (const roundId of roundIds) {
    const found = findWaiting(state, roundId)
    if (!found.ok) return found
  }
  const waiting = state.rounds.list.filter(({ run }) => run.status === 'waiting').map(({ id }) => id)
  const missing = waiting.find((roundId) => !roundIds.includes(roundId))
  // Somebody else added one meanwhile, or one is named twice: whoever asks has to look again.
  if (missing !== undefined || roundIds.length !== waiting.length)
    return reject('ROUND_UNKNOWN', { roundId: missing ?? 0 })
  const isSame = waiting.every((roundId, place) => roundId === roundIds[place])
  return accept(isSame ? [] : [{ type: 'RoundsReordered', roundIds, at }])
}

/** The same people in the same rooms, in whatever order. */
function isSame(groups: readonly RoomGroup[], others: readonly RoomGroup[]): boolean {
  return groups.length === others.length && groups.every((group) => others.some((other) => isSameGroup(group, other)))
}

function isSameGroup(group: RoomGroup, other: RoomGroup): boolean {
  const people = new Set(group.participantIds)
  return (
    group.roomId === other.roomId &&
    people.size === other.participantIds.length &&
    other.participantIds.every((id) => people.has(id))
  )
}

function findRound({ rounds }: RunningMeeting, roundId: RoundId): FoundRound {
  const round = rounds.list.find(({ id }) => id === roundId)
  return round ? { ok: true, round } : reject('ROUND_UNKNOWN', { roundId })
}

function findWaiting(state: RunningMeeting, roundId: RoundId): FoundRound {
  const found = findRound(state, roundId)
  return found.ok && found.round.run.status !== 'waiting' ? reject('ROUND_BEGUN', { roundId }) : found
}
