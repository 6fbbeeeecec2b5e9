// SPDX-License-Identifier: Apache-2.0
// The requests with which a connection takes its seat. Guesses of secrets are held back here; whether a secret is right the core says.
import type { ErrorCode, ParticipantId, RequestOf } from '@alcove/protocol'
import { hashSecret } from '../auth/secrets.ts'
import type { EnterCommand, Way } from '../meetings/entering.ts'
import type { KnownParts } from '../meetings/publisher.ts'
import type { Answer, HandlerContext } from './handlerContext.ts'
import { toGranted, userIdOf } from './translate/toGranted.ts'

const wrongGuesses: ReadonlySet<ErrorCode> = new Set(['PASSWORD_WRONG', 'CLAIM_UNKNOWN', 'MODERATOR_KEY_WRONG'])

interface Entry {
  readonly known?: KnownParts | undefined
  readonly password?: string | undefined
  /** They bring a secret: a password or a code of a link. */
  readonly isGuess: boolean
}

async function enter(
  command: EnterCommand,
  { known = {}, password, isGuess }: Entry,
  context: HandlerContext,
): Promise<Answer<'meeting.join'>> {
  const { connection, socket, meetings, audience, clock } = context
  const { meetingId } = connection
  const bind = (participantId: ParticipantId) => {
    if (!socket.connected) return 'gone'
    if (audience.holds(meetingId, participantId, socket)) return 'same'
    const replaced = audience.bind(meetingId, participantId, socket)
    replaced?.emit('message', { type: 'error', error: { code: 'SEAT_REPLACED' } })
    replaced?.disconnect(true)
    return 'new'
  }
  const way = { known, bind, password, ...(isGuess && { guess: guessing(context) }) }
  const { handle, entered } = await meetings.enter(meetingId, command, way)
  if (!entered.ok) return entered
  connection.seat(entered.participantId, handle)
  return { ok: true, result: { participantId: entered.participantId, parts: entered.parts, serverNow: clock.now() } }
}

/** Whoever comes with a secret that turns out wrong waits longer and longer before the next one is looked at. */
function guessing({ connection, clock, guesses }: HandlerContext): NonNullable<Way['guess']> {
  const guesser = `${connection.meetingId} ${connection.address}`
  return (look) =>
    guesses.inTurn(guesser, async () => {
      const retryAfterMs = guesses.waitMs(guesser, clock.now())
      if (retryAfterMs > 0) return { ok: false, error: { code: 'RATE_LIMITED', retryAfterMs } }
      const entered = await look()
      if (!entered.ok && wrongGuesses.has(entered.error.code)) guesses.failed(guesser, clock.now())
      return entered
    })
}

/** Takes a new seat, or the one that a token or a personal link has already. */
export async function join(
  request: RequestOf<'meeting.join'>,
  context: HandlerContext,
): Promise<Answer<'meeting.join'>> {
  const { connection, admission, clock, ids, meetings } = context
  if (connection.seated()) return { ok: false, error: { code: 'ALREADY_JOINED' } }
  // An expired token, and none where one is needed, open no new seat; coming back to one's seat is another request.
  if (admission.status === 'expired') return { ok: false, error: { code: 'TOKEN_EXPIRED' } }
  const { resumeToken, moderatorKey, claimCode, password } = request
  // A moderator link and a personal link are secrets of whoever runs the meeting: they let in where guests stay out.
  const hasLink = moderatorKey !== undefined || claimCode !== undefined
  if (admission.status === 'missing' && !hasLink) return { ok: false, error: { code: 'TOKEN_REQUIRED' } }
  const { displayName, ...granted } = toGranted(admission, request.displayName)
  const command = {
    type: 'JoinMeeting',
    meetingId: connection.meetingId,
    participantId: ids.participantId(),
    displayName,
    tokenHash: hashSecret(resumeToken),
    settings: meetings.settings,
    ...granted,
    ...(moderatorKey !== undefined && { moderatorKeyHash: hashSecret(moderatorKey) }),
    ...(claimCode !== undefined && { claimHash: hashSecret(claimCode) }),
    at: clock.now(),
  } as const
  const isGuess = moderatorKey !== undefined || claimCode !== undefined || password !== undefined
  return enter(command, { password, isGuess }, context)
}

/** Comes back to a seat. */
export async function resume(
  { participantId, resumeToken, known, moderatorKey }: RequestOf<'meeting.resume'>,
  context: HandlerContext,
): Promise<Answer<'meeting.resume'>> {
  const held = context.connection.seated()?.participantId
  if (held && held !== participantId) return { ok: false, error: { code: 'ALREADY_JOINED' } }
  const userId = userIdOf(context.admission)
  const tokenHash = hashSecret(resumeToken)
  const command = {
    type: 'ResumeSeat',
    participantId,
    tokenHash,
    ...(userId !== undefined && { userId }),
    ...(moderatorKey !== undefined && { moderatorKeyHash: hashSecret(moderatorKey) }),
    at: context.clock.now(),
  } as const
  return enter(command, { known, isGuess: moderatorKey !== undefined }, context)
}
