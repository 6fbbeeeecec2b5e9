// SPDX-License-Identifier: Apache-2.0
// People must ask before they speak or show themselves (SPEC MO): switching that on and off, asking, and letting one person or all.
import type { CommandOf } from '../commands.ts'
import { invariant } from '../invariant.ts'
import { mustAskFirst } from '../media/maySend.ts'
import { accept, type Decision } from '../rejections.ts'
import type { RunningMeeting } from '../state.ts'
import { refusedAsTooOften } from '../tries/tries.ts'
import { moderationOf } from './people.ts'
import { whoIsMeant } from './stop.ts'

export function decideSetMustAsk(state: RunningMeeting, { kind, mustAsk, at }: CommandOf<'SetMustAsk'>): Decision {
  return accept(
    state.moderation.mustAsk.includes(kind) === mustAsk ? [] : [{ type: 'MustAskChanged', kind, mustAsk, at }],
  )
}

export function decideAskToSend(state: RunningMeeting, { by, kind, asking, at }: CommandOf<'AskToSend'>): Decision {
  const seat = state.seats.get(by)
  invariant(seat, 'somebody without a seat was let through')
  const isAsking = moderationOf(state, by).asking.includes(kind)
  if (isAsking === asking || (asking && !mustAskFirst(state, seat, kind))) return accept([])
  if (!asking) return accept([{ type: 'SendAskWithdrawn', participantId: by, kind, at }])
  return refusedAsTooOften(state, by, 'ask-to-send', at) ?? accept([{ type: 'SendAsked', participantId: by, kind, at }])
}

/** Taking the permission back also turns a request down. */
export function decideAllowMedia(
  state: RunningMeeting,
  { by, kind, whom, allowed, at }: CommandOf<'AllowMedia'>,
): Decision {
  const meant = whoIsMeant(state, whom)
  if (!meant.ok) return meant
  if (!state.moderation.mustAsk.includes(kind)) return accept([])
  const participantIds = meant.ids.filter((id) => {
    const person = moderationOf(state, id)
    return allowed ? !person.allowed.includes(kind) : person.allowed.includes(kind) || person.asking.includes(kind)
  })
  if (participantIds.length === 0) return accept([])
  return accept([{ type: allowed ? 'MediaAllowed' : 'MediaDisallowed', participantIds, kind, by, at }])
}
