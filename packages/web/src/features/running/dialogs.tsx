// SPDX-License-Identifier: Apache-2.0
// Questions about all rooms: open them, bring everyone back, set the timer; and where one person belongs.
import type { ParticipantId, RoomId, TimerEnd } from '@alcove/protocol'
import { type FormEvent, useState } from 'react'
import { Label, Radio, RadioGroup } from 'react-aria-components'
import { Button } from '../../ui/Button.tsx'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { Dialog, DialogActions } from '../../ui/Dialog.tsx'
import { NumberField } from '../../ui/Field.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import { count } from '../rooms/splitPlan.ts'
import type { RunningModel } from './runningModel.ts'
import { usualCountdownMs, WhenChoice } from './WhenChoice.tsx'

export interface OpenAllDialogProps {
  readonly running: RunningModel
  readonly onOpenAll: (inMs: number) => void
  readonly onClose: () => void
}

export function OpenAllDialog({ running, onOpenAll, onClose }: OpenAllDialogProps) {
  const [inMs, setInMs] = useState(usualCountdownMs)
  const { goingCount, unassignedCount } = running
  return (
    <Dialog title="Open all rooms" onClose={onClose}>
      <p className="muted-text">
        {goingCount === 0
          ? 'Nobody is assigned to another room yet; people can go in by themselves.'
          : `${count(goingCount, 'person goes', 'people go')} to their room.`}
        {goingCount > 0 && unassignedCount > 0
          ? ` ${count(unassignedCount, 'person is', 'people are')} not assigned and ${unassignedCount === 1 ? 'stays' : 'stay'} here.`
          : ''}
      </p>
      <WhenChoice inMs={inMs} onChange={setInMs} />
      <DialogActions>
        <Button onPress={onClose}>Not yet</Button>
        <Button
          look="primary"
          onPress={() => {
            onOpenAll(inMs)
            onClose()
          }}
        >
          Open all rooms
        </Button>
      </DialogActions>
    </Dialog>
  )
}

export interface BringBackDialogProps {
  readonly onBringBack: (inMs: number) => void
  readonly onClose: () => void
}

export function BringBackDialog({ onBringBack, onClose }: BringBackDialogProps) {
  const [inMs, setInMs] = useState(usualCountdownMs)
  return (
    <ConfirmDialog
      title="Bring everyone back?"
      confirm="Bring everyone back"
      cancel="Not yet"
      onConfirm={() => onBringBack(inMs)}
      onClose={onClose}
    >
      <p className="muted-text">
        Everybody comes back to the main room, and all rooms close. The rooms stay, so that you can use them again.
      </p>
      <WhenChoice inMs={inMs} onChange={setInMs} />
    </ConfirmDialog>
  )
}

export interface TimerDialogProps {
  readonly onStart: (durationMs: number, atEnd: TimerEnd) => void
  readonly onClose: () => void
}

const minuteMs = 60_000

export function TimerDialog({ onStart, onClose }: TimerDialogProps) {
  const [minutes, setMinutes] = useState(10)
  const [atEnd, setAtEnd] = useState<TimerEnd>('bring-back')
  const start = (event: FormEvent) => {
    event.preventDefault()
    onStart(minutes * minuteMs, atEnd)
    onClose()
  }
  return (
    <Dialog title="Timer for the rooms" onClose={onClose}>
      <form className="dialog-form" onSubmit={start}>
        <NumberField label="Minutes" value={minutes} onChange={setMinutes} min={1} max={480} />
        <RadioGroup
          className="split-who"
          value={atEnd}
          onChange={(value) => setAtEnd(value === 'nothing' ? value : 'bring-back')}
        >
          <Label className="field-label">When time is up</Label>
          <EndRadio value="bring-back" title="Bring everyone back" hint="After a countdown of 30 seconds" />
          <EndRadio value="nothing" title="Only say so" hint="People stay in their rooms" />
        </RadioGroup>
        <DialogActions>
          <Button onPress={onClose}>Cancel</Button>
          <Button type="submit" look="primary">
            Start the timer
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}

function EndRadio({ value, title, hint }: { readonly value: TimerEnd; readonly title: string; readonly hint: string }) {
  return (
    <Radio value={value} className="split-radio">
      <span className="split-radio-dot" aria-hidden="true" />
      <span>
        <b>{title}</b>
        <span className="split-radio-hint">{hint}</span>
      </span>
    </Radio>
  )
}

export interface AssignedPerson {
  readonly participantId: ParticipantId
  readonly name: string
  readonly assignedRoomId: RoomId | undefined
}

export interface AssignDialogProps {
  readonly person: AssignedPerson
  readonly rooms: readonly { readonly roomId: RoomId; readonly name: string }[]
  readonly onAssign: (participantId: ParticipantId, roomId: RoomId | undefined) => void
  readonly onClose: () => void
}

/** No id of a room looks like this. */
const nowhere = 'nowhere'

export function AssignDialog({ person, rooms, onAssign, onClose }: AssignDialogProps) {
  const [chosen, setChosen] = useState<string>(person.assignedRoomId ?? nowhere)
  const assign = (event: FormEvent) => {
    event.preventDefault()
    onAssign(person.participantId, rooms.find(({ roomId }) => roomId === chosen)?.roomId)
    onClose()
  }
  return (
    <Dialog title={`Where ${person.name} belongs`} onClose={onClose}>
      <form className="dialog-form" onSubmit={assign}>
        <SelectField
          label="Room"
          choices={[
            { id: nowhere, label: 'No room' },
            ...rooms.map(({ roomId, name }) => ({ id: `${roomId}`, label: name })),
          ]}
          chosen={chosen}
          placeholder=""
          onChoose={setChosen}
        />
        <p className="muted-text">Nobody is moved now. Opening all rooms takes people where they belong.</p>
        <DialogActions>
          <Button onPress={onClose}>Cancel</Button>
          <Button type="submit" look="primary">
            Assign
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
