// SPDX-License-Identifier: Apache-2.0
// From an operation to the meeting: commands of the operator, and looks at a meeting that is there. A rejection ends the operation as its problem.
import type { Command, MeetingState, RunningMeeting } from '@alcove/meeting'
import { type CommandId, type MeetingId, operator, type RequestType, type ResultOf } from '@alcove/protocol'
import type { ApiWorld } from './apiWorld.ts'
import { type Call, isConflicting } from './call.ts'
import { Refused } from './problem.ts'

interface Calling {
  readonly call: Call
  readonly world: ApiWorld
}

/** What every command of an operation carries. */
export interface From {
  readonly by: typeof operator
  readonly commandId: CommandId
  readonly at: number
}

/**
 * Has the meeting carry a command out.
 * @param step tells several commands of one operation apart
 * @returns what the request of this type would be answered on the wire
 * @throws Refused
 */
export async function carryOut<Type extends RequestType>(
  { call, world }: Calling,
  meetingId: MeetingId,
  makeCommand: (from: From) => Command,
  step = 0,
): Promise<ResultOf<Type>> {
  const from = fromOf({ call, world }, step)
  const command = makeCommand(from)
  // A meeting that is over remembers nothing, and another may go by its name already.
  const isDone =
    command.type === 'EndMeeting' && (await world.meetings.ended.wasEndedBy(meetingId, from.by, from.commandId))
  if (isDone) return null as ResultOf<Type>
  const executed = await world.meetings.execute(meetingId, command, (state) => refuseOtherCall(state, from.commandId))
  if (!executed.ok) throw new Refused(executed.error)
  // The core stores with each command the result that this type of request has.
  return executed.result as ResultOf<Type>
}

export function fromOf({ call, world }: Calling, step = 0): From {
  return { by: operator, commandId: call.commandId(step), at: world.clock.now() }
}

/** Looks at a meeting that is there. @throws Refused */
export async function look<Result>(
  { world }: Pick<Calling, 'world'>,
  meetingId: MeetingId,
  see: (state: RunningMeeting, at: number) => Result,
): Promise<Result> {
  return world.meetings.read(meetingId, (state, at) => {
    if (state.status !== 'running') throw new Refused({ code: 'MEETING_UNKNOWN' })
    return see(state, at)
  })
}

/** @throws Refused when the same Idempotency-Key came with something else before. */
function refuseOtherCall(state: MeetingState, commandId: CommandId): void {
  const known = state.status === 'running' ? (state.outcomes.get(operator) ?? []) : []
  if (known.some((outcome) => isConflicting(outcome.commandId, commandId)))
    throw new Refused({ code: 'IDEMPOTENCY_CONFLICT' })
}
