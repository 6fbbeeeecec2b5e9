// SPDX-License-Identifier: Apache-2.0
// One function per request type, in a table that the compiler keeps complete. A connection is a union: it waits for a seat, or it has one.
import type { ParticipantId, RequestOf, RequestType, ResultOf } from '@alcove/protocol'
import type { MeetingHandle } from '../meetings/meetingHandle.ts'
import { join, resume } from './entries.ts'
import type { Answer, HandlerContext } from './handlerContext.ts'
import type { SecretRequest, Secrets } from './roomSecrets.ts'
import { type SeatedRequest, toCommand } from './translate/toCommand.ts'

type Handlers = {
  readonly [Type in RequestType]: (request: RequestOf<Type>, context: HandlerContext) => Promise<Answer<Type>>
}

interface Seated {
  readonly participantId: ParticipantId
  readonly handle: MeetingHandle
}

const notJoined = { ok: false, error: { code: 'NOT_JOINED' } } as const

/** Commands of somebody seated all go the same way. */
async function execute<Type extends SeatedRequest['type']>(
  request: RequestOf<Type>,
  { connection, clock, ids }: HandlerContext,
  secrets: Secrets = {},
): Promise<Answer<Type>> {
  const seated = connection.seated()
  if (!seated) return notJoined
  const executed = await seated.handle.execute(
    toCommand({ ...(request as SeatedRequest), ...secrets }, seated.participantId, clock.now(), ids),
  )
  // The core stores with each command the result that this type of request has.
  return executed.ok ? { ok: true, result: executed.result as ResultOf<Type> } : executed
}

/** The same for requests that may carry a password. */
async function executeSecret<Type extends SecretRequest['type']>(
  request: RequestOf<Type>,
  context: HandlerContext,
): Promise<Answer<Type>> {
  const seated = context.connection.seated()
  if (!seated) return notJoined
  const found = await context.secrets.of(request, { ...seated, at: context.clock.now() })
  return found.ok ? execute<Type>(request, context, found.secrets) : found
}

function withSeat<Type extends RequestType>(
  run: (request: RequestOf<Type>, seated: Seated) => Promise<ResultOf<Type>>,
) {
  return async (request: RequestOf<Type>, { connection }: HandlerContext): Promise<Answer<Type>> => {
    const seated = connection.seated()
    return seated ? { ok: true, result: await run(request, seated) } : notJoined
  }
}

export const handlers: Handlers = {
  'meeting.join': (request, context) => context.connection.enterInTurn(() => join(request, context)),
  'meeting.resume': (request, context) => context.connection.enterInTurn(() => resume(request, context)),
  'meeting.leave': async (request, context) => {
    const answer = await execute(request, context)
    // The seat stays the person's to come back to; this connection is done with it.
    if (answer.ok) context.connection.unseat()
    return answer
  },
  'meeting.password': async ({ id, password }, { connection, clock, secrets }) => {
    const seated = connection.seated()
    if (!seated) return notJoined
    const hashed = await secrets.hashed(password, { ...seated, at: clock.now() })
    if (!hashed.ok) return hashed
    const from = { by: seated.participantId, commandId: id, at: clock.now() }
    const { passwordHash } = hashed
    const executed = await seated.handle.execute({ type: 'ChangePassword', passwordHash, ...from })
    return executed.ok ? { ok: true, result: null } : executed
  },
  'meeting.key': execute,
  'meeting.lobby': execute,
  'meeting.beforeModerator': execute,
  'meeting.toldOutside': execute,
  'meeting.delete': execute,
  'lobby.admit': execute,
  'lobby.write': execute,
  'lobby.answer': execute,
  'people.expect': execute,
  'people.claim': execute,
  'people.forget': execute,
  'meeting.policy': execute,
  'participant.move': executeSecret,
  'participant.role': execute,
  'participant.rename': execute,
  'participant.avatar': execute,
  'meeting.subject': execute,
  'room.create': executeSecret,
  'room.remove': execute,
  'room.open': execute,
  'room.close': execute,
  'rooms.close': execute,
  'rooms.open': execute,
  'countdown.cancel': execute,
  'timer.start': execute,
  'timer.extend': execute,
  'timer.stop': execute,
  'meeting.lateJoin': execute,
  'participant.assign': execute,
  'rooms.assign': execute,
  'rooms.seat': execute,
  'rooms.undo': execute,
  'rounds.plan': execute,
  'round.add': execute,
  'round.change': execute,
  'round.assign': execute,
  'round.remove': execute,
  'rounds.reorder': execute,
  'rounds.next': execute,
  'rooms.preview': async ({ who, seed, hold, wishes }, { connection, ids }) => {
    const seated = connection.seated()
    if (!seated) return notJoined
    const found = await seated.handle.preview({
      by: seated.participantId,
      who,
      seed: seed ?? ids.seed(),
      ...(hold !== undefined && { hold }),
      ...(wishes !== undefined && { wishes }),
    })
    return found.ok ? { ok: true, result: found.preview } : found
  },
  'podium.take': execute,
  'podium.leave': execute,
  'podium.end': execute,
  'glance.start': execute,
  'glance.stop': execute,
  'meeting.glance': execute,
  'meeting.report': async (_request, { connection }) => {
    const seated = connection.seated()
    if (!seated) return notJoined
    const read = await seated.handle.report(seated.participantId)
    return read.ok ? { ok: true, result: read.report } : read
  },
  'reaction.send': async ({ reaction }, { connection }) => {
    const seated = connection.seated()
    if (!seated) return notJoined
    const reacted = await seated.handle.react(seated.participantId, reaction)
    return reacted.ok ? { ok: true, result: null } : reacted
  },
  'pageText.send': async ({ to, text }, { connection }) => {
    const seated = connection.seated()
    if (!seated) return notJoined
    const sent = await seated.handle.sendPageText(seated.participantId, { to, text })
    return sent.ok ? { ok: true, result: null } : sent
  },
  'chat.send': execute,
  'chat.history': withSeat<'chat.history'>(({ before, limit }, { handle, participantId }) =>
    handle.history(participantId, { before, limit }),
  ),
  'moderation.stop': execute,
  'moderation.start': execute,
  'moderation.invite': execute,
  'moderation.decline': execute,
  'moderation.mustAsk': execute,
  'moderation.ask': execute,
  'moderation.allow': execute,
  'participant.remove': execute,
  'meeting.end': execute,
  'rooms.allow': execute,
  'meeting.limit': execute,
  'meeting.keep': execute,
  'room.change': executeSecret,
  'room.place': execute,
  'room.host': execute,
  'room.knock': execute,
  'room.admit': execute,
  'announcement.send': execute,
  'hand.raise': execute,
  'hands.lower': execute,
  'help.ask': execute,
  'help.withdraw': execute,
  'help.take': execute,
  'help.answer': execute,
  'help.return': execute,
  'media.open': withSeat<'media.open'>((_request, { handle, participantId }) => handle.media.open(participantId)),
  'media.receive': withSeat<'media.receive'>((request, { handle, participantId }) =>
    handle.media.receive(participantId, request).then(() => null),
  ),
  'media.connect': withSeat<'media.connect'>((request, { handle, participantId }) =>
    handle.media.connect(participantId, request).then(() => null),
  ),
  'media.restartIce': withSeat<'media.restartIce'>(async (request, { handle, participantId }) => ({
    iceParameters: await handle.media.restartIce(participantId, request),
  })),
  'media.produce': withSeat<'media.produce'>(async (request, { handle, participantId }) => ({
    producerId: await handle.media.produce(participantId, request),
  })),
  'media.pause': withSeat<'media.pause'>((request, { handle, participantId }) =>
    handle.media.pause(participantId, request).then(() => null),
  ),
  'media.close': withSeat<'media.close'>((request, { handle, participantId }) =>
    handle.media.closeProducer(participantId, request).then(() => null),
  ),
  'media.show': withSeat<'media.show'>((request, { handle, participantId }) =>
    handle.media.show(participantId, request).then(() => null),
  ),
  'media.ready': withSeat<'media.ready'>((request, { handle, participantId }) =>
    handle.media.ready(participantId, request).then(() => null),
  ),
}
