// SPDX-License-Identifier: Apache-2.0
// The WebSocket edge: checks the handshake, parses every request once, limits rates, and hands requests to their handlers. One bad client costs one
// connection.
import type { Server as HttpServer } from 'node:http'
import {
  type ErrorCode,
  errorRegistry,
  type MeetingId,
  parseMeetingName,
  parseRequest,
  type RequestType,
  supportedProtocolVersions,
  type WireError,
} from '@alcove/protocol'
import { Server, type Socket } from 'socket.io'
import * as z from 'zod/mini'
import type { Auth } from '../auth/createAuth.ts'
import type { Admission } from '../auth/grant.ts'
import type { Passwords } from '../auth/password.ts'
import { TokenRefused } from '../auth/TokenRefused.ts'
import type { Meetings } from '../meetings/createMeetings.ts'
import type { Clock, Ids, Log } from '../meetings/ports.ts'
import { toWireError } from '../meetings/toWireError.ts'
import { createConnection } from './connection.ts'
import { createCostlyLimit } from './costlyLimit.ts'
import { createAudience, type SeatedAudience } from './createAudience.ts'
import { createGuessLimit } from './guessLimit.ts'
import type { Answer, HandlerContext } from './handlerContext.ts'
import { handlers } from './handlers.ts'
import { createRateLimit } from './rateLimit.ts'
import { createRoomSecrets } from './roomSecrets.ts'
import { watchSeat } from './seatDeadline.ts'
import { tokenError } from './tokenError.ts'
import { faultEvent, type PacketFault, tolerantParser } from './tolerantParser.ts'
import { closeWhenBehind, watchLines } from './watchLines.ts'

export interface Signaling {
  readonly audience: SeatedAudience
  /** Takes connections from now on. */
  serve(meetings: Meetings): void
  /** Tells everybody when to come back, closes all connections, also those that do not let it, and sends away whoever comes while that goes on. */
  close(): Promise<void>
}

export interface SignalingOptions {
  readonly httpServer: HttpServer
  readonly auth: Auth
  readonly clock: Clock
  readonly ids: Ids
  readonly log: Log
  readonly passwords: Passwords
  /** Take addresses of clients from the proxy's X-Forwarded-For. */
  readonly trustProxy: boolean
  /** How long after the stop this server is expected to serve again. */
  readonly restartTimeMs: number
}

/** Requests per connection: an entry with media takes about 15, seating forty people by hand 40. */
const requestRate = { burst: 120, perSecond: 30 }
/** Refused more often lately, the connection is closed: whoever sends twice as fast as allowed gets there in time. */
const maxRefusals = 200
/** After a restart people come back in a row instead of all in one instant: taking a seat again costs the server some milliseconds. */
const comeBackSpacingMs = 10
/** A connection that asks for no seat within this time is closed. */
const seatTimeoutMs = 15_000
/** Hard limit of a WebSocket frame; what is larger than the parser's own limit gets a coded answer up to here. */
const maxFrameBytes = 1024 * 1024

/** Whoever has not closed the connection this long after the farewell is not waited for. */
const farewellMs = 1_000

const handshakeSchema = z.object({ protocol: z.number(), meeting: z.string(), token: z.optional(z.string()) })

export function openSignaling({
  httpServer,
  auth,
  clock,
  ids,
  log,
  passwords,
  trustProxy,
  restartTimeMs,
}: SignalingOptions): Signaling {
  const io = new Server(httpServer, {
    transports: ['websocket'],
    serveClient: false,
    maxHttpBufferSize: maxFrameBytes,
    pingInterval: 10_000,
    pingTimeout: 10_000,
    parser: tolerantParser,
  })
  const lines = watchLines(httpServer)
  const audience = createAudience(io)
  const guesses = createGuessLimit()
  const secrets = createRoomSecrets(passwords)
  let isStopping = false
  const stopping = (place: number): WireError => ({
    code: 'SERVER_STOPPING',
    retryAfterMs: restartTimeMs + place * comeBackSpacingMs,
  })

  function serveConnection(socket: Socket, { meetingId, admission }: Introduced, meetings: Meetings): void {
    const connection = createConnection({ meetingId, address: addressOf(socket, trustProxy), socket, audience })
    const context: HandlerContext = {
      connection,
      socket,
      admission,
      meetings,
      audience,
      clock,
      ids,
      secrets,
      guesses,
    }
    const rate = createRateLimit(requestRate)
    const takeCostly = createCostlyLimit(() => connection.seated()?.participantId)
    const deadline = watchSeat({
      clock,
      limitMs: seatTimeoutMs,
      isSeated: () => connection.seated() !== undefined,
      onTooLate: () => refuseConnection(socket, { code: 'NOT_JOINED' }),
    })

    closeWhenBehind(socket)
    // Other events would be read at no limit.
    socket.onAny((event) => {
      if (event !== 'request' && event !== faultEvent) refuseConnection(socket, { code: 'MESSAGE_UNREADABLE' })
    })
    socket.on('request', async (input: unknown, acknowledge: unknown) => {
      const answer = typeof acknowledge === 'function' ? acknowledge : () => {}
      const waitMs = rate.take(clock.now())
      if (waitMs > 0) {
        if (rate.refusals() > maxRefusals) return refuseConnection(socket, { code: 'RATE_EXCEEDED' })
        return answer(limited(waitMs))
      }
      const parsed = parseRequest(input)
      const costlyWaitMs = parsed.ok ? takeCostly(parsed.request, clock.now()) : 0
      if (costlyWaitMs > 0) return answer(limited(costlyWaitMs))
      const reply = parsed.ok ? await deadline.during(() => handle(parsed.request, context)) : parsed
      answer(reply)
      if (!reply.ok && isFatal(reply.error.code)) refuseConnection(socket, reply.error)
    })
    socket.on(faultEvent, (fault: PacketFault) => refuseConnection(socket, { code: fault }))
    socket.on('disconnect', () => {
      deadline.cancel()
      connection.unseat()
    })
  }

  async function handle<Type extends RequestType>(
    request: { readonly type: Type },
    context: HandlerContext,
  ): Promise<Answer<Type>> {
    try {
      // The table gives each type its own handler; TypeScript cannot tie a union's member to its entry.
      return await (handlers[request.type] as (request: unknown, context: HandlerContext) => Promise<Answer<Type>>)(
        request,
        context,
      )
    } catch (thrown) {
      return { ok: false, error: toWireError(thrown, log) }
    }
  }

  async function introduce(said: unknown): Promise<Introduced | WireError> {
    if (isStopping) return stopping(io.sockets.sockets.size)
    const checked = checkHandshake(said)
    if (!checked.ok) return checked.error
    const { meetingId, token } = checked
    try {
      return { meetingId, admission: await auth.admit(token, meetingId) }
    } catch (error) {
      return error instanceof TokenRefused ? tokenError(error, log) : toWireError(error, log)
    }
  }

  return {
    audience,
    serve(meetings) {
      io.use((socket, next) => {
        introduce(socket.handshake.auth).then(
          (introduced) => {
            if ('code' in introduced) return next(Object.assign(new Error(introduced.code), { data: introduced }))
            socket.data = introduced
            next()
          },
          // Only a bug comes here; the client is told no more than that.
          (error) => next(Object.assign(new Error('INTERNAL_ERROR'), { data: toWireError(error, log) })),
        )
      })
      io.on('connection', (socket) => serveConnection(socket, socket.data, meetings))
    },
    async close() {
      isStopping = true
      for (const [place, socket] of [...io.sockets.sockets.values()].entries())
        socket.emit('message', { type: 'error', error: stopping(place) })
      const cancel = clock.after(farewellMs, lines.cut)
      await io.close()
      cancel()
    },
  }
}

/** What is known of a connection before its first request. */
interface Introduced {
  readonly meetingId: MeetingId
  readonly admission: Admission
}

type CheckedHandshake =
  | { readonly ok: true; readonly meetingId: MeetingId; readonly token: string | undefined }
  | { readonly ok: false; readonly error: WireError }

function checkHandshake(auth: unknown): CheckedHandshake {
  const handshake = handshakeSchema.safeParse(auth)
  if (!handshake.success) return { ok: false, error: { code: 'HANDSHAKE_INVALID' } }
  if (!supportedProtocolVersions.includes(handshake.data.protocol)) {
    return {
      ok: false,
      error: { code: 'PROTOCOL_UNSUPPORTED', details: { supported: supportedProtocolVersions.join(',') } },
    }
  }
  const meetingId = parseMeetingName(handshake.data.meeting)
  return meetingId
    ? { ok: true, meetingId, token: handshake.data.token }
    : { ok: false, error: { code: 'MEETING_NAME_INVALID' } }
}

/** The proxy writes the address that it saw last; what stands before it the client may have written. */
function addressOf({ handshake }: Socket, trustProxy: boolean): string {
  const forwarded = trustProxy ? handshake.headers['x-forwarded-for'] : undefined
  const last = [forwarded].flat().at(-1)?.split(',').at(-1)?.trim()
  return last || handshake.address
}

function limited(retryAfterMs: number) {
  return { ok: false, error: { code: 'RATE_LIMITED', retryAfterMs } } as const
}

function isFatal(code: ErrorCode): boolean {
  return errorRegistry[code].family === 'protocol'
}

/** The connection is told why and closed; nobody else notices. */
function refuseConnection(socket: Socket, error: WireError): void {
  socket.emit('message', { type: 'error', error })
  socket.disconnect(true)
}
