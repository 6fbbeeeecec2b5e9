// SPDX-License-Identifier: Apache-2.0
// Questions about all rooms: open them, bring everyone back, set the timer; and where one person belongs.
import type { ParticipantId, RoomId, TimerEnd } from '@alcove/protocol'
import { type FormEvent, useState } from 'react'
import { Label, Radio, RadioGroup } from 'react-aria-components'
import { t } from '../../i18n/texts.ts'
import { Button } from '../../ui/Button.tsx'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { Dialog, DialogActions } from '../../ui/Dialog.tsx'
import { NumberField } from '../../ui/NumberField.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
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
    <Dialog title={t('running.openAllTitle')} onClose={onClose}>
      <p className="muted-text">
        {goingCount === 0 ? t('running.nobodyAssigned') : t('running.going', { count: goingCount })}
        {goingCount > 0 && unassignedCount > 0 ? ` ${t('running.staying', { count: unassignedCount })}` : ''}
      </p>
      <WhenChoice inMs={inMs} onChange={setInMs} />
      <DialogActions>
        <Button onPress={onClose}>{t('words.notYet')}</Button>
        <Button
          look="primary"
          onPress={() => {
            onOpenAll(inMs)
            onClose()
          }}
        >
          {t('running.openAllTitle')}
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
      title={t('running.bringBackTitle')}
      confirm={t('running.bringBack')}
      cancel={t('words.notYet')}
      onConfirm={() => onBringBack(inMs)}
      onClose={onClose}
    >
      <p className="muted-text">{t('running.bringBackText')}</p>
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
    <Dialog title={t('running.timerTitle')} onClose={onClose}>
      <form className="dialog-form" onSubmit={start}>
        <NumberField label={t('running.minutes')} value={minutes} onChange={setMinutes} min={1} max={480} />
        <RadioGroup
          className="split-who"
          value={atEnd}
          onChange={(value) => setAtEnd(value === 'nothing' ? value : 'bring-back')}
        >
          <Label className="field-label">{t('running.atEnd')}</Label>
          <EndRadio value="bring-back" title={t('running.atEndBack')} hint={t('running.atEndBackHint')} />
          <EndRadio value="nothing" title={t('running.atEndTell')} hint={t('running.atEndTellHint')} />
        </RadioGroup>
        <DialogActions>
          <Button onPress={onClose}>{t('words.cancel')}</Button>
          <Button type="submit" look="primary">
            {t('running.startTimer')}
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
    <Dialog title={t('running.assignTitle', { name: person.name })} onClose={onClose}>
      <form className="dialog-form" onSubmit={assign}>
        <SelectField
          label={t('words.room')}
          choices={[
            { id: nowhere, label: t('running.noRoom') },
            ...rooms.map(({ roomId, name }) => ({ id: `${roomId}`, label: name })),
          ]}
          chosen={chosen}
          placeholder=""
          onChoose={setChosen}
        />
        <p className="muted-text">{t('running.assignText')}</p>
        <DialogActions>
          <Button onPress={onClose}>{t('words.cancel')}</Button>
          <Button type="submit" look="primary">
            {t('running.assign')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
