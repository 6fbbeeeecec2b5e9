// SPDX-License-Identifier: Apache-2.0
// What people see of moderation (SPEC MO): everybody whether one has to ask, each their own lot, moderators who asks and who is allowed.
import type { AskingView, MeetingPart, OwnMediaView, ParticipantId } from '@alcove/protocol'
import { mustAskFirst } from '../media/maySend.ts'
import { remembered } from '../remembered.ts'
import { isActive } from '../seats.ts'
import type { RunningMeeting, Seat } from '../state.ts'
import type { ModerationState } from './moderationState.ts'
import { moderationOf } from './people.ts'

type AskingParts = Readonly<Record<ParticipantId, AskingView>>

export function mustAskPart({ moderation: { mustAsk } }: RunningMeeting): MeetingPart['mustAsk'] {
  return { audio: mustAsk.includes('audio'), video: mustAsk.includes('video') }
}

export const askingParts = remembered((moderation: ModerationState, seats: RunningMeeting['seats']): AskingParts => {
  const asking: Record<ParticipantId, AskingView> = {}
  for (const [id, person] of moderation.people) {
    const seat = seats.get(id)
    if (!seat || !isActive(seat)) continue
    // Whoever became moderator meanwhile need not ask any more.
    const view = {
      allowed: person.allowed,
      asking: person.asking.filter((kind) => mustAskFirst({ moderation }, seat, kind)),
    }
    if (view.allowed.length + view.asking.length > 0) asking[id] = view
  }
  return asking
})

export function ownMediaPart(state: Pick<RunningMeeting, 'moderation'>, seat: Seat): OwnMediaView {
  const { stopped, invited, asking } = moderationOf(state, seat.id)
  return {
    stopped,
    invited,
    mustAsk: { audio: mustAskFirst(state, seat, 'audio'), video: mustAskFirst(state, seat, 'video') },
    asking: { audio: asking.includes('audio'), video: asking.includes('video') },
  }
}
