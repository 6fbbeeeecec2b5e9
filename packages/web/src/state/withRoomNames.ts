// SPDX-License-Identifier: Apache-2.0
// Rooms to which nobody gave a name, in the language of the page: the server counts them in English.
import type { MeetingView } from '@alcove/client'
import { unnamedRoomName, unnamedRoomNumber } from '@alcove/protocol'
import { currentLanguage, t } from '../i18n/texts.ts'

type Rooms = MeetingView['meeting']['rooms']

/** A name of the server's, as it is shown. */
export function toShownRoomName(name: string): string {
  const number = unnamedRoomNumber(name)
  return number === undefined ? name : t('rooms.numbered', { number })
}

/** The server's name for one that is shown: for what is written down, or read where another language is shown. */
export function toServerRoomName(shownName: string): string {
  const number = Number(/\d+/.exec(shownName)?.[0] ?? 0)
  const serverName = unnamedRoomName(number)
  return number > 0 && toShownRoomName(serverName) === shownName ? serverName : shownName
}

/** The same view, and the same rooms, when all names are shown as they are. */
export function withRoomNames(view: MeetingView): MeetingView {
  const rooms = shownRooms(view.meeting.rooms)
  return rooms === view.meeting.rooms ? view : { ...view, meeting: { ...view.meeting, rooms } }
}

/** What was made of rooms is kept with them, so that it stays the same while they do. */
const shown = new WeakMap<Rooms, { readonly language: string; readonly rooms: Rooms }>()

function shownRooms(rooms: Rooms): Rooms {
  const language = currentLanguage()
  const before = shown.get(rooms)
  if (before?.language === language) return before.rooms
  const renamed = Object.entries(rooms).filter(([, { name }]) => toShownRoomName(name) !== name)
  const now =
    renamed.length === 0
      ? rooms
      : {
          ...rooms,
          ...Object.fromEntries(renamed.map(([id, room]) => [id, { ...room, name: toShownRoomName(room.name) }])),
        }
  shown.set(rooms, { language, rooms: now })
  return now
}
