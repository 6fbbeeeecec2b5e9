// SPDX-License-Identifier: Apache-2.0
// A menu of very many entries: typing narrows it, and no more than can be looked through are drawn.
import { type ReactElement, useState } from 'react'
import {
  Menu as AriaMenu,
  Autocomplete,
  Input,
  MenuItem,
  MenuTrigger,
  Popover,
  TextField,
  useFilter,
} from 'react-aria-components'
import type { MenuEntry } from './Menu.tsx'
import { toListed } from './narrowed.ts'
import './field.css'
import './menu.css'

export interface SearchMenuProps {
  readonly label: string
  /** The button that opens it. */
  readonly trigger: ReactElement
  /** Of the field in which one types. */
  readonly searchLabel: string
  /** Asked for while it is open. */
  readonly entries: () => readonly MenuEntry[]
  /** What is said of those that are not drawn, or of there being none. */
  readonly toRestText: (count: number) => string
  readonly noneText: string
}

export function SearchMenu({ trigger, ...list }: SearchMenuProps) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover className="popover" placement="bottom end" offset={6}>
        <SearchList {...list} />
      </Popover>
    </MenuTrigger>
  )
}

/** Fewer than these are seen at once. */
const searchedFrom = 12

function SearchList({ label, searchLabel, entries, toRestText, noneText }: Omit<SearchMenuProps, 'trigger'>) {
  const [typed, setTyped] = useState('')
  const { contains } = useFilter({ sensitivity: 'base' })
  const all = entries()
  const { listed, restCount } = toListed(all, ({ label: name }) => contains(name, typed))
  const list = (
    <AriaMenu className="menu" aria-label={label} renderEmptyState={() => <p className="menu-rest">{noneText}</p>}>
      {listed.map(({ id, label: name, icon, onAction }) => (
        <MenuItem key={id} id={id} textValue={name} className="menu-item" onAction={onAction}>
          {icon}
          <span className="menu-item-label">{name}</span>
        </MenuItem>
      ))}
    </AriaMenu>
  )
  if (all.length < searchedFrom) return list
  return (
    <Autocomplete inputValue={typed} onInputChange={setTyped}>
      <TextField className="field menu-search" aria-label={searchLabel} autoFocus>
        <Input className="field-input" placeholder={searchLabel} />
      </TextField>
      {list}
      {restCount > 0 ? <p className="menu-rest">{toRestText(restCount)}</p> : null}
    </Autocomplete>
  )
}
