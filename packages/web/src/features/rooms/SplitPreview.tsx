// SPDX-License-Identifier: Apache-2.0
// Who would go where: the rooms as they would be, with the people of each.
import type { MeetingView } from '@alcove/client'
import type { AssignmentPreview } from '@alcove/protocol'
import { t } from '../../i18n/texts.ts'
import { RoomMark } from '../../ui/RoomMark.tsx'
import { markOf } from './roomsPane.ts'
import '../../ui/peoplePicker.css'

export interface SplitPreviewProps {
  readonly preview: AssignmentPreview
  readonly view: MeetingView
  readonly nameOf: (participantId: string) => string
}

export function SplitPreview({ preview, view, nameOf }: SplitPreviewProps) {
  const { rooms } = view.meeting
  // Rooms that would be made come after the newest.
  const newest = Math.max(-1, ...Object.values(rooms).map(({ number }) => number - 1))
  let added = 0
  return (
    <ul className="split-preview" aria-label={t('split.previewLabel')}>
      {preview.groups.map(({ roomId, participantIds }, place) => {
        if (roomId === undefined) added += 1
        return (
          <li key={roomId ?? place} className="split-preview-room">
            <p className="split-preview-name">
              <RoomMark index={roomId === undefined ? newest + added : markOf(view, roomId)} />
              <b>{(roomId === undefined ? undefined : rooms[roomId]?.name) ?? t('split.newRoom')}</b>
              <span className="muted-text">{participantIds.length}</span>
            </p>
            {participantIds.length === 0 ? (
              <p className="muted-text">{t('rooms.empty')}</p>
            ) : (
              <ul className="name-chips">
                {participantIds.map((id) => (
                  <li key={id} className="name-chip">
                    {nameOf(id)}
                  </li>
                ))}
              </ul>
            )}
          </li>
        )
      })}
    </ul>
  )
}
