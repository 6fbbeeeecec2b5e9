// SPDX-License-Identifier: Apache-2.0
// Stopping what others send, and asking them to start (SPEC MO). Nobody starts anything of somebody else: only the person does.
import { kindOf, mainRoomId, type ParticipantId, type Whom } from '@alcove/protocol'
import type { CommandOf } from '../commands.ts'
import type { MeetingEvent } from '../events.ts'
import { invariant } from '../invariant.ts'
import { mustAskFirst } from '../media/maySend.ts'
import { mayModerate } from '../permissions/permissions.ts'
import { accept, type Decision, type Rejected, reject } from '../rejections.ts'
import { isActive } from '../seats.ts'
import type { RunningMeeting } from '../state.ts'
import { moderationOf } from './people.ts'

export function decideStopMedia(state: RunningMeeting, { by, source, whom, at }: CommandOf<'StopMedia'>): Decision {
  const meant = whoIsMeant(state, whom)
  if (!meant.ok) return meant
  const participantIds = meant.ids.filter((id) => moderationOf(state, id).stopped[source] === undefined)
  const stopped: readonly MeetingEvent[] =
    participantIds.length === 0 ? [] : [{ type: 'MediaStopped', participantIds, source, by, at }]
  return accept([...stopped, ...disallowed(state, meant.ids, { by, source, at })])
}

/** Whoever has to ask asks again after being silenced; a screen that is stopped leaves the camera as it was. */
function disallowed(
  state: RunningMeeting,
  ids: readonly ParticipantId[],
  { by, source, at }: Pick<CommandOf<'StopMedia'>, 'by' | 'source' | 'at'>,
): readonly MeetingEvent[] {
  const kind = kindOf[source]
  if (source === 'screen' || !state.moderation.mustAsk.includes(kind)) return []
  const participantIds = ids.filter((id) => moderationOf(state, id).allowed.includes(kind))
  return participantIds.length === 0 ? [] : [{ type: 'MediaDisallowed', participantIds, kind, by, at }]
}

export function decideStartMedia(state: RunningMeeting, { by, source, at }: CommandOf<'StartMedia'>): Decision {
  const seat = state.seats.get(by)
  invariant(seat, 'somebody without a seat was let through')
  if (mustAskFirst(state, seat, kindOf[source])) return reject('MEDIA_WITHHELD')
  const { stopped, invited } = moderationOf(state, by)
  const isInvited = source !== 'screen' && invited[source] !== undefined
  if (stopped[source] === undefined && !isInvited) return accept([])
  return accept([{ type: 'MediaStarted', participantId: by, source, at }])
}

/** Whoever is asked to start may start: people who have to ask first are allowed with it. */
export function decideInviteToStart(
  state: RunningMeeting,
  { by, participantId, source, at }: CommandOf<'InviteToStart'>,
): Decision {
  const seat = state.seats.get(participantId)
  if (!seat || !isActive(seat)) return reject('PARTICIPANT_UNKNOWN', { participantId })
  const kind = kindOf[source]
  const allowed: readonly MeetingEvent[] = mustAskFirst(state, seat, kind)
    ? [{ type: 'MediaAllowed', participantIds: [participantId], kind, by, at }]
    : []
  const invited: readonly MeetingEvent[] =
    moderationOf(state, participantId).invited[source] === undefined
      ? [{ type: 'StartInvited', participantId, source, by, at }]
      : []
  return accept([...allowed, ...invited])
}

export function decideDeclineInvitation(
  state: RunningMeeting,
  { by, source, at }: CommandOf<'DeclineInvitation'>,
): Decision {
  if (moderationOf(state, by).invited[source] === undefined) return accept([])
  return accept([{ type: 'InvitationDeclined', participantId: by, source, at }])
}

/** Active people; of a room or of all only those who are no moderators, so that the one who asks is never meant by accident. */
export function whoIsMeant(
  state: RunningMeeting,
  whom: Whom,
): { readonly ok: true; readonly ids: readonly ParticipantId[] } | Rejected {
  if (whom !== 'everybody' && 'participantId' in whom) {
    const seat = state.seats.get(whom.participantId)
    if (!seat || !isActive(seat)) return reject('PARTICIPANT_UNKNOWN', { participantId: whom.participantId })
    return { ok: true, ids: [seat.id] }
  }
  const roomId = whom === 'everybody' ? undefined : whom.roomId
  if (roomId !== undefined && roomId !== mainRoomId && !state.rooms.has(roomId))
    return reject('ROOM_UNKNOWN', { roomId })
  const meant = [...state.seats.values()].filter(
    (seat) => isActive(seat) && !mayModerate(seat.role) && (roomId === undefined || seat.roomId === roomId),
  )
  return { ok: true, ids: meant.map(({ id }) => id) }
}
