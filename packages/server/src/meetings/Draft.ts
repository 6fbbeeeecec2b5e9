// SPDX-License-Identifier: Apache-2.0
// Commands that are decided one after the other and stored as one: the meeting as it will be, and all that has to be stored for it. Changes nothing by
// itself; when it cannot be stored it is thrown away.
import {
  type Command,
  decide,
  type MeetingEvent,
  type MeetingState,
  type Rejected,
  replay,
  type Spoken,
} from '@alcove/meeting'
import type { CommandId, ParticipantId, StoredResult } from '@alcove/protocol'
import type { Commit } from './ports.ts'
import type { SpokenTotals } from './SpokenTotals.ts'

export type Executed = { readonly ok: true; readonly result: StoredResult } | Rejected

/** A command, and what is asked of the state that it meets before it is decided: it may throw. */
export interface Order {
  readonly command: Command
  readonly check?: ((state: MeetingState) => void) | undefined
}

interface Result {
  readonly after: MeetingState
  readonly events: readonly MeetingEvent[]
  readonly outcomes: Commit['outcomes']
  /** What the events store of what was counted. */
  readonly spoken: readonly Spoken[]
}

export class Draft {
  readonly #totals: SpokenTotals
  #state: MeetingState
  readonly #events: MeetingEvent[] = []
  readonly #outcomes: Commit['outcomes'][number][] = []
  readonly #spoken: Spoken[] = []
  readonly #useless: Spoken[] = []
  /** Whose time is in the events already. */
  readonly #counted = new Set<ParticipantId>()
  #at = 0

  constructor(state: MeetingState, totals: SpokenTotals) {
    this.#state = state
    this.#totals = totals
  }

  /** Decides the next one. Its outcome may be told once the whole is stored. */
  take({ command, check }: Order): PromiseSettledResult<Executed> {
    try {
      check?.(this.#state)
      return { status: 'fulfilled', value: this.#decide(command) }
    } catch (reason) {
      return { status: 'rejected', reason }
    }
  }

  result(): Result {
    return { after: this.#state, events: this.#events, outcomes: this.#outcomes, spoken: this.#spoken }
  }

  /** What was counted and the meeting has no use for. */
  useless(): readonly Spoken[] {
    return this.#useless
  }

  /** When the last of them happens that changes something. */
  at(): number {
    return this.#at
  }

  #decide(command: Command): Executed {
    const decision = decide(this.#state, command)
    if (!decision.ok) return decision
    const { events, result } = decision
    if (decision.repeated) return { ok: true, result }
    const outcomes =
      'by' in command ? [{ by: command.by, outcome: { commandId: command.commandId as CommandId, result } }] : []
    this.#outcomes.push(...outcomes)
    if (events.length === 0) {
      if (command.type === 'CountSpeaking') this.#useless.push(...command.spoken)
      this.#state = replay(this.#state, [{ events, outcomes }])
      return { ok: true, result }
    }
    const counting =
      command.type === 'CountSpeaking' ? command : this.#totals.toStoreBefore(events, command.at, this.#counted)
    const counted = this.#withCounted(counting, events)
    this.#state = replay(this.#state, [{ events: counted, outcomes }])
    this.#events.push(...counted)
    this.#spoken.push(...counting.spoken)
    for (const { participantId } of counting.spoken) this.#counted.add(participantId)
    this.#at = command.at
    return { ok: true, result }
  }

  /** Who goes on has what they spoke stored first, in the same commit: afterwards the visit that it belongs to is over. */
  #withCounted(
    counting: Extract<Command, { type: 'CountSpeaking' }>,
    events: readonly MeetingEvent[],
  ): readonly MeetingEvent[] {
    if (counting.spoken.length === 0 || events.some(({ type }) => type === 'SpeakingCounted')) return events
    const counted = decide(this.#state, counting)
    return counted.ok ? [...counted.events, ...events] : events
  }
}
