// SPDX-License-Identifier: Apache-2.0
// A choice of any number of people out of many: typing narrows the list, those chosen stand as chips that can be taken off.
import { Check, ChevronDown, X } from 'lucide-react'
import { useState } from 'react'
import {
  Button,
  ComboBox,
  Group,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Tag,
  TagGroup,
  TagList,
} from 'react-aria-components'
import { t } from '../i18n/texts.ts'
import { toListed } from './narrowed.ts'
import './menu.css'
import './peoplePicker.css'

export interface PickablePerson<Id extends string> {
  readonly id: Id
  readonly name: string
}

export interface PeoplePickerProps<Id extends string> {
  readonly label: string
  readonly people: readonly PickablePerson<Id>[]
  readonly chosen: readonly Id[]
  readonly onChange: (chosen: readonly Id[]) => void
  readonly placeholder: string
}

export function PeoplePicker<Id extends string>(props: PeoplePickerProps<Id>) {
  const { label, people, chosen, onChange, placeholder } = props
  const [typed, setTyped] = useState('')
  const { listed, restCount } = toListed(people, ({ name }) => name, typed)
  const isChosen = new Set(chosen)
  const names = new Map(people.map(({ id, name }) => [id, name]))
  const choose = (keys: Iterable<unknown>) => {
    const wanted = new Set(keys)
    // In the order of choosing: who was chosen stays where they stand.
    onChange([
      ...chosen.filter((id) => wanted.has(id)),
      ...people.map(({ id }) => id).filter((id) => wanted.has(id) && !isChosen.has(id)),
    ])
    setTyped('')
  }
  return (
    <div className="people-picker">
      <ComboBox
        className="field"
        selectionMode="multiple"
        menuTrigger="focus"
        allowsEmptyCollection
        value={[...chosen]}
        onChange={choose}
        inputValue={typed}
        onInputChange={setTyped}
        // What fits stands in the list already.
        defaultFilter={() => true}
      >
        <Label className="only-read-aloud">{label}</Label>
        <Group className="people-picker-field">
          <Input className="field-input" placeholder={placeholder} />
          <Button className="people-picker-open">
            <ChevronDown aria-hidden="true" size={16} />
          </Button>
        </Group>
        <Popover className="popover popover-as-wide" offset={6}>
          <ListBox className="menu" renderEmptyState={() => <p className="people-picker-none">{t('picker.none')}</p>}>
            {listed.map(({ id, name }) => (
              <ListBoxItem key={id} id={id} className="menu-item" textValue={name}>
                {({ isSelected }) => (
                  <>
                    <span className="menu-item-label">{name}</span>
                    {isSelected ? <Check className="menu-item-check" aria-hidden="true" /> : null}
                  </>
                )}
              </ListBoxItem>
            ))}
          </ListBox>
          {restCount > 0 ? <p className="people-picker-none">{t('picker.more', { count: restCount })}</p> : null}
        </Popover>
      </ComboBox>
      {chosen.length === 0 ? null : (
        <TagGroup aria-label={label} onRemove={(keys) => onChange(chosen.filter((id) => !keys.has(id)))}>
          <TagList className="name-chips">
            {chosen.map((id) => {
              const name = names.get(id) ?? t('picker.whoLeft')
              return (
                <Tag key={id} id={id} className="name-chip" textValue={name}>
                  {name}
                  <Button slot="remove" className="name-chip-remove">
                    <X aria-hidden="true" size={13} />
                  </Button>
                </Tag>
              )
            })}
          </TagList>
        </TagGroup>
      )}
    </div>
  )
}
