// SPDX-License-Identifier: Apache-2.0
// Above the tiles: the task of one's room, that one knocks somewhere, and who knocks and waits for one's answer. Read aloud as it comes.
import type { MeetingView } from '@alcove/client'
import { t } from '../../i18n/texts.ts'
import { roomIdsInOrder } from '../../state/inOrder.ts'
import { Button } from '../../ui/Button.tsx'
import { roomNameOf } from '../rooms/roomsPane.ts'
import type { DoorActions } from './doorActions.ts'
import { toDoor } from './doorModel.ts'
import { KnockList } from './KnockList.tsx'
import { RoomTask } from './RoomTask.tsx'
import './doors.css'

export interface DoorNoticesProps {
  readonly view: MeetingView
  /** The top bar is there, which may have the task. */
  readonly hasBar: boolean
  readonly actions: DoorActions
}

export function DoorNotices({ view, hasBar, actions }: DoorNoticesProps) {
  const { knockingAt } = view.self
  const knocked = roomIdsInOrder(view)
    .map((roomId) => ({ roomId, knocks: toDoor(view, roomId, false).knocks }))
    .filter(({ knocks }) => knocks.length > 0)
  return (
    <>
      <RoomTask task={view.room.task} place="row" hasBar={hasBar} />
      <div className="notice-strip" role="status">
        {knockingAt === undefined ? null : (
          <div className="notice notice-info">
            <p className="notice-words">{t('doors.youKnock', { room: roomNameOf(view, knockingAt) })}</p>
            <Button size="small" look="outline" onPress={() => actions.knock(knockingAt, false)}>
              {t('doors.stopKnocking')}
            </Button>
          </div>
        )}
        {knocked.length === 0 ? null : (
          <div className="knock-notice">
            {knocked.map(({ roomId, knocks }) => (
              <KnockList
                key={roomId}
                roomId={roomId}
                roomName={roomNameOf(view, roomId)}
                knocks={knocks}
                actions={actions}
              />
            ))}
          </div>
        )}
      </div>
    </>
  )
}
