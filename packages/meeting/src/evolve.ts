// SPDX-License-Identifier: Apache-2.0
// From an event to the next state: dispatch only, immutable; what an event does not touch keeps its identity. An event that does not fit the state
// is a bug or a damaged log, and throws.
import type { Actor } from '@alcove/protocol'
import { evolveAnnouncementMade } from './announcements/announce.ts'
import { noAnnouncements } from './announcements/announcementsState.ts'
import { evolveRoomProperties, evolveRoomsOrdered } from './breakout/changeRoom.ts'
import { evolveMove } from './breakout/evolveMove.ts'
import { evolveRoomChanged, evolveRoomCreated, evolveRoomRemoved } from './breakout/evolveRooms.ts'
import { evolveHost } from './breakout/hosts.ts'
import { evolveKnock, withoutKnocks } from './breakout/knock.ts'
import { evolveMessageSent, forgetRoom } from './chat/chat.ts'
import { emptyChat } from './chat/chatState.ts'
import { evolveAssignment } from './conduct/assign.ts'
import { newConduct } from './conduct/conduct.ts'
import { evolveConduct } from './conduct/evolveConduct.ts'
import { evolveRoomStarted } from './conduct/openAll.ts'
import { evolveDoor } from './door/decideDoor.ts'
import { openDoor } from './door/doorState.ts'
import { evolvePeopleLimited } from './door/limit.ts'
import { evolveLobbyMessageWritten } from './door/lobbyTalk.ts'
import type { EventOf, MeetingEvent } from './events.ts'
import { evolveGlance, settleGlances } from './glance/glance.ts'
import { noGlances } from './glance/glanceState.ts'
import { evolveHands, withoutHand } from './hands/hands.ts'
import { noHands } from './hands/handsState.ts'
import { evolveHelp, followHelp } from './help/evolveHelp.ts'
import { noHelp } from './help/helpState.ts'
import { assertNever, invariant } from './invariant.ts'
import { evolveEnded, withReportKey } from './moderation/end.ts'
import { evolveModeration } from './moderation/evolveModeration.ts'
import { noModeration } from './moderation/moderationState.ts'
import { withoutRequests } from './moderation/people.ts'
import { evolvePolicyChanged } from './moderation/policy.ts'
import { evolveRoleChanged } from './moderation/roles.ts'
import { evolveAvatarChanged } from './naming/avatar.ts'
import { evolveRenamed, evolveSubjectChanged } from './naming/naming.ts'
import { evolvePodium, settlePodium } from './podium/podium.ts'
import { emptyPodium } from './podium/podiumState.ts'
import { evolveJoined, evolvePresence } from './presence/evolvePresence.ts'
import { evolveRetention, evolveRetentionShortened } from './presence/retention.ts'
import { evolveRoomsAllowed, evolveRoomsDenied } from './rooms-switch/roomsSwitch.ts'
import { evolveClaim, evolveExpectationDropped, evolveExpected } from './roster/expect.ts'
import { evolveForgotten } from './roster/forget.ts'
import { evolveRounds, withoutPersonInRounds, withoutRoom } from './rounds/evolveRounds.ts'
import { noRounds } from './rounds/roundsState.ts'
import { evolveSpeakingCounted } from './speaking/countSpeaking.ts'
import { type MeetingState, maxOutcomesOf, type Outcome, type RunningMeeting } from './state.ts'
import { together, withEntry } from './together.ts'
import { countTries } from './tries/tries.ts'
import { noTries } from './tries/triesState.ts'
import { trackVisits } from './visits/visits.ts'

export function evolve(state: MeetingState, event: MeetingEvent): MeetingState {
  return countTries(trackVisits(settleGlances(settlePodium(followed(evolved(state, event), event))), event), event)
}

/** What hangs on where people are follows from every event that places somebody or sends them away. */
function followed(state: MeetingState, event: MeetingEvent): MeetingState {
  if (state.status !== 'running') return state
  switch (event.type) {
    case 'ParticipantMoved':
    case 'ParticipantGone':
    case 'ParticipantLeft':
    case 'ParticipantRemoved':
      return followHelp(withoutKnocks(withoutHand(state, event.participantId), event.participantId), event)
    default:
      return followHelp(state, event)
  }
}

/** What is stored of a command: what happened, and the outcomes that answer it. */
export interface Stored {
  readonly events: readonly MeetingEvent[]
  readonly outcomes: readonly { readonly by: Actor; readonly outcome: Outcome }[]
}

/** The state after what was stored, in its order: evolve and remember for each, at the cost of one. */
export function replay(state: MeetingState, stored: readonly Stored[]): MeetingState {
  return together(() =>
    stored.reduce(
      (before, { events, outcomes }) =>
        outcomes.reduce((known, { by, outcome }) => remember(known, by, outcome), events.reduce(evolve, before)),
      state,
    ),
  )
}

function evolved(state: MeetingState, event: MeetingEvent): MeetingState {
  if (event.type === 'MeetingCreated') {
    invariant(state.status === 'new', 'a meeting was created twice')
    return created(event)
  }
  invariant(state.status === 'running', `${event.type} in a meeting that is ${state.status}`)
  switch (event.type) {
    case 'MeetingEnded':
      return evolveEnded(state, event)
    case 'RetentionChanged':
      return evolveRetention(state, event)
    case 'RetentionShortened':
      return evolveRetentionShortened(state, event)
    case 'PolicyChanged':
      return evolvePolicyChanged(state, event)
    case 'ParticipantJoined':
    case 'ParticipantKnocked':
      return evolveJoined(state, event)
    case 'ParticipantAbsent':
    case 'ParticipantAdmitted':
    case 'ParticipantResumed':
    case 'ParticipantWaiting':
      return evolvePresence(state, event)
    case 'ParticipantGone':
    case 'ParticipantLeft':
      return withoutRequests(evolvePresence(state, event), event.participantId)
    case 'LobbyMessageWritten':
      return evolveLobbyMessageWritten(state, event)
    case 'ParticipantExpected':
      return evolveExpected(state, event)
    case 'ExpectationDropped':
      return withoutPersonInRounds(evolveExpectationDropped(state, event), event.participantId)
    case 'ClaimRenewed':
    case 'SeatClaimed':
      return evolveClaim(state, event)
    case 'ParticipantForgotten':
      return evolveForgotten(state, event)
    case 'ModeratorKeySet':
    case 'LobbyChanged':
    case 'BeforeModeratorChanged':
    case 'ToldOutsideChanged':
    case 'PasswordChanged':
      return evolveDoor(state, event)
    case 'EverybodyDismissed':
      return withReportKey(state, event)
    case 'RoleChanged':
      return evolveRoleChanged(state, event)
    case 'ParticipantRenamed':
      return evolveRenamed(state, event)
    case 'AvatarChanged':
      return evolveAvatarChanged(state, event)
    case 'SubjectChanged':
      return evolveSubjectChanged(state, event)
    case 'RoomsDenied':
      return evolveRoomsDenied(state)
    case 'ParticipantMoved':
      return evolveMove(state, event)
    case 'RoomCreated':
      return evolveRoomCreated(state, event)
    case 'RoomRenamed':
    case 'RoomOpened':
    case 'RoomClosed':
      return evolveRoomChanged(state, event)
    case 'RoomRemoved':
      return withoutRoom(forgetRoom(evolveRoomRemoved(state, event), event.roomId), event.roomId)
    case 'MessageSent':
      return evolveMessageSent(state, event)
    case 'PeopleLimited':
      return evolvePeopleLimited(state, event)
    case 'MediaStopped':
    case 'MediaStarted':
    case 'StartInvited':
    case 'InvitationDeclined':
    case 'MustAskChanged':
    case 'SendAsked':
    case 'SendAskWithdrawn':
    case 'MediaAllowed':
    case 'MediaDisallowed':
    case 'ParticipantRemoved':
      return evolveModeration(state, event)
    case 'RoomsAllowed':
      return evolveRoomsAllowed(state, event)
    case 'RoomStarted':
      return evolveRoomStarted(state, event)
    case 'ParticipantAssigned':
    case 'ParticipantUnassigned':
      return evolveAssignment(state, event)
    case 'CountdownStarted':
    case 'CountdownCancelled':
    case 'CountdownEnded':
    case 'TimerStarted':
    case 'TimerExtended':
    case 'TimerEnded':
    case 'TimerStopped':
    case 'LateJoinChanged':
      return evolveConduct(state, event)
    case 'RoomChanged':
      return evolveRoomProperties(state, event)
    case 'RoomsOrdered':
      return evolveRoomsOrdered(state, event)
    case 'HostNamed':
    case 'HostDismissed':
      return evolveHost(state, event)
    case 'Knocked':
    case 'KnockWithdrawn':
    case 'KnockAnswered':
      return evolveKnock(state, event)
    case 'AnnouncementMade':
      return evolveAnnouncementMade(state, event)
    case 'HandRaised':
    case 'HandsLowered':
      return evolveHands(state, event)
    case 'HelpAsked':
    case 'HelpWithdrawn':
    case 'HelpTaken':
    case 'HelpAnswered':
    case 'HelperCame':
      return evolveHelp(state, event)
    case 'PeopleSeated':
      return { ...state, seated: event.changed }
    case 'SeatingUndone':
    case 'SeatingSettled':
      return { ...state, seated: [] }
    case 'RoundsAdded':
    case 'RoundChanged':
    case 'AssignedInRound':
    case 'RoundRemoved':
    case 'RoundsReordered':
    case 'RoundStarted':
    case 'RoundEnded':
      return evolveRounds(state, event)
    case 'PodiumTaken':
    case 'PodiumLeft':
      return evolvePodium(state, event)
    case 'GlanceStarted':
    case 'GlanceEnded':
    case 'GlancePolicyChanged':
      return evolveGlance(state, event)
    case 'SpeakingCounted':
      return evolveSpeakingCounted(state, event)
    default:
      return assertNever(event)
  }
}

/** Keeps the first outcome of a command, so that resending it changes nothing. An ended meeting remembers nothing. */
export function remember(state: MeetingState, by: Actor, outcome: Outcome): MeetingState {
  if (state.status !== 'running') return state
  const known = state.outcomes.get(by) ?? []
  const kept = [...known, outcome].slice(-maxOutcomesOf(by))
  return { ...state, outcomes: withEntry(state.outcomes, by, kept) }
}

/** What settings meant that logs from before do not name. */
const settingsBefore = { keyedRetentionMs: 30 * 24 * 3_600_000, firstIsModerator: true }

function created(event: EventOf<'MeetingCreated'>): RunningMeeting {
  return {
    status: 'running',
    meetingId: event.meetingId,
    createdAt: event.at,
    settings: { ...settingsBefore, ...event.settings },
    selfMove: 'anywhere',
    roomsAllowed: true,
    roomsDenied: false,
    conduct: newConduct,
    rooms: new Map(),
    seats: new Map(),
    roomsMade: 0,
    seatsMade: 0,
    outcomes: new Map(),
    withoutModeratorSince: undefined,
    visits: new Map(),
    chat: emptyChat,
    moderation: noModeration,
    door: openDoor,
    announcements: noAnnouncements,
    hands: noHands,
    help: noHelp,
    rounds: noRounds,
    seated: [],
    podium: emptyPodium,
    glance: noGlances,
    tries: noTries,
  }
}
