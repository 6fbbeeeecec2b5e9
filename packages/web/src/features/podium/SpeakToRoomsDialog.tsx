// SPDX-License-Identifier: Apache-2.0
// Asks to which rooms a moderator wants to speak.
import type { PodiumRooms, RoomId } from '@alcove/protocol'
import { Check } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { Checkbox, CheckboxGroup, Label, Radio, RadioGroup } from 'react-aria-components'
import { t } from '../../i18n/texts.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog, DialogActions } from '../../ui/Dialog.tsx'
import './podium.css'

export interface SpeakToRoomsDialogProps {
  /** Where one is not: there one is heard anyway. */
  readonly rooms: readonly { readonly roomId: RoomId; readonly name: string }[]
  readonly spokenTo: PodiumRooms | undefined
  readonly onStart: (rooms: PodiumRooms) => void
  readonly onClose: () => void
}

export function SpeakToRoomsDialog({ rooms, spokenTo = 'all', onStart, onClose }: SpeakToRoomsDialogProps) {
  const [isAll, setIsAll] = useState(spokenTo === 'all')
  const [chosen, setChosen] = useState<readonly string[]>(spokenTo === 'all' ? [] : spokenTo)
  const chosenRooms = rooms.map(({ roomId }) => roomId).filter((roomId) => chosen.includes(roomId))
  const start = (event: FormEvent) => {
    event.preventDefault()
    if (!isAll && chosenRooms.length === 0) return
    onStart(isAll ? 'all' : chosenRooms)
    onClose()
  }
  return (
    <Dialog title={t('podium.title')} onClose={onClose}>
      <form className="dialog-form" onSubmit={start}>
        <p className="muted-text">{t('podium.text')}</p>
        <RadioGroup
          className="split-who"
          value={isAll ? 'all' : 'some'}
          onChange={(value) => setIsAll(value === 'all')}
        >
          <Label className="field-label">{t('podium.which')}</Label>
          <WhichRadio value="all" title={t('podium.all')} hint={t('podium.allHint')} />
          <WhichRadio value="some" title={t('podium.some')} hint={t('podium.someHint')} />
        </RadioGroup>
        {isAll ? null : (
          <CheckboxGroup
            className="podium-rooms"
            aria-label={t('podium.which')}
            value={[...chosen]}
            onChange={(next) => setChosen(next)}
          >
            {rooms.map(({ roomId, name }) => (
              <Checkbox key={roomId} value={roomId} className="podium-room">
                <span className="podium-check" aria-hidden="true">
                  <Check />
                </span>
                <span className="podium-room-name">{name}</span>
              </Checkbox>
            ))}
          </CheckboxGroup>
        )}
        <DialogActions>
          <Button onPress={onClose}>{t('words.cancel')}</Button>
          <Button type="submit" look="primary" isDisabled={!isAll && chosenRooms.length === 0}>
            {t('podium.start')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}

function WhichRadio({ value, title, hint }: { readonly value: string; readonly title: string; readonly hint: string }) {
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
