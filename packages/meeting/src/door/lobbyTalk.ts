// SPDX-License-Identifier: Apache-2.0
// What somebody in the lobby and the moderators write to each other (SPEC LO9, LO10). It belongs to the waiting: it is gone when the waiting is over.
import type { Actor, ParticipantId } from '@alcove/protocol'
import type { CommandOf } from '../commands.ts'
import type { EventOf } from '../events.ts'
import { invariant } from '../invariant.ts'
import { type Rate, waitTime } from '../rate.ts'
import { accept, type Decision, type Rejected, reject } from '../rejections.ts'
import { withSeat } from '../seats.ts'
import type { RunningMeeting } from '../state.ts'
import type { LobbyMessage } from './lobbyMessage.ts'

/** What each side of one talk writes at most. */
export const lobbyRate: Rate = { times: 5, withinMs: 30_000 }
/** The newest of a talk are kept. */
export const maxLobbyMessages = 20

export function decideWriteFromLobby(state: RunningMeeting, { by, text, at }: CommandOf<'WriteFromLobby'>): Decision {
  const talk = talkOf(state, by)
  if (!talk) return reject('PERMISSION_DENIED')
  return tooFast(talk, by, at) ?? accept([{ type: 'LobbyMessageWritten', participantId: by, from: by, text, at }])
}

export function decideAnswerInLobby(state: RunningMeeting, command: CommandOf<'AnswerInLobby'>): Decision {
  const { participantId, by, text, at } = command
  const talk = talkOf(state, participantId)
  if (!talk) return reject('PARTICIPANT_UNKNOWN', { participantId })
  return tooFast(talk, by, at) ?? accept([{ type: 'LobbyMessageWritten', participantId, from: by, text, at }])
}

export function evolveLobbyMessageWritten(
  state: RunningMeeting,
  { participantId, from, text, at }: EventOf<'LobbyMessageWritten'>,
): RunningMeeting {
  const presence = state.seats.get(participantId)?.presence
  invariant(presence?.status === 'waiting', `${participantId} does not wait and is written to in the lobby`)
  const talk = [...(presence.talk ?? []), { from, text, at }].slice(-maxLobbyMessages)
  return withSeat(state, participantId, { presence: { ...presence, talk } })
}

/** Blanks what this person wrote to people who wait. */
export function withoutWriter(state: RunningMeeting, writer: ParticipantId): RunningMeeting {
  return [...state.seats.values()].reduce((before, { id, presence }) => {
    if (presence.status !== 'waiting' || !presence.talk?.some(({ from }) => from === writer)) return before
    const talk = presence.talk.map((message) => (message.from === writer ? { ...message, text: '' } : message))
    return withSeat(before, id, { presence: { ...presence, talk } })
  }, state)
}

/** Undefined: this person does not wait. */
function talkOf(state: RunningMeeting, participantId: ParticipantId): readonly LobbyMessage[] | undefined {
  const presence = state.seats.get(participantId)?.presence
  return presence?.status === 'waiting' ? (presence.talk ?? []) : undefined
}

function tooFast(talk: readonly LobbyMessage[], by: Actor, at: number): Rejected | undefined {
  const mine = talk.filter(({ from }) => from === by).map((message) => message.at)
  const retryAfterMs = waitTime(mine.reverse(), lobbyRate, at)
  return retryAfterMs > 0 ? { ok: false, error: { code: 'TOO_OFTEN', retryAfterMs } } : undefined
}
