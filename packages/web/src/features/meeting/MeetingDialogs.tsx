// SPDX-License-Identifier: Apache-2.0
// The dialogs that stand over the meeting, one or none: settings and shortcuts, which the page opens; asking for help and preparing the rooms, which the
// meeting does.
import type { LocalMediaSnapshot } from '../../devices/LocalMedia.ts'
import type { PageSnapshot, PageStore } from '../../state/PageStore.ts'
import { AskHelpDialog } from '../help/AskHelpDialog.tsx'
import { LazyRoomsDialog } from '../rooms/LazyRoomsDialog.tsx'
import type { RoomsPaneModel } from '../rooms/roomsPane.ts'
import { LazySettings } from '../settings/LazySettings.tsx'
import { LazyShortcuts } from '../shortcuts/LazyShortcuts.tsx'
import type { MeetingActions } from './meetingActions.ts'

export interface MeetingDialogsProps {
  readonly page: PageStore
  readonly shownHere: PageSnapshot
  readonly local: LocalMediaSnapshot
  readonly rooms: RoomsPaneModel
  readonly ownName: string
  readonly mayRename: boolean
  /** Undefined: neither is open. */
  readonly own: OwnDialog | undefined
  readonly closeOwn: () => void
  readonly actions: MeetingActions
}

/** What the meeting opens by itself. */
export type OwnDialog = 'ask-help' | 'prepare'

export function MeetingDialogs(props: MeetingDialogsProps) {
  const { page, shownHere, local, rooms, ownName, mayRename, own, closeOwn, actions } = props
  const { config, dialog, backdrop } = shownHere
  const { moderate } = actions.rooms
  const close = () => page.showDialog(undefined)
  return (
    <>
      {own === 'ask-help' ? <AskHelpDialog onAsk={actions.help.ask} onClose={closeOwn} /> : null}
      {own === 'prepare' && moderate ? (
        <LazyRoomsDialog dialog={{ type: 'prepare' }} model={rooms} moderate={moderate} onClose={closeOwn} />
      ) : null}
      {dialog === 'settings' ? (
        <LazySettings
          local={local}
          dropGivenBackground={backdrop === undefined ? undefined : () => page.setBackdrop(undefined)}
          ownName={mayRename ? { name: ownName, onRename: actions.renameSelf } : undefined}
          onChoose={actions.choose}
          onShowShortcuts={config.disableShortcuts ? undefined : () => page.showDialog('shortcuts')}
          onClose={close}
        />
      ) : null}
      {dialog === 'shortcuts' ? <LazyShortcuts hasBoard={moderate !== undefined} onClose={close} /> : null}
    </>
  )
}
