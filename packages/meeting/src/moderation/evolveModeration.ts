// SPDX-License-Identifier: Apache-2.0
// How what moderators laid down changes (SPEC MO, EX). The only writer of the sub-state.
import type { Kind } from '@alcove/protocol'
import type { EventOf } from '../events.ts'
import { assertNever } from '../invariant.ts'
import { evolvePresence } from '../presence/evolvePresence.ts'
import { withSeat } from '../seats.ts'
import type { RunningMeeting } from '../state.ts'
import type { PersonModeration } from './moderationState.ts'
import { withoutRequests, withPeople } from './people.ts'

type ModerationEvent = EventOf<
  | 'MediaStopped'
  | 'MediaStarted'
  | 'StartInvited'
  | 'InvitationDeclined'
  | 'MustAskChanged'
  | 'SendAsked'
  | 'SendAskWithdrawn'
  | 'MediaAllowed'
  | 'MediaDisallowed'
  | 'ParticipantRemoved'
>

export function evolveModeration(state: RunningMeeting, event: ModerationEvent): RunningMeeting {
  switch (event.type) {
    case 'MediaStopped':
      return withPeople(state, event.participantIds, (person) => ({
        ...person,
        stopped: { ...person.stopped, [event.source]: event.by },
        invited: without(person.invited, event.source),
      }))
    case 'MediaStarted':
      return withPeople(state, [event.participantId], (person) => ({
        ...person,
        stopped: without(person.stopped, event.source),
        invited: without(person.invited, event.source),
      }))
    case 'StartInvited':
      return withPeople(state, [event.participantId], (person) => ({
        ...person,
        invited: { ...person.invited, [event.source]: event.by },
      }))
    case 'InvitationDeclined':
      return withPeople(state, [event.participantId], (person) => ({
        ...person,
        invited: without(person.invited, event.source),
      }))
    case 'MustAskChanged':
      return evolveMustAsk(state, event)
    case 'SendAsked':
    case 'SendAskWithdrawn':
      return withPeople(state, [event.participantId], (person) =>
        withAsking(person, event.kind, event.type === 'SendAsked'),
      )
    case 'MediaAllowed':
    case 'MediaDisallowed':
      return withPeople(state, event.participantIds, (person) => ({
        ...withAsking(person, event.kind, false),
        allowed: withKind(person.allowed, event.kind, event.type === 'MediaAllowed'),
      }))
    case 'ParticipantRemoved':
      return evolveRemoved(state, event)
    default:
      return assertNever(event)
  }
}

/** Permissions and requests hold as long as people have to ask; the next time begins anew. */
function evolveMustAsk(state: RunningMeeting, { kind, mustAsk }: EventOf<'MustAskChanged'>): RunningMeeting {
  const changed: RunningMeeting = {
    ...state,
    moderation: { ...state.moderation, mustAsk: withKind(state.moderation.mustAsk, kind, mustAsk) },
  }
  return withPeople(changed, changed.moderation.people.keys(), (person) => ({
    ...withAsking(person, kind, false),
    allowed: withKind(person.allowed, kind, false),
  }))
}

function evolveRemoved(state: RunningMeeting, event: EventOf<'ParticipantRemoved'>): RunningMeeting {
  const { participantId, at } = event
  const out = evolvePresence(state, { type: 'ParticipantGone', participantId, at })
  // Whoever was put out asks at the door again, as long as there is a lobby.
  const gone = withoutRequests(withSeat(out, participantId, { admitted: false }), participantId)
  const lastRemoved = { participantId, by: event.by, at }
  return withPeople({ ...gone, lastRemoved }, [participantId], (person) => ({
    ...person,
    barred: person.barred || event.barred,
  }))
}

function withAsking(person: PersonModeration, kind: Kind, asking: boolean): PersonModeration {
  return { ...person, asking: withKind(person.asking, kind, asking) }
}

function withKind(kinds: readonly Kind[], kind: Kind, isIn: boolean): readonly Kind[] {
  const others = kinds.filter((other) => other !== kind)
  return isIn ? [...others, kind].sort() : others
}

function without<Value extends object>(value: Value, key: string): Value {
  return Object.fromEntries(Object.entries(value).filter(([known]) => known !== key)) as Value
}
