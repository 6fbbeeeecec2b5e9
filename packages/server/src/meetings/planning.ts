// SPDX-License-Identifier: Apache-2.0
// Commands that need a plan: the meeting says what is to be planned, the planner plans while the meeting goes on, and the plan comes back as data that the
// core checks against the meeting as it is by then.
import {
  findPreviewTask,
  findTask,
  firstOutcome,
  type Grouped,
  type GroupingTask,
  groupPeople,
  type MeetingState,
  needsSearch,
  type PlannedCommand,
  type PreviewFound,
  type PreviewQuestion,
  toPlan,
  toPreview,
} from '@alcove/meeting'
import type { MeetingId } from '@alcove/protocol'
import type { Executed } from './Draft.ts'
import type { Ids, Planner } from './ports.ts'

interface Planning {
  readonly meetingId: MeetingId
  readonly planner: Planner
  readonly ids: Ids
  /** Asks the meeting in its turn. */
  read<Result>(question: (state: MeetingState) => Result): Promise<Result>
}

/** @throws Unavailable */
export async function executePlanned(
  command: PlannedCommand,
  planning: Planning,
  execute: (command: PlannedCommand) => Promise<Executed>,
): Promise<Executed> {
  const found = await planning.read((state) => (firstOutcome(state, command) ? undefined : findTask(state, command)))
  // It was decided before, and is answered as it was then; or deciding says why not.
  if (!found?.ok) return execute(command)
  const grouped = await group(found.task, planning)
  const newIds = Array.from({ length: found.missing }, () => planning.ids.roomId())
  const plan = toPlan(found, grouped, newIds)
  if (!plan.ok) return plan
  const { rounds, newRooms, repeats } = plan
  return execute({ ...command, plan: { rounds, newRooms, repeats } })
}

/** @throws Unavailable */
export async function previewPlanned(question: PreviewQuestion, planning: Planning): Promise<PreviewFound> {
  const found = await planning.read((state) => findPreviewTask(state, question))
  return found.ok ? toPreview(found, await group(found.task, planning), question.seed) : found
}

function group(task: GroupingTask, { planner, meetingId }: Planning): Grouped | Promise<Grouped> {
  return needsSearch(task) ? planner.plan(meetingId, task) : groupPeople(task)
}
