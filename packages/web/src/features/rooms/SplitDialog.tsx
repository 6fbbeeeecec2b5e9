// SPDX-License-Identifier: Apache-2.0
// "Split into rooms": how many rooms, who is seated; says what will happen before it does.
import { type FormEvent, useState } from 'react'
import { Label, Radio, RadioGroup } from 'react-aria-components'
import { Button } from '../../ui/Button.tsx'
import { Dialog, DialogActions } from '../../ui/Dialog.tsx'
import { NumberField } from '../../ui/Field.tsx'
import type { RoomsPaneModel } from './roomsPane.ts'
import { count, countSeated, planSplit, type SplitWho, suggestRoomCount } from './splitPlan.ts'
import './splitDialog.css'

export interface SplitDialogProps {
  readonly model: RoomsPaneModel
  readonly onSplit: (who: SplitWho, roomsToAdd: number, hold: boolean) => void
  readonly onClose: () => void
}

const mostRooms = 50

export function SplitDialog({ model, onSplit, onClose }: SplitDialogProps) {
  const [who, setWho] = useState<SplitWho>(() =>
    model.sections.some((one) => !one.isMain && one.people.length > 0) ? 'everybody' : 'main-room',
  )
  const seated = countSeated(model.sections)
  const [roomCount, setRoomCount] = useState(() => suggestRoomCount(seated.everybody, model.roomCount))
  const [hold, setHold] = useState(false)
  const plan = planSplit(model.sections, who, roomCount, hold)
  const split = (event: FormEvent) => {
    event.preventDefault()
    onSplit(who, plan.roomsToAdd, hold)
    onClose()
  }
  return (
    <Dialog title="Split into rooms" onClose={onClose}>
      <form className="dialog-form" onSubmit={split}>
        <NumberField
          label="How many rooms"
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
          <Label className="field-label">Who is seated</Label>
          <SplitRadio
            value="main-room"
            title="People in the main room"
            hint={`${count(seated['main-room'], 'person', 'people')}; the others stay where they are`}
          />
          <SplitRadio
            value="everybody"
            title="Everybody anew"
            hint={`${count(seated.everybody, 'person', 'people')}, mixed over all rooms`}
          />
        </RadioGroup>
        <RadioGroup className="split-who" value={hold ? 'hold' : 'now'} onChange={(value) => setHold(value === 'hold')}>
          <Label className="field-label">When</Label>
          <SplitRadio value="now" title="Send them now" />
          <SplitRadio value="hold" title="Only assign" hint="They go when you open all rooms" />
        </RadioGroup>
        <p className="split-summary" aria-live="polite">
          {plan.summary} {plan.roomsToAdd > 0 ? `${count(plan.roomsToAdd, 'room', 'rooms')} will be added.` : ''}{' '}
          Moderators stay where they are.
        </p>
        <DialogActions>
          <Button onPress={onClose}>Cancel</Button>
          <Button type="submit" look="primary">
            {hold ? 'Assign' : 'Split now'}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
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
