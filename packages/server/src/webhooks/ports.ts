// SPDX-License-Identifier: Apache-2.0
// Where webhooks wait until they are delivered: in the same store as the meetings' log, so that neither a crash nor a deleted meeting loses any.
import type { MeetingId } from '@alcove/protocol'

/** One event for one endpoint, written as it will be sent. */
export interface NewDelivery {
  /** Name of the endpoint. */
  readonly endpoint: string
  readonly meetingId: MeetingId
  /** The same for every endpoint and every try. */
  readonly key: string
  readonly eventType: string
  /** JSON. */
  readonly body: string
}

export interface Delivery extends NewDelivery {
  /** Rises with the order of events. */
  readonly id: number
  /** How often it was tried. */
  readonly attempts: number
}

export interface DeadLetter extends Delivery {
  readonly reason: string
  /** When it was given up, ms since 1970. */
  readonly diedAt: number
}

export interface Backlog {
  readonly endpoint: string
  readonly due: number
  readonly dead: number
}

/** Every method may throw `Unavailable`. What a method changed survives a power loss once it resolves. */
export interface Outbox {
  /** Up to where the log was read into the outbox; the log's end when it never was. */
  position(): Promise<number>
  /** Adds deliveries and moves the position on: both or neither. */
  fill(position: number, deliveries: readonly NewDelivery[]): Promise<void>
  /** Forgets the position and all deliveries, the dead ones too: nobody is to be told what happens from here on until `position` is asked again. */
  abandon(): Promise<void>
  /**
   * What may be tried at `now`: of each meeting only its first, and nothing when that one has to wait. Without `now` having come for the others, `nextAt`
   * tells when the next one may be tried.
   */
  next(
    endpoint: string,
    now: number,
    limit: number,
  ): Promise<{ readonly deliveries: readonly Delivery[]; readonly nextAt: number | undefined }>
  delivered(id: number): Promise<void>
  /** Tried in vain: to be tried again at `nextAt`, before anything later of its meeting. */
  postpone(id: number, nextAt: number): Promise<void>
  /** Given up; what is later of its meeting goes on. */
  bury(id: number, reason: string, at: number): Promise<void>
  /** Dead letters from long ago are forgotten. */
  forgetDead(before: number): Promise<void>
  /** Buries what waits for endpoints other than these. */
  keepOnly(endpoints: readonly string[], at: number): Promise<void>
  /** Changes the bodies of a meeting's deliveries, all of them or the dead ones alone. */
  rewrite(meetingId: MeetingId, which: 'all' | 'dead', change: (body: string) => string): Promise<void>
  backlog(): Promise<readonly Backlog[]>
}

/** Dead letters, for the operator's command. */
export interface DeadLetters {
  list(): readonly DeadLetter[]
  /** Gives them a new life, in their old place; all without ids. @returns how many */
  revive(ids?: readonly number[]): number
  /** Forgets them; all without ids. @returns how many */
  discard(ids?: readonly number[]): number
  close(): void
}
