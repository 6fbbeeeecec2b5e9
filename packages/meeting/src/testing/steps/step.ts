// SPDX-License-Identifier: Apache-2.0
// A step of a random history, and what it needs to become a command that somebody gives.
import type { CommandId, ParticipantId, RoomId } from '@alcove/protocol'
import type { ActorCommand } from '../../permissions/permissions.ts'
import type { RunningMeeting } from '../../state.ts'

export interface Step {
  /** One of the kinds of the tables. */
  readonly kind: string
  /** Which seat asks, which is meant, which room: counted round those that there are. */
  readonly who: number
  readonly whom: number
  readonly where: number
  readonly waitMs: number
}

/** A step as it meets a state. */
export interface Asking {
  readonly frame: { readonly by: ParticipantId; readonly commandId: CommandId; readonly at: number }
  readonly state: RunningMeeting
  readonly step: Step
  /** Makes ids that are used once. */
  readonly index: number
  /** Who and which room is meant. */
  readonly participantId: ParticipantId
  readonly roomId: RoomId
}

/** By kind: how often it is drawn, and the command that it is. */
export type StepTable = Readonly<Record<string, readonly [times: number, ask: (asking: Asking) => ActorCommand]>>
