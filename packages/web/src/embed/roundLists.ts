// SPDX-License-Identifier: Apache-2.0
// Rounds, podium, assignments and knocks in the form in which host pages get them. Pure.
import type { MeetingView } from '@alcove/client'
import type { AssignmentPreview, AttendanceReport } from '@alcove/protocol'
import type { Attendance, BreakoutPreview, BreakoutRound, BreakoutRounds, PodiumSpeaker } from '@alcove/protocol/embed'
import { groupsInOrder, ofPeopleInOrder, roomIdsInOrder } from '../state/inOrder.ts'
import type { Places } from './places.ts'

export function toRounds(view: MeetingView, places: Places): BreakoutRounds {
  const { meeting, moderators } = view
  const rounds = Object.entries(moderators?.rounds ?? {})
    .map(([id, round]): BreakoutRound => {
      const { durationMs, ...told } = round
      const groups = groupsInOrder(view, round).map(([roomId, ids]) => ({
        room: places.roomName(roomId),
        participants: [...ids],
      }))
      return {
        roundId: Number(id),
        ...told,
        ...(durationMs !== undefined && { seconds: durationMs / 1000 }),
        groups,
      }
    })
    .sort((first, second) => first.order - second.order)
  return { ...(meeting.rounds && { progress: meeting.rounds }), ...(moderators && { rounds }) }
}

export function toPodiumSpeakers(view: MeetingView, places: Places): PodiumSpeaker[] {
  return ofPeopleInOrder(view, view.meeting.podium).map(([id, rooms]) => ({
    id,
    rooms: rooms === 'all' ? rooms : rooms.map((roomId) => places.roomName(roomId)),
  }))
}

export function toAssignments({ moderators }: MeetingView, places: Places): Readonly<Record<string, string>> {
  const assignments = Object.entries(moderators?.assignments ?? {})
  return Object.fromEntries(assignments.map(([id, roomId]) => [id, places.roomName(roomId)]))
}

export function toKnocks(view: MeetingView, places: Places) {
  return roomIdsInOrder(view).flatMap((roomId) =>
    (view.moderators?.knocks[roomId] ?? []).map(({ participantId: id, since }) => ({
      id,
      room: places.roomName(roomId),
      since,
    })),
  )
}

export function toPreview({ seed, groups }: AssignmentPreview, places: Places): BreakoutPreview {
  return {
    seed,
    groups: groups.map(({ roomId, participantIds }) => ({
      ...(roomId !== undefined && { room: places.roomName(roomId) }),
      participants: [...participantIds],
    })),
  }
}

export function toAttendance({ at, people }: AttendanceReport, places: Places): Attendance {
  return {
    at,
    people: people.map(({ visits, ...person }) => ({
      ...person,
      visits: visits.map(({ roomId, ...visit }) => ({ room: places.roomName(roomId), ...visit })),
    })),
  }
}
