// SPDX-License-Identifier: Apache-2.0
// The last announcement made to one's room: above the tiles, never over faces, read aloud as it comes, there until the person puts it away.
import type { AnnouncementView } from '@alcove/protocol'
import { Megaphone, X } from 'lucide-react'
import { formatTime } from '../../i18n/formats.ts'
import { t } from '../../i18n/texts.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import './announcements.css'

export interface AnnouncementStripProps {
  /** Undefined: there is none, or it was put away. */
  readonly announcement: AnnouncementView | undefined
  readonly onDismiss: () => void
}

export function AnnouncementStrip({ announcement, onDismiss }: AnnouncementStripProps) {
  return (
    <div className="announcement-strip" role="alert">
      {announcement ? (
        <section key={announcement.id} className="announcement" data-announcement={announcement.id}>
          <Megaphone aria-hidden="true" />
          <div className="announcement-words">
            <p className="announcement-from">{fromWords(announcement)}</p>
            <p className="announcement-text" dir="auto">
              {announcement.text}
            </p>
          </div>
          <IconButton label={t('words.dismiss')} icon={<X />} size="small" look="quiet" onPress={onDismiss} />
        </section>
      ) : null}
    </div>
  )
}

/** Who said what, in one sentence. */
export function toAnnouncementText(announcement: AnnouncementView): string {
  return `${fromWords(announcement)}: ${announcement.text}`
}

function fromWords({ fromName, at }: AnnouncementView): string {
  const time = formatTime(at)
  return fromName === undefined ? t('announce.fromOrganisers', { time }) : t('announce.from', { name: fromName, time })
}
