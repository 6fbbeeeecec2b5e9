// SPDX-License-Identifier: Apache-2.0
// One WebSocket's life: it waits for a seat, holds one, or has given it up. Owns the binding between connection and seat.
import type { MeetingId, ParticipantId } from '@alcove/protocol'
import type { Socket } from 'socket.io'
import type { MeetingHandle } from '../meetings/meetingHandle.ts'
import type { SeatedAudience } from './createAudience.ts'

type ConnectionState =
  | { readonly status: 'waiting' }
  | { readonly status: 'seated'; readonly participantId: ParticipantId; readonly handle: MeetingHandle }

export interface Connection {
  readonly meetingId: MeetingId
  /** Where the client is, as far as is known. */
  readonly address: string
  /** The seat, as long as this connection holds it. */
  seated(): Extract<ConnectionState, { status: 'seated' }> | undefined
  /** Runs an entry after those that came before it: of two at once the later would go on to be told what only the other may see. */
  enterInTurn<Result>(enter: () => Promise<Result>): Promise<Result>
  seat(participantId: ParticipantId, handle: MeetingHandle): void
  /** Gives the seat up: after leaving, or when the connection ends. The meeting is told if it was still ours. */
  unseat(): void
}

export interface ConnectionOptions {
  readonly meetingId: MeetingId
  readonly address: string
  readonly socket: Socket
  readonly audience: SeatedAudience
}

const nothing = () => {}

export function createConnection({ meetingId, address, socket, audience }: ConnectionOptions): Connection {
  let state: ConnectionState = { status: 'waiting' }
  let lastEntry: Promise<void> = Promise.resolve()
  return {
    meetingId,
    address,
    seated: () =>
      state.status === 'seated' && audience.holds(meetingId, state.participantId, socket) ? state : undefined,
    enterInTurn(enter) {
      const entry = lastEntry.then(enter)
      // Without the answer, in which the whole meeting is.
      lastEntry = entry.then(nothing, nothing)
      return entry
    },
    seat(participantId, handle) {
      state = { status: 'seated', participantId, handle }
      // The connection may have ended while the seat was being stored.
      if (!socket.connected) this.unseat()
    },
    unseat() {
      if (state.status !== 'seated') return
      const { participantId, handle } = state
      state = { status: 'waiting' }
      if (audience.release(meetingId, participantId, socket)) handle.connectionLost(participantId)
    },
  }
}
