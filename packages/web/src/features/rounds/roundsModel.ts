// SPDX-License-Identifier: Apache-2.0
// View model of the rounds: what was held, what runs, what comes, with names for everything; and their order. Pure.
import type { MeetingView } from '@alcove/client'
import type { ParticipantId, RoomId, RoundId } from '@alcove/protocol'
import { t } from '../../i18n/texts.ts'
import { groupsInOrder } from '../../state/inOrder.ts'
import { personNameOf } from '../rooms/personNames.ts'
import { toShownRoundName } from './roundText.ts'

export interface RoundModel {
  readonly roundId: RoundId
  readonly name: string
  readonly status: 'waiting' | 'running' | 'over'
  readonly minutes: number | undefined
  readonly groups: readonly RoundGroupModel[]
  /** Among those that wait: what stands before and after it. */
  readonly canGoUp: boolean
  readonly canGoDown: boolean
}

export interface RoundGroupModel {
  readonly roomId: RoomId
  readonly roomName: string
  readonly people: readonly { readonly participantId: ParticipantId; readonly name: string }[]
}

export interface RoundsModel {
  readonly rounds: readonly RoundModel[]
  readonly hasNext: boolean
}

export function toRoundsModel(view: MeetingView): RoundsModel {
  const { meeting, moderators } = view
  const ordered = Object.entries(moderators?.rounds ?? {}).sort(([, a], [, b]) => a.order - b.order)
  const waiting = ordered.filter(([, round]) => round.status === 'waiting').map(([id]) => id)
  const rounds = ordered.map(([id, round]): RoundModel => {
    const place = waiting.indexOf(id)
    return {
      roundId: Number(id),
      name: toShownRoundName(round.name),
      status: round.status,
      minutes: round.durationMs === undefined ? undefined : Math.round(round.durationMs / 60_000),
      groups: groupsInOrder(view, round).map(([roomId, ids]) => ({
        roomId,
        roomName: meeting.rooms[roomId]?.name ?? t('rounds.removedRoom'),
        // Who left is still planned: they may come back.
        people: ids.map((participantId) => ({
          participantId,
          name: personNameOf(view, participantId),
        })),
      })),
      canGoUp: place > 0,
      canGoDown: place !== -1 && place < waiting.length - 1,
    }
  })
  return { rounds, hasNext: waiting.length > 0 }
}

/** The waiting rounds with one of them a place earlier or later. */
export function reordered(model: RoundsModel, roundId: RoundId, by: -1 | 1): readonly RoundId[] {
  const ids = model.rounds.filter(({ status }) => status === 'waiting').map((round) => round.roundId)
  const place = ids.indexOf(roundId)
  const other = ids[place + by]
  if (place === -1 || other === undefined) return ids
  ids[place + by] = roundId
  ids[place] = other
  return ids
}
