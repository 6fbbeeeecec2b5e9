// SPDX-License-Identifier: Apache-2.0
// The meeting while the board is open: the picture and name of who speaks, and where one is. Never hidden by the board.
import { type ReactNode, useEffect } from 'react'
import { t } from '../../i18n/texts.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { RoomMark } from '../../ui/RoomMark.tsx'
import { VideoView } from '../../ui/VideoView.tsx'
import type { ShownPicture } from '../meeting/shown.ts'
import type { TileModel } from '../meeting/tiles.ts'

export interface BoardNowProps {
  readonly place: { readonly name: string; readonly index: number | undefined }
  /** Who speaks, or spoke last; undefined: nobody else is here. */
  readonly speaker: TileModel | undefined
  readonly peopleHere: number
  /** How much time the rooms have left. */
  readonly time: ReactNode
  readonly onShow: (pictures: readonly ShownPicture[]) => void
}

const pictureHeight = 76

export function BoardNow({ place, speaker, peopleHere, time, onShow }: BoardNowProps) {
  const participantId = speaker?.participantId
  useEffect(() => {
    onShow(participantId === undefined ? [] : [{ participantId, source: 'camera', height: pictureHeight }])
  }, [participantId, onShow])
  return (
    <div className="board-now" data-speaking={speaker?.speaking || undefined}>
      {speaker ? (
        <div className="board-now-picture" aria-hidden="true">
          <Avatar id={speaker.participantId} name={speaker.name} size="small" />
          {speaker.camera ? <VideoView track={speaker.camera} fit="cover" /> : null}
        </div>
      ) : null}
      <p className="board-now-words">
        <span className="board-now-room">
          <RoomMark index={place.index} />
          <span>{place.name}</span>
        </span>
        <span className="muted-text">
          {speaker?.speaking
            ? t('board.speaksToYou', { name: speaker.name })
            : t('meeting.peopleHere', { count: peopleHere })}
        </span>
        {time}
      </p>
    </div>
  )
}
