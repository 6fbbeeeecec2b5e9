// SPDX-License-Identifier: Apache-2.0
// How people are called in plans, which also name those who have not come yet and those who left. Pure.
import type { MeetingView } from '@alcove/client'
import type { ParticipantId } from '@alcove/protocol'
import { compareNames } from '../../i18n/formats.ts'
import { t } from '../../i18n/texts.ts'
import { ofPeopleInOrder } from '../../state/inOrder.ts'
import type { PickablePerson } from '../../ui/PeoplePicker.tsx'

export function personNameOf({ meeting, moderators }: MeetingView, id: string): string {
  const participantId = id as ParticipantId
  const person = meeting.people[participantId] ?? moderators?.expected[participantId]
  return person?.displayName ?? t('picker.whoLeft')
}

/** Everybody who is here or expected, by name. */
export function toPickable(view: MeetingView): readonly PickablePerson<ParticipantId>[] {
  const everybody = { ...view.moderators?.expected, ...view.meeting.people }
  return ofPeopleInOrder(view, everybody)
    .map(([id, { displayName }]) => ({ id, name: displayName }))
    .sort((first, second) => compareNames(first.name, second.name))
}
