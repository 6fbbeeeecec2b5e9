// SPDX-License-Identifier: Apache-2.0
// One person's connection without media and without a view of their own: knows only how far it has been told, and counts what that took.
import { randomBytes } from 'node:crypto'
import { io, type Socket } from 'socket.io-client'

interface Reply {
  readonly ok: boolean
  readonly result?: Record<string, unknown>
  readonly error?: { readonly code: string; readonly retryAfterMs?: number }
}

interface Message {
  readonly type: string
  readonly part?: string
  readonly version?: number
  /** Sent by the baseline. */
  readonly filling?: string
}

const replyMs = 60_000

export class Line {
  readonly #socket: Socket
  readonly #onTold: (line: Line) => void
  participantId = ''
  resumeToken = ''
  /** Version of the meeting's part. */
  meetingVersion = 0
  /** Key of the part of the room where the person is. */
  roomPart = ''
  bytes = 0
  messages = 0

  private constructor(socket: Socket, onTold: (line: Line) => void) {
    this.#socket = socket
    this.#onTold = onTold
    socket.on('message', (message: Message) => this.#hear(message))
  }

  /** @param onTold called after each message */
  static async open(url: string, auth: Record<string, unknown>, onTold: (line: Line) => void): Promise<Line> {
    const socket = io(url, { transports: ['websocket'], auth, reconnection: false, forceNew: true })
    const line = new Line(socket, onTold)
    // Below socket.io, where a message is still the text that was sent.
    socket.io.engine.on('packet', ({ data }) => {
      if (typeof data === 'string') line.bytes += Buffer.byteLength(data) + 1
    })
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve)
      socket.once('connect_error', reject)
    })
    return line
  }

  async join(displayName: string): Promise<void> {
    this.resumeToken = randomBytes(32).toString('hex')
    const result = await this.command('meeting.join', { displayName, resumeToken: this.resumeToken })
    this.participantId = String(result.participantId)
    this.#takeParts(result.parts)
  }

  async resume(seat: { readonly participantId: string; readonly resumeToken: string }): Promise<void> {
    const { participantId, resumeToken } = seat
    const result = await this.ask({ type: 'meeting.resume', participantId, resumeToken })
    Object.assign(this, { participantId, resumeToken })
    this.#takeParts(result.parts)
  }

  command(type: string, fields: Record<string, unknown> = {}): Promise<Record<string, unknown>> {
    return this.ask({ type, id: randomBytes(16).toString('hex'), ...fields })
  }

  /** Waits when the server asks to. @throws when it refuses. */
  async ask(request: Record<string, unknown>): Promise<Record<string, unknown>> {
    const reply = (await this.#socket.timeout(replyMs).emitWithAck('request', request)) as Reply
    if (reply.ok) return reply.result ?? {}
    const { code = 'no code', retryAfterMs } = reply.error ?? {}
    if (code !== 'RATE_LIMITED' || retryAfterMs === undefined) throw new Error(`${request.type} failed with ${code}`)
    await new Promise((resolve) => setTimeout(resolve, retryAfterMs))
    return this.ask(request)
  }

  close(): void {
    this.#socket.disconnect()
  }

  #takeParts(parts: unknown): void {
    for (const part of Array.isArray(parts) ? parts : []) this.#take(part as Message)
  }

  #hear(message: Message): void {
    this.messages += 1
    this.#take(message)
    this.#onTold(this)
  }

  #take({ part, version, type }: Message): void {
    if (part === 'meeting') this.meetingVersion = version ?? 0
    else if (part?.startsWith('room:') && type === 'part.snapshot') this.roomPart = part
    else if (type === 'filling') this.meetingVersion += 1
  }
}
