// SPDX-License-Identifier: Apache-2.0
// "Split into rooms": how many rooms, who is seated; says what will happen before it does.
import type { AssignmentPreview } from '@alcove/protocol'
import { type FormEvent, useState } from 'react'
import { Label, Radio, RadioGroup } from 'react-aria-components'
import { t } from '../../i18n/texts.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog, DialogActions } from '../../ui/Dialog.tsx'
import { NumberField } from '../../ui/Field.tsx'
import type { RoomsPaneModel } from './roomsPane.ts'
import { countSeated, planSplit, type SplitWho, suggestRoomCount } from './splitPlan.ts'
import './splitDialog.css'

export interface SplitDialogProps {
  readonly model: RoomsPaneModel
  readonly onSplit: (who: SplitWho, rooms: number, hold: boolean, seed: number | undefined) => void
  /** What would come of it; undefined when it cannot be told. */
  readonly onPreview: (who: SplitWho, rooms: number, hold: boolean) => Promise<AssignmentPreview | undefined>
  readonly onClose: () => void
}

const mostRooms = 50

export function SplitDialog({ model, onSplit, onPreview, onClose }: SplitDialogProps) {
  const [who, setWho] = useState<SplitWho>(() =>
    model.sections.some((one) => !one.isMain && one.people.length > 0) ? 'everybody' : 'main-room',
  )
  const seated = countSeated(model.sections)
  const [roomCount, setRoomCount] = useState(() => suggestRoomCount(seated.everybody, model.roomCount))
  const [hold, setHold] = useState(false)
  const plan = planSplit(model.sections, who, roomCount, hold)
  // What was shown is done exactly so, unless something else was chosen since.
  const [shown, setShown] = useState<Shown>()
  const choice = `${who}/${roomCount}/${hold}`
  const isShown = shown?.choice === choice
  const preview = async () => {
    const found = await onPreview(who, roomCount, hold)
    setShown(found && { choice, preview: found })
  }
  const split = (event: FormEvent) => {
    event.preventDefault()
    onSplit(who, roomCount, hold, isShown ? shown?.preview.seed : undefined)
    onClose()
  }
  return (
    <Dialog title={t('rooms.split')} onClose={onClose}>
      <form className="dialog-form" onSubmit={split}>
        <NumberField
          label={t('split.howMany')}
          value={roomCount}
          onChange={setRoomCount}
          min={Math.max(1, model.roomCount)}
          max={mostRooms}
        />
        <RadioGroup
          className="split-who"
          value={who}
          onChange={(value) => setWho(value === 'everybody' ? value : 'main-room')}
        >
          <Label className="field-label">{t('split.who')}</Label>
          <SplitRadio
            value="main-room"
            title={t('split.mainTitle')}
            hint={t('split.mainHint', { count: seated['main-room'] })}
          />
          <SplitRadio
            value="everybody"
            title={t('split.everybodyTitle')}
            hint={t('split.everybodyHint', { count: seated.everybody })}
          />
        </RadioGroup>
        <RadioGroup className="split-who" value={hold ? 'hold' : 'now'} onChange={(value) => setHold(value === 'hold')}>
          <Label className="field-label">{t('words.when')}</Label>
          <SplitRadio value="now" title={t('split.now')} />
          <SplitRadio value="hold" title={t('split.hold')} hint={t('split.holdHint')} />
        </RadioGroup>
        <p className="split-summary" aria-live="polite">
          {plan.summary} {plan.roomsToAdd > 0 ? t('split.willBeAdded', { count: plan.roomsToAdd }) : ''}{' '}
          {t('split.moderatorsStay')}
        </p>
        {isShown && shown ? <PreviewList preview={shown.preview} model={model} /> : null}
        <DialogActions>
          <Button onPress={() => void preview()}>{isShown ? t('split.mixAgain') : t('split.preview')}</Button>
          <Button onPress={onClose}>{t('words.cancel')}</Button>
          <Button type="submit" look="primary">
            {hold ? t('split.assign') : t('split.splitNow')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}

interface Shown {
  readonly choice: string
  readonly preview: AssignmentPreview
}

function PreviewList({ preview, model }: { readonly preview: AssignmentPreview; readonly model: RoomsPaneModel }) {
  const names = new Map(model.sections.flatMap(({ people }) => people.map((one) => [one.participantId, one.name])))
  return (
    <ul className="split-preview" aria-label={t('split.previewLabel')}>
      {preview.groups.map(({ roomId, participantIds }, place) => (
        <li key={roomId ?? place}>
          <b>{model.sections.find((section) => section.roomId === roomId)?.name ?? t('split.newRoom')}</b>{' '}
          {participantIds.map((id) => names.get(id)).join(', ')}
        </li>
      ))}
    </ul>
  )
}

interface SplitRadioProps {
  readonly value: string
  readonly title: string
  readonly hint?: string
}

function SplitRadio({ value, title, hint }: SplitRadioProps) {
  return (
    <Radio value={value} className="split-radio">
      <span className="split-radio-dot" aria-hidden="true" />
      <span>
        <b>{title}</b>
        {hint === undefined ? null : <span className="split-radio-hint">{hint}</span>}
      </span>
    </Radio>
  )
}
