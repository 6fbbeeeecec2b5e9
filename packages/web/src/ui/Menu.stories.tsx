// SPDX-License-Identifier: Apache-2.0

import { Ellipsis, MicOff, UserX } from 'lucide-react'
import type { Stories } from '../stories/story.ts'
import { IconButton } from './IconButton.tsx'
import { Menu } from './Menu.tsx'

const nothing = () => {}

export const stories: Stories = {
  'When pressed': () => (
    <Menu
      label="Actions for Maya"
      trigger={<IconButton label="Actions for Maya" icon={<Ellipsis />} look="quiet" />}
      placement="bottom start"
      groups={[
        {
          id: 'move',
          title: 'Move to',
          entries: [
            { id: '1', label: 'Main room', isChecked: true, onAction: nothing },
            { id: '2', label: 'Room 1', onAction: nothing },
          ],
        },
        { id: 'media', entries: [{ id: 'mute', label: 'Mute', icon: <MicOff />, onAction: nothing }] },
        {
          id: 'end',
          entries: [{ id: 'remove', label: 'Remove…', icon: <UserX />, isDestructive: true, onAction: nothing }],
        },
      ]}
    />
  ),
}
