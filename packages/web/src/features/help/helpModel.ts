// SPDX-License-Identifier: Apache-2.0
// View model of help: one's own request, the moderators' queue, and where to return to after helping. Pure.
import type { MeetingView } from '@alcove/client'
import { mainRoomId, type ParticipantId, type RoomId } from '@alcove/protocol'
import { t } from '../../i18n/texts.ts'
import { roomNameOf } from '../rooms/roomsPane.ts'

export interface HelpRow {
  readonly requestId: number
  readonly name: string
  readonly roomId: RoomId
  readonly roomName: string
  readonly askedAt: number
  readonly text: string | undefined
  /** Who sees to it, in words; undefined: nobody yet. */
  readonly taken: string | undefined
  readonly isMine: boolean
  /** One is in the room where help is asked for. */
  readonly isHere: boolean
}

export interface HelpModel {
  readonly canAsk: boolean
  /** What is told to whoever asked; undefined: one has not. */
  readonly own: string | undefined
  /** The longest waiting first; empty for those who are no moderators. */
  readonly queue: readonly HelpRow[]
  /** The room where one was before one came to help. */
  readonly returnTo: { readonly roomId: RoomId; readonly name: string } | undefined
}

export function toHelpModel(view: MeetingView): HelpModel {
  const { help, returnTo, participantId } = view.self
  return {
    canAsk: view.room.roomId !== mainRoomId && help === undefined,
    own: help && ownWords(view, help.takenBy),
    queue: Object.entries(view.moderators?.help ?? {})
      .filter(([, request]) => request.participantId !== participantId)
      .map(([id, request]): HelpRow => {
        const { participantId: asker, roomId, askedAt, text, takenBy } = request
        return {
          requestId: Number(id),
          name: nameOf(view, asker) ?? '',
          roomId,
          roomName: roomNameOf(view, roomId),
          askedAt,
          text,
          taken: takenBy === undefined ? undefined : takenWords(view, takenBy),
          isMine: takenBy === participantId,
          isHere: roomId === view.room.roomId,
        }
      })
      .sort((first, second) => first.askedAt - second.askedAt || first.requestId - second.requestId),
    returnTo: returnTo === undefined ? undefined : { roomId: returnTo, name: roomNameOf(view, returnTo) },
  }
}

/** Who asked last, of the queue or before. */
export function newestOf(queue: readonly HelpRow[], before: HelpRow | undefined): HelpRow | undefined {
  return queue.reduce(
    (newest, row) => (newest === undefined || row.requestId > newest.requestId ? row : newest),
    before,
  )
}

/** How long somebody has waited, in words. */
export function toWaitingText(askedAt: number, now: number): string {
  const minutes = Math.floor((now - askedAt) / 60_000)
  return minutes < 1 ? t('help.now') : t('help.minutes', { count: minutes })
}

function ownWords(view: MeetingView, takenBy: ParticipantId | undefined): string {
  if (takenBy === undefined) return t('help.waiting')
  if (view.meeting.people[takenBy]?.roomId === view.room.roomId) return t('help.here')
  const name = nameOf(view, takenBy)
  return name === undefined ? t('help.comingSomebody') : t('help.coming', { name })
}

function takenWords(view: MeetingView, takenBy: ParticipantId): string {
  if (takenBy === view.self.participantId) return t('help.youTookIt')
  return t('help.takenBy', { name: nameOf(view, takenBy) ?? '' })
}

function nameOf(view: MeetingView, id: ParticipantId): string | undefined {
  return view.meeting.people[id]?.displayName
}
