// SPDX-License-Identifier: Apache-2.0
// Who asks for help, where and since when, with what a moderator can do about it.
import { t } from '../../i18n/texts.ts'
import { useServerNow } from '../../state/useServerNow.ts'
import { Bold } from '../../ui/Bold.tsx'
import { Button } from '../../ui/Button.tsx'
import type { HelpActions } from './helpActions.ts'
import { type HelpRow, toWaitingText } from './helpModel.ts'
import './help.css'

const everyMs = 5_000

export interface HelpQueueProps {
  readonly rows: readonly HelpRow[]
  readonly actions: HelpActions
  readonly serverOffsetMs: number
}

export function HelpQueue({ rows, actions, serverOffsetMs }: HelpQueueProps) {
  const now = useServerNow(serverOffsetMs, everyMs)
  if (rows.length === 0) return null
  return (
    <ul className="help-queue" aria-label={t('help.queue')}>
      {rows.map((row) => (
        <HelpItem key={row.requestId} row={row} now={now} actions={actions} />
      ))}
    </ul>
  )
}

interface HelpItemProps {
  readonly row: HelpRow
  readonly now: number
  readonly actions: HelpActions
}

function HelpItem({ row, now, actions }: HelpItemProps) {
  const { requestId, name, roomName, text, taken, isMine, isHere, askedAt } = row
  const isFree = taken === undefined
  return (
    <li className="help-item" data-help-request={requestId} data-taken={!isFree || undefined}>
      <div className="help-words">
        <p>
          <Bold text={t('help.asks', { name, room: roomName })} />{' '}
          <span className="muted-text">{toWaitingText(askedAt, now)}</span>
        </p>
        {text === undefined ? null : (
          <p className="help-text" dir="auto">
            {text}
          </p>
        )}
        {taken === undefined ? null : <p className="muted-text">{taken}</p>}
      </div>
      <div className="help-actions">
        {isFree && !isHere ? (
          <Button
            size="small"
            look="outline"
            aria-label={t('help.takeLabel', { name })}
            onPress={() => actions.take(requestId, false)}
          >
            {t('help.take')}
          </Button>
        ) : null}
        {(isFree || isMine) && !isHere ? (
          <Button
            size="small"
            look="primary"
            aria-label={t('help.goLabel', { room: roomName, name })}
            onPress={() => actions.take(requestId, true)}
          >
            {t('help.go')}
          </Button>
        ) : null}
        {isHere || isMine ? (
          <Button
            size="small"
            look="outline"
            aria-label={t('help.doneLabel', { name })}
            onPress={() => actions.answer(requestId)}
          >
            {t('help.done')}
          </Button>
        ) : null}
      </div>
    </li>
  )
}
