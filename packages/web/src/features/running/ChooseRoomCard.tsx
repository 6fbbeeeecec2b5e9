// SPDX-License-Identifier: Apache-2.0
// For who comes while rooms are under way and may choose: the rooms with how many are in them. Can be put away.
import type { RoomId } from '@alcove/protocol'
import { t } from '../../i18n/texts.ts'
import { Button } from '../../ui/Button.tsx'
import { RoomMark } from '../../ui/RoomMark.tsx'
import type { RoomChoice } from './runningModel.ts'
import './running.css'

export interface ChooseRoomCardProps {
  readonly choices: readonly RoomChoice[]
  readonly onChoose: (roomId: RoomId) => void
  readonly onStay: () => void
}

export function ChooseRoomCard({ choices, onChoose, onStay }: ChooseRoomCardProps) {
  return (
    <section className="choose-room" aria-labelledby="choose-room-title">
      <h2 id="choose-room-title">{t('running.chooseRoom')}</h2>
      <ul className="choose-room-list">
        {choices.map(({ roomId, name, index, peopleCount }) => (
          <li key={roomId}>
            <Button
              look="outline"
              onPress={() => onChoose(roomId)}
              aria-label={t('running.goToRoom', { room: name, count: peopleCount })}
            >
              <RoomMark index={index} />
              <span className="choose-room-name">{name}</span>
              <span className="muted-text">{peopleCount}</span>
            </Button>
          </li>
        ))}
      </ul>
      <Button size="small" look="plain" onPress={onStay}>
        {t('running.stayHere')}
      </Button>
    </section>
  )
}
