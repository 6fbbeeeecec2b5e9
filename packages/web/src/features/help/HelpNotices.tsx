// SPDX-License-Identifier: Apache-2.0
// What stands above the tiles about help, wherever one is: to whoever asked, whether somebody comes; to moderators, who waits, and the way back
// after helping. Read aloud as it comes; of the queue only who is new in it, because it counts the minutes.
import { LifeBuoy, Undo2 } from 'lucide-react'
import { useState } from 'react'
import { t } from '../../i18n/texts.ts'
import { withoutMarks } from '../../ui/Bold.tsx'
import { Button } from '../../ui/Button.tsx'
import { HelpQueue } from './HelpQueue.tsx'
import type { HelpActions } from './helpActions.ts'
import { type HelpModel, type HelpRow, newestOf } from './helpModel.ts'
import './help.css'

/** More than these would push the pictures away; the pane has all. */
const mostShown = 2

export interface HelpNoticesProps {
  readonly model: HelpModel
  readonly actions: HelpActions
  readonly serverOffsetMs: number
  /** The queue stands elsewhere, and is only read aloud here. */
  readonly isQueueElsewhere: boolean
}

export function HelpNotices({ model, actions, serverOffsetMs, isQueueElsewhere }: HelpNoticesProps) {
  const { own, queue, returnTo } = model
  const open = queue.filter(({ taken, isMine }) => taken === undefined || isMine)
  const more = open.length - mostShown
  const newest = useNewest(queue)
  return (
    <>
      <div className="notice-strip" role="status">
        {own === undefined ? null : (
          <div className="notice notice-info">
            <LifeBuoy aria-hidden="true" className="help-mark" />
            <p className="notice-words">{own}</p>
            <Button size="small" look="outline" onPress={actions.withdraw}>
              {t('help.withdraw')}
            </Button>
          </div>
        )}
        {returnTo ? (
          <div className="notice notice-info">
            <p className="notice-words">{t('help.youHelp')}</p>
            <Button size="small" look="primary" onPress={actions.goBack}>
              <Undo2 aria-hidden="true" /> {t('help.return', { room: returnTo.name })}
            </Button>
          </div>
        ) : null}
      </div>
      <p className="only-read-aloud" role="status">
        {newest ? toSpoken(newest) : ''}
      </p>
      {open.length === 0 || isQueueElsewhere ? null : (
        <div className="notice-strip">
          <div className="help-notice">
            <LifeBuoy aria-hidden="true" className="help-mark" />
            <HelpQueue rows={open.slice(0, mostShown)} actions={actions} serverOffsetMs={serverOffsetMs} />
            {more > 0 ? <p className="muted-text">{t('help.more', { count: more })}</p> : null}
          </div>
        </div>
      )}
    </>
  )
}

/** Who asked last, until they no longer do; nobody comes in their place. */
function useNewest(queue: readonly HelpRow[]): HelpRow | undefined {
  const [newest, setNewest] = useState<HelpRow>()
  const next = newestOf(queue, newest)
  if (next !== newest) setNewest(next)
  return next && queue.some(({ requestId }) => requestId === next.requestId) ? next : undefined
}

function toSpoken({ name, roomName, text }: HelpRow): string {
  const asks = withoutMarks(t('help.asks', { name, room: roomName }))
  return text === undefined ? asks : `${asks}: ${text}`
}
