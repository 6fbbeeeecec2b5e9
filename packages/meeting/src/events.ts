// SPDX-License-Identifier: Apache-2.0
// What has happened in a meeting: a closed union, stored for ever (but for personal fields, which the store may blank). A change of an event is a
// new version with an upcaster.
import type {
  Actor,
  BeforeModerator,
  ChatTarget,
  Feature,
  Invitable,
  Kind,
  LateJoin,
  MeetingId,
  ParticipantId,
  PodiumRooms,
  Role,
  RoomGroup,
  RoomId,
  RoomsAction,
  RoundId,
  SelfMove,
  Stoppable,
  TimerEnd,
  ToldOutside,
} from '@alcove/protocol'
import type { Reseated } from './breakout/plan.ts'
import type { MeetingSettings, RoomProperties } from './commands.ts'
import type { CountdownCause } from './conduct/conduct.ts'
import type { Claim, Identity } from './roster/identity.ts'
import type { Spoken } from './speaking/heard.ts'

export type MeetingEvent =
  | {
      readonly type: 'MeetingCreated'
      readonly meetingId: MeetingId
      readonly settings: MeetingSettings
      readonly at: number
    }
  /** `keptUntil`: somebody ended it, and until then what happened in it is kept; without, nothing is. */
  | {
      readonly type: 'MeetingEnded'
      readonly keptUntil?: number
      readonly reportKeyHash?: string
      readonly at: number
    }
  | { readonly type: 'RetentionChanged'; readonly retentionMs: number; readonly at: number }
  /** Without `retentionMs`: no longer. */
  | { readonly type: 'RetentionShortened'; readonly retentionMs?: number; readonly at: number }
  | { readonly type: 'PolicyChanged'; readonly selfMove: SelfMove; readonly at: number }
  /** `displayName` is personal. */
  | {
      readonly type: 'ParticipantJoined'
      readonly participantId: ParticipantId
      readonly displayName: string
      readonly role: Role
      readonly tokenHash: string
      readonly identity?: Identity
      /** What a token takes from the person. */
      readonly denied?: readonly Feature[]
      readonly at: number
    }
  /** As joining, but into the lobby. */
  | {
      readonly type: 'ParticipantKnocked'
      readonly participantId: ParticipantId
      readonly displayName: string
      readonly role: Role
      readonly tokenHash: string
      readonly identity?: Identity
      /** What a token takes from the person. */
      readonly denied?: readonly Feature[]
      readonly at: number
    }
  /** Somebody with a seat is in the lobby, for the first time or again. */
  | { readonly type: 'ParticipantWaiting'; readonly participantId: ParticipantId; readonly at: number }
  /** Somebody in the lobby wrote to the moderators (`from` is `participantId`), or a moderator answered. `text` is personal. */
  | {
      readonly type: 'LobbyMessageWritten'
      readonly participantId: ParticipantId
      readonly from: Actor
      readonly text: string
      readonly at: number
    }
  | { readonly type: 'ParticipantAdmitted'; readonly participantId: ParticipantId; readonly at: number }
  /** A seat is prepared for somebody who is to come, or what is known of a person is changed. `displayName` and `identity` are personal. */
  | {
      readonly type: 'ParticipantExpected'
      readonly participantId: ParticipantId
      readonly displayName: string
      readonly role: Role
      readonly identity: Identity
      readonly claim?: Claim
      readonly at: number
    }
  /** The seat is prepared no more; nobody had taken it. */
  | { readonly type: 'ExpectationDropped'; readonly participantId: ParticipantId; readonly at: number }
  | { readonly type: 'ClaimRenewed'; readonly participantId: ParticipantId; readonly claim: Claim; readonly at: number }
  /** Somebody who presented the code of the seat holds it with another token from now on. */
  | {
      readonly type: 'SeatClaimed'
      readonly participantId: ParticipantId
      readonly tokenHash: string
      readonly at: number
    }
  /** All that names the person is blank from now on. */
  | { readonly type: 'ParticipantForgotten'; readonly participantId: ParticipantId; readonly at: number }
  | { readonly type: 'ModeratorKeySet'; readonly moderatorKeyHash: string; readonly at: number }
  /** Without `by`: the meeting began so. */
  | { readonly type: 'LobbyChanged'; readonly lobby: boolean; readonly by?: Actor; readonly at: number }
  | { readonly type: 'ToldOutsideChanged'; readonly toldOutside: ToldOutside; readonly at: number }
  | { readonly type: 'BeforeModeratorChanged'; readonly beforeModerator: BeforeModerator; readonly at: number }
  /** Without a hash there is none any more. */
  | { readonly type: 'PasswordChanged'; readonly passwordHash?: string; readonly at: number }
  /** Everybody was sent away; the meeting goes on when somebody comes. */
  | {
      readonly type: 'EverybodyDismissed'
      readonly by: Actor
      readonly reportKeyHash?: string
      readonly at: number
    }
  /** The connection is lost; the seat waits. */
  | { readonly type: 'ParticipantAbsent'; readonly participantId: ParticipantId; readonly at: number }
  /** The absence lasted too long; others see the person gone, the seat can still be resumed. */
  | { readonly type: 'ParticipantGone'; readonly participantId: ParticipantId; readonly at: number }
  /** The person left by choice; the seat can still be resumed. */
  | { readonly type: 'ParticipantLeft'; readonly participantId: ParticipantId; readonly at: number }
  | { readonly type: 'ParticipantResumed'; readonly participantId: ParticipantId; readonly at: number }
  /** `displayName` is personal. */
  | {
      readonly type: 'ParticipantRenamed'
      readonly participantId: ParticipantId
      readonly displayName: string
      readonly by: Actor
      readonly at: number
    }
  /** `avatar`, a picture that the person chose, is personal; without one there is none any more. */
  | {
      readonly type: 'AvatarChanged'
      readonly participantId: ParticipantId
      readonly avatar?: string
      readonly at: number
    }
  /** Without a subject there is none any more. */
  | { readonly type: 'SubjectChanged'; readonly subject?: string; readonly at: number }
  /** The token of this person, who made the meeting or moderates it, denies breakout rooms. */
  | { readonly type: 'RoomsDenied'; readonly participantId: ParticipantId; readonly at: number }
  /** `by`: who did it, where somebody did. */
  | {
      readonly type: 'RoleChanged'
      readonly participantId: ParticipantId
      readonly role: Role
      readonly by?: Actor
      readonly at: number
    }
  | {
      readonly type: 'ParticipantMoved'
      readonly participantId: ParticipantId
      readonly toRoomId: RoomId
      readonly at: number
    }
  /** Open and without properties unless it says so. */
  | {
      readonly type: 'RoomCreated'
      readonly roomId: RoomId
      readonly name: string
      readonly open?: boolean
      readonly properties?: RoomProperties
      readonly at: number
    }
  | { readonly type: 'RoomRenamed'; readonly roomId: RoomId; readonly name: string; readonly at: number }
  | { readonly type: 'RoomRemoved'; readonly roomId: RoomId; readonly at: number }
  | { readonly type: 'RoomOpened'; readonly roomId: RoomId; readonly at: number }
  | { readonly type: 'RoomClosed'; readonly roomId: RoomId; readonly at: number }
  /** `text` is personal. */
  | {
      readonly type: 'MessageSent'
      readonly from: ParticipantId
      readonly to: ChatTarget
      readonly text: string
      readonly at: number
    }
  /** A moderator stopped what these people send. */
  | {
      readonly type: 'MediaStopped'
      readonly participantIds: readonly ParticipantId[]
      readonly source: Stoppable
      readonly by: Actor
      readonly at: number
    }
  /** The person took it up again. */
  | {
      readonly type: 'MediaStarted'
      readonly participantId: ParticipantId
      readonly source: Stoppable
      readonly at: number
    }
  | {
      readonly type: 'StartInvited'
      readonly participantId: ParticipantId
      readonly source: Invitable
      readonly by: Actor
      readonly at: number
    }
  | {
      readonly type: 'InvitationDeclined'
      readonly participantId: ParticipantId
      readonly source: Invitable
      readonly at: number
    }
  | { readonly type: 'MustAskChanged'; readonly kind: Kind; readonly mustAsk: boolean; readonly at: number }
  | {
      readonly type: 'SendAsked' | 'SendAskWithdrawn'
      readonly participantId: ParticipantId
      readonly kind: Kind
      readonly at: number
    }
  | {
      readonly type: 'MediaAllowed' | 'MediaDisallowed'
      readonly participantIds: readonly ParticipantId[]
      readonly kind: Kind
      readonly by: Actor
      readonly at: number
    }
  /** Without a number there is no limit. */
  | { readonly type: 'PeopleLimited'; readonly maxPeople?: number; readonly at: number }
  | {
      readonly type: 'ParticipantRemoved'
      readonly participantId: ParticipantId
      readonly by: Actor
      readonly barred: boolean
      readonly at: number
    }
  /** The room is under way from now on: people are sent to it. */
  | { readonly type: 'RoomStarted'; readonly roomId: RoomId; readonly at: number }
  | {
      readonly type: 'ParticipantAssigned'
      readonly participantId: ParticipantId
      readonly roomId: RoomId
      /** Goes there on joining even if the room is not under way. */
      readonly atOnce?: boolean
      readonly at: number
    }
  | { readonly type: 'ParticipantUnassigned'; readonly participantId: ParticipantId; readonly at: number }
  /** Takes the place of the one before. */
  | {
      readonly type: 'CountdownStarted'
      readonly action: RoomsAction
      readonly dueAt: number
      readonly cause: CountdownCause
      readonly at: number
    }
  | { readonly type: 'CountdownCancelled'; readonly at: number }
  /** It has run out; what it announced follows in the same commit. */
  | { readonly type: 'CountdownEnded'; readonly at: number }
  | { readonly type: 'TimerStarted'; readonly endsAt: number; readonly atEnd: TimerEnd; readonly at: number }
  | { readonly type: 'TimerExtended'; readonly endsAt: number; readonly at: number }
  | { readonly type: 'TimerEnded'; readonly at: number }
  | { readonly type: 'TimerStopped'; readonly at: number }
  | { readonly type: 'RoomsAllowed'; readonly allowed: boolean; readonly by: Actor; readonly at: number }
  /** People were seated by a plan: how it was before, of those for whom it changed something. */
  | { readonly type: 'PeopleSeated'; readonly changed: readonly Reseated[]; readonly at: number }
  | { readonly type: 'SeatingUndone'; readonly at: number }
  /** Everyone was brought back: the last seating cannot be taken back any more. */
  | { readonly type: 'SeatingSettled'; readonly at: number }
  | {
      readonly type: 'RoundsAdded'
      readonly rounds: readonly {
        readonly roundId: RoundId
        readonly name: string
        readonly durationMs?: number
        readonly groups: readonly RoomGroup[]
      }[]
      readonly at: number
    }
  /** What is left out stays. A duration of 0: none. */
  | {
      readonly type: 'RoundChanged'
      readonly roundId: RoundId
      readonly name?: string
      readonly durationMs?: number
      readonly groups?: readonly RoomGroup[]
      readonly at: number
    }
  /** Without a room: in none. */
  | {
      readonly type: 'AssignedInRound'
      readonly roundId: RoundId
      readonly participantId: ParticipantId
      readonly roomId?: RoomId
      readonly at: number
    }
  | { readonly type: 'RoundRemoved'; readonly roundId: RoundId; readonly at: number }
  /** All that have not begun, in their new order. */
  | { readonly type: 'RoundsReordered'; readonly roundIds: readonly RoundId[]; readonly at: number }
  | { readonly type: 'RoundStarted' | 'RoundEnded'; readonly roundId: RoundId; readonly at: number }
  | { readonly type: 'LateJoinChanged'; readonly lateJoin: LateJoin; readonly at: number }
  /** `text` is personal. */
  | {
      readonly type: 'AnnouncementMade'
      readonly from: Actor
      readonly roomIds: readonly RoomId[]
      readonly text: string
      readonly at: number
    }
  | { readonly type: 'RoomChanged'; readonly roomId: RoomId; readonly change: RoomProperties; readonly at: number }
  /** All rooms, in their new order. */
  | { readonly type: 'RoomsOrdered'; readonly roomIds: readonly RoomId[]; readonly at: number }
  | {
      readonly type: 'HostNamed' | 'HostDismissed'
      readonly roomId: RoomId
      readonly participantId: ParticipantId
      readonly by: Actor
      readonly at: number
    }
  | {
      readonly type: 'Knocked' | 'KnockWithdrawn'
      readonly participantId: ParticipantId
      readonly roomId: RoomId
      readonly at: number
    }
  /** Whoever is let in is moved in the same commit. */
  | {
      readonly type: 'KnockAnswered'
      readonly participantId: ParticipantId
      readonly roomId: RoomId
      readonly admitted: boolean
      readonly by: Actor
      readonly at: number
    }
  | { readonly type: 'HandRaised'; readonly participantId: ParticipantId; readonly at: number }
  /** By themselves or by somebody else. Moving and going lower a hand without it. */
  | {
      readonly type: 'HandsLowered'
      readonly participantIds: readonly ParticipantId[]
      readonly by: Actor
      readonly at: number
    }
  /** `text` is personal. */
  | {
      readonly type: 'HelpAsked'
      readonly participantId: ParticipantId
      readonly roomId: RoomId
      readonly text?: string
      readonly at: number
    }
  | { readonly type: 'HelpWithdrawn'; readonly requestId: number; readonly at: number }
  | { readonly type: 'HelpTaken'; readonly requestId: number; readonly by: ParticipantId; readonly at: number }
  /** Leaving the room answers it, too, without this. */
  | { readonly type: 'HelpAnswered'; readonly requestId: number; readonly at: number }
  /** A moderator went into a room to help, and can return to where they were. */
  | {
      readonly type: 'HelperCame'
      readonly participantId: ParticipantId
      readonly from: RoomId
      readonly at: number
    }
  /** Takes the place of the rooms before. Who is absent, gone or no moderator any more leaves the podium without an event of its own. */
  | {
      readonly type: 'PodiumTaken'
      readonly participantId: ParticipantId
      readonly rooms: PodiumRooms
      readonly at: number
    }
  /** `by`: somebody else who took them off. */
  | { readonly type: 'PodiumLeft'; readonly participantId: ParticipantId; readonly by?: Actor; readonly at: number }
  /** A moderator looks into the room from elsewhere. Ends without an event of its own as the podium does, and when they enter the room. */
  | {
      readonly type: 'GlanceStarted' | 'GlanceEnded'
      readonly participantId: ParticipantId
      readonly roomId: RoomId
      readonly at: number
    }
  | { readonly type: 'GlancePolicyChanged'; readonly allowed: boolean; readonly at: number }
  /** How long people spoke since this was last counted of them. */
  | { readonly type: 'SpeakingCounted'; readonly spoken: readonly Spoken[]; readonly at: number }

/** Fields that name a person; `rewrite` of the event store blanks them. */
export const personalFields: { readonly [Type in MeetingEvent['type']]?: readonly string[] } = {
  ParticipantJoined: ['displayName', 'identity'],
  ParticipantKnocked: ['displayName', 'identity'],
  ParticipantExpected: ['displayName', 'identity', 'claim'],
  ClaimRenewed: ['claim'],
  ParticipantRenamed: ['displayName'],
  AvatarChanged: ['avatar'],
  MessageSent: ['text'],
  AnnouncementMade: ['text'],
  HelpAsked: ['text'],
  LobbyMessageWritten: ['text'],
}

export type EventOf<Type extends MeetingEvent['type']> = Extract<MeetingEvent, { type: Type }>
