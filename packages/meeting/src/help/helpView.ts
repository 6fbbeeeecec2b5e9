// SPDX-License-Identifier: Apache-2.0
// What people see of help: moderators the queue, each their own request and where they came from. Others in the room are not told who asked.
import type { HelpView, OwnHelpView, ParticipantId, SelfPart } from '@alcove/protocol'
import type { RunningMeeting } from '../state.ts'
import { isOpen, openRequestOf, takerOf } from './requests.ts'

export function helpQueue({ help }: RunningMeeting): Readonly<Record<string, HelpView>> {
  const queue: Record<string, HelpView> = {}
  for (const request of help.requests) {
    if (!isOpen(request)) continue
    const { id, participantId, roomId, askedAt, text } = request
    queue[`${id}`] = {
      participantId,
      roomId,
      askedAt,
      ...(text !== undefined && { text }),
      ...takenBy(takerOf(request)),
    }
  }
  return queue
}

export function ownHelp(
  state: Pick<RunningMeeting, 'help'>,
  participantId: ParticipantId,
): Pick<SelfPart, 'help' | 'returnTo'> {
  const open = openRequestOf(state, participantId)
  const returnTo = state.help.returnTo.get(participantId)
  const help: OwnHelpView | undefined = open && {
    requestId: open.id,
    askedAt: open.askedAt,
    ...takenBy(takerOf(open)),
  }
  return { ...(help && { help }), ...(returnTo !== undefined && { returnTo }) }
}

function takenBy(by: ParticipantId | undefined): Pick<HelpView, 'takenBy'> {
  return by === undefined ? {} : { takenBy: by }
}
