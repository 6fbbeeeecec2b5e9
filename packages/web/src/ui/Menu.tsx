// SPDX-License-Identifier: Apache-2.0
// A menu behind a button: titled groups of entries, one of which may be checked; destructive entries stand apart and red.
import { Check } from 'lucide-react'
import type { ReactElement, ReactNode } from 'react'
import { Menu as AriaMenu, Header, MenuItem, MenuSection, MenuTrigger, Popover, Separator } from 'react-aria-components'
import './menu.css'
import { t } from '../i18n/texts.ts'

export interface MenuEntry {
  readonly id: string
  readonly label: string
  readonly icon?: ReactNode
  readonly onAction: () => void
  readonly isChecked?: boolean
  readonly isDestructive?: boolean
}

export interface MenuGroup {
  readonly id: string
  readonly title?: string
  readonly entries: readonly MenuEntry[]
}

export interface MenuProps {
  readonly label: string
  /** The button that opens it. */
  readonly trigger: ReactElement
  /** A function where many menus stand beside each other: it is asked when one is open. */
  readonly groups: readonly MenuGroup[] | (() => readonly MenuGroup[])
  readonly placement?: 'bottom end' | 'top' | 'bottom start'
}

export function Menu({ label, trigger, groups, placement = 'bottom end' }: MenuProps) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover className="popover" placement={placement} offset={6}>
        <MenuList label={label} groups={groups} />
      </Popover>
    </MenuTrigger>
  )
}

export interface MenuListProps extends Pick<MenuProps, 'label' | 'groups'> {
  /** A menu's own button sees to it otherwise. */
  readonly takesFocus?: boolean
}

/** The entries, for whatever opens them. */
export function MenuList({ label, groups, takesFocus = false }: MenuListProps) {
  const all = typeof groups === 'function' ? groups() : groups
  const filled = all.filter((group) => group.entries.length > 0)
  return (
    <AriaMenu className="menu" aria-label={label} {...(takesFocus ? { autoFocus: 'first' as const } : {})}>
      {filled.flatMap((group, index) => [
        ...(index === 0 ? [] : [<Separator key={`${group.id}-line`} className="menu-line" />]),
        <MenuSection key={group.id} aria-label={group.title ?? label}>
          {group.title === undefined ? null : <Header className="menu-title">{group.title}</Header>}
          {group.entries.map((entry) => (
            <MenuItem
              key={entry.id}
              id={entry.id}
              textValue={entry.label}
              className={`menu-item ${entry.isDestructive ? 'menu-item-destructive' : ''}`}
              onAction={entry.onAction}
            >
              {entry.icon}
              <span className="menu-item-label">{entry.label}</span>
              {entry.isChecked ? <Check className="menu-item-check" aria-label={t('words.chosen')} /> : null}
            </MenuItem>
          ))}
        </MenuSection>,
      ])}
    </AriaMenu>
  )
}
