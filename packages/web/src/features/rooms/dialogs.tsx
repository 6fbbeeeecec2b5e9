// SPDX-License-Identifier: Apache-2.0
// Small questions about rooms: rename, remove. Those about all rooms are in features/running.
import type { ParticipantId, RoomId } from '@alcove/protocol'
import { type FormEvent, useState } from 'react'
import { t } from '../../i18n/texts.ts'
import { Button } from '../../ui/Button.tsx'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { Dialog, DialogActions } from '../../ui/Dialog.tsx'
import { TextField } from '../../ui/Field.tsx'
import type { DoorDialog } from '../door/doorMenu.tsx'
import type { ModerationDialog } from '../moderation/dialogs.tsx'
import type { AssignedPerson } from '../running/dialogs.tsx'

export interface NamedRoom {
  readonly roomId: RoomId
  readonly name: string
  readonly peopleCount: number
}

export type RoomsDialog =
  | { readonly type: 'split' }
  | { readonly type: 'rename'; readonly room: NamedRoom }
  | { readonly type: 'remove'; readonly room: NamedRoom }
  | {
      readonly type: 'rename-person'
      readonly person: { readonly participantId: ParticipantId; readonly name: string }
    }
  | { readonly type: 'bring-back' }
  | ModerationDialog
  | DoorDialog
  | { readonly type: 'open-all' }
  | { readonly type: 'timer' }
  | { readonly type: 'rounds' }
  | { readonly type: 'people' }
  | { readonly type: 'templates' }
  | { readonly type: 'announce' }
  | { readonly type: 'report' }
  | { readonly type: 'settings'; readonly roomId: RoomId }
  | { readonly type: 'speak-to-rooms'; readonly roomId?: RoomId }
  | { readonly type: 'assign'; readonly person: AssignedPerson }

export interface RenameDialogProps {
  readonly title: string
  /** As it is called now. */
  readonly name: string
  readonly onRename: (name: string) => void
  readonly onClose: () => void
}

export function RenameDialog({ title, name: before, onRename, onClose }: RenameDialogProps) {
  const [name, setName] = useState(before)
  const rename = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() === '') return
    if (name.trim() !== before) onRename(name.trim())
    onClose()
  }
  return (
    <Dialog title={title} onClose={onClose}>
      <form className="dialog-form" onSubmit={rename}>
        <TextField label={t('rooms.name')} value={name} onChange={setName} maxLength={80} autoFocus />
        <DialogActions>
          <Button onPress={onClose}>{t('words.cancel')}</Button>
          <Button type="submit" look="primary" isDisabled={name.trim() === ''}>
            {t('rooms.renameConfirm')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}

export interface RemoveRoomDialogProps {
  readonly room: NamedRoom
  readonly onRemove: (roomId: RoomId) => void
  readonly onClose: () => void
}

export function RemoveRoomDialog({ room, onRemove, onClose }: RemoveRoomDialogProps) {
  return (
    <ConfirmDialog
      title={t('rooms.removeTitle', { name: room.name })}
      confirm={t('rooms.remove')}
      onConfirm={() => onRemove(room.roomId)}
      onClose={onClose}
    >
      <p className="muted-text">{t('rooms.removeText', { count: room.peopleCount })}</p>
    </ConfirmDialog>
  )
}
