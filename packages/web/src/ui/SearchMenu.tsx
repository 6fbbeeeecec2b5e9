// SPDX-License-Identifier: Apache-2.0
// A menu of very many entries: typing narrows it, and no more than can be looked through are drawn.
import { type KeyboardEvent, type ReactElement, useRef, useState } from 'react'
import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { TextField } from './Field.tsx'
import { isComposing } from './isComposing.ts'
import type { MenuEntry } from './Menu.tsx'
import { toListed } from './narrowed.ts'
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
  const [isOpen, setIsOpen] = useState(false)
  return (
    <MenuTrigger isOpen={isOpen} onOpenChange={setIsOpen}>
      {trigger}
      <Popover className="popover" placement="bottom end" offset={6}>
        <SearchList {...list} onClose={() => setIsOpen(false)} />
      </Popover>
    </MenuTrigger>
  )
}

/** Fewer than these are seen at once. */
const searchedFrom = 12

type SearchListProps = Omit<SearchMenuProps, 'trigger'> & { readonly onClose: () => void }

function SearchList({ label, searchLabel, entries, toRestText, noneText, onClose }: SearchListProps) {
  const [typed, setTyped] = useState('')
  const frame = useRef<HTMLDivElement>(null)
  const all = entries()
  const isSearched = all.length >= searchedFrom
  const { listed, restCount } = toListed(all, ({ label: name }) => name, typed)
  /** Enter takes the first one; the arrow goes on to the list. */
  const handleKey = (event: KeyboardEvent) => {
    if (isComposing(event.nativeEvent)) return
    if (event.key === 'ArrowDown') frame.current?.querySelector<HTMLElement>('[role=menuitem]')?.focus()
    else if (event.key === 'Enter' && listed[0]) {
      listed[0].onAction()
      onClose()
    } else return
    event.preventDefault()
  }
  return (
    <div ref={frame}>
      {isSearched ? (
        // biome-ignore lint/a11y/noStaticElementInteractions: keys of the field in it
        <div className="menu-search" onKeyDown={handleKey}>
          <TextField
            label={searchLabel}
            hideLabel
            placeholder={searchLabel}
            value={typed}
            onChange={setTyped}
            autoFocus
          />
        </div>
      ) : null}
      <AriaMenu
        className="menu"
        aria-label={label}
        // The field has it, where there is one.
        {...(isSearched && { autoFocus: false })}
        renderEmptyState={() => <p className="menu-rest">{noneText}</p>}
      >
        {listed.map(({ id, label: name, icon, onAction }) => (
          <MenuItem key={id} id={id} textValue={name} className="menu-item" onAction={onAction}>
            {icon}
            <span className="menu-item-label">{name}</span>
          </MenuItem>
        ))}
      </AriaMenu>
      {restCount > 0 ? <p className="menu-rest">{toRestText(restCount)}</p> : null}
    </div>
  )
}
