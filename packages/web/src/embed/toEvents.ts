// SPDX-License-Identifier: Apache-2.0
// What happened between two pictures, as events in the order in which Jitsi tells them. Pure.
import type { MeetingView } from '@alcove/client'
import { mainRoomId, type ParticipantId, type PersonView } from '@alcove/protocol'
import type { BreakoutRounds } from '@alcove/protocol/embed'
import { toLobby } from '../features/door/lobbyModel.ts'
import { peopleInOrder } from '../state/inOrder.ts'
import { isSame } from '../state/keepSame.ts'
import { toChatEvents } from './chatEvents.ts'
import { toDeviceEvents } from './deviceEvents.ts'
import { toHelpEvents } from './helpEvents.ts'
import { toLineEvents, toMediaEvents, toModerationEvents } from './mediaEvents.ts'
import type { EmbedEvent, Picture } from './picture.ts'
import { toFormattedName } from './picture.ts'
import type { Places } from './places.ts'
import { toListedRooms, userContextIn } from './roomLists.ts'
import { toAssignments, toKnocks, toPodiumSpeakers, toRounds } from './roundLists.ts'

export function toEvents(before: Picture, after: Picture, places: Places): readonly EmbedEvent[] {
  return [
    ...toRemovalEvents(before, after),
    ...toPlaceEvents(before, after, places),
    ...toMediaEvents(before, after),
    ...toModerationEvents(before, after),
    ...toKnockEvents(before, after),
    ...toHelpEvents(before, after, places),
    ...toDeviceEvents(before, after),
    ...toLineEvents(before, after),
    ...toChatEvents(before, after),
    ...toPageEvents(before, after),
    ...toEndEvents(before, after),
  ]
}

/** Somebody was put out: told to those who stay and, with other words, to the person. */
function toRemovalEvents({ view: before, state: was }: Picture, { view: after, state }: Picture): EmbedEvent[] {
  if (!before) return []
  const people = before.meeting.people
  const own = before.self.participantId
  const nameOf = (id: string) => people[id as ParticipantId]?.displayName ?? ''
  if (state.status === 'failed' && was.status !== 'failed' && state.by !== undefined) {
    const kicked = { id: 'local', local: true, name: nameOf(own) }
    return [{ name: 'participantKickedOut', payload: { kicked, kicker: { id: state.by, name: nameOf(state.by) } } }]
  }
  const removal = after?.meeting.lastRemoved
  // Who was turned away at the door was not in the meeting.
  if (!removal || isSame(before.meeting.lastRemoved, removal) || !people[removal.participantId]) return []
  const kicked = { id: removal.participantId, local: false, name: nameOf(removal.participantId) }
  const kicker = { id: removal.by, local: removal.by === own, name: nameOf(removal.by) }
  return [{ name: 'participantKickedOut', payload: { kicked, kicker } }]
}

/** Who is where, and whether one is in at all. */
function toPlaceEvents(before: Picture, after: Picture, places: Places): EmbedEvent[] {
  if (!after.view) {
    return before.view ? [left(before.view, places)] : []
  }
  if (!before.view) return [...toArrivalEvents(after, after.view, places), ...toRoomsEvents(before, after, places)]
  const stayed = before.view.room.roomId === after.view.room.roomId
  const events = stayed
    ? toCompanyEvents(before.view, after.view, before, after)
    : [
        ...othersIn(before.view).map(([id]): EmbedEvent => ({ name: 'participantLeft', payload: { id } })),
        left(before.view, places),
        ...toArrivalEvents(after, after.view, places),
      ]
  return [...events, ...toRoomsEvents(before, after, places), ...toRunningEvents(before.view, after.view, places)]
}

function left(view: MeetingView, places: Places): EmbedEvent {
  return { name: 'videoConferenceLeft', payload: { roomName: places.roomName(view.room.roomId) } }
}

/** Those who are there come first, then oneself, then one's role. */
function toArrivalEvents({ page }: Picture, view: MeetingView, places: Places): EmbedEvent[] {
  const id = view.self.participantId
  const { displayName = '', role = 'participant', avatar } = view.meeting.people[id] ?? {}
  const { roomId } = view.room
  const email = emailIn(view, page, id)
  return [
    ...othersIn(view).flatMap(([otherId, person]) => joined(otherId, person, view, page)),
    {
      name: 'videoConferenceJoined',
      payload: {
        roomName: places.roomName(roomId),
        id,
        displayName,
        formattedDisplayName: toFormattedName(displayName, true, page.config),
        ...(avatar !== undefined && { avatarURL: avatar }),
        ...(email !== undefined && { email }),
        breakoutRoom: roomId !== mainRoomId,
        visitor: false,
      },
    },
    { name: 'participantRoleChanged', payload: { id, role } },
  ]
}

/** People who come into the room, leave it, are called otherwise or have another role. */
function toCompanyEvents(
  before: MeetingView,
  after: MeetingView,
  { page: pageBefore }: Picture,
  { page }: Picture,
): EmbedEvent[] {
  const events: EmbedEvent[] = []
  const earlier = new Map(othersIn(before))
  const later = new Map(othersIn(after))
  for (const id of earlier.keys()) if (!later.has(id)) events.push({ name: 'participantLeft', payload: { id } })
  for (const [id, person] of later) if (!earlier.has(id)) events.push(...joined(id, person, after, page))
  for (const [id, { role, displayName, avatar }] of peopleInOrder(after)) {
    const known = before.meeting.people[id]
    const isHere = id === after.self.participantId || (earlier.has(id) && later.has(id))
    if (!known || !isHere) continue
    if (known.avatar !== avatar) events.push(toAvatarEvent(id, avatar))
    const email = emailIn(after, page, id)
    if (email !== undefined && email !== emailIn(before, pageBefore, id))
      events.push({ name: 'emailChange', payload: { id, email } })
    if (known.role !== role) events.push({ name: 'participantRoleChanged', payload: { id, role } })
    if (known.displayName === displayName) continue
    const formattedDisplayName = toFormattedName(displayName, id === after.self.participantId, page.config)
    events.push({ name: 'displayNameChange', payload: { id, displayname: displayName, formattedDisplayName } })
  }
  return events
}

/** The address of oneself, and for moderators those of others: by the word of a token or a list; of oneself else by that of the host page. */
function emailIn(view: MeetingView, page: Picture['page'], id: ParticipantId): string | undefined {
  const { self, moderators } = view
  if (id !== self.participantId) return moderators?.identities[id]?.email
  return self.identity?.email ?? page.email
}

/** Who came, then what else is known of them. */
function joined(
  id: ParticipantId,
  { displayName, avatar }: PersonView,
  view: MeetingView,
  page: Picture['page'],
): EmbedEvent[] {
  const formattedDisplayName = toFormattedName(displayName, false, page.config)
  const { userContext = {} } = userContextIn(view, id)
  const email = emailIn(view, page, id)
  return [
    { name: 'participantJoined', payload: { id, displayName, formattedDisplayName, userContext } },
    ...(avatar === undefined ? [] : [toAvatarEvent(id, avatar)]),
    ...(email === undefined ? [] : [{ name: 'emailChange', payload: { id, email } } satisfies EmbedEvent]),
  ]
}

function toAvatarEvent(id: ParticipantId, avatarURL: string | undefined): EmbedEvent {
  return { name: 'avatarChanged', payload: { id, ...(avatarURL !== undefined && { avatarURL }) } }
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

/** Who knocks at the meeting's door, the longest waiting first: to moderators, also to those who became it just now. */
function toKnockEvents({ view: before }: Picture, { view: after }: Picture): EmbedEvent[] {
  const known = before?.moderators?.waiting ?? {}
  return (after ? toLobby(after) : [])
    .filter(({ participantId }) => !Object.hasOwn(known, participantId))
    .map(({ participantId: id, name }) => ({ name: 'knockingParticipant', payload: { participant: { id, name } } }))
}

/** Becoming moderator is no news of rounds where there are none. */
function toKnownRounds(view: MeetingView, places: Places): BreakoutRounds {
  const { progress, rounds = [] } = toRounds(view, places)
  return { ...(progress && { progress }), rounds }
}

function toRunningEvents(earlier: MeetingView, later: MeetingView, places: Places): EmbedEvent[] {
  const { meeting: before } = earlier
  const { meeting: after } = later
  const events: EmbedEvent[] = []
  const hasChanged = (to: (view: MeetingView, places: Places) => unknown) =>
    !isSame(to(earlier, places), to(later, places))
  if (before.podium !== after.podium && hasChanged(toPodiumSpeakers))
    events.push({ name: 'podiumChanged', payload: { speakers: toPodiumSpeakers(later, places) } })
  if (
    (before.rounds !== after.rounds || earlier.moderators?.rounds !== later.moderators?.rounds) &&
    hasChanged(toKnownRounds)
  )
    events.push({ name: 'breakoutRoundsChanged', payload: toRounds(later, places) })
  if (earlier.moderators?.assignments !== later.moderators?.assignments && hasChanged(toAssignments))
    events.push({ name: 'breakoutAssignmentsChanged', payload: { assignments: toAssignments(later, places) } })
  if (earlier.moderators?.knocks !== later.moderators?.knocks && hasChanged(toKnocks))
    events.push({ name: 'breakoutKnocksChanged', payload: { knocks: toKnocks(later, places) } })
  if (!isSame(before.countdown, after.countdown)) {
    const { countdown } = after
    const payload = countdown ? { action: countdown.action, dueAt: countdown.dueAt } : {}
    events.push({ name: 'breakoutCountdownChanged', payload })
  }
  if (!isSame(before.timer, after.timer)) {
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
  if (!before.view)
    events.push({ name: 'conferenceCreatedTimestamp', payload: { timestamp: after.view.meeting.startedAt } })
  if (before.title !== after.title || !before.view)
    events.push({ name: 'subjectChange', payload: { subject: after.title } })
  if (before.isTileView !== after.isTileView)
    events.push({ name: 'tileViewChanged', payload: { enabled: after.isTileView } })
  return [...events, ...toPictureEvents(before.page, after.page)]
}

/** What of pictures is received and shown on this page. */
function toPictureEvents(before: Picture['page'], after: Picture['page']): EmbedEvent[] {
  const events: EmbedEvent[] = []
  if (after.maxHeight !== undefined && before.maxHeight !== after.maxHeight)
    events.push({ name: 'videoQualityChanged', payload: { videoQuality: after.maxHeight } })
  if (before.audioOnly !== after.audioOnly) {
    events.push({ name: 'audioOnlyChanged', payload: { enabled: after.audioOnly } })
    events.push({ name: 'lowBandwidthModeChanged', payload: { enabled: after.audioOnly } })
  }
  if (before.smallWindow !== after.smallWindow)
    events.push({ name: after.smallWindow ? 'pipEntered' : 'pipLeft', payload: {} })
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
  // The view may be gone a moment before the state says so. Who waits in the lobby has something to close, too.
  const wasIn = ['joined', 'reconnecting', 'waiting'].includes(before.state.status)
  const isOver = state.status === 'replaced' || (state.status === 'idle' && wasIn)
  return isOver ? [{ name: 'readyToClose', payload: {} }] : []
}

function othersIn(view: MeetingView) {
  const { roomId } = view.room
  return peopleInOrder(view).filter(([id, person]) => id !== view.self.participantId && person.roomId === roomId)
}
