// SPDX-License-Identifier: Apache-2.0
// What cards and chips can ask, over the board as it is when they ask: one object for as long as the board is open.
import type { ParticipantId, RoomId } from '@alcove/protocol'
import { useMemo, useRef } from 'react'
import { t } from '../../i18n/texts.ts'
import type { ModerateActions } from '../rooms/roomsActions.ts'
import type { BoardHandlers } from './boardHandlers.ts'
import type { OpenMenu } from './boardMenu.tsx'
import { type BoardCard, type BoardModel, type BoardPeople, type BoardTab, cardOf } from './boardModel.ts'
import { type Draft, type Places, withMoves } from './draft.ts'

export interface HandlersInput {
  readonly board: BoardModel
  readonly people: BoardPeople
  readonly selection: ReadonlySet<ParticipantId>
  readonly tab: BoardTab
  readonly places: Places
  readonly moderate: ModerateActions
  readonly join: (roomId: RoomId) => void
  readonly changeDraft: (change: (draft: Draft) => Draft) => void
  readonly setSelection: (selection: ReadonlySet<ParticipantId>) => void
  readonly setMenu: (menu: OpenMenu) => void
  /** For screen readers. */
  readonly setSaid: (said: string) => void
}

export const nobody: ReadonlySet<ParticipantId> = new Set()

export function useBoardHandlers(input: HandlersInput): BoardHandlers {
  const latest = useRef(input)
  latest.current = input
  const { changeDraft, setSelection, setMenu, setSaid } = input
  return useMemo((): BoardHandlers => {
    const now = () => latest.current
    /** Resolves with whether it was done. */
    const carryOut = async (participantIds: readonly ParticipantId[], roomId: RoomId): Promise<boolean> => {
      const { tab: shown, places: whereabouts } = now()
      const group = { roomId, participantIds }
      switch (shown.type) {
        case 'live':
          return now().moderate.seat([group])
        case 'plan':
          changeDraft((draft) => withMoves(draft, [group], whereabouts))
          return true
        case 'round':
          return now().moderate.rounds.assign(
            shown.round.roundId,
            participantIds,
            roomId === now().board.tray.roomId ? undefined : roomId,
          )
      }
    }
    return {
      move: (ids, roomId) => {
        const card = cardOf(now().board, roomId)
        const inside = new Set(card?.people.map(({ participantId }) => participantId))
        const going = [...now().people.values()].filter(
          ({ participantId }) => ids.includes(participantId) && !inside.has(participantId),
        )
        setSelection(nobody)
        if (!card || going.length === 0) return
        const goingIds = going.map(({ participantId }) => participantId)
        void carryOut(goingIds, roomId).then((isDone) => isDone && setSaid(toMovedText(going, card, now().tab)))
      },
      select: (roomId, ids) => {
        const others = new Set(now().selection)
        for (const { participantId } of cardOf(now().board, roomId)?.people ?? []) others.delete(participantId)
        setSelection(new Set([...others, ...ids]))
      },
      withSelected: (ids) => {
        const { selection: selected, people: all } = now()
        const going = ids.some((id) => selected.has(id)) ? new Set([...selected, ...ids]) : new Set(ids)
        return [...going].flatMap((id) => all.get(id) ?? [])
      },
      openPersonMenu: (participantId, anchor) => setMenu({ anchor, of: { type: 'person', participantId } }),
      openRoomMenu: (roomId, anchor) => setMenu({ anchor, of: { type: 'room', roomId } }),
      look: (roomId, isLooking) => now().moderate.look(roomId, isLooking),
      join: (roomId) => now().join(roomId),
    }
  }, [changeDraft, setSelection, setMenu, setSaid])
}

/** Somebody's name, or how many. */
export function toWho(ids: readonly ParticipantId[], people: BoardPeople): string {
  const [first] = ids
  const name = ids.length === 1 && first !== undefined ? people.get(first)?.name : undefined
  return name ?? t('words.people', { count: ids.length })
}

function toMovedText(going: readonly { readonly name: string }[], card: BoardCard, tab: BoardTab): string {
  const [first] = going
  const who = going.length === 1 && first ? first.name : t('words.people', { count: going.length })
  const room = card.isMain ? t('board.notSeated') : card.name
  return tab.type === 'live' ? t('board.moved', { who, room }) : t('board.planned', { who, room })
}
