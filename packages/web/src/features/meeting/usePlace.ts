// SPDX-License-Identifier: Apache-2.0
// Where one is, and that one is told when it changes.
import type { MeetingView } from '@alcove/client'
import { mainRoomId, type RoomId } from '@alcove/protocol'
import { useEffect, useRef } from 'react'
import { t } from '../../i18n/texts.ts'
import { markOf, roomNameOf } from '../rooms/roomsPane.ts'
import { toMoveText } from './notices.ts'
import type { PassingNoticesStore } from './PassingNoticesStore.ts'

export interface Place {
  readonly roomId: RoomId
  readonly name: string
  /** Of its mark; undefined for the main room. */
  readonly index: number | undefined
  readonly isMain: boolean
}

/** Who is in hears when the door of the meeting stands otherwise. */
export function useLobbyChange({ meeting, self }: MeetingView, notices: PassingNoticesStore): void {
  const { lobby: isOn, lobbyBy } = meeting.door
  // Who did it themselves needs no name, and who has left has none any more.
  const name =
    lobbyBy === undefined || lobbyBy === self.participantId ? undefined : meeting.people[lobbyBy]?.displayName
  const before = useRef(isOn)
  useEffect(() => {
    if (before.current === isOn) return
    before.current = isOn
    notices.show({ about: 'lobby', tone: 'info', text: toLobbyText(isOn, name) })
  }, [isOn, name, notices])
}

function toLobbyText(isOn: boolean, name: string | undefined): string {
  if (name === undefined) return isOn ? t('lobby.on') : t('lobby.off')
  return isOn ? t('lobby.onBy', { name }) : t('lobby.offBy', { name })
}

export function usePlace(view: MeetingView, notices: PassingNoticesStore): Place {
  const { roomId } = view.room
  const name = roomNameOf(view, roomId)
  const isMain = roomId === mainRoomId
  const before = useRef(roomId)
  useEffect(() => {
    if (before.current === roomId) return
    before.current = roomId
    notices.show({ about: 'place', tone: 'info', text: toMoveText(name, isMain) })
  }, [roomId, name, isMain, notices])
  return { roomId, name, index: markOf(view, roomId), isMain }
}
