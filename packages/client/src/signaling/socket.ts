// SPDX-License-Identifier: Apache-2.0
// The only file that knows socket.io: opens a socket that never reconnects by itself and hands over what arrives.
import {
  type Handshake,
  isErrorCode,
  protocolVersion,
  type Request,
  type ServerMessage,
  type WireError,
} from '@alcove/protocol'
import { io } from 'socket.io-client'

export interface SocketEvents {
  onConnect(): void
  /** An open socket is gone. */
  onDisconnect(): void
  /** A try to connect failed; with the server's reason when it refused. */
  onConnectError(error: WireError | undefined): void
  onMessage(message: ServerMessage): void
}

export interface SocketPort {
  connect(): void
  disconnect(): void
  /** Only while connected. The acknowledgement never comes when the connection is lost before. */
  emit(request: Request, acknowledge: (reply: unknown) => void): void
}

export type OpenSocket = (events: SocketEvents) => SocketPort

const connectTimeoutMs = 8_000

/** @param token asked anew for each connection, because tokens expire */
export function socketOpener(
  serverUrl: string,
  meetingId: string,
  token: () => string | undefined = () => undefined,
): OpenSocket {
  const introduce = (): Handshake => {
    const now = token()
    return { protocol: protocolVersion, meeting: meetingId, ...(now !== undefined && { token: now }) }
  }
  return (events) => {
    const socket = io(serverUrl, {
      path: '/socket.io',
      transports: ['websocket'],
      auth: (answer: (handshake: Handshake) => void) => answer(introduce()),
      autoConnect: false,
      reconnection: false,
      forceNew: true,
      timeout: connectTimeoutMs,
    })
    socket.on('connect', () => events.onConnect())
    socket.on('disconnect', () => events.onDisconnect())
    socket.on('connect_error', (error) => events.onConnectError(toWireError(error)))
    socket.on('message', (message: ServerMessage) => events.onMessage(message))
    return {
      connect: () => void socket.connect(),
      disconnect: () => void socket.disconnect(),
      emit: (request, acknowledge) => void socket.emit('request', request, acknowledge),
    }
  }
}

function toWireError(error: Error): WireError | undefined {
  if (!('data' in error) || typeof error.data !== 'object' || error.data === null) return undefined
  const { data } = error
  return 'code' in data && isErrorCode(data.code) ? (data as WireError) : undefined
}
