// SPDX-License-Identifier: Apache-2.0
// Says above the tiles that somebody waits in the lobby, while the pane that lists them is closed. Read aloud as it comes.
import { t } from '../../i18n/texts.ts'
import { Bold } from '../../ui/Bold.tsx'
import { Button } from '../../ui/Button.tsx'
import { type LobbyRow, toUnanswered } from './lobbyModel.ts'
import type { MeetingDoorActions } from './meetingDoorActions.ts'

export interface LobbyNoticeProps {
  readonly people: readonly LobbyRow[]
  readonly paneOpen: boolean
  /** Undefined for those who have nobody in the lobby. */
  readonly actions: Pick<MeetingDoorActions, 'admit' | 'turnAway'> | undefined
  /** Opens what lists them; absent where nothing does. */
  readonly onShow: (() => void) | undefined
}

export function LobbyNotice({ people, paneOpen, actions, onShow }: LobbyNoticeProps) {
  const [first] = people
  const unanswered = toUnanswered(people)
  return (
    <div className="notice-strip" role="status">
      {first === undefined || paneOpen ? null : (
        <div className="notice notice-info">
          <p className="notice-words">
            {unanswered ? (
              <Bold text={t('lobby.writes', unanswered)} />
            ) : people.length === 1 ? (
              <Bold text={t('lobby.waits', { name: first.name })} />
            ) : (
              t('lobby.wait', { count: people.length })
            )}
          </p>
          <span className="notice-actions">
            {actions && people.length === 1 ? (
              <>
                <Button size="small" look="primary" onPress={() => actions.admit([first.participantId])}>
                  {t('lobby.letIn')}
                </Button>
                <Button size="small" look="outline" onPress={() => actions.turnAway(first.participantId)}>
                  {t('lobby.turnAway')}
                </Button>
              </>
            ) : null}
            {onShow ? (
              <Button size="small" look={people.length === 1 ? 'outline' : 'primary'} onPress={onShow}>
                {t('lobby.show')}
              </Button>
            ) : null}
          </span>
        </div>
      )}
    </div>
  )
}
