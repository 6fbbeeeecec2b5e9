// SPDX-License-Identifier: Apache-2.0
// What happened between two pictures, as events in the order in which Jitsi tells them. Pure.
import type { MeetingView } from '@alcove/client'
import { mainRoomId, type ParticipantId, type PersonView } from '@alcove/protocol'
import { toChatEvents } from './chatEvents.ts'
import { toDeviceEvents } from './deviceEvents.ts'
import { toHelpEvents } from './helpEvents.ts'
import { toMediaEvents, toModerationEvents } from './mediaEvents.ts'
import type { EmbedEvent, Picture } from './picture.ts'
import { toFormattedName } from './picture.ts'
import { type Places, peopleOf } from './places.ts'
import { toListedRooms } from './roomLists.ts'

export function toEvents(before: Picture, after: Picture, places: Places): readonly EmbedEvent[] {
  return [
    ...toPlaceEvents(before, after, places),
    ...toMediaEvents(before, after),
    ...toModerationEvents(before, after),
    ...toHelpEvents(before, after, places),
    ...toDeviceEvents(before, after),
    ...toChatEvents(before, after),
    ...toPageEvents(before, after),
    ...toEndEvents(before, after),
  ]
}

/** Who is where, and whether one is in at all. */
function toPlaceEvents(before: Picture, after: Picture, places: Places): EmbedEvent[] {
  if (!after.view) {
    return before.view ? [left(before.view, places)] : []
  }
  if (!before.view) return [...toArrivalEvents(after, after.view, places), ...toRoomsEvents(before, after, places)]
  const stayed = before.view.room.roomId === after.view.room.roomId
  const events = stayed
    ? toCompanyEvents(before.view, after.view, after)
    : [
        ...othersIn(before.view).map(([id]): EmbedEvent => ({ name: 'participantLeft', payload: { id } })),
        left(before.view, places),
        ...toArrivalEvents(after, after.view, places),
      ]
  return [...events, ...toRoomsEvents(before, after, places), ...toRunningEvents(before.view, after.view)]
}

function left(view: MeetingView, places: Places): EmbedEvent {
  return { name: 'videoConferenceLeft', payload: { roomName: places.roomName(view.room.roomId) } }
}

/** Those who are there come first, then oneself, then one's role. */
function toArrivalEvents({ page }: Picture, view: MeetingView, places: Places): EmbedEvent[] {
  const id = view.self.participantId
  const { displayName = '', role = 'participant' } = view.meeting.people[id] ?? {}
  const { roomId } = view.room
  return [
    ...othersIn(view).map(([otherId, person]) => joined(otherId, person, page)),
    {
      name: 'videoConferenceJoined',
      payload: {
        roomName: places.roomName(roomId),
        id,
        displayName,
        formattedDisplayName: toFormattedName(displayName, true, page.config),
        breakoutRoom: roomId !== mainRoomId,
        visitor: false,
      },
    },
    { name: 'participantRoleChanged', payload: { id, role } },
  ]
}

/** People who come into the room, leave it, are called otherwise or have another role. */
function toCompanyEvents(before: MeetingView, after: MeetingView, { page }: Picture): EmbedEvent[] {
  const events: EmbedEvent[] = []
  const earlier = new Map(othersIn(before))
  const later = new Map(othersIn(after))
  for (const id of earlier.keys()) if (!later.has(id)) events.push({ name: 'participantLeft', payload: { id } })
  for (const [id, person] of later) if (!earlier.has(id)) events.push(joined(id, person, page))
  for (const [id, { role, displayName }] of peopleOf(after)) {
    const known = before.meeting.people[id]
    const isHere = id === after.self.participantId || (earlier.has(id) && later.has(id))
    if (!known || !isHere) continue
    if (known.role !== role) events.push({ name: 'participantRoleChanged', payload: { id, role } })
    if (known.displayName === displayName) continue
    const formattedDisplayName = toFormattedName(displayName, id === after.self.participantId, page.config)
    events.push({ name: 'displayNameChange', payload: { id, displayname: displayName, formattedDisplayName } })
  }
  return events
}

function joined(id: ParticipantId, { displayName }: PersonView, page: Picture['page']): EmbedEvent {
  const formattedDisplayName = toFormattedName(displayName, false, page.config)
  return { name: 'participantJoined', payload: { id, displayName, formattedDisplayName, userContext: {} } }
}

function toRoomsEvents(before: Picture, after: Picture, places: Places): EmbedEvent[] {
  const earlier = before.view
  const later = after.view
  if (!later || (earlier?.meeting.people === later.meeting.people && earlier.meeting.rooms === later.meeting.rooms))
    return []
  const rooms = toListedRooms(later, places, after.title)
  const hadRooms = earlier !== undefined && Object.keys(earlier.meeting.rooms).length > 0
  if (Object.keys(rooms).length === 0 && !hadRooms) return []
  const hasMoved = earlier !== undefined && earlier.room.roomId !== later.room.roomId
  const same = earlier && JSON.stringify(toListedRooms(earlier, places, before.title)) === JSON.stringify(rooms)
  return same && !hasMoved ? [] : [{ name: 'breakoutRoomsUpdated', payload: { rooms } }]
}

function toRunningEvents({ meeting: before }: MeetingView, { meeting: after }: MeetingView): EmbedEvent[] {
  const events: EmbedEvent[] = []
  if (JSON.stringify(before.countdown) !== JSON.stringify(after.countdown)) {
    const { countdown } = after
    const payload = countdown ? { action: countdown.action, dueAt: countdown.dueAt } : {}
    events.push({ name: 'breakoutCountdownChanged', payload })
  }
  if (JSON.stringify(before.timer) !== JSON.stringify(after.timer)) {
    const { timer } = after
    const payload = timer ? { endsAt: timer.endsAt, atEnd: timer.atEnd } : {}
    events.push({ name: 'breakoutTimerChanged', payload })
  }
  return events
}

function toPageEvents(before: Picture, after: Picture): EmbedEvent[] {
  const events: EmbedEvent[] = []
  if (!after.view) return events
  if (before.page.paneOpen !== after.page.paneOpen && before.view)
    events.push({ name: 'participantsPaneToggled', payload: { open: after.page.paneOpen } })
  if (before.title !== after.title || !before.view)
    events.push({ name: 'subjectChange', payload: { subject: after.title } })
  return events
}

/** Why it is over, and that nothing is left to show; where a page says why, it is closed by the person first. */
function toEndEvents(before: Picture, { state }: Picture): EmbedEvent[] {
  if (before.state.status === state.status) return []
  if (state.status === 'failed') {
    const isConnection = state.code === 'SERVER_UNREACHABLE'
    const error = { name: state.code, type: isConnection ? 'CONNECTION' : 'CONFERENCE', isFatal: true } as const
    return [{ name: 'errorOccurred', payload: { error } }]
  }
  // The view may be gone a moment before the state says so.
  const wasIn = before.state.status === 'joined' || before.state.status === 'reconnecting'
  const isOver = state.status === 'replaced' || (state.status === 'idle' && wasIn)
  return isOver ? [{ name: 'readyToClose', payload: {} }] : []
}

function othersIn(view: MeetingView) {
  const { roomId } = view.room
  return peopleOf(view).filter(([id, person]) => id !== view.self.participantId && person.roomId === roomId)
}
