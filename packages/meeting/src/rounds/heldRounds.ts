// SPDX-License-Identifier: Apache-2.0
// What a round that is running means for the rest of the meeting, and what must always hold of all rounds.
import type { ParticipantId, RoomId } from '@alcove/protocol'
import type { MeetingEvent } from '../events.ts'
import { invariant } from '../invariant.ts'
import type { RunningMeeting } from '../state.ts'
import { runningRound } from './roundsState.ts'

/** The event by which the running round ends, if there is one. */
export function roundEnded({ rounds }: RunningMeeting, at: number): readonly MeetingEvent[] {
  const running = runningRound(rounds)
  return running ? [{ type: 'RoundEnded', roundId: running.id, at }] : []
}

/** Whether newcomers may be sent to the room: while a round is running, only to one of its rooms. */
export function takesNewcomers({ rounds }: RunningMeeting, roomId: RoomId): boolean {
  const running = runningRound(rounds)
  return !running || running.groups.some((group) => group.roomId === roomId)
}

export function assertRounds({ rounds, rooms, seats }: RunningMeeting): void {
  const order = rounds.list.map(({ run }) => ['over', 'running', 'waiting'].indexOf(run.status))
  invariant(
    order.every((rank, place) => rank >= (order[place - 1] ?? 0)),
    'rounds are held out of order',
  )
  invariant(rounds.list.filter(({ run }) => run.status === 'running').length <= 1, 'two rounds are running')
  for (const { id, groups, run } of rounds.list) {
    invariant(id <= rounds.made, `round ${id} was never made`)
    const people = groups.flatMap(({ participantIds }) => participantIds)
    invariant(new Set<ParticipantId>(people).size === people.length, `somebody is twice in round ${id}`)
    invariant(
      people.every((person) => seats.has(person)),
      `round ${id} has somebody who has no seat`,
    )
    invariant(
      run.status === 'over' || groups.every(({ roomId }) => rooms.has(roomId)),
      `round ${id} has a room that is gone`,
    )
  }
}
