// SPDX-License-Identifier: Apache-2.0
// The strip for notices, read aloud as they come. Stands above the tiles, never over faces.
import { X } from 'lucide-react'
import { t } from '../../i18n/texts.ts'
import { Button } from '../../ui/Button.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { Spinner } from '../../ui/Spinner.tsx'
import { Words } from '../../ui/Words.tsx'
import { type Notice, type NoticeAction, toActionWords } from './notices.ts'
import './noticeStrip.css'

export interface NoticeStripProps {
  readonly notices: readonly Notice[]
  readonly onAction: (action: NoticeAction) => void
  /** Given the id of a passing notice. */
  readonly onDismiss: (id: string) => void
  /** Given the id that the host page gave its button. */
  readonly onHostAction?: ((id: string) => void) | undefined
}

export function NoticeStrip({ notices, onAction, onDismiss, onHostAction }: NoticeStripProps) {
  return (
    <div className="notice-strip" aria-live="polite" role="status">
      {notices.map(({ id, tone, text, more, action, hostActions = [] }) => (
        <div key={id} className={`notice notice-${tone}`}>
          {tone === 'busy' ? <Spinner /> : null}
          <p className="notice-words">
            {text}
            {more === undefined ? null : (
              <span className="notice-more">
                {' '}
                <Words text={more} />
              </span>
            )}
          </p>
          {action === undefined ? null : (
            <Button
              size="small"
              look={action === 'turn-sound-on' ? 'primary' : 'outline'}
              onPress={() => onAction(action)}
            >
              {toActionWords(action)}
            </Button>
          )}
          {hostActions.map((hostAction) => (
            <Button
              key={hostAction.id}
              size="small"
              look="outline"
              onPress={() => {
                onHostAction?.(hostAction.id)
                onDismiss(id)
              }}
            >
              {hostAction.label}
            </Button>
          ))}
          {id.startsWith('passing-') ? (
            <IconButton
              label={t('words.dismiss')}
              icon={<X />}
              size="small"
              look="quiet"
              onPress={() => onDismiss(id)}
            />
          ) : null}
        </div>
      ))}
    </div>
  )
}
