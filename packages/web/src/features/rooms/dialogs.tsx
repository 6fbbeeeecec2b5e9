// SPDX-License-Identifier: Apache-2.0
// Small questions about rooms: rename, remove. Those about all rooms are in features/running.
import type { RoomId } from '@alcove/protocol'
import { type FormEvent, useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { Dialog, DialogActions } from '../../ui/Dialog.tsx'
import { TextField } from '../../ui/Field.tsx'
import type { ModerationDialog } from '../moderation/dialogs.tsx'
import type { AssignedPerson } from '../running/dialogs.tsx'
import { count } from './splitPlan.ts'

export interface NamedRoom {
  readonly roomId: RoomId
  readonly name: string
  readonly peopleCount: number
}

export type RoomsDialog =
  | { readonly type: 'split' }
  | { readonly type: 'rename'; readonly room: NamedRoom }
  | { readonly type: 'remove'; readonly room: NamedRoom }
  | { readonly type: 'bring-back' }
  | ModerationDialog
  | { readonly type: 'open-all' }
  | { readonly type: 'timer' }
  | { readonly type: 'assign'; readonly person: AssignedPerson }

export interface RenameDialogProps {
  readonly room: NamedRoom
  readonly onRename: (roomId: RoomId, name: string) => void
  readonly onClose: () => void
}

export function RenameDialog({ room, onRename, onClose }: RenameDialogProps) {
  const [name, setName] = useState(room.name)
  const rename = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() === '') return
    if (name.trim() !== room.name) onRename(room.roomId, name.trim())
    onClose()
  }
  return (
    <Dialog title="Rename the room" onClose={onClose}>
      <form className="dialog-form" onSubmit={rename}>
        <TextField label="Name" value={name} onChange={setName} maxLength={80} autoFocus />
        <DialogActions>
          <Button onPress={onClose}>Cancel</Button>
          <Button type="submit" look="primary" isDisabled={name.trim() === ''}>
            Rename
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
  const people = room.peopleCount
  return (
    <ConfirmDialog
      title={`Remove ${room.name}?`}
      confirm="Remove the room"
      onConfirm={() => onRemove(room.roomId)}
      onClose={onClose}
    >
      <p className="muted-text">
        {count(people, 'person is', 'people are')} in it. {people === 1 ? 'They come' : 'They all come'} back to the
        main room first.
      </p>
    </ConfirmDialog>
  )
}
