// SPDX-License-Identifier: Apache-2.0
// The tray: who has no seat, found by name; who waits in the lobby and who waits for help below it. People dropped on it go back to the main room.
import { Search, Shuffle } from 'lucide-react'
import { useMemo, useState } from 'react'
import { t } from '../../i18n/texts.ts'
import { Button } from '../../ui/Button.tsx'
import { TextField } from '../../ui/Field.tsx'
import { LobbyList } from '../door/LobbyList.tsx'
import type { MeetingDoorActions } from '../door/meetingDoorActions.ts'
import { HelpQueue } from '../help/HelpQueue.tsx'
import type { HelpActions } from '../help/helpActions.ts'
import type { HelpRow } from '../help/helpModel.ts'
import { AskingList } from '../moderation/AskingList.tsx'
import type { ModerationActions } from '../moderation/moderationActions.ts'
import type { RoomsPaneModel } from '../rooms/roomsPane.ts'
import type { BoardHandlers } from './boardHandlers.ts'
import { type BoardCard, findPeople } from './boardModel.ts'
import { DropArea } from './DropArea.tsx'
import { LimitedChips } from './LimitedChips.tsx'

export interface BoardTrayProps {
  readonly tray: BoardCard
  readonly pane: RoomsPaneModel
  readonly help: readonly HelpRow[]
  readonly selectedHere: string
  readonly canEdit: boolean
  readonly serverOffsetMs: number
  readonly handlers: BoardHandlers
  readonly helpActions: HelpActions
  readonly door: MeetingDoorActions
  readonly moderation: ModerationActions
  /** Undefined: there is nobody to seat, or no room for it. */
  readonly onSeatEvenly: (() => void) | undefined
}

const mostInTray = 40

export function BoardTray(props: BoardTrayProps) {
  const { tray, pane, help, selectedHere, canEdit, serverOffsetMs, handlers, onSeatEvenly } = props
  const [wanted, setWanted] = useState('')
  const found = useMemo(() => findPeople(tray.people, wanted), [tray.people, wanted])
  return (
    <div className="board-side">
      <DropArea
        canEdit={canEdit}
        onPeople={(ids) => handlers.move(ids, tray.roomId)}
        className="board-tray"
        aria-label={t('board.notSeated')}
      >
        <header className="board-side-head">
          <h2>{t('board.notSeated')}</h2>
          <span className="muted-text">{tray.people.length}</span>
        </header>
        <div className="board-search">
          <Search aria-hidden="true" />
          <TextField
            label={t('board.find')}
            hideLabel
            value={wanted}
            onChange={setWanted}
            onEscape={() => setWanted('')}
            placeholder={t('board.find')}
            maxLength={80}
          />
        </div>
        <div className="board-tray-people">
          {found.length === 0 ? (
            <p className="muted-text board-side-note">
              {tray.people.length === 0 ? t('board.allSeated') : t('board.nobodyFound')}
            </p>
          ) : (
            <LimitedChips
              label={t('board.notSeated')}
              roomId={tray.roomId}
              people={found}
              selectedHere={selectedHere}
              canEdit={canEdit}
              handlers={handlers}
              most={mostInTray}
            />
          )}
        </div>
        {onSeatEvenly ? (
          <Button look="outline" onPress={onSeatEvenly}>
            <Shuffle aria-hidden="true" /> {t('board.seatEvenly')}
          </Button>
        ) : null}
      </DropArea>
      <LobbyList people={pane.lobby} actions={props.door} />
      <AskingList people={pane.askingPeople} actions={props.moderation} />
      {help.length === 0 ? null : (
        <section className="board-help" aria-label={t('board.helpTitle')}>
          <h2>{t('board.helpTitle')}</h2>
          <HelpQueue rows={help} actions={props.helpActions} serverOffsetMs={serverOffsetMs} />
        </section>
      )}
    </div>
  )
}
