// SPDX-License-Identifier: Apache-2.0
// Which connection holds which seat, and how to reach people: the application's Audience on socket.io rooms. Only the publisher admits and dismisses.
import type { MeetingId, ParticipantId, PartKey, ServerMessage } from '@alcove/protocol'
import type { Server, Socket } from 'socket.io'
import type { Audience } from '../meetings/ports.ts'

export interface SeatedAudience extends Audience {
  /** Makes this connection the seat's only one. @returns the connection that held it before, if it is another. */
  bind(meetingId: MeetingId, participantId: ParticipantId, socket: Socket): Socket | undefined
  /** Gives the seat up if this connection still holds it. @returns whether it did. */
  release(meetingId: MeetingId, participantId: ParticipantId, socket: Socket): boolean
  holds(meetingId: MeetingId, participantId: ParticipantId, socket: Socket): boolean
}

export function createAudience(io: Server): SeatedAudience {
  const holders = new Map<string, Socket>()
  const seatKey = (meetingId: MeetingId, participantId: ParticipantId) => `${meetingId}/${participantId}`
  const partRoom = (meetingId: MeetingId, part: PartKey) => `${meetingId}/${part}`

  return {
    bind(meetingId, participantId, socket) {
      const key = seatKey(meetingId, participantId)
      const before = holders.get(key)
      holders.set(key, socket)
      return before === socket ? undefined : before
    },
    release(meetingId, participantId, socket) {
      const key = seatKey(meetingId, participantId)
      return holders.get(key) === socket && holders.delete(key)
    },
    holds: (meetingId, participantId, socket) => holders.get(seatKey(meetingId, participantId)) === socket,
    send: (meetingId, participantId, message: ServerMessage) =>
      void holders.get(seatKey(meetingId, participantId))?.emit('message', message),
    admit: (meetingId, participantId, part) =>
      void holders.get(seatKey(meetingId, participantId))?.join(partRoom(meetingId, part)),
    dismiss: (meetingId, participantId, part) =>
      void holders.get(seatKey(meetingId, participantId))?.leave(partRoom(meetingId, part)),
    close(meetingId, participantId, error) {
      const key = seatKey(meetingId, participantId)
      const socket = holders.get(key)
      if (!socket) return
      holders.delete(key)
      // Whoever ends the meeting is among those who are closed, and their answer goes out first.
      setImmediate(() => {
        socket.emit('message', { type: 'error', error })
        socket.disconnect(true)
      })
    },
    broadcast: (meetingId, part, message) => void io.to(partRoom(meetingId, part)).emit('message', message),
  }
}
