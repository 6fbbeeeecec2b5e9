// SPDX-License-Identifier: Apache-2.0
// What people see, in parts. Every fact lives in exactly one part, so that no client needs two patches to be consistent.
// Type aliases, not interfaces: only these are assignable to JsonObject without a cast.
import type { AnnouncementView } from './announcements.ts'
import type { RoundId, RoundsProgress, RoundView } from './grouping.ts'
import type { HandView } from './hands.ts'
import type { HelpView, OwnHelpView } from './help.ts'
import type { Actor, MeetingId, ParticipantId, RoomId } from './ids.ts'
import type { AskingView, OwnMediaView } from './moderation.ts'
import type { PodiumRooms, TakenOffView } from './podium.ts'
import type { KnockView } from './rooms.ts'
import type { DoorView, ExpectedView, IdentityView, LobbyMessageView, WaitingView } from './roster.ts'
import type { Feature, LateJoin, Role, RoomsAction, SelfMove, TimerEnd } from './vocabulary.ts'

/** Who is in the meeting, which rooms exist, who is where: for everybody with a seat. */
export type MeetingPart = {
  readonly meetingId: MeetingId
  /** When it was made, ms since 1970. */
  readonly startedAt: number
  /** What moderators call it; absent: by its name. */
  readonly subject?: string
  /** Who was put out last, by whom and when; absent while nobody was. */
  readonly lastRemoved?: RemovalView
  readonly selfMove: SelfMove
  /** Whether people who are not moderators have to ask before they send sound or pictures. */
  readonly mustAsk: { readonly audio: boolean; readonly video: boolean }
  readonly door: DoorView
  /** How many people may be in the meeting at once; absent: no limit. */
  readonly maxPeople?: number
  readonly people: Readonly<Record<ParticipantId, PersonView>>
  /** Breakout rooms; the main room always exists and is not listed. */
  readonly rooms: Readonly<Record<RoomId, RoomView>>
  /** Who or what switched breakout rooms off; absent: they may be used. */
  readonly roomsOff?: RoomsOff
  readonly lateJoin: LateJoin
  /** What is about to happen to all rooms; absent when nothing is. */
  readonly countdown?: CountdownView
  /** The time that the rooms have; absent while nobody set one. */
  readonly timer?: TimerView
  /** How far the rounds are; absent while none is planned. */
  readonly rounds?: RoundsProgress
  /** Who speaks to rooms from wherever they are, and to which. */
  readonly podium: Readonly<Record<ParticipantId, PodiumRooms>>
  /** Moderators may look into rooms without entering; the room shows who does. */
  readonly mayLookIn: boolean
  /** Programs of the operator get what is written to rooms and to everybody; absent: they do not. */
  readonly tellsChat?: boolean
  /** How long what is known of the meeting is kept after the last person has gone, in ms. */
  readonly retentionMs: number
  /** How long it could be kept; only where moderators made it shorter. */
  readonly longestRetentionMs?: number
}

/** The server by its configuration, a token of who makes or moderates the meeting, or its moderators. */
export type RoomsOff = 'server' | 'token' | 'meeting'

export type RemovalView = {
  readonly participantId: ParticipantId
  readonly by: Actor
  readonly at: number
}

/** Times are those of the server, in ms since 1970. */
export type CountdownView = {
  readonly action: RoomsAction
  readonly dueAt: number
  readonly cause: 'moderator' | 'timer'
}

/** It is over when `endsAt` has passed. */
export type TimerView = {
  readonly endsAt: number
  readonly atEnd: TimerEnd
}

export type PersonView = {
  readonly displayName: string
  readonly role: Role
  readonly roomId: RoomId
  /** Counts up with each new seat: the order in which people came. */
  readonly order: number
  /** The connection is lost and may come back; tiles show it. */
  readonly absent: boolean
  /** Address of a picture of the person, as far as the server lets it be shown. */
  readonly avatar?: string
}

export type RoomView = {
  readonly name: string
  readonly order: number
  /** Whether people may enter by themselves. */
  readonly open: boolean
  /** People are sent to it now. */
  readonly underWay: boolean
  /** Counts every room ever made: stays what it is, whatever the order. Chooses colour and shape. */
  readonly number: number
  /** How many people may be in it, moderators not counted; absent: no limit. */
  readonly capacity?: number
  /** People who are not assigned to it, or admitted to it before, knock. */
  readonly locked: boolean
  readonly hasPassword: boolean
  readonly hosts: readonly ParticipantId[]
}

/** What happens inside one room: for the people in it. */
export type RoomPart = {
  readonly roomId: RoomId
  /** What each person in the room sends; those who send nothing are not listed. */
  readonly media: Readonly<Record<ParticipantId, MediaView>>
  /** Who speaks now, loudest first; at most 8. */
  readonly speakers: readonly ParticipantId[]
  /** Hands that are up in this room, in the order of raising. */
  readonly hands: readonly HandView[]
  /** The last one made to this room; absent: none was made. */
  readonly announcement?: AnnouncementView
  /** What the room is to do. */
  readonly task?: string
  /** Who waits before the locked door, in the order of knocking. */
  readonly knocks: readonly KnockView[]
  /** Who speaks to this room from another one (`meeting.podium` says who does, and where they are). */
  readonly podium: Readonly<Record<ParticipantId, PodiumView>>
  /** Which moderators look into this room from elsewhere now: they may see who speaks here, and hear nothing. */
  readonly lookers: readonly ParticipantId[]
}

/** Somebody on a room's podium, as those in the room may know them. */
export type PodiumView = {
  readonly media: MediaView
  /** They speak now. */
  readonly speaks: boolean
}

/** `on`: sent; `muted`: kept but paused; `off`: there is no such track. */
export type TrackState = 'on' | 'muted' | 'off'
export type MediaView = {
  readonly microphone: TrackState
  readonly camera: TrackState
  readonly screen: TrackState
  readonly screenAudio: TrackState
}

/** The highest of the steps in which moderators are told how loud a room is; the lowest is 1. */
export const maxLevel = 10

/** How lively rooms were is told in steps of this long, in ms, and of so many of them. */
export const activityStepMs = 10_000
export const activitySteps = 30

/** Activity of all rooms, never content: for moderators. What changes by the second (speech, microphones, messages, hands) is told at most once a second. */
export type ModeratorsPart = {
  /** Who speaks now in each room where somebody does. */
  readonly speakers: Readonly<Record<RoomId, readonly ParticipantId[]>>
  /** How loud it is in each of these rooms, 1 to {@link maxLevel}. */
  readonly levels: Readonly<Record<RoomId, number>>
  /**
   * How loud each room was at its loudest in each of the last {@link activitySteps} steps of {@link activityStepMs}, 1 to {@link maxLevel}, by the number
   * of the step since 1970. Silent steps are not listed; older ones may be.
   */
  readonly lately: Readonly<Record<RoomId, Readonly<Record<string, number>>>>
  /** How many messages were written in each room where any was. */
  readonly messages: Readonly<Record<RoomId, number>>
  readonly asking: Readonly<Record<ParticipantId, AskingView>>
  /** The room to which each person is assigned; who is not listed is assigned to none. */
  readonly assignments: Readonly<Record<ParticipantId, RoomId>>
  /** Hands of each room where any is up. */
  readonly hands: Readonly<Record<RoomId, readonly HandView[]>>
  /** Requests for help that are open, by their number. */
  readonly help: Readonly<Record<string, HelpView>>
  /** Of each room that has one. */
  readonly tasks: Readonly<Record<RoomId, string>>
  /** Of each room at which somebody knocks. */
  readonly knocks: Readonly<Record<RoomId, readonly KnockView[]>>
  /** What is planned, running and was held. */
  readonly rounds: Readonly<Record<RoundId, RoundView>>
  /** The last seating by the server can be taken back. */
  readonly canUndo: boolean
  /** Who waits in the lobby. */
  readonly waiting: Readonly<Record<ParticipantId, WaitingView>>
  /** Who is to come and has not yet. */
  readonly expected: Readonly<Record<ParticipantId, ExpectedView>>
  /** Of people who are in the meeting, where anything is known. */
  readonly identities: Readonly<Record<ParticipantId, IdentityView>>
  /** When somebody was last heard in each room, ms since 1970 by the server's clock; told when they stop. Rooms where nobody was are not listed. */
  readonly spokeAt: Readonly<Record<RoomId, number>>
  /** Since when two people or more are in each room where that is so. */
  readonly togetherSince: Readonly<Record<RoomId, number>>
  /** How many people in each room have their microphone on; rooms where nobody has are not listed. */
  readonly microphonesOn: Readonly<Record<RoomId, number>>
  /** Into which rooms each moderator looks who looks into any. */
  readonly lookingInto: Readonly<Record<ParticipantId, readonly RoomId[]>>
}

/** One's own: what one may do now. */
export type SelfPart = {
  readonly participantId: ParticipantId
  /** One is in the lobby, and sees no other part. */
  readonly waiting?: true
  /** What was written there between oneself and the moderators; absent: nothing. */
  readonly talk?: readonly LobbyMessageView[]
  readonly can: {
    /** Add, rename, remove, open, close rooms; move anyone; assign; change roles and policy. */
    readonly moderate: boolean
    /** Take oneself into open rooms. */
    readonly enterRooms: boolean
    /** Take oneself back to the main room. */
    readonly returnToMain: boolean
    /** Mute people, lower hands and let people in: in the room where one is, whose host one is. */
    readonly host: boolean
    /** Change one's own name. */
    readonly rename: boolean
  }
  /** What a token takes from one. */
  readonly denied: readonly Feature[]
  /** What is known of oneself; absent: nothing. */
  readonly identity?: IdentityView
  readonly media: OwnMediaView
  /** Somebody else ended one's speaking to rooms, and one has not spoken to any since. */
  readonly takenOffPodium?: TakenOffView
  /** One has asked for help and it is not over. */
  readonly help?: OwnHelpView
  /** Where one was before one went into a room to help; absent when one did not. */
  readonly returnTo?: RoomId
  /** Rooms with a lock or a password at which one is not asked. */
  readonly welcomeIn: readonly RoomId[]
  /** Locked rooms that ask one for the password and not to knock. */
  readonly passwordOnlyIn?: readonly RoomId[]
  /** The locked room at which one knocks. */
  readonly knockingAt?: RoomId
}

export type PartKey = 'meeting' | `room:${string}` | 'moderators' | 'self'
export type PartValue<Key extends PartKey> = Key extends 'meeting'
  ? MeetingPart
  : Key extends 'moderators'
    ? ModeratorsPart
    : Key extends 'self'
      ? SelfPart
      : RoomPart

export function roomPartKey(roomId: RoomId): `room:${string}` {
  return `room:${roomId}`
}
