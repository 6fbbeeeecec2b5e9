// SPDX-License-Identifier: Apache-2.0
// What has to be planned before a command, or a look at what it would do, can be answered (SPEC AA, RD). Refuses those who may not assign before anything is
// worked out for them; deciding the command checks all of it again.
import { type Actor, type AssignmentPreview, operator } from '@alcove/protocol'
import type { Command, CommandOf } from '../commands.ts'
import type { Grouped, GroupingTask } from '../grouping/task.ts'
import { assertNever } from '../invariant.ts'
import { permissions } from '../permissions/permissions.ts'
import { type Rejected, reject } from '../rejections.ts'
import { roundsOrder } from '../rounds/planRounds.ts'
import { isPresent } from '../seats.ts'
import type { MeetingState, RunningMeeting } from '../state.ts'
import { assignmentOrder } from './autoAssign.ts'
import { type GroupingOrder, type Rooms, rejectProblem, type TaskFound, toGroupingTask } from './groupingTask.ts'

export type PlannedCommand = CommandOf<'AutoAssign' | 'PlanRounds'>
/** What is wanted to be known: what this command would do. */
export type PreviewQuestion = Pick<CommandOf<'AutoAssign'>, 'by' | 'who' | 'seed' | 'hold' | 'wishes'>

export function isPlanned(command: Command): command is PlannedCommand {
  return command.type === 'AutoAssign' || command.type === 'PlanRounds'
}

export function findTask(state: MeetingState, command: PlannedCommand): TaskFound {
  return allowed(state, command.by, (running) => orderOf(running, command))
}

export function findPreviewTask(state: MeetingState, question: PreviewQuestion): TaskFound {
  return allowed(state, question.by, () => assignmentOrder(question))
}

export type PreviewFound = { readonly ok: true; readonly preview: AssignmentPreview } | Rejected

export function toPreview({ roomIds }: Rooms, grouped: Grouped, seed: number): PreviewFound {
  if (!grouped.ok) return rejectProblem(grouped.problem)
  const [groups = []] = grouped.rounds
  return {
    ok: true,
    preview: {
      seed,
      groups: groups.map((participantIds, place) => {
        const roomId = roomIds[place]
        return { ...(roomId !== undefined && { roomId }), participantIds }
      }),
    },
  }
}

/** Whether anything has to be searched: if not, the plan is made in no time. */
export function needsSearch({ rounds, criteria, keepTogether, keepApart, metBefore }: GroupingTask): boolean {
  return rounds > 1 || [criteria, keepTogether, keepApart, metBefore].some((list) => list.length > 0)
}

function orderOf(state: RunningMeeting, command: PlannedCommand): GroupingOrder {
  switch (command.type) {
    case 'AutoAssign':
      return assignmentOrder(command)
    case 'PlanRounds':
      return roundsOrder(state, command)
    default:
      return assertNever(command)
  }
}

function allowed(state: MeetingState, by: Actor, toOrder: (state: RunningMeeting) => GroupingOrder): TaskFound {
  if (state.status !== 'running') return reject('MEETING_UNKNOWN')
  const seat = by === operator ? undefined : state.seats.get(by)
  if (by !== operator && !isPresent(seat)) return reject('NOT_JOINED')
  if (permissions.assign[seat?.role ?? operator] !== 'yes') return reject('PERMISSION_DENIED')
  return toGroupingTask(state, toOrder(state))
}
