// SPDX-License-Identifier: Apache-2.0
// Sending a message (SPEC CH): to the room where one is, to everybody, or to one person. Its text was checked at the edge.
import type { CommandOf } from '../commands.ts'
import { type Rate, waitTime } from '../rate.ts'
import { accept, type Decision, reject } from '../rejections.ts'
import { isActive } from '../seats.ts'
import type { RunningMeeting } from '../state.ts'

/** A person sends at most this many messages within this time. */
export const chatRate: Rate = { times: 20, withinMs: 10_000 }

export function decideSendMessage(state: RunningMeeting, command: CommandOf<'SendMessage'>): Decision {
  const { by, to, text, at } = command
  if (to.kind === 'room' && state.seats.get(by)?.roomId !== to.roomId)
    return reject('CHAT_ROOM_LEFT', { roomId: to.roomId })
  if (to.kind === 'person') {
    const addressee = state.seats.get(to.participantId)
    if (!addressee || !isActive(addressee) || addressee.id === by)
      return reject('PARTICIPANT_UNKNOWN', { participantId: to.participantId })
  }
  const retryAfterMs = waitTime(sentLately(state, command), chatRate, at)
  if (retryAfterMs > 0) return { ok: false, error: { code: 'CHAT_TOO_FAST', retryAfterMs } }
  return accept([{ type: 'MessageSent', from: by, to, text, at }], { seq: state.chat.sent + 1 })
}

/** When this person sent what still counts, newest first. */
function sentLately(state: RunningMeeting, { by, at }: CommandOf<'SendMessage'>): readonly number[] {
  const mine: number[] = []
  for (const message of state.chat.messages.toReversed()) {
    if (message.at <= at - chatRate.withinMs) break
    if (message.from === by) mine.push(message.at)
  }
  return mine
}
