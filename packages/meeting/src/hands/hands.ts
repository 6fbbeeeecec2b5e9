// SPDX-License-Identifier: Apache-2.0
// Raising and lowering hands (SPEC HA). A hand belongs to the talk of one room: it goes down when its person goes anywhere.
import { type HandView, mainRoomId, type ParticipantId, type RoomId, type Whom } from '@alcove/protocol'
import type { CommandOf } from '../commands.ts'
import type { EventOf } from '../events.ts'
import { assertNever, invariant } from '../invariant.ts'
import { accept, type Decision, type Rejected, reject } from '../rejections.ts'
import { isActive } from '../seats.ts'
import type { RunningMeeting } from '../state.ts'
import { refusedAsTooOften } from '../tries/tries.ts'
import type { RaisedHand } from './handsState.ts'

export function decideRaiseHand(state: RunningMeeting, { by, raised, at }: CommandOf<'RaiseHand'>): Decision {
  const isUp = state.hands.some(({ participantId }) => participantId === by)
  if (isUp === raised) return accept([])
  if (!raised) return accept([{ type: 'HandsLowered', participantIds: [by], by, at }])
  return refusedAsTooOften(state, by, 'hand', at) ?? accept([{ type: 'HandRaised', participantId: by, at }])
}

export function decideLowerHands(state: RunningMeeting, { by, whom, at }: CommandOf<'LowerHands'>): Decision {
  const meant = handsMeant(state, whom)
  if ('ok' in meant) return meant
  const participantIds = meant.map(({ participantId }) => participantId)
  return accept(participantIds.length === 0 ? [] : [{ type: 'HandsLowered', participantIds, by, at }])
}

export function evolveHands(state: RunningMeeting, event: EventOf<'HandRaised' | 'HandsLowered'>): RunningMeeting {
  switch (event.type) {
    case 'HandRaised': {
      const { participantId, at } = event
      invariant(!isUp(state, participantId), `${participantId} raised a hand twice`)
      return { ...state, hands: [...state.hands, { participantId, since: at }] }
    }
    case 'HandsLowered':
      return event.participantIds.reduce(withoutHand, state)
    default:
      return assertNever(event)
  }
}

/** Who moves or goes takes the hand down. */
export function withoutHand(state: RunningMeeting, id: ParticipantId): RunningMeeting {
  if (!isUp(state, id)) return state
  return { ...state, hands: state.hands.filter(({ participantId }) => participantId !== id) }
}

/** The hands of one room, in the order of raising. */
export function handsIn(state: RunningMeeting, roomId: RoomId): readonly HandView[] {
  return state.hands.filter(({ participantId }) => state.seats.get(participantId)?.roomId === roomId)
}

/** Of every room where a hand is up. */
export function handsByRoom(
  state: Pick<RunningMeeting, 'hands' | 'seats'>,
): Readonly<Record<RoomId, readonly HandView[]>> {
  const byRoom: Record<RoomId, readonly HandView[]> = {}
  for (const hand of state.hands) {
    const roomId = state.seats.get(hand.participantId)?.roomId
    if (roomId !== undefined) byRoom[roomId] = [...(byRoom[roomId] ?? []), hand]
  }
  return byRoom
}

export function assertHands({ hands, seats }: RunningMeeting): void {
  for (const { participantId } of hands) {
    const seat = seats.get(participantId)
    invariant(seat && isActive(seat), `the hand of ${participantId} is up, who is not here`)
  }
  invariant(new Set(hands.map(({ participantId }) => participantId)).size === hands.length, 'a hand is up twice')
}

function isUp({ hands }: RunningMeeting, id: ParticipantId): boolean {
  return hands.some(({ participantId }) => participantId === id)
}

function handsMeant(state: RunningMeeting, whom: Whom): readonly RaisedHand[] | Rejected {
  if (whom === 'everybody') return state.hands
  if ('participantId' in whom) {
    const seat = state.seats.get(whom.participantId)
    if (!seat || !isActive(seat)) return reject('PARTICIPANT_UNKNOWN', { participantId: whom.participantId })
    return state.hands.filter(({ participantId }) => participantId === seat.id)
  }
  const { roomId } = whom
  if (roomId !== mainRoomId && !state.rooms.has(roomId)) return reject('ROOM_UNKNOWN', { roomId })
  return handsIn(state, roomId)
}
