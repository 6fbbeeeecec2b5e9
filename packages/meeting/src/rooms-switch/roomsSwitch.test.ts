// SPDX-License-Identifier: Apache-2.0
// Tests of the switch of breakout rooms (SPEC RS).
import { describe, expect, it } from 'vitest'
import { ann, ask, blue, bob, given, join, main, red, settings, start } from '../testing/index.ts'
import { meetingPart } from '../views/parts.ts'

const allow = (allowed: boolean) => ask(ann, { type: 'AllowRooms', allowed })
const garden = red
const two = given(join(ann), join(bob))
const withRoom = two.and(ask(ann, { type: 'CreateRoom', roomId: garden, name: 'Garden' }))
const off = withRoom.and(allow(false))

describe('the switch of breakout rooms', () => {
  it('[RS1] is on in a new meeting, and moderators switch it; saying what holds changes nothing', () => {
    expect(meetingPart(two.running)).not.toHaveProperty('roomsOff')
    two.when(allow(true)).thenNothing()
    two.when(allow(false)).then([{ type: 'RoomsAllowed', allowed: false, by: ann, at: start }])
    off.when(allow(false)).thenNothing()
    two.when(ask(bob, { type: 'AllowRooms', allowed: false })).thenRejected('PERMISSION_DENIED')
    expect(meetingPart(off.running).roomsOff).toBe('meeting')
    expect(meetingPart(off.and(allow(true)).running)).not.toHaveProperty('roomsOff')
  })

  it('[RS2] brings everybody back and closes all rooms when it is switched off; rooms stay', () => {
    const inside = withRoom.and(ask(ann, { type: 'MoveParticipant', participantId: bob, toRoomId: garden }))
    const { events, after } = inside.when(allow(false))
    expect(events.map(({ type }) => type)).toEqual(['RoomClosed', 'ParticipantMoved', 'RoomsAllowed'])
    expect(meetingPart(after.running).rooms[garden]).toMatchObject({ name: 'Garden', open: false })
    expect(meetingPart(after.running).people[bob]?.roomId).toBe('main')
    const counting = withRoom.and(ask(ann, { type: 'OpenAllRooms', inMs: 10_000 }))
    expect(counting.when(allow(false)).events.map(({ type }) => type)).toContain('CountdownCancelled')
  })

  it.each([
    { type: 'CreateRoom', roomId: blue },
    { type: 'OpenRoom', roomId: garden },
    { type: 'OpenAllRooms' },
    { type: 'AutoAssign', who: 'everybody', seed: 1 },
    { type: 'SeatPeople', groups: [{ roomId: garden, participantIds: [bob] }] },
    { type: 'UndoAssignment' },
    { type: 'PlanRounds', count: 2, seed: 1 },
    { type: 'AddRound', groups: [] },
    { type: 'StartNextRound' },
    { type: 'StartTimer', durationMs: 60_000, atEnd: 'nothing' },
    { type: 'MoveParticipant', participantId: bob, toRoomId: garden },
    { type: 'AssignParticipant', participantId: bob, roomId: garden },
  ] as const)('[RS3] off, $type is refused to everybody', (command) => {
    off.when(ask(ann, command)).thenRejected('ROOMS_OFF')
  })

  it('[RS3] off, rooms can still be renamed, closed and removed, and people brought back', () => {
    expect(off.when(ask(ann, { type: 'ChangeRoom', roomId: garden, name: 'Pond', change: {} })).decision.ok).toBe(true)
    expect(off.when(ask(ann, { type: 'CloseRoom', roomId: garden })).decision.ok).toBe(true)
    expect(off.when(ask(ann, { type: 'RemoveRoom', roomId: garden })).decision.ok).toBe(true)
    expect(off.when(ask(ann, { type: 'MoveParticipant', participantId: bob, toRoomId: main })).decision.ok).toBe(true)
  })

  it('[RS4] off by the server it stays off for the meeting', () => {
    const strict = given(join(ann, { settings: { ...settings, breakoutRooms: false } }))
    expect(meetingPart(strict.running).roomsOff).toBe('server')
    strict.when(allow(true)).thenRejected('ROOMS_OFF')
    strict.when(ask(ann, { type: 'CreateRoom', roomId: garden })).thenRejected('ROOMS_OFF')
  })
})
