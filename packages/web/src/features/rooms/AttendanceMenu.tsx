// SPDX-License-Identifier: Apache-2.0
// For moderators: the attendance report as a file.
import { ClipboardList } from 'lucide-react'
import { IconButton } from '../../ui/IconButton.tsx'
import { Menu } from '../../ui/Menu.tsx'
import type { AttendanceFormat } from './roomsActions.ts'

export function AttendanceMenu({ onSave }: { readonly onSave: (format: AttendanceFormat) => void }) {
  return (
    <Menu
      label="Attendance"
      trigger={<IconButton label="Save who was where and when" icon={<ClipboardList />} size="small" look="quiet" />}
      groups={[
        {
          id: 'attendance',
          title: 'Who was where, from when to when',
          entries: [
            { id: 'csv', label: 'Save as a table (CSV)', onAction: () => onSave('csv') },
            { id: 'json', label: 'Save as data (JSON)', onAction: () => onSave('json') },
          ],
        },
      ]}
    />
  )
}
