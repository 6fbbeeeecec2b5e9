// SPDX-License-Identifier: Apache-2.0
// The board of moderators: the rooms as cards, the people as chips, the meeting in a strip below. Shows the pane's model; holds what only this page knows:
// the tab, the draft, who is selected, what is open. The strip is drawn at once, the rest piece by piece after it.
import type { ParticipantId, RoomId } from '@alcove/protocol'
import { Plus } from 'lucide-react'
import { type Dispatch, memo, type ReactNode, type SetStateAction, useMemo, useRef, useState } from 'react'
import { Button as AriaButton, TabPanel, Tabs } from 'react-aria-components'
import { t, useLanguage } from '../../i18n/texts.ts'
import { useDrawnLater } from '../../state/useDrawnLater.ts'
import { useKept } from '../../state/useKept.ts'
import { useMediaQuery } from '../../state/useMediaQuery.ts'
import { MenuAt } from '../../ui/MenuAt.tsx'
import { LobbyList } from '../door/LobbyList.tsx'
import { HelpQueue } from '../help/HelpQueue.tsx'
import type { HelpActions } from '../help/helpActions.ts'
import type { HelpModel } from '../help/helpModel.ts'
import type { PassingNotices } from '../meeting/usePassingNotices.ts'
import { AskingList } from '../moderation/AskingList.tsx'
import { toShortText } from '../problems/errorTexts.ts'
import type { RoomsDialog } from '../rooms/dialogs.tsx'
import { LazyRoomsDialog } from '../rooms/LazyRoomsDialog.tsx'
import { useMenuClicks } from '../rooms/menuClicks.ts'
import type { ModerateActions } from '../rooms/roomsActions.ts'
import type { RoomsPaneModel } from '../rooms/roomsPane.ts'
import { type RoundModel, toRoundsModel } from '../rounds/roundsModel.ts'
import { Wall } from '../wall/Wall.tsx'
import type { WallCardActions } from '../wall/WallCard.tsx'
import { DraftBar, SelectionBar } from './BoardBars.tsx'
import { BoardHeader } from './BoardHeader.tsx'
import { BoardNow, type BoardNowProps } from './BoardNow.tsx'
import { BoardTray } from './BoardTray.tsx'
import { type OpenMenu, toMenuGroups, toMenuLabel } from './boardMenu.tsx'
import { type BoardCard, type BoardTab, type ChosenTab, peopleOn, placesOf, selectedOn, toBoard } from './boardModel.ts'
import { CardGrid } from './CardGrid.tsx'
import { type Draft, withMoves } from './draft.ts'
import { MoveDialog } from './MoveDialog.tsx'
import type { Plan } from './plan.ts'
import { seatEvenly } from './seatEvenly.ts'
import { nobody, toWho, useBoardHandlers } from './useBoardHandlers.ts'
import { useEscape } from './useEscape.ts'
import { usePlanning } from './usePlanning.ts'
import './board.css'

export interface BoardProps extends BoardNowProps {
  readonly pane: RoomsPaneModel
  readonly help: HelpModel
  readonly helpActions: HelpActions
  readonly moderate: ModerateActions
  readonly join: (roomId: RoomId) => void
  readonly serverOffsetMs: number
  /** The meeting's controls. */
  readonly bar: ReactNode
  readonly tell: PassingNotices['tell']
  /** It outlives the board: who opens it again finds the plan as it was. Undefined: nothing is planned. */
  readonly plan: Plan | undefined
  readonly setPlan: Dispatch<SetStateAction<Plan | undefined>>
  readonly onClose: () => void
}

export function Board({ bar, place, speaker, peopleHere, time, onShow, ...body }: BoardProps) {
  // Hundreds of people may move at once: drawing them never holds up a hand that drags, nor who speaks.
  const pane = useDrawnLater(body.pane)
  const help = useDrawnLater(body.help)
  return (
    <>
      <BoardBody {...body} pane={pane} help={help} />
      <section className="board-strip" aria-label={t('board.meeting')}>
        <BoardNow place={place} speaker={speaker} peopleHere={peopleHere} time={time} onShow={onShow} />
        <div className="board-strip-bar">{bar}</div>
      </section>
    </>
  )
}

type BodyProps = Omit<BoardProps, 'bar' | keyof BoardNowProps>

const BoardBody = memo(function BoardBody(props: BodyProps) {
  const { pane, help, helpActions, moderate, join, serverOffsetMs, tell, plan, setPlan, onClose } = props
  const language = useLanguage()
  // As in board.css.
  const isPhone = useMediaQuery('(max-width: 820px)')
  const [chosen, setChosen] = useState<ChosenTab>('live')
  const [wasSelected, setSelection] = useState(nobody)
  const [dialog, setDialog] = useState<RoomsDialog>()
  const [menu, setMenu] = useState<OpenMenu>()
  const toTold = useMenuClicks()
  const [moving, setMoving] = useState<readonly ParticipantId[]>()
  const [said, setSaid] = useState('')
  const scroller = useRef<HTMLDivElement>(null)

  const places = useMemo(() => placesOf(pane), [pane])
  const planning = usePlanning({ plan, setPlan, places, sections: pane.sections, seat: moderate.seat })
  const { draft } = planning
  // biome-ignore lint/correctness/useExhaustiveDependencies: words of the language are in it
  const rounds = useKept(useMemo(() => toRoundsModel(pane.view).rounds, [pane.view, language]))
  const isWall = chosen === 'wall'
  const tab = useMemo(() => toTab(rounds, chosen, isWall ? undefined : draft), [rounds, chosen, isWall, draft])
  // biome-ignore lint/correctness/useExhaustiveDependencies: words of the language are in it
  const board = useKept(useMemo(() => toBoard(pane, help.queue, tab), [pane, help.queue, tab, language]))

  const people = useMemo(() => peopleOn(board), [board])
  const selection = useMemo(() => selectedOn(people, wasSelected), [people, wasSelected])
  const handlers = useBoardHandlers({
    board,
    people,
    selection,
    tab,
    places,
    moderate,
    join,
    changeDraft: planning.change,
    setSelection,
    setMenu,
    setSaid,
  })
  useEscape(() => (selection.size > 0 ? setSelection(nobody) : onClose()))
  const selectedIn = (card: BoardCard) =>
    selection.size === 0
      ? ''
      : card.people
          .map(({ participantId }) => participantId)
          .filter((id) => selection.has(id))
          .join(' ')

  const chooseTab = (key: string) => {
    setSelection(nobody)
    setChosen(key === 'live' || key === 'wall' ? key : Number(key))
  }
  const plannable = tab.type === 'round' || isWall ? undefined : { isOn: tab.type === 'plan', onChange: changePlanning }
  function changePlanning(isOn: boolean): void {
    setSelection(nobody)
    planning.begin(isOn)
  }
  // A plan goes back alone: what was done to people stays done. Of a round nothing can be taken back, and on the wall nobody is moved.
  const undoable = {
    live: pane.canUndo ? moderate.rounds.undo : undefined,
    plan: planning.goBack,
    round: undefined,
  }
  const undo = isWall ? undefined : undoable[tab.type]
  const apply = async () => {
    const count = await planning.apply()
    if (count !== undefined) setSaid(t('board.applied', { count }))
  }
  const seatTray = () => {
    if (tab.type === 'plan') {
      const seating = seatEvenly(board)
      if ('problem' in seating) tell('error', seating.problem)
      else planning.change((before) => withMoves(before, seating.groups, places))
      return
    }
    moderate
      .split({ who: 'main-room', hold: false, wishes: {} }, undefined)
      .catch((error: unknown) => tell('error', toShortText(error)))
  }
  const canSeat = tab.type !== 'round' && pane.roomCount > 0 && board.tray.people.some((one) => !one.isModerator)

  const tray = (
    <BoardTray
      tray={board.tray}
      pane={pane}
      help={help.queue}
      selectedHere={selectedIn(board.tray)}
      canEdit={board.canEdit}
      serverOffsetMs={serverOffsetMs}
      handlers={handlers}
      helpActions={helpActions}
      door={moderate.meetingDoor}
      moderation={moderate.moderation}
      onSeatEvenly={canSeat ? seatTray : undefined}
    />
  )
  const wallActions = useMemo(
    (): WallCardActions => ({
      join: handlers.join,
      openRoomMenu: handlers.openRoomMenu,
      speakTo: (roomId) => setDialog({ type: 'speak-to-rooms', roomId }),
    }),
    [handlers],
  )
  const waiting = (
    <>
      <LobbyList people={pane.lobby} actions={moderate.meetingDoor} />
      <AskingList people={pane.askingPeople} actions={moderate.moderation} />
      <HelpQueue rows={help.queue} actions={helpActions} serverOffsetMs={serverOffsetMs} />
    </>
  )
  const openKey = isWall ? 'wall' : tab.type === 'round' ? `${tab.round.roundId}` : 'live'
  return (
    <>
      <Tabs
        className="board"
        selectedKey={openKey}
        onSelectionChange={(key) => chooseTab(`${key}`)}
        data-tab={isWall ? 'wall' : tab.type}
      >
        <BoardHeader
          pane={pane}
          rounds={rounds}
          moderate={moderate}
          serverOffsetMs={serverOffsetMs}
          planning={plannable}
          undo={undo}
          isPhone={isPhone}
          onDialog={setDialog}
        />
        {tab.type === 'plan' ? (
          <DraftBar count={tab.draft.size} onDiscard={planning.discard} onApply={() => void apply()} />
        ) : null}
        {/* A panel keeps the id it began with: another tab needs another one. */}
        <TabPanel key={openKey} className="board-body" id={openKey}>
          {isWall ? (
            <Wall
              pane={pane}
              cards={board.tray.isHere ? board.cards : [board.tray, ...board.cards]}
              serverOffsetMs={serverOffsetMs}
              actions={wallActions}
              look={moderate.look}
              waiting={waiting}
            />
          ) : (
            <>
              {isPhone ? null : tray}
              <div className="board-scroll" ref={scroller}>
                {isPhone ? tray : null}
                <CardGrid
                  cards={board.cards}
                  scroller={scroller}
                  selectedIn={selectedIn}
                  canEdit={board.canEdit}
                  serverOffsetMs={serverOffsetMs}
                  handlers={handlers}
                  last={
                    pane.hidden.has('add-room') || tab.type === 'round' ? null : (
                      <AriaButton className="room-card room-card-add" onPress={() => moderate.addRoom(undefined)}>
                        <Plus aria-hidden="true" /> {t('board.addRoom')}
                      </AriaButton>
                    )
                  }
                />
              </div>
            </>
          )}
        </TabPanel>
        {selection.size > 0 ? (
          <SelectionBar
            count={selection.size}
            onMove={() => setMoving([...selection])}
            person={selection.size === 1 ? people.get([...selection][0] as ParticipantId) : undefined}
            onMenu={handlers.openPersonMenu}
            onClear={() => setSelection(nobody)}
          />
        ) : null}
      </Tabs>
      <p className="only-read-aloud" role="status">
        {said}
      </p>
      {menu ? (
        <MenuAt
          label={toMenuLabel(menu, board, people)}
          anchor={menu.anchor}
          groups={toMenuGroups(menu, {
            pane,
            moderate,
            selection,
            setDialog,
            setMoving,
            toTold,
            canEdit: board.canEdit,
          })}
          onClose={() => setMenu(undefined)}
        />
      ) : null}
      {moving ? (
        <MoveDialog
          who={toWho(moving, people)}
          board={board}
          onMove={(roomId) => handlers.move(moving, roomId)}
          onClose={() => setMoving(undefined)}
        />
      ) : null}
      {dialog ? (
        <LazyRoomsDialog dialog={dialog} model={pane} moderate={moderate} onClose={() => setDialog(undefined)} />
      ) : null}
    </>
  )
})

function toTab(rounds: readonly RoundModel[], chosen: ChosenTab, draft: Draft | undefined): BoardTab {
  const round = rounds.find(({ roundId }) => roundId === chosen)
  if (round) return { type: 'round', round }
  return draft ? { type: 'plan', draft } : { type: 'live' }
}
