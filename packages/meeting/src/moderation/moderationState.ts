// SPDX-License-Identifier: Apache-2.0
// What moderators have laid down about sound, pictures and people (SPEC MO, EX): one sub-state of the meeting. Questions and steps: people.ts.
import type { Actor, Invitable, Kind, ParticipantId, Stoppable } from '@alcove/protocol'

export interface ModerationState {
  /** What people who are not moderators have to ask for before they send it. */
  readonly mustAsk: readonly Kind[]
  /** Only people of whom something is laid down. */
  readonly people: ReadonlyMap<ParticipantId, PersonModeration>
}

export interface PersonModeration {
  /** What is stopped, with the moderator who did it. */
  readonly stopped: Readonly<Partial<Record<Stoppable, Actor>>>
  /** What a moderator asks this person to start. */
  readonly invited: Readonly<Partial<Record<Invitable, Actor>>>
  /** May send it although people have to ask. */
  readonly allowed: readonly Kind[]
  readonly asking: readonly Kind[]
  /** Removed for good. */
  readonly barred: boolean
}

export const noModeration: ModerationState = { mustAsk: [], people: new Map() }
