// SPDX-License-Identifier: Apache-2.0
// Blanking what names a person (SPEC PD): in the state here, and in stored events by the function that the store's `rewrite` applies.
import type { ParticipantId } from '@alcove/protocol'
import type { CommandOf } from '../commands.ts'
import { withoutWriter } from '../door/lobbyTalk.ts'
import { type EventOf, type MeetingEvent, personalFields } from '../events.ts'
import { invariant } from '../invariant.ts'
import { removed } from '../moderation/remove.ts'
import { accept, type Decision, reject } from '../rejections.ts'
import { isAround, isExpected } from '../seats.ts'
import type { RunningMeeting, Seat } from '../state.ts'
import { withEntry } from '../together.ts'
import { nobodyInParticular } from './identity.ts'

/** Somebody who is in the meeting is removed first: nobody is there without a name. */
export function decideForgetPerson(state: RunningMeeting, command: CommandOf<'ForgetPerson'>): Decision {
  const { participantId, by, at } = command
  const seat = state.seats.get(participantId)
  if (!seat) return reject('PARTICIPANT_UNKNOWN', { participantId })
  if (participantId === by) return reject('PERMISSION_DENIED')
  const forgotten: MeetingEvent = { type: 'ParticipantForgotten', participantId, at }
  if (isExpected(seat)) return accept([{ type: 'ExpectationDropped', participantId, at }, forgotten])
  return accept([...(isAround(seat) ? removed(seat, { by, barred: false, at }) : []), forgotten])
}

export function evolveForgotten(
  state: RunningMeeting,
  { participantId }: EventOf<'ParticipantForgotten'>,
): RunningMeeting {
  const rest = withoutWriter(withoutWords(state, participantId), participantId)
  const known = rest.seats.get(participantId)
  if (!known) return rest
  invariant(!isAround(known), `${participantId} is here and is forgotten`)
  // With a token the seat could be gone on with: by somebody without a name, whose words would be blanked with those from before.
  const { claim: _claim, avatar: _avatar, tokenHash: _token, ...seat } = known
  const blank: Seat = { ...seat, displayName: '', identity: nobodyInParticular }
  return { ...rest, seats: withEntry(rest.seats, participantId, blank) }
}

/** What they wrote, everywhere but in the lobby, which has its own. Blank texts are shown nowhere. */
function withoutWords(state: RunningMeeting, writer: ParticipantId): RunningMeeting {
  const { chat, announcements, help } = state
  const withoutText = <Written extends { readonly text?: string }>(written: Written, isTheirs: boolean): Written =>
    isTheirs && written.text !== undefined ? { ...written, text: '' } : written
  return {
    ...state,
    chat: { ...chat, messages: chat.messages.map((one) => withoutText(one, one.from === writer)) },
    announcements: { ...announcements, kept: announcements.kept.map((one) => withoutText(one, one.from === writer)) },
    help: { ...help, requests: help.requests.map((one) => withoutText(one, one.participantId === writer)) },
  }
}

/** The event without what names this person, or what they wrote; the same event when there is nothing of it. */
export function withoutPerson(event: MeetingEvent, participantId: ParticipantId): MeetingEvent {
  const personal = personOf(event) === participantId ? (personalFields[event.type] ?? []) : []
  const fields = personal.filter((field) => field in event)
  if (fields.length === 0) return event
  const blanks = fields.map((field) => [field, blankOf[field] ?? ''])
  return { ...event, ...Object.fromEntries(blanks) }
}

/** What stands for a field that is no text. No code has this hash. */
const blankOf: Readonly<Record<string, unknown>> = { identity: nobodyInParticular, claim: { hash: '' } }

/** Whose personal fields an event has: who wrote it, else whom it is about, else who did it. */
function personOf(event: MeetingEvent): string | undefined {
  if ('from' in event) return event.from
  if ('participantId' in event) return event.participantId
  return 'by' in event ? event.by : undefined
}
