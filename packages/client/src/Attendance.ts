// SPDX-License-Identifier: Apache-2.0
// Being in the meeting: joins, comes back after losses, steps aside for a newer tab, leaves. Passes what arrives to the view and to media, and
// says where the client stands. Knows nothing of what commands and tracks mean.
import type {
  AssignmentPreview,
  AttendanceReport,
  GroupedPeople,
  ParticipantId,
  Reaction,
  ServerMessage,
} from '@alcove/protocol'
import type { AssignOptions, JoinSecrets, MeetingClientOptions, PageTextListener, ReactionListener } from './api.ts'
import { ChatSync } from './chat/ChatSync.ts'
import type { Clock } from './clock.ts'
import { type FailureCode, RequestFailed } from './errors.ts'
import { Media } from './media/Media.ts'
import { withheldSources } from './media/withheldSources.ts'
import { newCommandId } from './seat/randomIds.ts'
import { SeatLock } from './seat/SeatLock.ts'
import { SeatStore } from './seat/SeatStore.ts'
import { type Entry, takeSeat } from './seat/takeSeat.ts'
import { Connection } from './signaling/Connection.ts'
import type { SendRequest } from './signaling/Line.ts'
import { PendingCommands } from './signaling/PendingCommands.ts'
import type { ReconnectPolicy } from './signaling/ReconnectPolicy.ts'
import type { OpenSocket } from './signaling/socket.ts'
import { watchNetwork } from './signaling/watchNetwork.ts'
import { SnapshotStore } from './view/SnapshotStore.ts'
import { ViewStore } from './view/ViewStore.ts'

export interface AttendanceParts {
  readonly openSocket: OpenSocket
  readonly policy: ReconnectPolicy
  readonly clock: Clock
}

interface Joining {
  readonly promise: Promise<void>
  resolve(): void
  reject(error: RequestFailed): void
}

/** How long a first join may take while the server cannot be reached; a seat that exists is never given up. */
const firstJoinMs = 20_000
const leaveMs = 3_000
/** A connection that may be dead must answer within this. */
const probeMs = 4_000

export class Attendance {
  readonly snapshots = new SnapshotStore()
  readonly commands: PendingCommands
  readonly media: Media
  readonly seats: SeatStore
  readonly lock: SeatLock
  readonly #clock: Clock
  readonly #connection: Connection
  readonly #view: ViewStore
  readonly #chat: ChatSync
  /** A seat in memory cannot be found by another tab. */
  readonly #isSeatShareable: boolean
  #entry: Entry = { displayName: '', secrets: {}, isKeyShown: false }
  readonly #reactionListeners = new Set<ReactionListener>()
  readonly #pageTextListeners = new Set<PageTextListener>()
  #joining: Joining | undefined
  #cancelJoinLimit = () => {}
  #stopWatching = () => {}
  #send: SendRequest | undefined
  #lastFailure: RequestFailed | undefined
  #isResyncing = false
  /** The seat for which commands were asked since joining. */
  #seat: ParticipantId | undefined
  /** On the present connection, one is in the meeting and not in its lobby. */
  #isIn = false

  constructor(options: MeetingClientOptions, { openSocket, policy, clock }: AttendanceParts) {
    this.#clock = clock
    this.#isSeatShareable = options.storage !== undefined
    this.seats = new SeatStore(options.meetingId, options.storage)
    this.lock = new SeatLock(options.meetingId)
    this.commands = new PendingCommands(clock)
    this.media = new Media({
      receives: options.receive ?? true,
      clock,
      roomId: () => this.#view.roomId(),
      onChange: (change) => this.snapshots.update(change),
    })
    this.#chat = new ChatSync({
      clock,
      ownId: () => this.seats.current()?.participantId,
      onChange: (chat) => this.snapshots.update({ chat }),
    })
    this.#view = new ViewStore({
      onView: (view) => {
        this.media.withhold(withheldSources(view))
        this.snapshots.update({ view })
        this.media.handleRoomChange()
        this.#settle()
      },
      onApart: (participantIds) => this.media.silence(participantIds),
      onCameraLeft: (participantIds) => this.media.silence(participantIds, { exceptCamera: true }),
      onGap: () => void this.#resync(),
    })
    this.#connection = new Connection(
      openSocket,
      {
        greet: (send) => this.#greet(send),
        onReady: (send) => this.#handleReady(send),
        onLost: (error) => this.#handleLost(error),
        onRetry: (error) => {
          this.#lastFailure = error
        },
        onOver: (error) => this.#handleOver(error),
        onMessage: (message) => this.#handleMessage(message),
      },
      policy,
      clock,
    )
  }

  join(displayName: string, secrets: JoinSecrets = {}): Promise<void> {
    if (this.#joining) return this.#joining.promise
    if (!this.#connection.isStopped()) return Promise.resolve()
    this.#entry = { displayName, secrets, isKeyShown: false }
    this.#seat = undefined
    const joining = createJoining()
    this.#joining = joining
    this.snapshots.update({ state: { status: 'joining' } })
    if (!this.seats.current()?.participantId) {
      this.#cancelJoinLimit = this.#clock.after(firstJoinMs, () => {
        const failure = this.#lastFailure ?? new RequestFailed('SERVER_UNREACHABLE')
        this.#end(failure.code, failure)
      })
    }
    this.#stopWatching = watchNetwork({
      onHope: () => this.#connection.hurry(),
      onDoubt: () => void this.#resync(probeMs),
    })
    this.#lastFailure = undefined
    this.commands.open()
    this.media.prepare()
    this.#connection.start()
    return joining.promise
  }

  async leave(): Promise<void> {
    if (this.#connection.isStopped()) return
    this.media.stop(true)
    if (this.#send) await this.commands.submit({ type: 'meeting.leave', id: newCommandId() }, leaveMs).catch(() => {})
    this.#end('CLIENT_CLOSED')
    this.#view.clear()
    this.#chat.clear()
  }

  close(): void {
    this.#end('CLIENT_CLOSED')
  }

  /** Who was where: asked on the present connection, and not again on the next one. */
  report(): Promise<AttendanceReport> {
    const send = this.#send
    return send ? send({ type: 'meeting.report' }) : Promise.reject(new RequestFailed('SERVER_UNREACHABLE'))
  }

  /** What an assignment would be: as a report, of this moment and this connection. */
  preview(who: GroupedPeople, seed: number | undefined, options: AssignOptions): Promise<AssignmentPreview> {
    const send = this.#send
    const question = { type: 'rooms.preview' as const, who, ...(seed !== undefined && { seed }), ...options }
    return send ? send(question) : Promise.reject(new RequestFailed('SERVER_UNREACHABLE'))
  }

  /** A sign of the moment: lost with the connection, so that it is not seen when it has no meaning any more. */
  async react(reaction: Reaction): Promise<void> {
    if (!this.#send) throw new RequestFailed('SERVER_UNREACHABLE')
    await this.#send({ type: 'reaction.send', reaction })
  }

  onReaction(listener: ReactionListener): () => void {
    // Wrapped, so that one function given twice is two listeners.
    const own: ReactionListener = (participantId, reaction) => listener(participantId, reaction)
    this.#reactionListeners.add(own)
    return () => void this.#reactionListeners.delete(own)
  }

  /** For the pages that are there now: lost with the connection, as a reaction is. */
  async sendPageText(to: ParticipantId | undefined, text: string): Promise<void> {
    if (!this.#send) throw new RequestFailed('SERVER_UNREACHABLE')
    await this.#send({ type: 'pageText.send', ...(to !== undefined && { to }), text })
  }

  onPageText(listener: PageTextListener): () => void {
    const own: PageTextListener = (participantId, text) => listener(participantId, text)
    this.#pageTextListeners.add(own)
    return () => void this.#pageTextListeners.delete(own)
  }

  async #greet(send: SendRequest): Promise<void> {
    const known = this.#view.beginResume()
    const askedAt = this.#clock.now()
    try {
      const { reply, isNew } = await takeSeat(send, this.seats, this.#entry, known)
      this.#entry = { ...this.#entry, isKeyShown: true }
      this.#setServerClock(reply.serverNow, askedAt)
      this.#view.handleReply(reply, isNew)
      if (isNew) this.#chat.clear()
      if (this.#seat !== undefined && this.#seat !== reply.participantId) this.commands.abandon()
      this.#seat = reply.participantId
      if (this.#isSeatShareable) this.lock.hold(reply.participantId)
    } catch (error) {
      this.#view.abortResume()
      throw error
    }
  }

  #handleReady(send: SendRequest): void {
    this.#send = send
    this.#cancelJoinLimit()
    this.#isIn = false
    this.commands.handleReady(send)
    this.#settle()
    this.#joining?.resolve()
    this.#joining = undefined
  }

  /** In the lobby, or in the meeting: media and chat are for those who are in. */
  #settle(): void {
    const send = this.#send
    if (!send) return
    const isIn = !this.#view.isWaiting(this.#isIn)
    this.snapshots.update({ state: isIn ? { status: 'joined' } : { status: 'waiting', talk: this.#view.talk() } })
    if (isIn && !this.#isIn) {
      this.media.handleReady(send)
      this.#chat.handleReady(send)
    }
    if (!isIn && this.#isIn) {
      this.media.handleLost()
      this.#chat.handleLost()
    }
    this.#isIn = isIn
  }

  #handleLost({ code }: RequestFailed): void {
    this.#send = undefined
    this.commands.handleLost()
    this.media.handleLost()
    this.#chat.handleLost()
    this.snapshots.update({ state: { status: 'reconnecting', since: this.#clock.now(), code } })
  }

  #handleOver(error: RequestFailed): void {
    this.#end(error.code, error)
  }

  #handleMessage(message: ServerMessage): void {
    switch (message.type) {
      case 'part.snapshot':
      case 'part.patch':
      case 'part.closed':
        this.#view.handleMessage(message)
        break
      case 'media.granted':
      case 'media.revoked':
      case 'media.reset':
        this.media.handleMessage(message)
        break
      case 'chat.message':
        this.#chat.handleMessage(message.message)
        break
      case 'chat.forgotten':
        this.#chat.handleForgotten(message.participantId)
        break
      case 'reaction':
        for (const listener of [...this.#reactionListeners]) listener(message.participantId, message.reaction)
        break
      case 'pageText':
        // What is for the whole room comes back to whoever sent it, too.
        if (message.participantId === this.seats.current()?.participantId) break
        for (const listener of [...this.#pageTextListeners]) listener(message.participantId, message.text)
        break
      case 'error':
        // Belongs to the connection, which has taken it.
        break
    }
  }

  /** Clocks of machines differ by minutes; the answer is taken to be half the round trip old. */
  #setServerClock(serverNow: number, askedAt: number): void {
    this.snapshots.update({ serverOffsetMs: Math.round(serverNow - (askedAt + this.#clock.now()) / 2) })
  }

  /** Asks on the same connection for what is missing; a connection that does not answer is given up. */
  async #resync(timeoutMs?: number): Promise<void> {
    const send = this.#send
    const seat = this.seats.current()
    if (!send || !seat?.participantId || this.#isResyncing) return
    const { participantId, resumeToken } = seat
    this.#isResyncing = true
    try {
      const known = this.#view.beginResume()
      const askedAt = this.#clock.now()
      const reply = await send({ type: 'meeting.resume', participantId, resumeToken, known }, timeoutMs)
      if (this.#send !== send) return
      this.#setServerClock(reply.serverNow, askedAt)
      this.#view.handleReply(reply, false)
    } catch {
      if (this.#send === send) this.#connection.renew()
    } finally {
      this.#isResyncing = false
    }
  }

  /** The one way out: by choice, or for the reason that the code names. */
  #end(code: FailureCode, error = new RequestFailed(code)): void {
    this.#connection.stop()
    // What comes under the name after it is another meeting: nobody walks into it by a reload.
    if (code === 'MEETING_ENDED') this.seats.drop()
    this.#send = undefined
    this.#cancelJoinLimit()
    this.#stopWatching()
    this.lock.release()
    this.media.stop(code === 'CLIENT_CLOSED')
    this.#view.abortResume()
    this.commands.close(code === 'SERVER_UNREACHABLE' ? code : 'CLIENT_CLOSED')
    this.snapshots.update({ state: toStatus(code, error) })
    this.#joining?.reject(error)
    this.#joining = undefined
  }
}

function toStatus(code: FailureCode, { details = {} }: RequestFailed) {
  if (code === 'CLIENT_CLOSED') return { status: 'idle' } as const
  if (code === 'SEAT_REPLACED') return { status: 'replaced' } as const
  const { by } = details
  return { status: 'failed', code, ...(typeof by === 'string' && { by }) } as const
}

function createJoining(): Joining {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  return { promise, resolve, reject }
}
