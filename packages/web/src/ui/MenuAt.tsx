// SPDX-License-Identifier: Apache-2.0
// A menu that opens at whatever asked for it: one for many buttons, where a menu for each would cost too much.
import { Popover } from 'react-aria-components'
import { type MenuGroup, MenuList } from './Menu.tsx'

export interface MenuAtProps {
  readonly label: string
  /** What was pressed; the focus goes back there. */
  readonly anchor: Element
  readonly groups: readonly MenuGroup[]
  readonly onClose: () => void
}

export function MenuAt({ label, anchor, groups, onClose }: MenuAtProps) {
  const close = (entry: MenuGroup['entries'][number]) => ({
    ...entry,
    onAction: () => {
      onClose()
      entry.onAction()
    },
  })
  return (
    <Popover
      className="popover"
      aria-label={label}
      triggerRef={{ current: anchor }}
      isOpen
      onOpenChange={(open) => !open && onClose()}
      placement="bottom end"
      offset={6}
    >
      <MenuList
        takesFocus
        label={label}
        groups={groups.map((group) => ({ ...group, entries: group.entries.map(close) }))}
      />
    </Popover>
  )
}
