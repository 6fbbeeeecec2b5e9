// SPDX-License-Identifier: Apache-2.0
// Goes through the pages of tiles. Stands below them, never over faces.
import { ChevronLeft, ChevronRight } from 'lucide-react'
import { t } from '../../i18n/texts.ts'
import { IconButton } from '../../ui/IconButton.tsx'

export interface TilePagerProps {
  /** From 0. */
  readonly page: number
  readonly pageCount: number
  readonly onPage: (page: number) => void
}

export function TilePager({ page, pageCount, onPage }: TilePagerProps) {
  return (
    <nav className="tile-pager" aria-label={t('meeting.pages')}>
      <IconButton
        label={t('meeting.pageBefore')}
        icon={<ChevronLeft className="turns-with-text" />}
        size="small"
        look="quiet"
        isDisabled={page === 0}
        onPress={() => onPage(page - 1)}
      />
      <span aria-live="polite">{t('meeting.pageOf', { page: page + 1, pages: pageCount })}</span>
      <IconButton
        label={t('meeting.pageAfter')}
        icon={<ChevronRight className="turns-with-text" />}
        size="small"
        look="quiet"
        isDisabled={page === pageCount - 1}
        onPress={() => onPage(page + 1)}
      />
    </nav>
  )
}
