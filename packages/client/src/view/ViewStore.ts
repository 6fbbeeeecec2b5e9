// SPDX-License-Identifier: Apache-2.0
// Holds the view over parts that arrive in pieces: applies them, asks once for what is missing, and says at once who is no longer in one's
// room. Knows nothing of sockets and media.
import {
  mainRoomId,
  type ParticipantId,
  type PartKey,
  type RoomId,
  roomPartKey,
  type SeatReply,
} from '@alcove/protocol'
import type { LobbyTalk, MeetingView } from '../api.ts'
import { assembleView } from './assembleView.ts'
import { type PartMessage, PartsStore } from './PartsStore.ts'
import { lostBetween, reachOf } from './reach.ts'

export interface ViewHandlers {
  /** Called synchronously with the message that changed it. */
  onView(view: MeetingView | undefined): void
  /** These people could be heard and seen, and cannot any more. Called before onView. */
  onApart(participantIds: readonly ParticipantId[]): void
  /** Of these people only the camera is left: one looks into the room where they are now. Called before onView. */
  onCameraLeft(participantIds: readonly ParticipantId[]): void
  /** Some part cannot be brought up to date by patches: resume, then call `handleReply`. */
  onGap(): void
}

const noTalk: LobbyTalk = []

export class ViewStore {
  readonly #parts = new PartsStore()
  readonly #handlers: ViewHandlers
  #view: MeetingView | undefined
  #talk: LobbyTalk = noTalk
  /** Patches that came before the answer they build on. */
  #early: PartMessage[] = []
  #isAwaitingReply = false

  constructor(handlers: ViewHandlers) {
    this.#handlers = handlers
  }

  view(): MeetingView | undefined {
    return this.#view
  }

  /** One is in the lobby; `wasIn`: one was in the meeting until now, and parts that are missing only mean that one leaves. */
  isWaiting(wasIn: boolean): boolean {
    const self = this.#parts.get('self')
    // Let in a moment ago, with the parts still on their way, is waiting, too.
    return self?.waiting === true || (!wasIn && self !== undefined && this.#view === undefined)
  }

  /** What was written in the lobby, as far as one is there. */
  talk(): LobbyTalk {
    return this.#talk
  }

  roomId(): RoomId | undefined {
    return this.#view?.room.roomId
  }

  /** Versions to name when resuming; from now on patches wait for the reply. */
  beginResume(): ReturnType<PartsStore['known']> {
    this.#isAwaitingReply = true
    return this.#parts.known()
  }

  handleReply(reply: SeatReply, isNewSeat: boolean): void {
    if (isNewSeat) this.#parts.prune(() => false)
    for (const part of reply.parts) this.#parts.apply(part)
    this.#isAwaitingReply = false
    const early = this.#early
    this.#early = []
    for (const message of early) this.#apply(message)
    // A part that was lost while away is not closed by a message of its own.
    const isMine = this.#rightsFilter()
    this.#parts.prune(isMine)
    this.#refresh()
  }

  /** The reply will not come; the next connection begins anew. */
  abortResume(): void {
    this.#isAwaitingReply = false
    this.#early = []
  }

  handleMessage(message: PartMessage): void {
    if (this.#apply(message) === 'changed') this.#refresh()
  }

  clear(): void {
    this.abortResume()
    this.#parts.prune(() => false)
    this.#refresh()
  }

  #apply(message: PartMessage): 'changed' | 'unchanged' {
    const applied = this.#parts.apply(message)
    if (applied === 'changed') return 'changed'
    if (applied === 'gap') {
      if (this.#isAwaitingReply) this.#early.push(message)
      // What is not ours to hold is not missing.
      else if (this.#rightsFilter()(message.part)) this.#handlers.onGap()
    }
    return 'unchanged'
  }

  #rightsFilter(): (key: PartKey) => boolean {
    const self = this.#parts.get('self')
    const roomId = (self && this.#parts.get('meeting')?.people[self.participantId]?.roomId) ?? mainRoomId
    return (key) => {
      if (self?.waiting) return key === 'self'
      if (key === 'moderators') return self?.can.moderate === true
      return key === 'meeting' || key === 'self' || key === roomPartKey(roomId)
    }
  }

  #refresh(): void {
    const before = this.#view
    const after = assembleView(this.#parts, before)
    const talk = this.#parts.get('self')?.talk ?? noTalk
    if (after === before && talk === this.#talk) return
    this.#view = after
    this.#talk = talk
    if (before?.meeting !== after?.meeting || before?.moderators !== after?.moderators) {
      const lost = lostBetween(reachOf(before), reachOf(after))
      if (lost.all.length > 0) this.#handlers.onApart(lost.all)
      if (lost.allButCamera.length > 0) this.#handlers.onCameraLeft(lost.allButCamera)
    }
    this.#handlers.onView(after)
  }
}
