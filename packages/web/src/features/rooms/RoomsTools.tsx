// SPDX-License-Identifier: Apache-2.0
// What moderators do with all rooms, in one row, so that the rooms have the pane. Before there are any, splitting is the next step and says so in words.
import { ContactRound, LayoutTemplate, Megaphone, Repeat, Shuffle, Undo2, Volume2 } from 'lucide-react'
import type { ReactElement } from 'react'
import { t } from '../../i18n/texts.ts'
import { Button } from '../../ui/Button.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import type { RoomsDialog } from './dialogs.tsx'
import type { RoomsPaneModel } from './roomsPane.ts'

export interface RoomsToolsProps {
  readonly model: RoomsPaneModel
  readonly onUndo: () => void
  readonly onDialog: (dialog: RoomsDialog) => void
}

export function RoomsTools({ model, onUndo, onDialog }: RoomsToolsProps) {
  const { roomCount, peopleCount, canUndo, ownPodium } = model
  const tool = (label: string, icon: ReactElement, type: RoomsTool) => (
    <IconButton label={label} icon={icon} onPress={() => onDialog({ type })} />
  )
  const speak =
    roomCount > 0
      ? tool(ownPodium === undefined ? t('podium.speakToRooms') : t('podium.change'), <Volume2 />, 'speak-to-rooms')
      : null
  if (model.hidden.has('split')) return speak === null ? null : <div className="rooms-tools">{speak}</div>
  return (
    <>
      {roomCount === 0 ? (
        <div className="rooms-tools">
          <Button
            look={peopleCount > 1 ? 'primary' : 'plain'}
            className="rooms-split"
            onPress={() => onDialog({ type: 'split' })}
          >
            <Shuffle aria-hidden="true" /> {t('rooms.split')}
          </Button>
        </div>
      ) : null}
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would look like a form; this only names the buttons' group */}
      <div className="rooms-tools" role="group" aria-label={t('rooms.tools')}>
        {roomCount > 0 ? tool(t('rooms.split'), <Shuffle />, 'split') : null}
        {tool(t('rounds.title'), <Repeat />, 'rounds')}
        {canUndo ? (
          <IconButton label={t('rounds.undo')} icon={<Undo2 className="turns-with-text" />} onPress={onUndo} />
        ) : null}
        {tool(t('announce.button'), <Megaphone />, 'announce')}
        {speak}
        {tool(t('rooms.people'), <ContactRound />, 'people')}
        {tool(t('rooms.templates'), <LayoutTemplate />, 'templates')}
      </div>
    </>
  )
}

type RoomsTool = 'split' | 'rounds' | 'announce' | 'speak-to-rooms' | 'people' | 'templates'
