// SPDX-License-Identifier: Apache-2.0
// What JaaS has no webhooks for: rooms that are made, named, opened and taken away, who is assigned and moved, requests for help, timers, rounds. In the style of the others.
import { type EventOf, type MeetingEvent, type Room, toReportedRound } from '@alcove/meeting'
import { mainRoomId, type ParticipantId, type RoomId, type RoundId } from '@alcove/protocol'
import type { Step } from './follow.ts'
import { type Context, type Data, personFields, roomFields, type Told } from './payloads.ts'

type Teller<Type extends MeetingEvent['type']> = (
  event: EventOf<Type>,
  step: Step,
  context: Context,
) => readonly [eventType: string, data: Data]

/** Events that are not here are told by peopleEvents, or are nobody's business outside of the meeting. */
const tellers: { readonly [Type in MeetingEvent['type']]?: Teller<Type> } = {
  RoomCreated: ({ roomId, name }) => ['BREAKOUT_CREATED', { ...roomFields(roomId), name }],
  RoomRenamed: ({ roomId, name }) => ['BREAKOUT_RENAMED', { ...roomFields(roomId), name }],
  RoomRemoved: ({ roomId }, { before }) => ['BREAKOUT_REMOVED', named(roomId, before)],
  RoomOpened: ({ roomId }, { after }) => ['BREAKOUT_OPENED', named(roomId, after)],
  RoomClosed: ({ roomId }, { after }) => ['BREAKOUT_CLOSED', named(roomId, after)],
  RoomStarted: ({ roomId }, { after }) => ['BREAKOUT_STARTED', named(roomId, after)],
  ParticipantAssigned: ({ participantId, roomId }, step, context) => [
    'BREAKOUT_ASSIGNED',
    { ...person(participantId, step, context), ...named(roomId, step.after) },
  ],
  ParticipantUnassigned: ({ participantId }, step, context) => [
    'BREAKOUT_UNASSIGNED',
    person(participantId, step, context),
  ],
  ParticipantMoved: ({ participantId, toRoomId }, step, context) => [
    'PARTICIPANT_MOVED',
    {
      ...person(participantId, step, context),
      from: roomFields(roomOf(participantId, step)),
      to: roomFields(toRoomId),
    },
  ],
  HelpAsked: ({ participantId, roomId, text = '' }, step, context) => [
    'HELP_ASKED',
    { ...person(participantId, step, context), ...roomFields(roomId), requestId: helpMade(step.after), text },
  ],
  HelpWithdrawn: ({ requestId }) => ['HELP_WITHDRAWN', { requestId }],
  HelpTaken: ({ requestId, by }, step, context) => ['HELP_TAKEN', { ...person(by, step, context), requestId }],
  HelpAnswered: ({ requestId }) => ['HELP_ANSWERED', { requestId }],
  CountdownStarted: ({ action, dueAt }) => ['BREAKOUT_COUNTDOWN_STARTED', { action, dueAt }],
  CountdownCancelled: () => ['BREAKOUT_COUNTDOWN_CANCELLED', {}],
  TimerStarted: ({ endsAt, atEnd }) => ['BREAKOUT_TIMER_STARTED', { endsAt, atEnd }],
  TimerExtended: ({ endsAt }) => ['BREAKOUT_TIMER_EXTENDED', { endsAt }],
  TimerEnded: () => ['BREAKOUT_TIMER_ENDED', {}],
  TimerStopped: () => ['BREAKOUT_TIMER_STOPPED', {}],
  RoundStarted: ({ roundId }, { after }) => ['ROUND_STARTED', round(roundId, after)],
  RoundEnded: ({ roundId }, { after }) => ['ROUND_ENDED', round(roundId, after)],
}

export function breakoutEvents(step: Step, context: Context): readonly Told[] {
  // The table gives each type its own teller; TypeScript cannot tie a union's member to its entry.
  const teller = tellers[step.event.type] as Teller<MeetingEvent['type']> | undefined
  if (!teller) return []
  const [eventType, data] = teller(step.event, step, context)
  return [{ eventType, data: { conference: context.names.conference, ...data } }]
}

function named(roomId: RoomId, { state }: Step['before']): Data {
  const room: Room | undefined = state.status === 'running' ? state.rooms.get(roomId) : undefined
  return { ...roomFields(roomId), name: room?.name ?? '' }
}

function round(roundId: RoundId, { state }: Step['after']): Data {
  const list = state.status === 'running' ? state.rounds.list : []
  const found = list.find(({ id }) => id === roundId)
  const groups = state.status === 'running' && found ? toReportedRound(state, found).groups : []
  return {
    roundId,
    name: found?.name ?? '',
    number: list.findIndex(({ id }) => id === roundId) + 1,
    rooms: groups.map((group) => ({
      ...roomFields(group.roomId),
      participantIds: group.participantIds,
    })),
  }
}

/** Requests for help are numbered as they are made. */
function helpMade({ state }: Step['after']): number {
  return state.status === 'running' ? state.help.made : 0
}

function roomOf(participantId: ParticipantId, { before: { state } }: Step): RoomId {
  return (state.status === 'running' ? state.seats.get(participantId)?.roomId : undefined) ?? mainRoomId
}

/** Names a person under a key of its own where the room's name is told beside it. */
function person(participantId: ParticipantId, { after: { state } }: Step, context: Context): Data {
  const seat = state.status === 'running' ? state.seats.get(participantId) : undefined
  return { participant: seat ? personFields(seat, context) : {} }
}
