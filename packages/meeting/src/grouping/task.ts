// SPDX-License-Identifier: Apache-2.0
// What is asked of the planner and what it answers: plain data on both sides, so that a plan can be made in another thread. Groups are spoken of by
// their place in the list; which rooms they are is up to whoever asks.
import type { ParticipantId } from '@alcove/protocol'

export interface GroupingTask {
  readonly people: readonly GroupingPerson[]
  readonly groups: readonly { readonly capacity?: number }[]
  /** How many groupings of the same people are wanted, one after the other. */
  readonly rounds: number
  /** People with different values in one group (`spread`), or with the same (`gather`); the first counts more than the second. */
  readonly criteria: readonly Criterion[]
  readonly keepTogether: readonly Pair[]
  readonly keepApart: readonly Pair[]
  /** Each time that two people were in one group before; meeting again is avoided. */
  readonly metBefore: readonly Pair[]
  readonly seed: number
  /** How many members of groups the search looks at, at most: unlike time the same everywhere. Left out, about a second's work. */
  readonly looks?: number
}

export interface GroupingPerson {
  readonly id: ParticipantId
  readonly attributes: Readonly<Record<string, string>>
  /** The group in which the person stays whatever happens: they only count. */
  readonly staysIn?: number
}

export interface Criterion {
  readonly attribute: string
  readonly how: 'spread' | 'gather'
}

export type Pair = readonly [ParticipantId, ParticipantId]

/** The people of each group, in the order in which they were given. */
export type Groups = readonly (readonly ParticipantId[])[]

export type Grouped =
  /** `repeats`: how often two people who could have been apart meet again, over all rounds. */
  | { readonly ok: true; readonly rounds: readonly Groups[]; readonly repeats: number }
  | { readonly ok: false; readonly problem: GroupingProblem }

/** Which constraint cannot be met; nobody is in any group then. */
export type GroupingProblem =
  /** These two are to be together and apart. */
  | { readonly constraint: 'contradiction'; readonly people: Pair }
  /** These are to be together, and no group can hold so many. */
  | { readonly constraint: 'together'; readonly people: readonly ParticipantId[]; readonly most: number }
  /** There are more people to be seated than all groups together have places left. */
  | { readonly constraint: 'capacity'; readonly people: number; readonly most: number }
  /** Each of these is to be apart from each other one, and there are fewer groups. */
  | { readonly constraint: 'apart'; readonly people: readonly ParticipantId[]; readonly groups: number }
  /** Each constraint could be met by itself; all at once no way was found. */
  | { readonly constraint: 'combination'; readonly people: readonly ParticipantId[] }
