// SPDX-License-Identifier: Apache-2.0
// Plans rounds: how many, how long, into how many rooms, and with the same wishes as a split. Says how often people meet again, or why it cannot be.
import type { MeetingView } from '@alcove/client'
import { type FormEvent, useState } from 'react'
import { t } from '../../i18n/texts.ts'
import { Button } from '../../ui/Button.tsx'
import { More } from '../../ui/More.tsx'
import { NumberField } from '../../ui/NumberField.tsx'
import { toGroupingRefusal } from '../rooms/groupingRefusal.ts'
import { personNameOf, toPickable } from '../rooms/personNames.ts'
import { SizeFields } from '../rooms/SizeFields.tsx'
import { SplitFurther } from '../rooms/SplitFurther.tsx'
import { countFurther, firstChoices, type SplitChoices, toSplitOrder } from '../rooms/splitPlan.ts'
import type { RoundsActions } from './roundsActions.ts'

export interface PlanFormProps {
  readonly view: MeetingView
  readonly actions: RoundsActions
  /** Rounds wait already, and would be replaced. */
  readonly hasNext: boolean
}

export function PlanForm({ view, actions, hasNext }: PlanFormProps) {
  const [count, setCount] = useState(3)
  const [minutes, setMinutes] = useState(10)
  const [choices, setChoices] = useState<SplitChoices>(() => ({ ...firstChoices(view), who: 'everybody' }))
  const [told, setTold] = useState<{ readonly isRefusal: boolean; readonly text: string }>()
  const [isBusy, setIsBusy] = useState(false)
  const change = (part: Partial<SplitChoices>) => setChoices((before) => ({ ...before, ...part }))
  const further = countFurther(choices)
  const plan = async (event: FormEvent) => {
    event.preventDefault()
    setIsBusy(true)
    const { wishes } = toSplitOrder(choices)
    const durationMs = minutes * 60_000
    const made = actions.plan(count, { ...(durationMs > 0 && { durationMs }), wishes, replace: hasNext })
    await made.then(
      ({ repeats }) => {
        const text = repeats === 0 ? t('rounds.plannedNew') : t('rounds.planned', { count: repeats })
        setTold({ isRefusal: false, text })
      },
      (error: unknown) => setTold({ isRefusal: true, text: toGroupingRefusal(error, (id) => personNameOf(view, id)) }),
    )
    setIsBusy(false)
  }
  return (
    <form className="dialog-form round-plan" onSubmit={(event) => void plan(event)}>
      <div className="round-numbers">
        <NumberField label={t('rounds.howMany')} value={count} onChange={setCount} min={1} max={20} />
        <NumberField label={t('rounds.minutesOrNone')} value={minutes} onChange={setMinutes} min={0} max={480} />
      </div>
      <SizeFields choices={choices} onChange={change} />
      <More title={t('split.more')} note={further === 0 ? undefined : t('split.furtherChosen', { count: further })}>
        <SplitFurther view={view} people={toPickable(view)} choices={choices} onChange={change} />
      </More>
      <div aria-live="polite">
        {told ? <p className={told.isRefusal ? 'split-refusal' : 'muted-text'}>{told.text}</p> : null}
      </div>
      <div className="round-plan-actions">
        <Button type="submit" look={hasNext ? 'plain' : 'primary'} isPending={isBusy}>
          {hasNext ? t('rounds.planAnew') : t('rounds.plan')}
        </Button>
        <Button look="outline" onPress={() => actions.addEmpty(minutes === 0 ? undefined : minutes * 60_000)}>
          {t('rounds.addEmpty')}
        </Button>
      </div>
    </form>
  )
}
