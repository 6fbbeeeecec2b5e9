// SPDX-License-Identifier: Apache-2.0
// Wishes about a split that most people do not have: who sits with whom, and who is seated besides.
import type { MeetingView } from '@alcove/client'
import type { ParticipantId } from '@alcove/protocol'
import { t } from '../../i18n/texts.ts'
import { ChoiceRow } from '../../ui/ChoiceRow.tsx'
import type { PickablePerson } from '../../ui/PeoplePicker.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import { Switch } from '../../ui/Switch.tsx'
import { PeopleLists } from './PeopleLists.tsx'
import { attributesOf, type SplitChoices } from './splitPlan.ts'

/** No attribute has an empty name. */
const noAttribute = ''

export interface SplitFurtherProps {
  readonly view: MeetingView
  readonly people: readonly PickablePerson<ParticipantId>[]
  readonly choices: SplitChoices
  readonly onChange: (change: Partial<SplitChoices>) => void
}

export function SplitFurther({ view, people, choices, onChange }: SplitFurtherProps) {
  const { attribute, together, apart, moderators, expected } = choices
  const attributes = attributesOf(view, expected)
  const expectedCount = Object.keys(view.moderators?.expected ?? {}).length
  const chooseAttribute = (name: string) =>
    onChange({ attribute: name === noAttribute ? undefined : { name, how: attribute?.how ?? 'spread' } })
  return (
    <>
      {attributes.length === 0 ? (
        <p className="muted-text">{t('split.noAttributes')}</p>
      ) : (
        <SelectField
          label={t('split.attribute')}
          choices={[
            { id: noAttribute, label: t('split.noAttribute') },
            ...attributes.map(({ name, values, people: count }) => ({
              id: name,
              label: t('split.attributeChoice', { name, values, people: t('words.people', { count }) }),
            })),
          ]}
          chosen={attribute?.name ?? noAttribute}
          placeholder={attribute?.name ?? ''}
          onChoose={chooseAttribute}
        />
      )}
      {attribute === undefined ? null : (
        <ChoiceRow
          label={t('split.how', { attribute: attribute.name })}
          choices={[
            { id: 'spread', label: t('split.spread') },
            { id: 'gather', label: t('split.gather') },
          ]}
          chosen={attribute.how}
          onChoose={(how) => onChange({ attribute: { ...attribute, how } })}
        />
      )}
      <PeopleLists
        kind="together"
        people={people}
        lists={together}
        onChange={(lists) => onChange({ together: lists })}
      />
      <PeopleLists kind="apart" people={people} lists={apart} onChange={(lists) => onChange({ apart: lists })} />
      <Switch
        label={t('split.moderators')}
        hint={t('split.moderatorsHint')}
        isOn={moderators === 'spread'}
        onChange={(isOn) => onChange({ moderators: isOn ? 'spread' : 'left-out' })}
      />
      {expectedCount === 0 ? null : (
        <Switch
          label={t('split.expected')}
          hint={t('split.expectedHint', { count: expectedCount })}
          isOn={expected}
          onChange={(isOn) => onChange({ expected: isOn })}
        />
      )}
    </>
  )
}
