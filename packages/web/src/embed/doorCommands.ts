// SPDX-License-Identifier: Apache-2.0
// Commands of host pages at the meeting's door: lobby, password, the name under which one comes.
import type { ParticipantId } from '@alcove/protocol'
import type { SupportedCommand } from '@alcove/protocol/embed'
import { isPasswordFit, toPasswordDigits } from '../features/door/passwordRule.ts'
import { type CommandHandler, type HostedPage, HostRefused, viewOf } from './HostedPage.ts'
import { textOf } from './hostArguments.ts'

const commands = {
  answerKnockingParticipant: (hosted, [person, approved]) => {
    const participantId = waitingIn(hosted, person)
    return approved === true
      ? hosted.client.admit([participantId])
      : hosted.client.removeParticipant(participantId, false)
  },
  // As in Jitsi one command with two meanings: the answer to a question, and for moderators the lock of the door.
  password: ({ client, page, givePassword }, [password]) => {
    const text = textOf(password)
    if (text !== undefined && givePassword(text)) return undefined
    const digits = toPasswordDigits(page.getSnapshot().config.roomPasswordNumberOfDigits)
    if (text !== undefined && !isPasswordFit(text, digits))
      throw new HostRefused('REQUEST_INVALID', `passwords of the meeting have ${digits} digits`)
    return client.setPassword(text)
  },
  toggleLobby: ({ client }, [enabled]) => client.setLobby(enabled === true),
} satisfies Partial<Record<SupportedCommand, CommandHandler>>

export const doorCommands: Readonly<Record<keyof typeof commands, CommandHandler>> = commands

function waitingIn(hosted: HostedPage, named: unknown): ParticipantId {
  const waiting = Object.keys(viewOf(hosted).moderators?.waiting ?? {})
  const found = waiting.find((id) => id === named)
  if (found === undefined) throw new HostRefused('PARTICIPANT_UNKNOWN', `nobody ${String(named)} waits in the lobby`)
  return found as ParticipantId
}
