// SPDX-License-Identifier: Apache-2.0
// One meeting in memory, and the one path on which it changes: decide, evolve on a copy, check, append, adopt, revoke media, publish views, grant media.
// Everything here runs as tasks of the meeting's mailbox. Knows ports only.
import {
  assertInvariants,
  type Command,
  changedBetween,
  choosePictures,
  emptyMoment,
  isAnybodyLookingIn,
  isConnected,
  isCountedSame,
  lastHeard,
  type MeetingEvent,
  type MeetingState,
  type Moment,
  maySend,
  mediaPlan,
  messagesBetween,
  nextDueAt,
  type ProducerRef,
  type RunningMeeting,
  stateVersion,
  toSnapshot,
} from '@alcove/meeting'
import type { MeetingId, ParticipantId, RoomId, WireError } from '@alcove/protocol'
import { tellForgotten, tellMessages } from './chat.ts'
import { Draft, type Executed, type Order } from './Draft.ts'
import { forgottenIn, withoutPeople } from './forgotten.ts'
import type { LoadedMeeting } from './loadMeeting.ts'
import { withoutParticipant, withPaused, withPictures } from './momentChanges.ts'
import type {
  AskSettings,
  Audience,
  Clock,
  Commit,
  EventStore,
  Ids,
  Log,
  MediaPort,
  PasswordChecker,
  Planner,
} from './ports.ts'
import { type Activity, createPublisher, type Publisher, type PublishInput } from './publisher.ts'
import { SpokenTotals } from './SpokenTotals.ts'

export interface Surroundings {
  readonly store: EventStore
  readonly media: MediaPort
  readonly planner: Planner
  readonly audience: Audience
  readonly clock: Clock
  readonly ids: Ids
  readonly log: Log
  readonly passwords: PasswordChecker
  /** Absent: nobody is asked. */
  readonly askSettings?: AskSettings
}

/** Commits between two snapshots: replaying this many takes a few milliseconds. */
const commitsPerSnapshot = 200
/** How often moderators are told how lively the rooms are, and pictures of rooms are chosen. */
export const pulseMs = 1_000

export class LiveMeeting {
  readonly meetingId: MeetingId
  readonly #world: Surroundings
  readonly #publisher: Publisher
  #state: MeetingState
  #version: number
  #moment: Moment
  #wakeAt: number | null | undefined
  readonly #connected = new Set<ParticipantId>()
  /** Forgotten people whom the log still names. */
  readonly #owed = new Set<ParticipantId>()
  /** What moderators were last told of the rooms. */
  #activity: Activity | undefined
  readonly spoken: SpokenTotals
  readonly #askForPulse: () => void

  /** @param askForPulse asks for {@link pulse} to be called, in the mailbox, {@link pulseMs} from now; asking again before changes nothing. */
  constructor(meetingId: MeetingId, loaded: LoadedMeeting, world: Surroundings, askForPulse: () => void) {
    this.#askForPulse = askForPulse
    this.spoken = new SpokenTotals(world.clock.now())
    this.meetingId = meetingId
    this.#world = world
    this.#state = loaded.state
    this.#moment = { ...emptyMoment, spokeAt: lastHeard(loaded.state) }
    this.#version = loaded.version
    this.#publisher = createPublisher(meetingId, world.ids.epoch(), world.audience)
  }

  state(): MeetingState {
    return this.#state
  }

  moment(): Moment {
    return this.#moment
  }

  connected(): ReadonlySet<ParticipantId> {
    return this.#connected
  }

  publisher(): Publisher {
    return this.#publisher
  }

  publishInput(state: RunningMeeting): PublishInput {
    return {
      state,
      moment: this.#moment,
      activity: this.#activityOf(state),
      connected: this.#connected,
      at: this.#world.clock.now(),
    }
  }

  /** As moderators were told, unless that is a second ago, or to come since the clock was set back. */
  #activityOf(state: RunningMeeting): Activity {
    const at = this.#world.clock.now()
    if (!this.#activity || Math.abs(at - this.#activity.at) >= pulseMs)
      this.#activity = { moment: this.#moment, counted: state, at }
    return this.#activity
  }

  /**
   * Decides a command and carries the decision out. The returned outcome may be told to the one who asked: everything it says is stored, and nothing
   * that it revokes flows any more.
   * @throws VersionConflict, Unavailable, InvariantError; then nothing has changed.
   */
  async execute(command: Command): Promise<Executed> {
    const [outcome] = await this.executeTogether([{ command }])
    if (outcome?.status === 'fulfilled') return outcome.value
    throw outcome?.reason
  }

  /**
   * The same for several: each is decided for the meeting as those before it leave it, and what they do is stored, revoked and published as one commit.
   * The outcomes are in the order of the commands; one that is refused stands in the way of no other.
   * @throws VersionConflict, Unavailable, InvariantError; then nothing of any has changed.
   */
  async executeTogether(orders: readonly Order[]): Promise<readonly PromiseSettledResult<Executed>[]> {
    const draft = new Draft(this.#state, this.spoken)
    const decided = orders.map((order) => draft.take(order))
    const { after, events, outcomes, spoken } = draft.result()
    this.spoken.forget(draft.useless())
    if (events.length === 0) {
      // Nothing to store; but the outcomes are remembered for as long as the meeting is loaded: what is sent again then must not be decided anew.
      this.#state = after
      return decided
    }
    assertInvariants(after)
    const { meetingId } = this
    const commit: Commit = { meetingId, version: this.#version + 1, outcomes, events, at: draft.at() }
    await this.#store(commit, after)
    const forgotten = forgottenIn(events)
    for (const participantId of forgotten) this.#owed.add(participantId)
    const before = this.#state
    this.#state = after
    this.#version = commit.version
    this.spoken.forget(spoken)
    await this.#follow(changedBetween(before, after))
    tellMessages(messagesBetween(before, after), this.meetingId, this.#world.audience)
    this.#sendAway(events)
    if (forgotten.size === 0) return decided
    tellForgotten(forgotten, this.meetingId, this.#world.audience)
    await this.blankForgotten()
    return decided
  }

  /** Changes what is true only now and follows up: revoke, publish, grant, for the people whose plan it may touch. */
  async changeMoment(change: (moment: Moment) => Moment, affected: ReadonlySet<ParticipantId>): Promise<void> {
    this.#moment = change(this.#moment)
    await this.#follow(affected)
  }

  /** The seat has this connection from now on. */
  connect(participantId: ParticipantId): void {
    this.#dropMedia(participantId)
    this.#connected.add(participantId)
  }

  disconnect(participantId: ParticipantId): void {
    this.#connected.delete(participantId)
    this.#publisher.forget(participantId)
    this.#dropMedia(participantId)
  }

  /** Everybody who has a seat in the same room, the person included. */
  roomOf(participantId: ParticipantId): ReadonlySet<ParticipantId> {
    if (this.#state.status !== 'running') return new Set()
    const roomId = this.#state.seats.get(participantId)?.roomId
    return roomId ? this.peopleIn(roomId) : new Set()
  }

  peopleIn(roomId: RoomId): ReadonlySet<ParticipantId> {
    if (this.#state.status !== 'running') return new Set()
    return new Set([...this.#state.seats.values()].filter((seat) => seat.roomId === roomId).map((seat) => seat.id))
  }

  publish(): void {
    if (this.#state.status !== 'running') return
    this.#publisher.publish(this.publishInput(this.#state))
    this.#expectPulse()
  }

  /** Does what is done once a second and not with every change: chooses the pictures of rooms, tells moderators how lively the rooms are. */
  async pulse(): Promise<void> {
    const pictures = choosePictures(this.#state, this.#moment, this.#world.clock.now())
    if (pictures !== this.#moment.pictures && this.#state.status === 'running')
      await this.changeMoment((moment) => withPictures(moment, pictures), new Set(this.#state.glance.lookers.keys()))
    else if (this.#isActivityOld()) this.publish()
    this.#expectPulse()
  }

  /** As long as there is something that the next pulse will have to do. */
  #expectPulse(): void {
    if (this.#isActivityOld() || isAnybodyLookingIn(this.#state) || this.spoken.isAnythingLeft()) this.#askForPulse()
  }

  #isActivityOld(): boolean {
    if (!this.#activity || this.#state.status !== 'running') return false
    return this.#activity.moment !== this.#moment || !isCountedSame(this.#activity.counted, this.#state)
  }

  /** Whether the log still names people who are forgotten, because it could not be rewritten. */
  isBlankingOwed(): boolean {
    return this.#owed.size > 0
  }

  /**
   * What names people who are forgotten leaves the log. What fails stays owed: to the next call, and to the next loading, which reads from the log that
   * they are forgotten, since no snapshot is taken until then.
   * @throws Unavailable
   */
  async blankForgotten(): Promise<void> {
    if (this.#owed.size === 0) return
    const forgotten = new Set(this.#owed)
    await this.#world.store.rewrite(this.meetingId, (event) => withoutPeople(event, forgotten))
    for (const participantId of forgotten) this.#owed.delete(participantId)
  }

  /** Writes a snapshot, so that loading the meeting again is quick; none while forgetting is owed. */
  async saveSnapshot(): Promise<void> {
    if (this.#state.status !== 'running' || this.isBlankingOwed()) return
    const { meetingId } = this
    await this.#world.store.saveSnapshot({
      meetingId,
      version: this.#version,
      stateVersion,
      state: toSnapshot(this.#state),
    })
  }

  /** Those whom the events put out are told and closed; everything else has happened by then. */
  #sendAway(events: readonly MeetingEvent[]): void {
    for (const event of events) {
      if (event.type === 'ParticipantRemoved')
        this.#close(event.participantId, {
          code: event.barred ? 'SEAT_BARRED' : 'SEAT_REMOVED',
          details: { by: event.by },
        })
    }
    const isDismissed = events.some((event) => event.type === 'EverybodyDismissed')
    if (this.#state.status !== 'ended' && !isDismissed) return
    const code = isDismissed ? 'MEETING_DISMISSED' : 'MEETING_ENDED'
    for (const participantId of [...this.#connected]) this.#close(participantId, { code })
  }

  #close(participantId: ParticipantId, error: WireError): void {
    this.disconnect(participantId)
    this.#world.audience.close(this.meetingId, participantId, error)
  }

  #dropMedia(participantId: ParticipantId): void {
    this.#world.media.close({ meetingId: this.meetingId, participantId })
    this.#moment = withoutParticipant(this.#moment, participantId)
  }

  /** The wake time is stored before a commit that needs an earlier one: a wake-up too many is harmless, a missed one is not. */
  async #store(commit: Commit, after: MeetingState): Promise<void> {
    const { store, log } = this.#world
    const wakeAt = wakeTime(after, commit.at)
    const isEarlier = wakeAt !== null && (this.#wakeAt === undefined || this.#wakeAt === null || wakeAt < this.#wakeAt)
    if (isEarlier) await this.#storeWake(wakeAt)
    await store.append(commit, this.#version)
    // Of two times that have come, either wakes it at once.
    const isPastAsWell = this.#wakeAt !== undefined && isPast(this.#wakeAt, commit.at) && isPast(wakeAt, commit.at)
    if (!isEarlier && wakeAt !== this.#wakeAt && !isPastAsWell)
      await this.#storeWake(wakeAt).catch((cause) =>
        log.warn({ cause, meetingId: commit.meetingId }, 'wake time not stored'),
      )
    const isBlankingOwed = this.isBlankingOwed() || forgottenIn(commit.events).size > 0
    if (commit.version % commitsPerSnapshot === 0 && !isBlankingOwed) {
      const snapshot = { meetingId: commit.meetingId, version: commit.version, stateVersion, state: toSnapshot(after) }
      store
        .saveSnapshot(snapshot)
        .catch((cause) => log.warn({ cause, meetingId: commit.meetingId }, 'snapshot not stored'))
    }
  }

  async #storeWake(wakeAt: number | null): Promise<void> {
    await this.#world.store.wakeAt(this.meetingId, wakeAt)
    this.#wakeAt = wakeAt
  }

  /** What these people send and may not is paused where it comes in, too. A worker that fails here has lost the track anyway. */
  async #pauseWithheld(affected: ReadonlySet<ParticipantId>): Promise<void> {
    const withheld: ProducerRef[] = []
    for (const participantId of affected) {
      for (const [source, { paused }] of this.#moment.producers.get(participantId) ?? [])
        if (!paused && !maySend(this.#state, participantId, source)) withheld.push({ participantId, source })
    }
    if (withheld.length === 0) return
    this.#moment = withPaused(this.#moment, withheld)
    const { media, log } = this.#world
    const pausing = withheld.map(({ participantId, source }) =>
      media
        .setPaused({ meetingId: this.meetingId, participantId }, source, true)
        .catch((cause) => log.warn({ cause, meetingId: this.meetingId, participantId, source }, 'track not paused')),
    )
    await Promise.all(pausing)
  }

  async #follow(affected: ReadonlySet<ParticipantId>): Promise<void> {
    const { media } = this.#world
    if (this.#state.status !== 'running') return media.closeMeeting(this.meetingId)
    const paused = this.#pauseWithheld(affected)
    await Promise.all([media.revoke(this.meetingId, mediaPlan(this.#state, this.#moment, affected)), paused])
    this.publish()
    media.grant(this.meetingId)
  }
}

function isPast(wakeAt: number | null, at: number): boolean {
  return wakeAt !== null && wakeAt <= at
}

/**
 * When the store should wake the meeting if it is not in memory: at its next due time; at once after a crash while people are in it, because their
 * clocks have to start anew.
 */
function wakeTime(state: MeetingState, at: number): number | null {
  // An ended meeting is deleted at once; when that fails, as soon as it can be.
  if (state.status === 'ended') return at
  if (state.status !== 'running') return null
  const isAnyoneConnected = [...state.seats.values()].some(isConnected)
  return isAnyoneConnected ? Math.min(at, nextDueAt(state) ?? at) : (nextDueAt(state) ?? null)
}
