// SPDX-License-Identifier: Apache-2.0
// Who asks to speak or to show themselves, in whatever room, with the two answers: for moderators.
import { Button } from '../../ui/Button.tsx'
import type { AskingPerson } from './askingPeople.ts'
import type { ModerationActions } from './moderationActions.ts'
import './moderation.css'

export interface AskingListProps {
  readonly people: readonly AskingPerson[]
  readonly actions: ModerationActions
}

export function AskingList({ people, actions }: AskingListProps) {
  if (people.length === 0) return null
  return (
    <ul className="asking-list" aria-label="People who ask">
      {people.map(({ participantId, name, kind }) => (
        <li key={`${participantId} ${kind}`} className="asking-person">
          <span className="asking-words">
            <b>{name}</b> asks to {kind === 'audio' ? 'speak' : 'show camera or screen'}
          </span>
          <Button
            size="small"
            look="primary"
            aria-label={`Allow ${name} to ${kind === 'audio' ? 'speak' : 'show'}`}
            onPress={() => actions.allow(kind, { participantId }, true)}
          >
            Allow
          </Button>
          <Button
            size="small"
            look="outline"
            aria-label={`Not now, ${name}`}
            onPress={() => actions.allow(kind, { participantId }, false)}
          >
            Not now
          </Button>
        </li>
      ))}
    </ul>
  )
}
