// SPDX-License-Identifier: Apache-2.0
// Lists of people who are wished together, or apart: any number of lists, each of any number of people.
import type { ParticipantId } from '@alcove/protocol'
import { Plus, X } from 'lucide-react'
import { useId } from 'react'
import { t } from '../../i18n/texts.ts'
import { Button } from '../../ui/Button.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { PeoplePicker, type PickablePerson } from '../../ui/PeoplePicker.tsx'
import type { PeopleList } from './splitPlan.ts'

export interface PeopleListsProps {
  readonly kind: 'together' | 'apart'
  readonly people: readonly PickablePerson<ParticipantId>[]
  readonly lists: readonly PeopleList[]
  readonly onChange: (lists: readonly PeopleList[]) => void
}

export function PeopleLists({ kind, people, lists, onChange }: PeopleListsProps) {
  const id = useId()
  return (
    <section className="people-lists" aria-labelledby={id}>
      <h4 id={id} className="field-label">
        {t(`split.${kind}`)}
      </h4>
      {lists.map((list, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a list is its place, and nothing else tells it from the next
        <div key={place} className="people-list">
          <PeoplePicker
            label={t(`split.${kind}List`, { number: place + 1 })}
            people={people}
            chosen={list}
            onChange={(chosen) => onChange(lists.map((one, index) => (index === place ? chosen : one)))}
            placeholder={t('picker.add')}
          />
          <IconButton
            label={t(`split.${kind}Remove`, { number: place + 1 })}
            icon={<X />}
            size="small"
            look="quiet"
            onPress={() => onChange(lists.filter((_, index) => index !== place))}
          />
        </div>
      ))}
      <Button size="small" look="outline" className="people-lists-add" onPress={() => onChange([...lists, []])}>
        <Plus aria-hidden="true" size={16} /> {t(`split.${kind}Add`)}
      </Button>
    </section>
  )
}
