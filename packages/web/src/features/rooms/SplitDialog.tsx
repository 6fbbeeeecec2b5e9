// SPDX-License-Identifier: Apache-2.0
// "Split into rooms": how many rooms, who is seated, who sits with whom; says what will happen before it does, and why it cannot.
import type { MeetingView } from '@alcove/client'
import type { AssignmentPreview, GroupedPeople } from '@alcove/protocol'
import { Shuffle } from 'lucide-react'
import { type FormEvent, useRef, useState } from 'react'
import { Label, Radio, RadioGroup } from 'react-aria-components'
import { t } from '../../i18n/texts.ts'
import { Button } from '../../ui/Button.tsx'
import { ChoiceRow } from '../../ui/ChoiceRow.tsx'
import { Dialog, DialogActions } from '../../ui/Dialog.tsx'
import { More } from '../../ui/More.tsx'
import { toGroupingRefusal } from './groupingRefusal.ts'
import { personNameOf, toPickable } from './personNames.ts'
import { SizeFields, type SizeFieldsProps } from './SizeFields.tsx'
import { SplitFurther } from './SplitFurther.tsx'
import { SplitPreview } from './SplitPreview.tsx'
import {
  countFurther,
  countMeant,
  firstChoices,
  planSplit,
  type SplitChoices,
  type SplitOrder,
  toSplitOrder,
} from './splitPlan.ts'
import './splitDialog.css'

export interface SplitDialogProps {
  readonly view: MeetingView
  /** Without a seed it is left to chance. Rejects when it was not done. */
  readonly onSplit: (order: SplitOrder, seed: number | undefined) => Promise<unknown>
  readonly onPreview: (order: SplitOrder) => Promise<AssignmentPreview>
  readonly onClose: () => void
}

const whoChoices = ['main-room', 'unassigned', 'everybody'] as const satisfies readonly GroupedPeople[]

/** Its answer, and to which choices: what was shown is done exactly so, unless something else was chosen since. */
interface Answer {
  readonly choices: SplitChoices
  readonly preview?: AssignmentPreview
  readonly refusal?: string
}

export function SplitDialog({ view, onSplit, onPreview, onClose }: SplitDialogProps) {
  const [choices, setChoices] = useState(() => firstChoices(view))
  const [answer, setAnswer] = useState<Answer>()
  const [isBusy, setIsBusy] = useState(false)
  const latest = useRef(choices)
  latest.current = choices
  const change = (part: Partial<SplitChoices>) => setChoices((before) => ({ ...before, ...part }))
  const { summary, roomsToAdd } = planSplit(view, choices)
  const people = toPickable(view)
  const nameOf = (id: string) => personNameOf(view, id)
  const shown = answer?.choices === choices ? answer : undefined
  const further = countFurther(choices)

  const ask = async <Result,>(work: Promise<Result>): Promise<Result | undefined> => {
    setIsBusy(true)
    try {
      return await work
    } catch (error) {
      setAnswer({ choices, refusal: toGroupingRefusal(error, nameOf) })
      return undefined
    } finally {
      setIsBusy(false)
    }
  }
  const preview = async () => {
    const found = await ask(onPreview(toSplitOrder(choices)))
    // Chosen otherwise meanwhile: then it would show what nobody asked for.
    if (found && latest.current === choices) setAnswer({ choices, preview: found })
  }
  const split = async (event: FormEvent) => {
    event.preventDefault()
    const done = await ask(onSplit(toSplitOrder(choices), shown?.preview?.seed).then(() => true))
    if (done) onClose()
  }
  return (
    <Dialog title={t('rooms.split')} onClose={onClose}>
      <form className="dialog-form" onSubmit={(event) => void split(event)}>
        <div className="split-size">
          <SizeFields choices={choices} onChange={change} />
        </div>
        <WhoField view={view} choices={choices} onChange={change} />
        <ChoiceRow
          label={t('words.when')}
          choices={[
            { id: 'now', label: t('split.now') },
            { id: 'hold', label: t('split.hold') },
          ]}
          chosen={choices.hold ? 'hold' : 'now'}
          onChoose={(when) => change({ hold: when === 'hold' })}
        />
        <More title={t('split.more')} note={further === 0 ? undefined : t('split.furtherChosen', { count: further })}>
          <SplitFurther view={view} people={people} choices={choices} onChange={change} />
        </More>
        <p className="split-summary" aria-live="polite">
          {summary} {roomsToAdd > 0 ? t('split.willBeAdded', { count: roomsToAdd }) : ''}{' '}
          {choices.moderators === 'spread' ? '' : t('split.moderatorsStay')} {choices.hold ? t('split.holdHint') : ''}
        </p>
        <div role="alert">{shown?.refusal === undefined ? null : <p className="split-refusal">{shown.refusal}</p>}</div>
        {shown?.preview ? <SplitPreview preview={shown.preview} view={view} nameOf={nameOf} /> : null}
        <DialogActions>
          <Button isPending={isBusy} onPress={() => void preview()}>
            {shown?.preview ? (
              <>
                <Shuffle aria-hidden="true" size={17} /> {t('split.mixAgain')}
              </>
            ) : (
              t('split.preview')
            )}
          </Button>
          <Button onPress={onClose}>{t('words.cancel')}</Button>
          <Button type="submit" look="primary" isPending={isBusy}>
            {choices.hold ? t('split.assign') : t('split.splitNow')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}

/** Asked where it makes a difference: not while everybody is in the main room and belongs to no other. */
function WhoField({ view, choices, onChange }: SizeFieldsProps & { readonly view: MeetingView }) {
  const counts = whoChoices.map((who) => countMeant(view, { ...choices, who }))
  if (new Set(counts).size === 1) return null
  const choose = (value: string) => {
    const who = whoChoices.find((one) => one === value)
    if (who) onChange({ who })
  }
  return (
    <RadioGroup className="split-who" value={choices.who} onChange={choose}>
      <Label className="field-label">{t('split.who')}</Label>
      {whoChoices.map((who, place) => (
        <Radio key={who} value={who} className="split-radio">
          <span className="split-radio-dot" aria-hidden="true" />
          <span>
            <b>{t(`split.who.${who}`)}</b>
            <span className="split-radio-hint">{t(`split.whoHint.${who}`, { count: counts[place] ?? 0 })}</span>
          </span>
        </Radio>
      ))}
    </RadioGroup>
  )
}
