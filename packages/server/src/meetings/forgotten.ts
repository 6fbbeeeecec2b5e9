// SPDX-License-Identifier: Apache-2.0
// People whose data is to be blanked in the log: which ones a run of events names, and what an event is without them.
import { type MeetingEvent, withoutPerson } from '@alcove/meeting'
import type { ParticipantId } from '@alcove/protocol'

export function forgottenIn(events: readonly MeetingEvent[]): ReadonlySet<ParticipantId> {
  return new Set(events.flatMap((event) => (event.type === 'ParticipantForgotten' ? [event.participantId] : [])))
}

export function withoutPeople(event: MeetingEvent, forgotten: ReadonlySet<ParticipantId>): MeetingEvent {
  return [...forgotten].reduce(withoutPerson, event)
}
