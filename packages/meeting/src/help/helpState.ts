// SPDX-License-Identifier: Apache-2.0
// Requests for help (SPEC HE), open and past: the queue of the moderators, and what the report tells of it.
import type { ParticipantId, RoomId } from '@alcove/protocol'

export interface HelpState {
  /** How many were ever made. */
  readonly made: number
  /** In the order of asking, past ones too; bounded. A person has at most one that is open. */
  readonly requests: readonly HelpRequest[]
  /** Where moderators were before they went into a room to help. */
  readonly returnTo: ReadonlyMap<ParticipantId, RoomId>
}

export interface HelpRequest {
  /** Its number in the meeting, from 1. */
  readonly id: number
  readonly participantId: ParticipantId
  readonly roomId: RoomId
  /** As the room was called when help was asked for. */
  readonly roomName: string
  readonly text?: string
  readonly askedAt: number
  readonly progress: HelpProgress
}

export type HelpProgress =
  | { readonly status: 'waiting' }
  /** `entered`: whoever takes care of it is, or was, in the room with them. */
  | { readonly status: 'taken'; readonly by: ParticipantId; readonly takenAt: number; readonly entered: boolean }
  | {
      readonly status: 'over'
      readonly how: HelpEnd
      readonly endedAt: number
      /** The last moderator who took it, if one did. */
      readonly taken?: { readonly by: ParticipantId; readonly takenAt: number }
    }

/** `left`: who asked is in that room no more, whatever the reason. */
export type HelpEnd = 'withdrawn' | 'answered' | 'left'

export const noHelp: HelpState = { made: 0, requests: [], returnTo: new Map() }
