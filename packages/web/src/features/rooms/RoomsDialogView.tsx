// SPDX-License-Identifier: Apache-2.0
// Every dialog of the rooms pane, by what was asked for: all of them for moderators.

import { useState } from 'react'
import { t } from '../../i18n/texts.ts'
import { AnnounceDialog } from '../announcements/AnnounceDialog.tsx'
import { DoorDialogView } from '../door/DoorDialogView.tsx'
import { RoomSettingsDialog } from '../doors/RoomSettingsDialog.tsx'
import { ModerationDialogView } from '../moderation/dialogs.tsx'
import { PeopleDialog } from '../people/PeopleDialog.tsx'
import { SpeakToRoomsDialog } from '../podium/SpeakToRoomsDialog.tsx'
import { PrepareDialog } from '../preparing/PrepareDialog.tsx'
import { ReportDialog } from '../report/ReportDialog.tsx'
import { RoundsDialog } from '../rounds/RoundsDialog.tsx'
import { AssignDialog, BringBackDialog, OpenAllDialog, TimerDialog } from '../running/dialogs.tsx'
import { TemplatesDialog } from '../templates/TemplatesDialog.tsx'
import { RemoveRoomDialog, RenameDialog, type RoomsDialog } from './dialogs.tsx'
import type { RoomsActions } from './roomsActions.ts'
import type { RoomsPaneModel } from './roomsPane.ts'
import { SplitDialog } from './SplitDialog.tsx'

export interface RoomsDialogViewProps {
  readonly dialog: RoomsDialog
  readonly model: RoomsPaneModel
  readonly moderate: NonNullable<RoomsActions['moderate']>
  readonly onClose: () => void
}

export function RoomsDialogView({ dialog: asked, model, moderate, onClose }: RoomsDialogViewProps) {
  // One dialog may lead to another one.
  const [followed, setFollowed] = useState<RoomsDialog>()
  const dialog = followed ?? asked
  switch (dialog.type) {
    case 'split':
      return (
        <SplitDialog view={model.view} onSplit={moderate.split} onPreview={moderate.previewSplit} onClose={onClose} />
      )
    case 'rename':
      return (
        <RenameDialog
          title={t('rooms.renameTitle')}
          name={dialog.room.name}
          onRename={(name) => moderate.renameRoom(dialog.room.roomId, name)}
          onClose={onClose}
        />
      )
    case 'rename-person':
      return (
        <RenameDialog
          title={t('person.renameTitle', { name: dialog.person.name })}
          name={dialog.person.name}
          onRename={(name) => moderate.renamePerson(dialog.person.participantId, name)}
          onClose={onClose}
        />
      )
    case 'remove':
      return <RemoveRoomDialog room={dialog.room} onRemove={moderate.removeRoom} onClose={onClose} />
    case 'bring-back':
      return <BringBackDialog onBringBack={moderate.closeAllRooms} onClose={onClose} />
    case 'remove-person':
    case 'end-meeting':
    case 'limit-people':
      return (
        <ModerationDialogView
          dialog={dialog}
          maxPeople={model.maxPeople}
          peopleCount={model.peopleCount}
          isKept={model.meetingDoor.moderatorKey}
          actions={moderate.moderation}
          getReport={moderate.getReport}
          onClose={onClose}
        />
      )
    case 'meeting-password':
    case 'moderator-link':
      return (
        <DoorDialogView
          type={dialog.type}
          hasPassword={model.meetingDoor.password}
          passwordDigits={model.passwordDigits}
          actions={moderate.meetingDoor}
          onClose={onClose}
        />
      )
    case 'open-all':
      return <OpenAllDialog running={model.running} onOpenAll={moderate.openAllRooms} onClose={onClose} />
    case 'settings': {
      const section = model.sections.find(({ roomId }) => roomId === dialog.roomId)
      if (!section) return null
      const { roomId, name, door } = section
      return (
        <RoomSettingsDialog
          name={name}
          door={door}
          onChange={(change) => moderate.changeRoom(roomId, change)}
          onClose={onClose}
        />
      )
    }
    case 'announce':
      return <AnnounceDialog rooms={model.sections} onAnnounce={moderate.announce} onClose={onClose} />
    case 'rounds':
      return <RoundsDialog view={model.view} actions={moderate.rounds} onClose={onClose} />
    case 'people':
      return (
        <PeopleDialog
          view={model.view}
          actions={moderate.people}
          onAssign={moderate.assign}
          onSeat={moderate.split}
          onClose={onClose}
        />
      )
    case 'templates':
      return <TemplatesDialog view={model.view} actions={moderate.templates} onClose={onClose} />
    case 'prepare':
      return (
        <PrepareDialog
          view={model.view}
          actions={moderate.meetingDoor}
          onOpen={(type) => setFollowed({ type })}
          onClose={onClose}
        />
      )
    case 'report':
      return <ReportDialog getReport={moderate.getReport} onClose={onClose} />
    case 'timer':
      return <TimerDialog onStart={moderate.startTimer} onClose={onClose} />
    case 'speak-to-rooms':
      return (
        <SpeakToRoomsDialog
          rooms={model.sections.filter((section) => !section.isHere)}
          spokenTo={dialog.roomId === undefined ? model.ownPodium : [dialog.roomId]}
          onStart={moderate.takePodium}
          onClose={onClose}
        />
      )
    case 'assign':
      return (
        <AssignDialog
          person={dialog.person}
          rooms={model.sections.filter((section) => !section.isMain)}
          onAssign={moderate.assign}
          onClose={onClose}
        />
      )
  }
}
