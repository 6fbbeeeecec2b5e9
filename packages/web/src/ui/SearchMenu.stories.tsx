// SPDX-License-Identifier: Apache-2.0
import { MessageSquarePlus } from 'lucide-react'
import type { Stories } from '../stories/story.ts'
import { IconButton } from './IconButton.tsx'
import { SearchMenu } from './SearchMenu.tsx'

const menuOf = (count: number) => () => (
  <SearchMenu
    label="Write to one person"
    trigger={<IconButton label="Write to one person" icon={<MessageSquarePlus />} look="quiet" />}
    searchLabel="Search for a name"
    entries={() =>
      Array.from({ length: count }, (_, index) => ({
        id: `${index}`,
        label: `Person ${index + 1}`,
        onAction: () => {},
      }))
    }
    toRestText={(rest) => `${rest} more: type a name`}
    noneText="Nobody is called so."
  />
)

export const stories: Stories = { 'Of 500': menuOf(500), 'Of a few': menuOf(4) }
