// SPDX-License-Identifier: Apache-2.0
// Who waits in the lobby, with the two answers: for moderators, in the pane.
import { useState } from 'react'
import { t } from '../../i18n/texts.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { Button } from '../../ui/Button.tsx'
import { LazyAnswerDialog } from './LazyLobbyTalk.tsx'
import type { LobbyRow } from './lobbyModel.ts'
import type { MeetingDoorActions } from './meetingDoorActions.ts'
import './lobby.css'

export interface LobbyListProps {
  readonly people: readonly LobbyRow[]
  readonly actions: MeetingDoorActions
}

export function LobbyList({ people, actions }: LobbyListProps) {
  const [answeredId, setAnsweredId] = useState<LobbyRow['participantId']>()
  const answered = people.find(({ participantId }) => participantId === answeredId)
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
        {people.map(({ participantId, name, email, talk }) => (
          <li key={participantId} className="lobby-person">
            <Avatar id={participantId} name={name} size="small" />
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
            <Button
              size="small"
              aria-label={t('lobby.writeToLabel', { name })}
              onPress={() => setAnsweredId(participantId)}
            >
              {t('lobby.writeTo')}
            </Button>
            {talk.at(-1) ? (
              <p className="lobby-said" dir="auto">
                {talk.at(-1)?.text}
              </p>
            ) : null}
          </li>
        ))}
      </ul>
      {answered ? (
        <LazyAnswerDialog person={answered} actions={actions} onClose={() => setAnsweredId(undefined)} />
      ) : null}
    </section>
  )
}
