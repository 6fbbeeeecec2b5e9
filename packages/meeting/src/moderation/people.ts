// SPDX-License-Identifier: Apache-2.0
// What is laid down of one person: asking for it, and the one way to change it.
import type { ParticipantId } from '@alcove/protocol'
import type { RunningMeeting } from '../state.ts'
import type { PersonModeration } from './moderationState.ts'

const nothing: PersonModeration = { stopped: {}, invited: {}, allowed: [], asking: [], barred: false }

export function moderationOf(state: Pick<RunningMeeting, 'moderation'>, id: ParticipantId): PersonModeration {
  return state.moderation.people.get(id) ?? nothing
}

export function isBarred(state: RunningMeeting, id: ParticipantId): boolean {
  return moderationOf(state, id).barred
}

/** Changes what is laid down of these people; who is left with nothing is not kept. */
export function withPeople(
  state: RunningMeeting,
  ids: Iterable<ParticipantId>,
  change: (person: PersonModeration) => PersonModeration,
): RunningMeeting {
  const people = new Map(state.moderation.people)
  for (const id of ids) {
    const person = change(people.get(id) ?? nothing)
    if (isNothing(person)) people.delete(id)
    else people.set(id, person)
  }
  return { ...state, moderation: { ...state.moderation, people } }
}

/** A person who goes takes their requests with them, and those made to them; what is stopped or allowed stays. */
export function withoutRequests(state: RunningMeeting, id: ParticipantId): RunningMeeting {
  const { asking, invited } = moderationOf(state, id)
  if (asking.length === 0 && Object.keys(invited).length === 0) return state
  return withPeople(state, [id], (person) => ({ ...person, asking: [], invited: {} }))
}

export function isNothing({ stopped, invited, allowed, asking, barred }: PersonModeration): boolean {
  const lists = [Object.keys(stopped), Object.keys(invited), allowed, asking]
  return !barred && lists.every((list) => list.length === 0)
}
