// SPDX-License-Identifier: Apache-2.0
// Who asks to speak or to show themselves, in whatever room, with the two answers: for moderators.
import { t } from '../../i18n/texts.ts'
import { Bold } from '../../ui/Bold.tsx'
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
    <ul className="asking-list" aria-label={t('moderation.asking')}>
      {people.map(({ participantId, name, kind }) => (
        <li key={`${participantId} ${kind}`} className="asking-person">
          <span className="asking-words">
            <Bold text={kind === 'audio' ? t('moderation.asksAudio', { name }) : t('moderation.asksVideo', { name })} />
          </span>
          <Button
            size="small"
            look="primary"
            aria-label={
              kind === 'audio' ? t('moderation.allowNameAudio', { name }) : t('moderation.allowNameVideo', { name })
            }
            onPress={() => actions.allow(kind, { participantId }, true)}
          >
            {t('moderation.allow')}
          </Button>
          <Button
            size="small"
            look="outline"
            aria-label={t('moderation.notNowName', { name })}
            onPress={() => actions.allow(kind, { participantId }, false)}
          >
            {t('words.notNow')}
          </Button>
        </li>
      ))}
    </ul>
  )
}
