// SPDX-License-Identifier: Apache-2.0
// For moderators: the attendance report as a file.
import { ClipboardList } from 'lucide-react'
import { t } from '../../i18n/texts.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { Menu } from '../../ui/Menu.tsx'
import type { AttendanceFormat } from './roomsActions.ts'

export function AttendanceMenu({ onSave }: { readonly onSave: (format: AttendanceFormat) => unknown }) {
  return (
    <Menu
      label={t('attendance.title')}
      trigger={<IconButton label={t('attendance.save')} icon={<ClipboardList />} size="small" look="quiet" />}
      groups={[
        {
          id: 'attendance',
          title: t('attendance.heading'),
          entries: [
            { id: 'csv', label: t('attendance.csv'), onAction: () => onSave('csv') },
            { id: 'json', label: t('attendance.json'), onAction: () => onSave('json') },
          ],
        },
      ]}
    />
  )
}
