// SPDX-License-Identifier: Apache-2.0
// What the application layer needs from the world, in its own words. Adapters implement these; nothing here knows SQLite, mediasoup or socket.io.
import type { Grouped, GroupingTask, MediaPlan, MeetingEvent, NewDoor, Outcome } from '@alcove/meeting'
import type {
  Actor,
  ConsumerOffer,
  ErrorCode,
  JsonObject,
  MediaObject,
  MediaOffer,
  MeetingId,
  ParticipantId,
  PartKey,
  RoomId,
  ServerMessage,
  Source,
  WireError,
} from '@alcove/protocol'

/** The unit of storage: all of it is stored or none. At most 512 kB as JSON. */
export interface Commit {
  readonly meetingId: MeetingId
  /** 1 for the first commit of a meeting, then without gaps. */
  readonly version: number
  /** Outcomes of the commands that this commit stores, remembered on replay. */
  readonly outcomes: readonly { readonly by: Actor; readonly outcome: Outcome }[]
  readonly events: readonly MeetingEvent[]
  /** Milliseconds since 1970. */
  readonly at: number
}

export const maxCommitBytes = 512 * 1024

export interface Snapshot {
  readonly meetingId: MeetingId
  /** Version of the last commit that is in the state. */
  readonly version: number
  /** Version of the state's shape; another one than today's means: replay. */
  readonly stateVersion: number
  readonly state: JsonObject
}

/**
 * Log of all meetings. Every method may throw {@link Unavailable}. `append` resolves only when the commit survives a power loss.
 */
export interface EventStore {
  /** @throws VersionConflict when the meeting's last version is not `expectedVersion` (0: none yet). */
  append(commit: Commit, expectedVersion: number): Promise<void>
  /** Commits of a meeting with version >= `from`, in order. */
  read(meetingId: MeetingId, from: number): Promise<readonly Commit[]>
  /** Up to `limit` commits of all meetings after `position` in the order of storing, and the position to go on from. */
  readAll(position: number, limit: number): Promise<{ readonly commits: readonly Commit[]; readonly position: number }>
  /** Up to `limit` meetings that have a log, in an order that never changes, after the one that is named (whether or not it still exists). */
  meetingIds(after: MeetingId | undefined, limit: number): Promise<readonly MeetingId[]>
  /** Ignored when a newer one is saved or when its last commit is not stored (the meeting was deleted meanwhile): snapshots may come late. */
  saveSnapshot(snapshot: Snapshot): Promise<void>
  loadSnapshot(meetingId: MeetingId): Promise<Snapshot | undefined>
  /** Asks for the meeting to be looked at at `time` (ms since 1970); null: never. One time per meeting, the last call counts. */
  wakeAt(meetingId: MeetingId, time: number | null): Promise<void>
  /** Meetings whose time is at or before `until`, earliest first, and the next time after it if there is one. */
  due(until: number): Promise<{ readonly meetingIds: readonly MeetingId[]; readonly nextAt: number | undefined }>
  /**
   * Replaces the events of each commit (to blank personal fields); drops the snapshot. Versions and outcomes stay. All or nothing. A meeting in
   * memory must be loaded again before it saves its next snapshot.
   */
  rewrite(meetingId: MeetingId, change: (event: MeetingEvent) => MeetingEvent): Promise<void>
  /**
   * Keeps the log of a meeting under another name, of which it is to be woken at `wakeAt`; the name that it had is free. All or nothing; without a log
   * nothing happens. @throws VersionConflict when the other name has a log
   */
  move(meetingId: MeetingId, to: MeetingId, wakeAt: number): Promise<void>
  /** Forgets a meeting whole: commits, snapshot, wake time. */
  delete(meetingId: MeetingId): Promise<void>
  close(): Promise<void>
}

/** Stands first in the names under which logs of ended meetings are kept, and in no other; letters and digits come after it. */
const keptMark = '!'
/** Comes after all of those names and before all others. */
export const afterKeptNames = '"' as MeetingId

/** @param which of the ended meetings of this name */
export function keptName(meetingId: MeetingId, which: string): MeetingId {
  return `${keptMark}${meetingId}${keptMark}${which}` as MeetingId
}

export function isKeptName(name: MeetingId): boolean {
  return name.startsWith(keptMark)
}

/** The name that the meeting had, of whatever name its log has now. */
export function originalName(name: MeetingId): MeetingId {
  return isKeptName(name) ? (name.slice(1, name.lastIndexOf(keptMark)) as MeetingId) : name
}

/** Somebody else appended first, or this process holds an old state. */
export class VersionConflict extends Error {
  override readonly name = 'VersionConflict'
}

/** A part of the outside world is failing; the caller may try again. */
export class Unavailable extends Error {
  override readonly name = 'Unavailable'
  readonly code: Extract<
    ErrorCode,
    'STORE_UNAVAILABLE' | 'MEDIA_UNAVAILABLE' | 'PLANNER_BUSY' | 'SETTINGS_UNAVAILABLE' | 'SERVER_STOPPING'
  >
  readonly retryAfterMs: number

  constructor(code: Unavailable['code'], retryAfterMs: number, options?: ErrorOptions) {
    super(code, options)
    this.code = code
    this.retryAfterMs = retryAfterMs
  }
}

/** A media request that was refused: wrong parameters, unknown transport, or a moderator or a token is against it. Travels as its code. */
export class MediaRefused extends Error {
  override readonly name = 'MediaRefused'
  readonly code: Extract<ErrorCode, 'MEDIA_REFUSED' | 'MEDIA_NOT_OPEN' | 'MEDIA_WITHHELD' | 'FEATURE_DENIED'>

  constructor(code: MediaRefused['code'], options?: ErrorOptions) {
    super(code, options)
    this.code = code
  }
}

/**
 * Asks whoever runs a meeting how its door is to stand, before it begins; undefined: as usual. The password comes as it was said.
 * @throws Unavailable
 */
export type AskSettings = (
  meetingId: MeetingId,
) => Promise<(Omit<NewDoor, 'passwordHash'> & { readonly password?: string }) | undefined>

/** One person's media in one meeting. */
export interface MediaKey {
  readonly meetingId: MeetingId
  readonly participantId: ParticipantId
}

/** What a person begins to send. */
export interface Production {
  readonly source: Source
  readonly rtpParameters: MediaObject
  readonly paused: boolean
  /** Lines of the picture at its full size. */
  readonly height?: number | undefined
}

/**
 * Carries out media plans on workers. It never decides who may receive: what a plan names exists, all else does not.
 */
export interface MediaPort {
  /** Opens (anew: what was open before is closed) a send and a receive transport on a router chosen by placement. */
  open(key: MediaKey): Promise<MediaOffer>
  /** Tells what the client can receive; from then on grants reach it. */
  setCapabilities(key: MediaKey, rtpCapabilities: MediaObject): void
  connect(key: MediaKey, transportId: string, dtlsParameters: MediaObject): Promise<void>
  restartIce(key: MediaKey, transportId: string): Promise<MediaObject>
  /** A second producer of the same source replaces the first. */
  produce(key: MediaKey, production: Production): Promise<string>
  setPaused(key: MediaKey, source: Source, paused: boolean): Promise<void>
  closeProducer(key: MediaKey, source: Source): void
  /** The client made these video consumers: let them run, beginning with a key frame. Unknown ids are ignored (revoked meanwhile). */
  ready(key: MediaKey, consumerIds: readonly string[]): Promise<void>
  /** Closes all of a person's media. */
  close(key: MediaKey): void
  /** Closes all of a meeting's media, routers too. */
  closeMeeting(meetingId: MeetingId): void
  /**
   * Takes the plan as the desired state of the receivers that it names and closes what it does not name. Resolves when the workers have
   * proved that nothing revoked flows any more; a worker that does not answer within 2 s is killed, which proves it too.
   */
  revoke(meetingId: MeetingId, plan: MediaPlan): Promise<void>
  /** Starts to create what the desired state names and does not exist yet; goes on in the background. */
  grant(meetingId: MeetingId): void
}

/** What media tells the application; given to the adapter when it is built. */
export interface MediaListener {
  /** Consumers of this person were closed; the client must silence them at once. Called before `revoke` resolves. */
  onRevoked(key: MediaKey, consumerIds: readonly string[]): void
  /** Consumers were created together; the client makes them in one negotiation. */
  onGranted(key: MediaKey, consumers: readonly ConsumerOffer[]): void
  /** The worker under this person's transports died: everything of theirs is closed; the client has to open anew. */
  onLost(key: MediaKey): void
  /** Who was heard in the last interval, over all routers of the meeting, in dBov (-127 to 0). Called only when somebody was, and once when silence begins. */
  onLevels(meetingId: MeetingId, levels: ReadonlyMap<ParticipantId, number>): void
}

/** Who is connected, and how to reach them. Implemented by the signaling edge. */
export interface Audience {
  /** Sends to the connection that holds the seat; nothing happens when there is none. */
  send(meetingId: MeetingId, participantId: ParticipantId, message: ServerMessage): void
  /** From now on (or no longer) the seat's connection gets what is broadcast to the part. */
  admit(meetingId: MeetingId, participantId: ParticipantId, part: PartKey): void
  dismiss(meetingId: MeetingId, participantId: ParticipantId, part: PartKey): void
  /** Encodes once and sends to all that were admitted to the part. */
  broadcast(meetingId: MeetingId, part: PartKey, message: ServerMessage): void
  /** Takes the seat from its connection at once, tells it why and closes it; an answer that is on its way still goes out. */
  close(meetingId: MeetingId, participantId: ParticipantId, error: WireError): void
}

/** Plans groups where it stops nobody else: apart from the meetings, bounded in time and number. */
export interface Planner {
  /** @throws Unavailable when too much is being planned, or planning took too long */
  plan(meetingId: MeetingId, task: GroupingTask): Promise<Grouped>
}

/** The clock and timers of the process, injected so that tests can drive them. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number
  /** Calls once after `delayMs`; the returned function cancels. */
  after(delayMs: number, callback: () => void): () => void
}

/** Random ids, injected so that tests can repeat them. */
export interface Ids {
  participantId(): ParticipantId
  roomId(): RoomId
  /** A 32-bit seed. */
  seed(): number
  /** Opaque, never repeated. */
  epoch(): string
}

/** Checks passwords against hashes that it made. */
export interface PasswordChecker {
  hash(password: string): Promise<string>
  isRight(password: string, hash: string): Promise<boolean>
}

/** Structured log lines; the logger of observability satisfies it. */
export interface Log {
  info(fields: Readonly<Record<string, unknown>>, message: string): void
  warn(fields: Readonly<Record<string, unknown>>, message: string): void
  error(fields: Readonly<Record<string, unknown>>, message: string): void
}
