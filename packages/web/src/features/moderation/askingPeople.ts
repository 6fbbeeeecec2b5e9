// SPDX-License-Identifier: Apache-2.0
// Who asks to speak or to show themselves, as moderators see it. Pure.
import type { MeetingView } from '@alcove/client'
import type { Kind, ParticipantId } from '@alcove/protocol'
import { peopleInOrder } from '../../state/inOrder.ts'

export interface AskingPerson {
  readonly participantId: ParticipantId
  readonly name: string
  readonly kind: Kind
}

/** In the order in which people came. */
export function toAskingPeople(view: MeetingView): readonly AskingPerson[] {
  const asking = view.moderators?.asking ?? {}
  return peopleInOrder(view).flatMap(([participantId, { displayName: name }]) =>
    (asking[participantId]?.asking ?? []).map((kind) => ({ participantId, name, kind })),
  )
}
