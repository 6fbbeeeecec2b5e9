// SPDX-License-Identifier: Apache-2.0
// The pane of rooms and people: who is where, going elsewhere, and for moderators everything they can do with rooms. A sheet on phones.
import { ClipboardList, LayoutDashboard, ShieldCheck, Undo2 } from 'lucide-react'
import { memo, type ReactNode, useContext, useState } from 'react'
import { t, useLanguage } from '../../i18n/texts.ts'
import { useDrawnLater } from '../../state/useDrawnLater.ts'
import { Button } from '../../ui/Button.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { Pane } from '../../ui/Pane.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import { toDoorGroup } from '../door/doorMenu.tsx'
import { LobbyList } from '../door/LobbyList.tsx'
import { toHandsGroup } from '../hands/handMenus.tsx'
import { HelpQueue } from '../help/HelpQueue.tsx'
import type { HelpActions } from '../help/helpActions.ts'
import type { HelpModel } from '../help/helpModel.ts'
import { AskingList } from '../moderation/AskingList.tsx'
import { toMeetingGroups } from '../moderation/moderationMenus.tsx'
import { RunningTools } from '../running/RunningTools.tsx'
import { LazyTold } from '../told/LazyTold.tsx'
import { AddRoom } from './AddRoom.tsx'
import type { RoomsDialog } from './dialogs.tsx'
import { LazyRoomsDialog } from './LazyRoomsDialog.tsx'
import { MeetingMenuContext } from './menuClicks.ts'
import { RoomSection, type RoomSectionProps } from './RoomSection.tsx'
import { RoomsTools } from './RoomsTools.tsx'
import type { RoomsActions } from './roomsActions.ts'
import type { RoomsPaneModel } from './roomsPane.ts'
import './roomsPane.css'

export interface RoomsPaneProps {
  readonly model: RoomsPaneModel
  readonly actions: RoomsActions
  readonly help: HelpModel
  readonly helpActions: HelpActions
  /** It covers the meeting: it takes the focus and Escape closes it. */
  readonly isSheet: boolean
  readonly serverOffsetMs: number
  readonly onClose: () => void
  /** Undefined for those who have no board. */
  readonly onOpenBoard: (() => void) | undefined
  /** Passing notices, where the pane covers the strip that has them otherwise. */
  readonly notices: ReactNode
}

const selfMoves = ['anywhere', 'main-only', 'nowhere'] as const
const lookIns = ['on', 'off'] as const
const toldOutside = ['nothing', 'count', 'names'] as const
const lateJoins = ['main', 'fewest', 'choose', 'lobby'] as const

/** With people in them these fill a window; whatever else stands there comes a moment later. */
const sectionsAtTop = 6

export function RoomsPane(props: RoomsPaneProps) {
  const { model, actions, help, helpActions, isSheet, serverOffsetMs, onClose, onOpenBoard, notices } = props
  // Hundreds of people may move at once: drawing them holds up nothing else.
  const drawnLater = useDrawnLater(model)
  const [dialog, setDialog] = useState<RoomsDialog>()
  const [isTelling, setIsTelling] = useState(false)
  const toTold = useContext(MeetingMenuContext)
  const { moderate } = actions
  const { hidden } = model
  return (
    <Pane
      title={t('rooms.title')}
      label={t('rooms.label')}
      className="rooms-pane"
      isSheet={isSheet}
      onClose={onClose}
      tools={
        <>
          <span className="rooms-count">{t('words.people', { count: model.peopleCount })}</span>
          {onOpenBoard ? (
            <IconButton
              label={t('meeting.openBoard')}
              icon={<LayoutDashboard />}
              size="small"
              look="quiet"
              onPress={onOpenBoard}
            />
          ) : null}
          {moderate ? (
            <IconButton
              label={t('attendance.open')}
              icon={<ClipboardList />}
              size="small"
              look="quiet"
              onPress={() => setDialog({ type: 'report' })}
            />
          ) : null}
          {moderate && !hidden.has('meeting-menu') ? (
            <Menu
              label={t('moderation.title')}
              trigger={<IconButton label={t('moderation.title')} icon={<ShieldCheck />} size="small" look="quiet" />}
              groups={toTold([
                ...toHandsGroup(model.handCount, 'everybody', moderate.lowerHands),
                ...toMeetingGroups(
                  model.mustAsk,
                  moderate.moderation,
                  setDialog,
                  hidden,
                  toDoorGroup(model.meetingDoor, moderate.meetingDoor, setDialog, hidden),
                ),
              ])}
            />
          ) : null}
        </>
      }
    >
      {moderate ? <RoomsTools model={model} onUndo={moderate.rounds.undo} onDialog={setDialog} /> : null}
      <HelpQueue rows={help.queue} actions={helpActions} serverOffsetMs={serverOffsetMs} />
      {moderate ? <LobbyList people={model.lobby} actions={moderate.meetingDoor} /> : null}
      {moderate ? <AskingList people={model.askingPeople} actions={moderate.moderation} /> : null}
      {moderate && model.roomCount > 0 && !hidden.has('rooms') ? (
        <RunningTools
          running={model.running}
          serverOffsetMs={serverOffsetMs}
          moderate={moderate}
          onDialog={setDialog}
        />
      ) : null}
      {model.note === undefined ? null : <p className="rooms-note">{model.note}</p>}
      <div className="rooms-list">
        <Sections model={drawnLater} actions={actions} serverOffsetMs={serverOffsetMs} onDialog={setDialog} />
        {moderate && !hidden.has('add-room') ? <AddRoom onAdd={moderate.addRoom} /> : null}
        {!moderate && model.roomCount > 0 && model.mayLookIn ? <p className="rooms-note">{t('seeing.note')}</p> : null}
        {moderate && !hidden.has('rooms') ? (
          <div className="rooms-rules">
            <SelectField
              label={t('rooms.selfMove')}
              hideLabel
              choices={selfMoves.map((id) => ({ id, label: t(`rooms.selfMove.${id}`) }))}
              chosen={model.selfMove}
              placeholder=""
              onChoose={moderate.setSelfMove}
            />
            <SelectField
              label={t('rooms.lateJoin')}
              hideLabel
              choices={lateJoins.map((id) => ({ id, label: t(`rooms.lateJoin.${id}`) }))}
              chosen={model.running.lateJoin}
              placeholder=""
              onChoose={moderate.setLateJoin}
            />
            <SelectField
              label={t('seeing.policy')}
              hideLabel
              choices={lookIns.map((id) => ({ id, label: t(`seeing.policy.${id}`) }))}
              chosen={model.mayLookIn ? 'on' : 'off'}
              placeholder=""
              onChoose={(id) => moderate.setMayLookIn(id === 'on')}
            />
            <SelectField
              label={t('door.outside')}
              hideLabel
              choices={toldOutside.map((id) => ({ id, label: t(`door.outside.${id}`) }))}
              chosen={model.meetingDoor.toldOutside}
              placeholder=""
              onChoose={moderate.meetingDoor.setToldOutside}
            />
          </div>
        ) : null}
        <Button size="small" look="outline" className="rooms-told" onPress={() => setIsTelling(true)}>
          {t('rooms.told')}
        </Button>
        {!moderate && model.roomCount === 0 && !hidden.has('rooms') ? (
          <p className="rooms-note">{t('rooms.noneYet')}</p>
        ) : null}
      </div>
      <div className="pane-notices">{notices}</div>
      {moderate && model.canCloseAll && !hidden.has('rooms') ? (
        <footer className="rooms-footer">
          <Button look="danger-quiet" onPress={() => setDialog({ type: 'bring-back' })}>
            <Undo2 aria-hidden="true" /> {t('rooms.bringBack')}
          </Button>
        </footer>
      ) : null}
      {isTelling ? <LazyTold view={model.view} onClose={() => setIsTelling(false)} /> : null}
      {moderate && dialog ? (
        <LazyRoomsDialog dialog={dialog} model={model} moderate={moderate} onClose={() => setDialog(undefined)} />
      ) : null}
    </Pane>
  )
}

type SectionsProps = Omit<RoomSectionProps, 'section' | 'isAtTop'>

/** Apart, so that they are drawn for what is new of the rooms only. */
const Sections = memo(function Sections(props: SectionsProps) {
  useLanguage() // So it asks itself.
  return props.model.sections.map((section, place) => (
    <RoomSection key={section.roomId} section={section} isAtTop={place < sectionsAtTop} {...props} />
  ))
})
