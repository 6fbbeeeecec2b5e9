// SPDX-License-Identifier: Apache-2.0
// What can be asked of a meeting: a closed union. Time, ids, names and seeds come in as data; the core makes none of them.
import type {
  Actor,
  AnnounceTo,
  BeforeModerator,
  ChatTarget,
  CommandId,
  Feature,
  GroupedPeople,
  GroupingWishes,
  Invitable,
  Kind,
  LateJoin,
  MeetingId,
  ParticipantId,
  PodiumRooms,
  Role,
  RoomGroup,
  RoomId,
  RoundId,
  SelfMove,
  Stoppable,
  TimerEnd,
  ToldOutside,
  Whom,
} from '@alcove/protocol'
import type { GroupingPlan } from './breakout/plan.ts'
import type { Claim, Identity } from './roster/identity.ts'
import type { Spoken } from './speaking/heard.ts'

/** What somebody asks carries who asks and the id under which the outcome is remembered. */
interface ByActor {
  readonly by: Actor
  readonly commandId: CommandId
  /** Milliseconds since 1970. */
  readonly at: number
}

/** What only a person can do, for themself. */
interface ByParticipant extends ByActor {
  readonly by: ParticipantId
}

/** What happens by itself, or before there is a seat. */
interface BySystem {
  readonly at: number
}

/**
 * What takes long is worked out before the command is decided, in another thread, and comes in as data. Without it the plan is made while deciding;
 * with the same seed it is the same.
 */
interface Planned {
  readonly plan?: GroupingPlan
  /** For rooms that have to be made, in case the plan is made while deciding. */
  readonly newRoomIds?: readonly RoomId[]
}

export type Command =
  | ({
      readonly type: 'JoinMeeting'
      readonly meetingId: MeetingId
      readonly participantId: ParticipantId
      readonly displayName: string
      readonly tokenHash: string
      readonly settings: MeetingSettings
      /** Who it is, when a token vouches for it. */
      readonly identity?: Identity
      /** What a token grants. */
      readonly grant?: Grant
      /** SHA-256 of the moderator key that was presented. */
      readonly moderatorKeyHash?: string
      /** SHA-256 of the claim code that was presented. */
      readonly claimHash?: string
      readonly password?: PasswordCheck
      /** How the door stands of a meeting that is made by this. */
      readonly door?: NewDoor
    } & BySystem)
  /** Makes a meeting before anybody comes; whoever presents the moderator key is moderator. */
  | ({
      readonly type: 'PrepareMeeting'
      readonly meetingId: MeetingId
      readonly settings: MeetingSettings
      readonly moderatorKeyHash: string
    } & ByActor)
  /** Moderators hold a key from now on; whoever comes first is no moderator any more. Takes the place of the key before. */
  | ({ readonly type: 'SetModeratorKey'; readonly moderatorKeyHash: string } & ByActor)
  | ({ readonly type: 'ChangeLobby'; readonly lobby: boolean } & ByActor)
  | ({ readonly type: 'ChangeToldOutside'; readonly toldOutside: ToldOutside } & ByActor)
  | ({ readonly type: 'ChangeBeforeModerator'; readonly beforeModerator: BeforeModerator } & ByActor)
  /** `passwordHash`: made outside; undefined: none. */
  | ({ readonly type: 'ChangePassword'; readonly passwordHash: string | undefined } & ByActor)
  /** Somebody in the lobby to the moderators. */
  | ({ readonly type: 'WriteFromLobby'; readonly text: string } & ByParticipant)
  | ({ readonly type: 'AnswerInLobby'; readonly participantId: ParticipantId; readonly text: string } & ByActor)
  | ({ readonly type: 'AdmitPeople'; readonly participantIds: readonly ParticipantId[] | 'everybody' } & ByActor)
  | ({ readonly type: 'ExpectPeople'; readonly people: readonly ExpectedPerson[] } & ByActor)
  /** A new code for a seat; the one before opens nothing any more. */
  | ({ readonly type: 'RenewClaim'; readonly participantId: ParticipantId; readonly claim: Claim } & ByActor)
  /** Blanks all that names the person, now and in what is stored. */
  | ({ readonly type: 'ForgetPerson'; readonly participantId: ParticipantId } & ByActor)
  | ({
      readonly type: 'ResumeSeat'
      readonly participantId: ParticipantId
      readonly tokenHash: string
      /** Whom a token names, if one was presented. */
      readonly userId?: string
      /** SHA-256 of the moderator key that was presented. */
      readonly moderatorKeyHash?: string
    } & BySystem)
  | ({ readonly type: 'LoseConnection'; readonly participantId: ParticipantId } & BySystem)
  | ({ readonly type: 'PassTime' } & BySystem)
  | ({ readonly type: 'RestartClocks' } & BySystem)
  /** What the server counted and has not stored yet. */
  | ({ readonly type: 'CountSpeaking'; readonly spoken: readonly Spoken[] } & BySystem)
  | ({ readonly type: 'LeaveMeeting' } & ByParticipant)
  | ({ readonly type: 'ChangePolicy'; readonly selfMove: SelfMove } & ByActor)
  | ({ readonly type: 'ChangeRole'; readonly participantId: ParticipantId; readonly role: Role } & ByActor)
  | ({
      readonly type: 'RenameParticipant'
      readonly participantId: ParticipantId
      readonly displayName: string
    } & ByActor)
  /** A picture of oneself; undefined: none. */
  | ({ readonly type: 'ChangeAvatar'; readonly avatar: string | undefined } & ByParticipant)
  /** undefined: none. */
  | ({ readonly type: 'ChangeSubject'; readonly subject: string | undefined } & ByActor)
  | ({
      readonly type: 'MoveParticipant'
      readonly participantId: ParticipantId
      readonly toRoomId: RoomId
      /** Of the room, when somebody goes by themself and gave a password. */
      readonly password?: PasswordCheck
      /** Of moderators: also into a full room. */
      readonly force?: boolean
    } & ByActor)
  | ({
      readonly type: 'CreateRoom'
      readonly roomId: RoomId
      readonly name?: string
      readonly open?: boolean
      readonly properties?: RoomProperties
    } & ByActor)
  | ({
      readonly type: 'ChangeRoom'
      readonly roomId: RoomId
      readonly name?: string
      readonly change: RoomProperties
    } & ByActor)
  /** Without `before`: to the end. */
  | ({ readonly type: 'PlaceRoom'; readonly roomId: RoomId; readonly before?: RoomId } & ByActor)
  | ({
      readonly type: 'NameHost'
      readonly roomId: RoomId
      readonly participantId: ParticipantId
      readonly isHost: boolean
    } & ByActor)
  | ({ readonly type: 'KnockAtRoom'; readonly roomId: RoomId; readonly knocking: boolean } & ByParticipant)
  | ({
      readonly type: 'AdmitToRoom'
      readonly roomId: RoomId
      readonly participantId: ParticipantId
      readonly admitted: boolean
    } & ByActor)
  | ({ readonly type: 'RemoveRoom'; readonly roomId: RoomId } & ByActor)
  | ({ readonly type: 'OpenRoom'; readonly roomId: RoomId } & ByActor)
  | ({ readonly type: 'CloseRoom'; readonly roomId: RoomId } & ByActor)
  | ({ readonly type: 'SendMessage'; readonly to: ChatTarget; readonly text: string } & ByParticipant)
  | ({ readonly type: 'StopMedia'; readonly source: Stoppable; readonly whom: Whom } & ByActor)
  /** The person takes up again what was stopped, or starts what a moderator asked for. */
  | ({ readonly type: 'StartMedia'; readonly source: Stoppable } & ByParticipant)
  | ({
      readonly type: 'InviteToStart'
      readonly participantId: ParticipantId
      readonly source: Invitable
    } & ByActor)
  | ({ readonly type: 'DeclineInvitation'; readonly source: Invitable } & ByParticipant)
  | ({ readonly type: 'SetMustAsk'; readonly kind: Kind; readonly mustAsk: boolean } & ByActor)
  | ({ readonly type: 'AskToSend'; readonly kind: Kind; readonly asking: boolean } & ByParticipant)
  | ({
      readonly type: 'AllowMedia'
      readonly kind: Kind
      readonly whom: Whom
      readonly allowed: boolean
    } & ByActor)
  | ({
      readonly type: 'RemoveParticipant'
      readonly participantId: ParticipantId
      readonly bar: boolean
    } & ByActor)
  /** `reportKeyHash`: SHA-256 of the key by which whoever ends it may read the report afterwards. */
  | ({ readonly type: 'EndMeeting'; readonly reportKeyHash?: string } & ByActor)
  | ({ readonly type: 'DeleteMeeting' } & ByActor)
  /** How long the meeting is kept after the last person left, with a moderator key or without. */
  | ({ readonly type: 'ChangeRetention'; readonly retentionMs: number } & ByActor)
  /** Undefined: for as long as the operator says. */
  | ({ readonly type: 'ShortenRetention'; readonly retentionMs: number | undefined } & ByActor)
  /** undefined: no limit. */
  | ({ readonly type: 'LimitPeople'; readonly maxPeople: number | undefined } & ByActor)
  | ({ readonly type: 'Announce'; readonly to: AnnounceTo; readonly text: string } & ByActor)
  /** One's own. */
  | ({ readonly type: 'RaiseHand'; readonly raised: boolean } & ByParticipant)
  | ({ readonly type: 'LowerHands'; readonly whom: Whom } & ByActor)
  | ({ readonly type: 'AskForHelp'; readonly text?: string } & ByParticipant)
  | ({ readonly type: 'WithdrawHelp' } & ByParticipant)
  /** `enter`: goes into the room with it. */
  | ({ readonly type: 'TakeHelp'; readonly requestId: number; readonly enter: boolean } & ByParticipant)
  | ({ readonly type: 'AnswerHelp'; readonly requestId: number } & ByParticipant)
  | ({ readonly type: 'ReturnFromHelp' } & ByParticipant)
  /** At once, or when `inMs` have passed. */
  | ({ readonly type: 'CloseAllRooms'; readonly inMs?: number } & ByActor)
  | ({ readonly type: 'OpenAllRooms'; readonly inMs?: number } & ByActor)
  | ({ readonly type: 'CancelCountdown' } & ByActor)
  | ({ readonly type: 'StartTimer'; readonly durationMs: number; readonly atEnd: TimerEnd } & ByActor)
  | ({ readonly type: 'ExtendTimer'; readonly byMs: number } & ByActor)
  | ({ readonly type: 'StopTimer' } & ByActor)
  /** Whether breakout rooms may be used at all. */
  | ({ readonly type: 'AllowRooms'; readonly allowed: boolean } & ByActor)
  | ({ readonly type: 'ChangeLateJoin'; readonly lateJoin: LateJoin } & ByActor)
  /** Without a room: to none. */
  | ({
      readonly type: 'AssignParticipant'
      readonly participantId: ParticipantId
      readonly roomId?: RoomId
    } & ByActor)
  /** `hold`: assigns and moves nobody. */
  | ({
      readonly type: 'AutoAssign'
      readonly who: GroupedPeople
      readonly seed: number
      readonly hold?: boolean
      readonly wishes?: GroupingWishes
    } & Planned &
      ByActor)
  /** `hold`: assigns and moves nobody. In the main room: assigned to none. */
  | ({ readonly type: 'SeatPeople'; readonly groups: readonly RoomGroup[]; readonly hold?: boolean } & ByActor)
  | ({ readonly type: 'UndoAssignment' } & ByActor)
  /** `replace`: in place of the rounds that have not begun. */
  | ({
      readonly type: 'PlanRounds'
      readonly count: number
      readonly seed: number
      readonly durationMs?: number
      readonly wishes?: GroupingWishes
      readonly replace?: boolean
    } & Planned &
      ByActor)
  | ({
      readonly type: 'AddRound'
      readonly name?: string
      readonly durationMs?: number
      readonly groups: readonly RoomGroup[]
    } & ByActor)
  /** What is left out stays. A duration of 0: none. */
  | ({
      readonly type: 'ChangeRound'
      readonly roundId: RoundId
      readonly name?: string
      readonly durationMs?: number
      readonly groups?: readonly RoomGroup[]
    } & ByActor)
  /** All or nobody. Without a room: in none. */
  | ({
      readonly type: 'AssignInRound'
      readonly roundId: RoundId
      readonly participantIds: readonly ParticipantId[]
      readonly roomId?: RoomId
    } & ByActor)
  | ({ readonly type: 'RemoveRound'; readonly roundId: RoundId } & ByActor)
  | ({ readonly type: 'ReorderRounds'; readonly roundIds: readonly RoundId[] } & ByActor)
  /** At once, or when `inMs` have passed. */
  | ({ readonly type: 'StartNextRound'; readonly inMs?: number } & ByActor)
  | ({ readonly type: 'TakePodium'; readonly rooms: PodiumRooms } & ByParticipant)
  | ({ readonly type: 'LeavePodium' } & ByParticipant)
  /** Takes somebody else off it. */
  | ({ readonly type: 'EndPodium'; readonly participantId: ParticipantId } & ByActor)
  | ({ readonly type: 'StartGlance'; readonly roomId: RoomId } & ByParticipant)
  | ({ readonly type: 'StopGlance'; readonly roomId: RoomId } & ByParticipant)
  | ({ readonly type: 'ChangeGlancePolicy'; readonly allowed: boolean } & ByActor)

export type CommandOf<Type extends Command['type']> = Extract<Command, { type: Type }>

/** `vouched`: those that a token or a list of people gave; `all`: also those that people choose for themselves. */
export type AvatarPolicy = 'off' | 'vouched' | 'all'

/** Limits and times of a meeting, fixed when it is created. */
export interface MeetingSettings {
  /** How long a lost connection counts as absent before others see the person gone. */
  readonly absenceGraceMs: number
  /** How long a meeting is kept after the last person left. */
  readonly retentionMs: number
  readonly maxRooms: number
  readonly maxSeats: number
  /** False: the meeting may use no breakout rooms, whatever its moderators say. */
  readonly breakoutRooms?: boolean
  /** Which pictures of people are shown; absent: those that a token or a list of people gave. */
  readonly avatars?: AvatarPolicy
  /** Programs of the operator get what is written to rooms and to everybody; absent: they do not. */
  readonly tellsChat?: boolean
  /** How long a meeting with a moderator key is kept after the last person left. */
  readonly keyedRetentionMs: number
  /** Moderators have it kept no longer than this. */
  readonly shorterRetentionMs?: number
  /** Whether the first one in is moderator as long as there is no moderator key. */
  readonly firstIsModerator: boolean
}

/** How the door of a new meeting stands, as whoever runs it wants it; what is left out is open. */
export interface NewDoor {
  readonly lobby?: boolean
  readonly beforeModerator?: BeforeModerator
  readonly passwordHash?: string
  readonly maxPeople?: number
}

export interface Grant {
  /** Without one it is as the meeting has it. */
  readonly role?: Role
  /** Goes past the lobby. */
  readonly skipsLobby: boolean
  /** What its holder may not; left out: nothing. */
  readonly denied?: readonly Feature[]
}

/** The outcome of checking a password, and against which one: the core knows no way to check it. */
export interface PasswordCheck {
  readonly version: number
  readonly isRight: boolean
}

/** Somebody who is to come. Whoever is known already by user id, e-mail or seat is changed instead. */
export interface ExpectedPerson {
  /** The seat that is made, or that is changed if it exists. */
  readonly participantId: ParticipantId
  readonly displayName: string
  readonly role?: Role
  readonly identity: Identity
  /** Theirs is taken away. Else one that is left out stays, of somebody who is known already. */
  readonly withoutPicture?: true
  readonly claim?: Claim
  readonly roomId?: RoomId
  /** Goes to the room on joining even if it is not under way, as long as it is open. */
  readonly atOnce?: boolean
}

/** What is left out stays; null takes it away. The password was hashed outside. */
export interface RoomProperties {
  readonly capacity?: number | null
  readonly task?: string | null
  readonly locked?: boolean
  readonly passwordHash?: string | null
}
