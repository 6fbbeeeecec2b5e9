// SPDX-License-Identifier: Apache-2.0
// Where moderators write an announcement, and choose to which rooms it goes.
import { type AnnounceTo, maxChatTextLength, type RoomId } from '@alcove/protocol'
import { type FormEvent, useState } from 'react'
import { CheckboxGroup, Label, Radio, RadioGroup } from 'react-aria-components'
import { t } from '../../i18n/texts.ts'
import { Button } from '../../ui/Button.tsx'
import { CheckField } from '../../ui/CheckField.tsx'
import { Dialog, DialogActions } from '../../ui/Dialog.tsx'
import { RoomMark } from '../../ui/RoomMark.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import './announcements.css'

export interface AnnounceDialogProps {
  readonly rooms: readonly { readonly roomId: RoomId; readonly name: string; readonly index: number | undefined }[]
  /** Resolves with whether it was sent. */
  readonly onAnnounce: (to: AnnounceTo, text: string) => Promise<boolean>
  readonly onClose: () => void
}

export function AnnounceDialog({ rooms, onAnnounce, onClose }: AnnounceDialogProps) {
  const [text, setText] = useState('')
  const [isToAll, setIsToAll] = useState(true)
  const [chosen, setChosen] = useState<readonly string[]>([])
  const named = rooms.map(({ roomId }) => roomId).filter((roomId) => chosen.includes(roomId))
  const isReady = text.trim() !== '' && (isToAll || named.length > 0)
  const announce = (event: FormEvent) => {
    event.preventDefault()
    // What could not be sent stays to be tried again.
    if (isReady) void onAnnounce(isToAll ? 'all' : named, text).then((isSent) => isSent && onClose())
  }
  return (
    <Dialog title={t('announce.title')} onClose={onClose}>
      <form className="dialog-form" onSubmit={announce}>
        <TextArea label={t('announce.text')} value={text} onChange={setText} maxLength={maxChatTextLength} autoFocus />
        <RadioGroup
          className="split-who"
          value={isToAll ? 'all' : 'some'}
          onChange={(value) => setIsToAll(value === 'all')}
        >
          <Label className="field-label">{t('announce.to')}</Label>
          <Radio value="all" className="split-radio">
            <span className="split-radio-dot" aria-hidden="true" />
            <span>
              <b>{t('announce.allRooms')}</b>
              <span className="split-radio-hint">{t('announce.allRoomsHint')}</span>
            </span>
          </Radio>
          <Radio value="some" className="split-radio">
            <span className="split-radio-dot" aria-hidden="true" />
            <b>{t('announce.someRooms')}</b>
          </Radio>
        </RadioGroup>
        {isToAll ? null : (
          <CheckboxGroup
            className="announce-rooms"
            aria-label={t('announce.someRooms')}
            value={[...chosen]}
            onChange={setChosen}
          >
            {rooms.map(({ roomId, name, index }) => (
              <CheckField key={roomId} value={roomId}>
                <RoomMark index={index} />
                <span className="announce-room-name">{name}</span>
              </CheckField>
            ))}
          </CheckboxGroup>
        )}
        <DialogActions>
          <Button onPress={onClose}>{t('words.cancel')}</Button>
          <Button type="submit" look="primary" isDisabled={!isReady}>
            {t('announce.send')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
