// SPDX-License-Identifier: Apache-2.0
// Chips of a room, and no more than stay quick: the rest on request.
import { useMemo, useState } from 'react'
import { t } from '../../i18n/texts.ts'
import { Button } from '../../ui/Button.tsx'
import { PeopleChips, type PeopleChipsProps } from './PeopleChips.tsx'

export interface LimitedChipsProps extends PeopleChipsProps {
  readonly most: number
}

export function LimitedChips({ most, people, ...rest }: LimitedChipsProps) {
  const [steps, setSteps] = useState(1)
  const shown = useMemo(() => people.slice(0, most * steps), [people, most, steps])
  return (
    <>
      <PeopleChips {...rest} people={shown} />
      {people.length > shown.length ? (
        <Button size="small" look="plain" className="chips-more" onPress={() => setSteps(steps + 1)}>
          {t('rooms.more', { count: people.length - shown.length })}
        </Button>
      ) : null}
    </>
  )
}
