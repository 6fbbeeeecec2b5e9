// SPDX-License-Identifier: Apache-2.0
// How requests for help change (SPEC HE): by what people do to them, and by where people go. The only writer of the state's `help`.
import { mainRoomId, type ParticipantId, type RoomId } from '@alcove/protocol'
import type { EventOf, MeetingEvent } from '../events.ts'
import { assertNever, invariant } from '../invariant.ts'
import { mayModerate } from '../permissions/permissions.ts'
import { isActive } from '../seats.ts'
import type { RunningMeeting } from '../state.ts'
import type { HelpProgress, HelpRequest } from './helpState.ts'
import { isOpen, openRequest, over, withProgress } from './requests.ts'

type HelpEvent = EventOf<'HelpAsked' | 'HelpWithdrawn' | 'HelpTaken' | 'HelpAnswered' | 'HelperCame'>

export function evolveHelp(state: RunningMeeting, event: HelpEvent): RunningMeeting {
  switch (event.type) {
    case 'HelpAsked':
      return asked(state, event)
    case 'HelpTaken': {
      const { requestId, by, at } = event
      return withRequest(state, requestId, ({ roomId }) => {
        return { status: 'taken', by, takenAt: at, entered: state.seats.get(by)?.roomId === roomId }
      })
    }
    case 'HelpWithdrawn':
      return withRequest(state, event.requestId, (request) => over(request, 'withdrawn', event.at))
    case 'HelpAnswered':
      return withRequest(state, event.requestId, (request) => over(request, 'answered', event.at))
    case 'HelperCame':
      return withReturn(state, event.participantId, event.from)
    default:
      return assertNever(event)
  }
}

/** Brings requests up to date after somebody moved, went, or lost the role: applied to every event that places a person or changes one. */
export function followHelp(state: RunningMeeting, event: MeetingEvent): RunningMeeting {
  switch (event.type) {
    case 'ParticipantMoved':
      return withReturn(following(state, event.participantId, event.at), event.participantId, undefined)
    case 'ParticipantLeft':
    case 'ParticipantGone':
    case 'ParticipantRemoved':
    case 'RoleChanged':
      return following(state, event.participantId, event.at)
    case 'RoomRemoved':
      return withoutRoom(state, event.roomId)
    default:
      return state
  }
}

export function assertHelp({ help, rooms, seats }: RunningMeeting): void {
  const asking = new Set<ParticipantId>()
  let last = 0
  for (const request of help.requests) {
    const { id, participantId, roomId } = request
    invariant(id > last && id <= help.made, `request for help ${id} is out of order`)
    last = id
    if (!isOpen(request)) continue
    const seat = seats.get(participantId)
    invariant(seat && isActive(seat) && seat.roomId === roomId, `${participantId} asks for help and is not in the room`)
    invariant(rooms.has(roomId) && !asking.has(participantId), `request for help ${id} should be over`)
    asking.add(participantId)
  }
  for (const [id, roomId] of help.returnTo)
    invariant(seats.has(id) && (roomId === mainRoomId || rooms.has(roomId)), `${id} would return to no room`)
}

function asked(state: RunningMeeting, event: EventOf<'HelpAsked'>): RunningMeeting {
  const { participantId, roomId, text, at } = event
  const room = state.rooms.get(roomId)
  invariant(room, `help was asked for from room ${roomId}, which does not exist`)
  const request: HelpRequest = {
    id: state.help.made + 1,
    participantId,
    roomId,
    roomName: room.name,
    ...(text !== undefined && { text }),
    askedAt: at,
    progress: { status: 'waiting' },
  }
  return { ...state, help: { ...state.help, made: request.id, requests: [...state.help.requests, request] } }
}

/** What the requests that somebody made or took have become, by where that person is now. */
function following(state: RunningMeeting, id: ParticipantId, at: number): RunningMeeting {
  const seat = state.seats.get(id)
  invariant(seat, `no seat ${id}`)
  const isHere = isActive(seat)
  const followed = withProgress(state, (request) => {
    const isInRoom = isHere && seat.roomId === request.roomId
    if (request.participantId === id && !isInRoom) return over(request, 'left', at)
    const { progress } = request
    if (progress.status !== 'taken' || progress.by !== id) return undefined
    if (!isHere || !mayModerate(seat.role)) return { status: 'waiting' }
    if (progress.entered) return isInRoom ? undefined : over(request, 'answered', at)
    return isInRoom ? { ...progress, entered: true } : undefined
  })
  return isHere && mayModerate(seat.role) ? followed : withReturn(followed, id, undefined)
}

function withRequest(
  state: RunningMeeting,
  requestId: number,
  change: (request: HelpRequest) => HelpProgress,
): RunningMeeting {
  invariant(openRequest(state, requestId), `no open request for help ${requestId}`)
  return withProgress(state, (request) => (request.id === requestId ? change(request) : undefined))
}

function withReturn(state: RunningMeeting, id: ParticipantId, roomId: RoomId | undefined): RunningMeeting {
  if (state.help.returnTo.get(id) === roomId) return state
  const returnTo = new Map(state.help.returnTo)
  if (roomId === undefined) returnTo.delete(id)
  else returnTo.set(id, roomId)
  return { ...state, help: { ...state.help, returnTo } }
}

/** Whoever would return to a room that is removed returns to the main room. */
function withoutRoom(state: RunningMeeting, roomId: RoomId): RunningMeeting {
  const { returnTo } = state.help
  if (![...returnTo.values()].includes(roomId)) return state
  const changed = new Map([...returnTo].map(([id, to]) => [id, to === roomId ? mainRoomId : to] as const))
  return { ...state, help: { ...state.help, returnTo: changed } }
}
