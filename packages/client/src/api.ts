// SPDX-License-Identifier: Apache-2.0
// The public shape of the SDK: what an application sees of a meeting and what it can do. Everything else in this package is behind it.
import type {
  AnnounceTo,
  AssignmentPreview,
  AttendanceReport,
  BeforeModerator,
  ChatTarget,
  ExpectedPersonInput,
  GroupedPeople,
  GroupingWishes,
  Invitable,
  Kind,
  LateJoin,
  LobbyMessageView,
  MeetingPart,
  ModeratorsPart,
  OutsideView,
  ParticipantId,
  PodiumRooms,
  Reaction,
  ResultOf,
  Role,
  RoomGroup,
  RoomId,
  RoomPart,
  RoundId,
  SelfMove,
  SelfPart,
  ShownItem,
  Source,
  Stoppable,
  TimerEnd,
  ToldOutside,
  Whom,
} from '@alcove/protocol'
import type { ChatLog } from './chat/ChatStore.ts'
import type { FailureCode } from './errors.ts'

/** The server's view, made of the parts that this seat may see. Unchanged parts keep their identity between snapshots. */
export interface MeetingView {
  readonly meeting: MeetingPart
  readonly self: SelfPart
  /** The room where one is now. */
  readonly room: RoomPart
  /** Only for moderators. */
  readonly moderators: ModeratorsPart | undefined
}

/** What one wrote to moderators from the lobby, and what they answered; the oldest first. */
export type LobbyTalk = readonly LobbyMessageView[]

/** Where this client stands towards the meeting. */
export type MeetingStatus =
  /** Nothing asked yet, or left by choice. */
  | { readonly status: 'idle' }
  | { readonly status: 'joining' }
  | { readonly status: 'joined' }
  /** In the lobby: a moderator has to let one in, or to come. Becomes joined by itself. */
  | { readonly status: 'waiting'; readonly talk: LobbyTalk }
  /** The connection is lost; the SDK tries again by itself. The last view stays. The code says why: SERVER_STOPPING when the server announced it. */
  | { readonly status: 'reconnecting'; readonly since: number; readonly code: FailureCode }
  /** A newer connection continued the seat; `join` takes it back. */
  | { readonly status: 'replaced' }
  /** Over for a reason that trying again does not mend by itself. `by`: who put one out, where somebody did. */
  | { readonly status: 'failed'; readonly code: FailureCode; readonly by?: string }

/** A remote track that may be shown or heard now. */
export interface RemoteTrack {
  readonly participantId: ParticipantId
  readonly source: Source
  readonly track: MediaStreamTrack
}

/** An immutable picture of everything; a new object at each change. */
export interface MeetingSnapshot {
  readonly state: MeetingStatus
  /** Present once joined; stays while reconnecting. */
  readonly view: MeetingView | undefined
  readonly remoteTracks: readonly RemoteTrack[]
  /** What this client sends now; muted tracks are listed with muted true. */
  readonly localTracks: readonly LocalTrack[]
  /** What was written and this seat may read. */
  readonly chat: ChatLog
  /** How media stands. `failed`: the SDK tries again by itself; `unsupported`: this browser cannot, and trying again would not help. */
  readonly mediaState: 'closed' | 'connecting' | 'connected' | 'failed' | 'unsupported'
  /** Added to this machine's clock it gives the server's, by which all times in the view are told. */
  readonly serverOffsetMs: number
}

/** What this client sends, or keeps ready while muted. */
export interface LocalTrack {
  readonly source: Source
  readonly track: MediaStreamTrack
  readonly muted: boolean
}

/** How a track is sent. */
export interface PublishOptions {
  /** Starts paused; nothing is sent until {@link MeetingClient.setMuted}. Default false. */
  readonly muted?: boolean
  /** Microphone only: false sends through silence too (measurements, music). Default true. */
  readonly dtx?: boolean
}

/** What a room has besides its name. Capacity counts people who are no moderators. */
export interface NewRoom {
  readonly open?: boolean
  readonly capacity?: number
  /** Shown inside. */
  readonly task?: string
  readonly locked?: boolean
  readonly password?: string
}

/** What changes of a room: null takes it away. */
export interface RoomChange {
  readonly name?: string
  readonly capacity?: number | null
  readonly task?: string | null
  readonly locked?: boolean
  readonly password?: string | null
}

/** How one goes into a room. */
export interface MoveOptions {
  /** Of the room, for oneself. */
  readonly password?: string
  /** Moderators: also into a full room. */
  readonly force?: boolean
}

/** How {@link MeetingClient.assignRooms} seats people. */
export interface AssignOptions {
  /** Assigns and moves nobody. */
  readonly hold?: boolean
  readonly wishes?: GroupingWishes
}

/** How {@link MeetingClient.planRounds} makes rounds. */
export interface PlanRoundsOptions {
  readonly seed?: number
  /** How long each is to last. */
  readonly durationMs?: number
  readonly wishes?: GroupingWishes
  /** In place of all rounds that have not begun. */
  readonly replace?: boolean
}

/** A round as it is written by hand. */
export interface RoundContent {
  readonly name?: string
  readonly durationMs?: number
  readonly groups: readonly RoomGroup[]
}

/** What {@link createMeetingClient} needs to know. */
export interface MeetingClientOptions {
  /** Origin of the server, for example `https://meet.example.org`. */
  readonly serverUrl: string
  /** A parsed meeting name. */
  readonly meetingId: string
  /** Keeps the seat over reloads: sessionStorage of the tab; omit it to keep the seat in memory only (bots). */
  readonly storage?: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>
  /** false: send only, never receive (crowd bots). Default true. */
  readonly receive?: boolean
  /**
   * JWT that says who comes and what they may, where the server takes tokens; a function is asked anew for each connection. It opens a seat: coming back
   * to one needs none, nor one that is still valid. A token of another user than the stored seat's takes a new seat.
   */
  readonly token?: string | (() => string | undefined)
}

/** What opens the door besides the name. */
export interface JoinSecrets {
  readonly password?: string | undefined
  /** From a moderator link; it also makes moderator who has a seat already. */
  readonly moderatorKey?: string | undefined
  /** From a personal link or an invitation: takes the seat that was prepared. */
  readonly claimCode?: string | undefined
}

/** Told who reacts, and how. */
export type ReactionListener = (participantId: ParticipantId, reaction: Reaction) => void

/** Told whose page says what. */
export type PageTextListener = (participantId: ParticipantId, text: string) => void

/** One person's way into one meeting: seat, view, commands and media. Every promise rejects with {@link RequestFailed} and nothing else. */
export interface MeetingClient {
  /** The present snapshot; the same object until something changes. For useSyncExternalStore. */
  getSnapshot(): MeetingSnapshot
  /** Calls `listener` after each change; the returned function ends it. */
  subscribe(listener: () => void): () => void

  /** The seat that this tab holds in this meeting, from storage; undefined when it has to join anew. */
  storedSeat(): ParticipantId | undefined
  /** Whether another live tab of this browser holds the stored seat (Web Locks; false where they are missing). Ask before join takes it over. */
  isSeatHeldElsewhere(): Promise<boolean>
  /** Loads what joining needs, so that it goes quicker; for a page on which people look at themselves first. Changes nothing. */
  prepare(): void
  /** What the meeting tells those who have not entered, as far as it does; nothing where the server cannot be reached. Needs no seat. */
  lookFromOutside(): Promise<OutsideView>
  /**
   * Resumes the stored seat, else takes a new one with this name. Resolves when joined with the first view, or in the lobby; rejects with
   * {@link RequestFailed}: PASSWORD_REQUIRED and PASSWORD_WRONG ask for another try with a password. A stored seat that the server no longer knows is
   * dropped and joined anew.
   */
  join(displayName: string, secrets?: JoinSecrets): Promise<void>
  /**
   * Leaves by choice, unpublishes everything and forgets nothing of the seat: `join` comes back to it. Local tracks are the caller's to stop.
   * Resolves within a few seconds also when the server cannot be reached.
   */
  leave(): Promise<void>
  /** Ends connection and timers without leaving (tests, page teardown). */
  close(): void

  /** Without a name the server gives the next one; with properties the room has them from the beginning. */
  createRoom(name?: string, properties?: NewRoom): Promise<RoomId>
  /** Moderators: changes what a room has; what is left out stays, null takes it away. */
  changeRoom(roomId: RoomId, change: RoomChange): Promise<void>
  /** Moderators: gives a room the place before another one; undefined: the last place. */
  placeRoom(roomId: RoomId, before: RoomId | undefined): Promise<void>
  /** Moderators: names a host of a room, who may mute people, lower hands and let people in while they are in it. */
  setHost(roomId: RoomId, participantId: ParticipantId, isHost: boolean): Promise<void>
  /** Asks to be let into a locked room; false takes it back. Being let in moves one there. */
  knock(roomId: RoomId, knocking: boolean): Promise<void>
  /** Moderators, and hosts of the room from inside: lets somebody in who knocks, or not. */
  admitToRoom(roomId: RoomId, participantId: ParticipantId, admitted: boolean): Promise<void>
  renameRoom(roomId: RoomId, name: string): Promise<void>
  removeRoom(roomId: RoomId): Promise<void>
  openRoom(roomId: RoomId): Promise<void>
  closeRoom(roomId: RoomId): Promise<void>
  /** Brings everybody back and closes all rooms: at once, or after a countdown that everybody sees. */
  closeAllRooms(inMs?: number): Promise<void>
  /** Opens all rooms and sends everybody who is assigned to theirs: at once, or after a countdown. */
  openAllRooms(inMs?: number): Promise<void>
  cancelCountdown(): Promise<void>
  /** From 1 minute to 8 hours. */
  startTimer(durationMs: number, atEnd: TimerEnd): Promise<void>
  extendTimer(byMs: number): Promise<void>
  stopTimer(): Promise<void>
  setLateJoin(lateJoin: LateJoin): Promise<void>
  /** Moderators: whether breakout rooms may be used; off brings everybody back. Rejects with ROOMS_OFF where the server allows none. */
  allowRooms(allowed: boolean): Promise<void>
  /** Says where somebody should be, without moving them; undefined: nowhere in particular. */
  assign(participantId: ParticipantId, roomId: RoomId | undefined): Promise<void>
  /**
   * Seats people in the rooms by the server. Resolves with the seed that repeats this split. With `hold` people are assigned and nobody is moved. Rejects with
   * GROUPING_IMPOSSIBLE when the wishes cannot be met; nobody is assigned then.
   */
  assignRooms(who: GroupedPeople, seed?: number, options?: AssignOptions): Promise<number>
  /** What {@link assignRooms} would do as things are; give the seed of the answer to it to have exactly that. Changes nothing. */
  previewAssignment(who: GroupedPeople, seed?: number, options?: AssignOptions): Promise<AssignmentPreview>
  /**
   * Seats people as listed, all of them or nobody; who is listed in the main room is assigned to none and goes there. With `hold` people are assigned and
   * nobody is moved. Rejects with ROOM_FULL when a room has too few places, counted after those listed have left it.
   */
  seatPeople(groups: readonly RoomGroup[], options?: { readonly hold?: boolean }): Promise<void>
  /** Takes the last seating back, by the server or by {@link seatPeople}, for everybody with whom nothing else was done since. Rejects with UNDO_NONE when there is none. */
  undoAssignment(): Promise<void>
  /** Plans so many rounds in which as few as possible meet again; nobody is assigned by it. They appear in the moderators' view. */
  planRounds(count: number, options?: PlanRoundsOptions): Promise<ResultOf<'rounds.plan'>>
  /** A round made by hand. Without a name it is called by its number. */
  addRound(round: RoundContent): Promise<RoundId>
  /** What is left out stays; a duration of 0 takes it away. What has begun can only be renamed: else ROUND_BEGUN. */
  changeRound(roundId: RoundId, change: Partial<RoundContent>): Promise<void>
  /** Puts people into another room of a round that has not begun, and leaves all others where they are; undefined: into none. */
  assignInRound(roundId: RoundId, participantIds: readonly ParticipantId[], roomId: RoomId | undefined): Promise<void>
  removeRound(roundId: RoundId): Promise<void>
  /** All rounds that have not begun, in the order in which they are to come. */
  reorderRounds(roundIds: readonly RoundId[]): Promise<void>
  /** Begins the next round, at once or after a countdown: its rooms open, everybody goes to theirs, its time begins. */
  startNextRound(inMs?: number): Promise<void>
  /**
   * Rejects with ROOM_CLOSED, ROOM_FULL, ROOM_LOCKED (knock), PASSWORD_REQUIRED or PASSWORD_WRONG when one may not take oneself there now; after too many
   * passwords with TOO_OFTEN and `retryAfterMs`.
   */
  move(participantId: ParticipantId, roomId: RoomId, options?: MoveOptions): Promise<void>
  setRole(participantId: ParticipantId, role: Role): Promise<void>
  /** Oneself, where `view.self.can.rename` says so; moderators anybody. */
  rename(participantId: ParticipantId, displayName: string): Promise<void>
  /** A picture of oneself by its https address; undefined: none. Rejects with AVATAR_REFUSED where the server lets people choose none. */
  setAvatar(avatar: string | undefined): Promise<void>
  /** Moderators: what the meeting is called; undefined: by its name. */
  setSubject(subject: string | undefined): Promise<void>
  setSelfMove(selfMove: SelfMove): Promise<void>
  /**
   * Writes to the room where one is, to everybody, or to one person. The message also arrives in the snapshot, as everybody gets it.
   * Rejects with CHAT_ROOM_LEFT when one is in another room by now: what was meant for one room is not said in the next.
   */
  sendMessage(to: ChatTarget, text: string): Promise<void>

  /** Moderators: stops what one person, a room or everybody sends (of a room and of all, moderators go on). Only the person starts it again. */
  stopMedia(source: Stoppable, whom: Whom): Promise<void>
  /**
   * Takes up again what a moderator stopped, and answers their request to start. Unmute or publish after it: while a source is withheld (see
   * `view.self.media`) the SDK keeps it muted. Rejects with MEDIA_WITHHELD when one has to ask first.
   */
  startMedia(source: Stoppable): Promise<void>
  /** Moderators: asks somebody to start; who has to ask first is allowed with it. */
  inviteToStart(participantId: ParticipantId, source: Invitable): Promise<void>
  declineInvitation(source: Invitable): Promise<void>
  /** Moderators: whether people who are not moderators have to ask before they send sound or pictures. */
  setMustAsk(kind: Kind, mustAsk: boolean): Promise<void>
  /** Asks moderators to be allowed to send; false takes it back. */
  askToSend(kind: Kind, asking: boolean): Promise<void>
  /** Moderators: lets people send, or no longer; both answer a request. */
  allowMedia(kind: Kind, whom: Whom, allowed: boolean): Promise<void>
  /** Moderators: removes somebody; with `bar` their seat opens the meeting no more. */
  removeParticipant(participantId: ParticipantId, bar: boolean): Promise<void>
  /** Moderators: how many people may be in the meeting at once; undefined: no limit. Nobody is put out by it. */
  limitPeople(maxPeople: number | undefined): Promise<void>
  /** Moderators: how long the meeting is kept after the last person has gone, in ms, where that is less than the server says; undefined: as the server says. */
  shortenRetention(retentionMs: number | undefined): Promise<void>
  /**
   * Moderators: from now on one is heard and seen in these rooms, or in all of them, while staying where one is; a second call changes the rooms.
   * Whatever one publishes and has not muted goes there. It ends with {@link leavePodium}, with a lost connection, with the role, and when the
   * rooms' timer ends or everybody is brought back. Rejects with ROOM_NONE, ROOM_UNKNOWN or PODIUM_FULL.
   */
  takePodium(rooms: PodiumRooms): Promise<void>
  /** Ends it; when it resolves, nothing of oneself reaches those rooms any more. */
  leavePodium(): Promise<void>
  /** Moderators: takes somebody else off the podium. Who is not on it stays as they are. */
  endPodium(participantId: ParticipantId): Promise<void>
  /**
   * Moderators: looks into a room without entering it. The room shows who does; from a second later the camera of who speaks there arrives among the
   * remote tracks (small, one person of each room, never sound). It ends with {@link lookAway}, with a lost connection, with the role, on entering
   * the room, and when the meeting allows it no more. Rejects with GLANCE_OFF, GLANCE_LIMIT_REACHED or ROOM_UNKNOWN.
   */
  lookInto(roomId: RoomId): Promise<void>
  /** When it resolves, nothing of the room arrives any more. */
  lookAway(roomId: RoomId): Promise<void>
  /** Moderators: whether anybody may look into rooms without entering; everybody sees it. */
  setMayLookIn(allowed: boolean): Promise<void>
  /**
   * Moderators: ends the meeting for everybody, oneself too: the state becomes failed with MEETING_ENDED or, where there is a moderator link and the
   * meeting is kept, with MEETING_DISMISSED. What happened in it is kept for a time; see {@link getEndedReport}.
   */
  endMeeting(): Promise<void>
  /**
   * This client ended the meeting, before a reload too where it has a storage, and {@link getEndedReport} asks for its report. Joining the next meeting of
   * the name, and a report that is not kept any more, make it false.
   */
  hasEndedMeeting(): boolean
  /** The report of the meeting that this client ended, as it was at the end. Rejects with MEETING_UNKNOWN when it is not kept any more. */
  getEndedReport(): Promise<AttendanceReport>

  /** Moderators: writes to rooms; everybody in them sees it at once, and whoever comes later can read the last one of their room. */
  announce(to: AnnounceTo, text: string): Promise<void>
  /**
   * Shows a sign to the people of one's room for a moment. Nobody is told later, and it is not sent again after a lost connection. Rejects with TOO_OFTEN
   * and `retryAfterMs` after too many.
   */
  react(reaction: Reaction): Promise<void>
  /** Calls `listener` with each reaction in one's room, one's own too, as it comes; the returned function ends it. */
  onReaction(listener: ReactionListener): () => void
  /**
   * Says something to the page of one person in one's room, without `to` to those of everybody else there. Nobody sees it, nothing is kept, and it is not sent
   * again after a lost connection. Rejects with PARTICIPANT_UNKNOWN for somebody elsewhere, and with TOO_OFTEN and `retryAfterMs` after too many.
   */
  sendPageText(to: ParticipantId | undefined, text: string): Promise<void>
  /** Calls `listener` with each text of somebody else's page, as it comes; the returned function ends it. */
  onPageText(listener: PageTextListener): () => void
  /** Raises or lowers one's own hand; moving to another room lowers it. */
  raiseHand(raised: boolean): Promise<void>
  /** Moderators: lowers the hands of one person, a room or everybody. */
  lowerHands(whom: Whom): Promise<void>
  /** Asks all moderators for help, from a breakout room (HELP_IN_MAIN elsewhere). Asking again before it is over changes nothing. */
  askForHelp(text?: string): Promise<void>
  withdrawHelp(): Promise<void>
  /**
   * Moderators: takes care of a request; with `enter` one is moved into the room, too, and `view.self.returnTo` says where to go back to. Rejects with
   * HELP_TAKEN when another moderator who is here was first.
   */
  takeHelp(requestId: number, options?: { readonly enter?: boolean }): Promise<void>
  /** Moderators: says that a request is answered, and stays where one is. */
  answerHelp(requestId: number): Promise<void>
  /** Moderators: goes back to where one was before one came to help; the request is answered by it. */
  returnFromHelp(): Promise<void>
  /** Moderators: deletes the meeting with all that was prepared and recorded of it, at once. */
  deleteMeeting(): Promise<void>
  /** Moderators: whether people wait in the lobby until a moderator lets them in. Switching it off lets everybody in. */
  setLobby(lobby: boolean): Promise<void>
  /** Moderators: lets people in who wait. */
  admit(participantIds: readonly ParticipantId[] | 'everybody'): Promise<void>
  /** From the lobby to the moderators, who all see it; what was written there is in the state while one waits. Rejects with TOO_OFTEN. */
  writeFromLobby(text: string): Promise<void>
  /** Moderators: writes to somebody who waits (see `view.moderators.waiting`). */
  answerInLobby(participantId: ParticipantId, text: string): Promise<void>
  /** Moderators: asks this password of whoever comes by the plain link; undefined: none. */
  setPassword(password: string | undefined): Promise<void>
  /**
   * Moderators: makes a new moderator link. Whoever joins with the key is moderator; nobody is any more by coming first, and the meeting is kept with
   * its rooms and people. Resolves with the key, which nobody can find out later.
   */
  makeModeratorKey(): Promise<string>
  /** Moderators: what people do who come before any moderator is there, in a meeting with a moderator link. */
  setBeforeModerator(beforeModerator: BeforeModerator): Promise<void>
  /** Moderators: what those are told who have not entered. */
  setToldOutside(toldOutside: ToldOutside): Promise<void>
  /** Moderators: prepares seats for people who are to come, or changes those of people who are known; any number of them. */
  expectPeople(people: readonly ExpectedPersonInput[]): Promise<readonly ParticipantId[]>
  /** Moderators: a new code for somebody's seat. Resolves with the code; the one before opens nothing any more. */
  renewClaim(participantId: ParticipantId): Promise<string>
  /** Moderators: blanks all that names a person who is gone, and what they wrote; who is in the meeting is removed first. */
  forgetPerson(participantId: ParticipantId): Promise<void>

  /** Who was where from when to when, until now. For moderators; others get PERMISSION_DENIED. */
  getAttendance(): Promise<AttendanceReport>

  /**
   * Sends a track as this source from now on, over every reconnect, until unpublished; a second call replaces the track without renegotiation.
   * May be called before join; then, and while reconnecting, it resolves at once. A track that ends is unpublished by itself.
   * A second call without `muted` leaves the mute state as it is.
   */
  publish(source: Source, track: MediaStreamTrack, options?: PublishOptions): Promise<void>
  /** Mutes or unmutes a published source; nothing is sent while muted. */
  setMuted(source: Source, muted: boolean): Promise<void>
  unpublish(source: Source): Promise<void>
  /**
   * What is on screen now and how high (device pixels): only that is received. Cheap to call at every layout; sent when it changes. It counts for the
   * room where one is; after a move the server sends what it thinks best until the next call.
   */
  show(items: readonly ShownItem[]): void

  /** Statistics of all peer connections, for tests and connection quality. */
  getStats(): Promise<readonly RTCStatsReport[]>
}
