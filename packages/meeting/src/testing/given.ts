// SPDX-License-Identifier: Apache-2.0
// Given a history of accepted commands, when one more comes, then these events or this rejection follow.
import type { RejectionCode, StoredResult } from '@alcove/protocol'
import { expect } from 'vitest'
import type { Command } from '../commands.ts'
import { decide } from '../decide.ts'
import type { MeetingEvent } from '../events.ts'
import { evolve, remember } from '../evolve.ts'
import { assertInvariants } from '../invariants.ts'
import type { Decision } from '../rejections.ts'
import { type MeetingState, newMeeting, type RunningMeeting } from '../state.ts'

export interface Given {
  readonly state: MeetingState
  /** The state, which the test expects to be that of a running meeting. */
  readonly running: RunningMeeting
  /** Adds more to the history. */
  and(...commands: readonly Command[]): Given
  when(command: Command): When
}

export interface When {
  readonly decision: Decision
  readonly events: readonly MeetingEvent[]
  /** The meeting after it. */
  readonly after: Given
  then(events: readonly MeetingEvent[], result?: StoredResult): void
  /** Accepted, and nothing changes. */
  thenNothing(result?: StoredResult): void
  thenRejected(code: RejectionCode): void
}

/** What an accepted command makes of the state, as the server does it; a rejected one leaves it as it is. */
export function carryOut(state: MeetingState, command: Command, decision: Decision): MeetingState {
  if (!decision.ok || decision.repeated) return state
  const evolved = decision.events.reduce<MeetingState>((before, event) => {
    const after = evolve(before, event)
    assertInvariants(after)
    return after
  }, state)
  return 'by' in command
    ? remember(evolved, command.by, { commandId: command.commandId, result: decision.result })
    : evolved
}

export function given(...commands: readonly Command[]): Given {
  return from(newMeeting).and(...commands)
}

function from(state: MeetingState): Given {
  return {
    state,
    get running() {
      if (state.status !== 'running') throw new Error(`the meeting is ${state.status}`)
      return state
    },
    and: (...commands) =>
      from(
        commands.reduce<MeetingState>((before, command) => {
          const decision = decide(before, command)
          if (!decision.ok) throw new Error(`the history holds a rejected ${command.type}: ${decision.error.code}`)
          return carryOut(before, command, decision)
        }, state),
      ),
    when: (command) => when(state, command),
  }
}

function when(state: MeetingState, command: Command): When {
  const decision = decide(state, command)
  const events = decision.ok ? decision.events : []
  const then = (expected: readonly MeetingEvent[], result: StoredResult = null) => {
    expect(decision).toEqual({ ok: true, events: expected, result, repeated: false })
  }
  return {
    decision,
    events,
    get after() {
      return from(carryOut(state, command, decision))
    },
    then,
    thenNothing: (result) => then([], result),
    thenRejected: (code) => {
      expect(decision).toMatchObject({ ok: false, error: { code } })
      expect(carryOut(state, command, decision)).toBe(state)
    },
  }
}
