// SPDX-License-Identifier: Apache-2.0
// Who waits in the lobby, with the two answers: for moderators, in the pane.
import { t } from '../../i18n/texts.ts'
import { Button } from '../../ui/Button.tsx'
import type { LobbyRow } from './lobbyModel.ts'
import type { MeetingDoorActions } from './meetingDoorActions.ts'
import './lobby.css'

export interface LobbyListProps {
  readonly people: readonly LobbyRow[]
  readonly actions: MeetingDoorActions
}

export function LobbyList({ people, actions }: LobbyListProps) {
  if (people.length === 0) return null
  return (
    <section className="lobby" aria-label={t('lobby.title')}>
      <div className="lobby-head">
        <h3>{t('lobby.title')}</h3>
        {people.length > 1 ? (
          <Button size="small" look="outline" onPress={() => actions.admit('everybody')}>
            {t('lobby.letAllIn')}
          </Button>
        ) : null}
      </div>
      <ul className="lobby-list">
        {people.map(({ participantId, name, email }) => (
          <li key={participantId} className="lobby-person">
            <span className="lobby-name">
              <b>{name}</b> {email === undefined ? null : <span className="muted-text">{email}</span>}
            </span>
            <Button
              size="small"
              look="primary"
              aria-label={t('lobby.letInLabel', { name })}
              onPress={() => actions.admit([participantId])}
            >
              {t('lobby.letIn')}
            </Button>
            <Button
              size="small"
              look="outline"
              aria-label={t('lobby.turnAwayLabel', { name })}
              onPress={() => actions.turnAway(participantId)}
            >
              {t('lobby.turnAway')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
