// SPDX-License-Identifier: Apache-2.0
// A client without manners: says to the server whatever a scenario wants, and keeps every word that comes back.
import { randomBytes } from 'node:crypto'
import { io, type Socket } from 'socket.io-client'
import { waitFor } from './waitFor.ts'

export interface RawReply {
  readonly ok: boolean
  readonly result?: Record<string, unknown>
  readonly error?: { readonly code: string; readonly retryAfterMs?: number; readonly details?: unknown }
}

export interface RawMessage {
  readonly type: string
  readonly error?: { readonly code: string; readonly retryAfterMs?: number }
  readonly [field: string]: unknown
}

export interface Seat {
  readonly participantId: string
  readonly resumeToken: string
}

const replyMs = 30_000

export class RawClient {
  readonly socket: Socket
  readonly messages: RawMessage[] = []
  /** Everything that came, as text: nothing of the server's insides may be in it. */
  readonly texts: string[] = []

  private constructor(socket: Socket) {
    this.socket = socket
    socket.on('message', (message: RawMessage) => {
      this.messages.push(message)
      this.texts.push(JSON.stringify(message))
    })
  }

  /** @param auth what is said of oneself; wrong things are what it is for */
  static open(url: string, auth: Record<string, unknown>): RawClient {
    const socket = io(url, { transports: ['websocket'], auth, reconnection: false, forceNew: true })
    const client = new RawClient(socket)
    return client
  }

  /** Waits for the connection. @returns undefined, or the error with which the server refused. */
  connected(): Promise<{ readonly code: string } | undefined> {
    if (this.socket.connected) return Promise.resolve(undefined)
    return new Promise((resolve) => {
      this.socket.once('connect', () => resolve(undefined))
      this.socket.once('connect_error', (error: Error & { data?: { code: string } }) => {
        this.texts.push(JSON.stringify({ message: error.message, data: error.data }))
        resolve(error.data ?? { code: error.message })
      })
    })
  }

  /** Sends anything as a request; resolves with what is acknowledged. */
  async ask(request: unknown): Promise<RawReply> {
    const reply = (await this.socket.timeout(replyMs).emitWithAck('request', request)) as RawReply
    this.texts.push(JSON.stringify(reply))
    return reply
  }

  /** Sends a command under a fresh id. */
  command(type: string, fields: Record<string, unknown> = {}): Promise<RawReply> {
    return this.ask({ type, id: newCommandId(), ...fields })
  }

  async join(displayName: string): Promise<Seat> {
    const resumeToken = newToken()
    const { result, error } = await this.command('meeting.join', { displayName, resumeToken })
    if (!result) throw new Error(`joining failed with ${error?.code}`)
    return { participantId: String(result.participantId), resumeToken }
  }

  resume({ participantId, resumeToken }: Seat): Promise<RawReply> {
    return this.ask({ type: 'meeting.resume', participantId, resumeToken })
  }

  /** Sends text past socket.io. */
  sendText(text: string): void {
    // The transport below socket.io; its type is not public.
    const { transport } = this.socket.io.engine as unknown as { transport: { ws: { send(data: string): void } } }
    transport.ws.send(text)
  }

  /** Waits until the server has closed the connection. @returns the code of the last error it told. */
  async closed(): Promise<string | undefined> {
    await waitFor(() => (this.socket.connected ? 'the server keeps the connection open' : undefined))
    return this.messages.findLast(({ type }) => type === 'error')?.error?.code
  }

  close(): void {
    this.socket.disconnect()
  }
}

/** A connection as it should be, to this meeting. */
export async function openRaw(url: string, meeting: string): Promise<RawClient> {
  const client = RawClient.open(url, { protocol: 1, meeting })
  const refused = await client.connected()
  if (refused) throw new Error(`the connection was refused with ${refused.code}`)
  return client
}

export function newCommandId(): string {
  return randomBytes(16).toString('hex')
}

export function newToken(): string {
  return randomBytes(32).toString('hex')
}
