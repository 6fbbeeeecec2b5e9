// SPDX-License-Identifier: Apache-2.0
// The top of the board: which time is shown (now, or a round), planning, the rooms' time, and what is done to all rooms at once.
import { Ellipsis, Megaphone, Plus, Repeat, Shuffle, Undo2, Volume2 } from 'lucide-react'
import { Tab, TabList } from 'react-aria-components'
import { t } from '../../i18n/texts.ts'
import { Button } from '../../ui/Button.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { Menu, type MenuGroup } from '../../ui/Menu.tsx'
import { Switch } from '../../ui/Switch.tsx'
import type { RoomsDialog } from '../rooms/dialogs.tsx'
import type { ModerateActions } from '../rooms/roomsActions.ts'
import type { RoomsPaneModel } from '../rooms/roomsPane.ts'
import type { RoundModel } from '../rounds/roundsModel.ts'
import { RunningTools, timerStepMs } from '../running/RunningTools.tsx'

export interface BoardHeaderProps {
  readonly pane: RoomsPaneModel
  readonly rounds: readonly RoundModel[]
  readonly moderate: ModerateActions
  readonly serverOffsetMs: number
  /** Undefined on the tabs of rounds, which are plans themselves, and on the wall, where nobody is moved. */
  readonly planning: { readonly isOn: boolean; readonly onChange: (isOn: boolean) => void } | undefined
  /** Takes back the last of what is shown: of a plan a step, else the last seating. Undefined: there is nothing. */
  readonly undo: (() => void) | undefined
  readonly isPhone: boolean
  readonly onDialog: (dialog: RoomsDialog) => void
}

export function BoardHeader(props: BoardHeaderProps) {
  const { pane, rounds, moderate, serverOffsetMs, planning, undo, isPhone, onDialog } = props
  return (
    <header className="board-head">
      <h1 className="board-title" tabIndex={-1}>
        {t('rooms.title')}
      </h1>
      <div className="board-tabs">
        <TabList className="board-tab-list" aria-label={t('board.tabs')}>
          <Tab id="live" className="board-tab">
            {t('board.live')}
          </Tab>
          <Tab id="wall" className="board-tab">
            {t('wall.title')}
          </Tab>
          {rounds.map(({ roundId, name, status }) => (
            <Tab key={roundId} id={`${roundId}`} className="board-tab">
              {name}
              {status === 'waiting' ? null : <span className="muted-text"> · {t(`rounds.status.${status}`)}</span>}
            </Tab>
          ))}
        </TabList>
        <IconButton
          label={t('rounds.title')}
          icon={rounds.length === 0 ? <Plus /> : <Repeat />}
          size="small"
          look="quiet"
          onPress={() => onDialog({ type: 'rounds' })}
        />
      </div>
      {planning ? (
        <div className="board-plan-switch">
          <Switch label={t('board.plan')} isOn={planning.isOn} onChange={planning.onChange} />
        </div>
      ) : null}
      <span className="board-head-gap" />
      {isPhone ? (
        <Menu
          label={t('board.more')}
          trigger={<IconButton label={t('board.more')} icon={<Ellipsis />} look="quiet" />}
          groups={[...toSpeakGroups(pane, onDialog), ...toAllGroups(pane, moderate, undo, onDialog)]}
        />
      ) : (
        <WideTools pane={pane} moderate={moderate} undo={undo} serverOffsetMs={serverOffsetMs} onDialog={onDialog} />
      )}
    </header>
  )
}

function WideTools({
  pane,
  moderate,
  undo,
  serverOffsetMs,
  onDialog,
}: Pick<BoardHeaderProps, 'pane' | 'moderate' | 'undo' | 'serverOffsetMs' | 'onDialog'>) {
  return (
    <div className="board-tools">
      {undo ? (
        <Button look="plain" onPress={undo}>
          <Undo2 aria-hidden="true" className="turns-with-text" /> {t('board.undo')}
        </Button>
      ) : null}
      {pane.roomCount > 0 ? (
        <>
          <RunningTools
            running={pane.running}
            serverOffsetMs={serverOffsetMs}
            moderate={moderate}
            onDialog={onDialog}
          />
          <Menu
            label={t('podium.speakToRooms')}
            trigger={
              <Button look="outline">
                <Volume2 aria-hidden="true" /> {t('podium.speakToRooms')}
              </Button>
            }
            groups={toSpeakGroups(pane, onDialog)}
          />
        </>
      ) : null}
      {pane.hidden.has('split') ? null : (
        <Button look="outline" onPress={() => onDialog({ type: 'split' })}>
          <Shuffle aria-hidden="true" /> {t('rooms.split')}
        </Button>
      )}
      {pane.canCloseAll ? (
        <Button look="danger" onPress={() => onDialog({ type: 'bring-back' })}>
          {t('rooms.bringBack')}
        </Button>
      ) : null}
    </div>
  )
}

function toSpeakGroups(pane: RoomsPaneModel, onDialog: BoardHeaderProps['onDialog']): readonly MenuGroup[] {
  if (pane.roomCount === 0) return []
  return [
    {
      id: 'speak',
      entries: [
        {
          id: 'podium',
          label: pane.ownPodium === undefined ? t('board.speakLive') : t('podium.change'),
          icon: <Volume2 />,
          onAction: () => onDialog({ type: 'speak-to-rooms' }),
        },
        {
          id: 'announce',
          label: t('board.announce'),
          icon: <Megaphone />,
          onAction: () => onDialog({ type: 'announce' }),
        },
      ],
    },
  ]
}

/** On phones everything is in one menu. */
function toAllGroups(
  pane: RoomsPaneModel,
  moderate: ModerateActions,
  undo: BoardHeaderProps['undo'],
  onDialog: BoardHeaderProps['onDialog'],
): readonly MenuGroup[] {
  const { hidden, roomCount, running, canCloseAll } = pane
  const entry = (id: string, label: string, onAction: () => void) => ({ id, label, onAction })
  const { timer } = running
  return [
    {
      id: 'rooms',
      entries: [
        ...(undo ? [entry('undo', t('board.undo'), undo)] : []),
        ...(hidden.has('split') ? [] : [entry('split', t('rooms.split'), () => onDialog({ type: 'split' }))]),
        ...(running.canOpenAll && roomCount > 0
          ? [entry('open-all', t('running.openAll'), () => onDialog({ type: 'open-all' }))]
          : []),
        ...(roomCount > 0 && !timer ? [entry('timer', t('running.setTimer'), () => onDialog({ type: 'timer' }))] : []),
        ...(timer
          ? [
              entry('extend-timer', t('running.fiveMoreLabel'), () => moderate.extendTimer(timerStepMs)),
              entry('stop-timer', t('running.stopLabel'), moderate.stopTimer),
            ]
          : []),
      ],
    },
    {
      id: 'all',
      entries: canCloseAll
        ? [{ ...entry('back', t('rooms.bringBack'), () => onDialog({ type: 'bring-back' })), isDestructive: true }]
        : [],
    },
  ]
}
