// SPDX-License-Identifier: Apache-2.0
// Making rounds, by the planner or by hand (SPEC RD). Nobody is assigned or moved by it.
import { maxRounds, type ParticipantId, type RoomGroup, unnamedRoundName } from '@alcove/protocol'
import { planned } from '../breakout/autoAssign.ts'
import { findBreakoutRoom } from '../breakout/findRoom.ts'
import { type GroupingOrder, pairsOf } from '../breakout/groupingTask.ts'
import { roomsMade } from '../breakout/rooms.ts'
import type { CommandOf } from '../commands.ts'
import type { EventOf, MeetingEvent } from '../events.ts'
import type { Pair } from '../grouping/task.ts'
import { accept, type Decision, type Rejected, reject } from '../rejections.ts'
import type { RunningMeeting } from '../state.ts'
import type { Round } from './roundsState.ts'

type PlanRounds = Pick<CommandOf<'PlanRounds'>, 'count' | 'seed' | 'wishes' | 'replace'>

/** Everybody, and nobody is to meet again whom the rounds that stay bring together. */
export function roundsOrder(
  state: RunningMeeting,
  { count, seed, wishes = {}, replace = false }: PlanRounds,
): GroupingOrder {
  const metBefore = staying(state, replace).flatMap(({ groups }): readonly Pair[] =>
    groups.flatMap(({ participantIds }) => pairsOf(participantIds)),
  )
  return { who: 'everybody', byAssignment: false, wishes, rounds: count, metBefore, seed }
}

export function decidePlanRounds(state: RunningMeeting, command: CommandOf<'PlanRounds'>): Decision {
  const { seed, durationMs, replace = false, at } = command
  const stay = staying(state, replace)
  if (stay.length + command.count > maxRounds) return reject('ROUND_LIMIT_REACHED')
  const plan = command.plan
    ? { ok: true as const, ...command.plan }
    : planned(state, roundsOrder(state, command), command.newRoomIds)
  if (!plan.ok) return plan
  const made = roomsMade(state, plan.newRooms, at)
  if (!made.ok) return made
  const lost = plan.rounds.flat().find(({ roomId }) => !state.rooms.has(roomId) && !plan.newRooms.includes(roomId))
  if (lost) return reject('ROOM_UNKNOWN', { roomId: lost.roomId })
  const replaced = state.rounds.list.filter((round) => !stay.includes(round))
  const added = plan.rounds.map((groups) => ({
    groups: ofKnown(state, groups),
    ...(durationMs !== undefined && { durationMs }),
  }))
  const event = roundsAdded(state, stay, added, at)
  return accept(
    [...made.events, ...replaced.map(({ id }): MeetingEvent => ({ type: 'RoundRemoved', roundId: id, at })), event],
    { seed, roundIds: event.rounds.map(({ roundId }) => roundId), repeats: plan.repeats },
  )
}

export function decideAddRound(state: RunningMeeting, command: CommandOf<'AddRound'>): Decision {
  const { name, durationMs, groups, at } = command
  if (state.rounds.list.length >= maxRounds) return reject('ROUND_LIMIT_REACHED')
  const refused = refusedGroups(state, groups)
  if (refused) return refused
  const round = {
    groups: merged(groups),
    ...(name !== undefined && { name }),
    ...(durationMs !== undefined && { durationMs }),
  }
  const event = roundsAdded(state, state.rounds.list, [round], at)
  return accept([event], { roundId: state.rounds.made + 1 })
}

/** Why groups made by hand cannot be: everybody has a seat and is there once, and rooms are breakout rooms. */
export function refusedGroups(state: RunningMeeting, groups: readonly RoomGroup[]): Rejected | undefined {
  const seen = new Set<ParticipantId>()
  for (const { roomId, participantIds } of groups) {
    const found = findBreakoutRoom(state, roomId)
    if (!found.ok) return found
    for (const participantId of participantIds) {
      if (!state.seats.has(participantId)) return reject('PARTICIPANT_UNKNOWN', { participantId })
      if (seen.has(participantId)) return reject('GROUPING_IMPOSSIBLE', { constraint: 'twice', people: participantId })
      seen.add(participantId)
    }
  }
  return undefined
}

/** Whoever lists a room twice means one group. */
export function merged(groups: readonly RoomGroup[]): readonly RoomGroup[] {
  const rooms = Map.groupBy(groups, ({ roomId }) => roomId)
  return [...rooms].map(([roomId, its]) => ({ roomId, participantIds: its.flatMap((one) => one.participantIds) }))
}

/** Somebody expected may have been dropped while the plan was made. */
function ofKnown({ seats }: RunningMeeting, groups: readonly RoomGroup[]): readonly RoomGroup[] {
  return groups.map((group) => ({ ...group, participantIds: group.participantIds.filter((id) => seats.has(id)) }))
}

function staying({ rounds }: RunningMeeting, replace: boolean): readonly Round[] {
  return replace ? rounds.list.filter(({ run }) => run.status !== 'waiting') : rounds.list
}

/** Rounds without a name are counted by their place, past names in use. */
function roundsAdded(
  { rounds }: RunningMeeting,
  before: readonly Round[],
  added: readonly (Pick<Round, 'durationMs' | 'groups'> & { readonly name?: string })[],
  at: number,
): EventOf<'RoundsAdded'> {
  const names = new Set(before.map(({ name }) => name))
  const named = added.map(({ name, ...round }, place) => {
    let number = before.length + place + 1
    while (name === undefined && names.has(unnamedRoundName(number))) number += 1
    const given = name ?? unnamedRoundName(number)
    names.add(given)
    return { roundId: rounds.made + place + 1, name: given, ...round }
  })
  return { type: 'RoundsAdded', rounds: named, at }
}
