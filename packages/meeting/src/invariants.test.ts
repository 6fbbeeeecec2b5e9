// SPDX-License-Identifier: Apache-2.0
// Tests of the checks that stand between a bug and the log (SPEC CO6), and of events that do not fit the state.
import { describe, expect, it } from 'vitest'
import type { Room } from './breakout/room.ts'
import { evolve } from './evolve.ts'
import { InvariantError } from './invariant.ts'
import { assertInvariants } from './invariants.ts'
import type { PersonModeration } from './moderation/moderationState.ts'
import { newMeeting, type RunningMeeting, type Seat } from './state.ts'
import {
  ann,
  ask,
  blue,
  bob,
  breakoutId,
  cat,
  create,
  given,
  join,
  main,
  meetingId,
  red,
  settings,
  start,
} from './testing/index.ts'

const { running } = given(join(ann), join(bob), create(ann, red), create(ann, blue))

function withSeat(id: typeof ann, change: Partial<Seat>): RunningMeeting {
  const seat = running.seats.get(id)
  if (!seat) throw new Error(`no seat ${id}`)
  return { ...running, seats: new Map(running.seats).set(id, { ...seat, ...change }) }
}

const redRoom = [...running.rooms.values()].filter(({ id }) => id === red)[0] as Room

function withRoom(change: Partial<Room>): RunningMeeting {
  return { ...running, rooms: new Map(running.rooms).set(red, { ...redRoom, ...change }) }
}

function withModeration(id: typeof ann, change: Partial<PersonModeration>): RunningMeeting {
  const person = { stopped: {}, invited: {}, allowed: [], asking: [], barred: false, ...change }
  return { ...running, moderation: { mustAsk: [], people: new Map([[id, person]]) } }
}

describe('invariants', () => {
  it('[CO6] accept a sound meeting', () => {
    expect(() => assertInvariants(running)).not.toThrow()
    expect(() => assertInvariants(newMeeting)).not.toThrow()
  })

  const unsound: Readonly<Record<string, RunningMeeting>> = {
    'a seat in a room that does not exist': withSeat(bob, { roomId: breakoutId(9) }),
    'a room that was removed with people in it': { ...withSeat(bob, { roomId: red }), rooms: new Map() },
    'a seat kept under another id': withSeat(bob, { id: cat }),
    'seats out of order': withSeat(bob, { order: 1 }),
    'two seats of one token': withSeat(bob, { tokenHash: running.seats.get(ann)?.tokenHash ?? '' }),
    'a lost seat': { ...running, seats: new Map([...running.seats].slice(1)), withoutModeratorSince: start },
    'more seats than allowed': { ...running, settings: { ...settings, maxSeats: 1 } },
    'more rooms than allowed': { ...running, settings: { ...settings, maxRooms: 1 } },
    'more rooms than were ever made': { ...running, roomsMade: 1 },
    'the main room among the breakout rooms': {
      ...running,
      rooms: new Map([[main, { ...redRoom, id: main }]]),
    },
    'people without a moderator and nobody counting the time': withSeat(ann, { role: 'participant' }),
    'counting the time without need': { ...running, withoutModeratorSince: start },
    'moderation of nobody': withModeration(cat, { barred: true }),
    'somebody barred and here': withModeration(bob, { barred: true }),
    'somebody allowed what nobody has to ask for': withModeration(bob, { allowed: ['audio'] }),
    'nothing laid down of somebody': withModeration(bob, {}),
    'a room under way that is closed': {
      ...running,
      rooms: new Map([[red, { ...redRoom, open: false, underWay: true }]]),
    },
    'somebody past a lock that there is not': withRoom({ pastLock: [bob] }),
    'somebody past a password that there is not': withRoom({ pastPassword: [bob] }),
    'somebody knocking at a room that is not locked': withRoom({ knocks: [{ participantId: bob, since: start }] }),
    'somebody without a seat as host': withRoom({ hosts: [cat] }),
    'somebody assigned to a room that does not exist': withSeat(bob, {
      assignment: { status: 'assigned', roomId: breakoutId(9), owed: false },
    }),
    'outcomes of nobody': { ...running, outcomes: new Map([[cat, []]]) },
  }
  it.each(Object.entries(unsound))('[CO6] refuse %s', (_, state) => {
    expect(() => assertInvariants(state)).toThrow(InvariantError)
  })

  it('[CO6] an event that does not fit the state throws', () => {
    const at = start
    expect(() => evolve(newMeeting, { type: 'RoomRemoved', roomId: red, at })).toThrow(InvariantError)
    expect(() => evolve(running, { type: 'MeetingCreated', meetingId, settings, at })).toThrow(InvariantError)
    expect(() => evolve(running, { type: 'RoomRemoved', roomId: breakoutId(9), at })).toThrow(InvariantError)
    expect(() => evolve(running, { type: 'RoomOpened', roomId: breakoutId(9), at })).toThrow(InvariantError)
    expect(() => evolve(running, { type: 'RoomCreated', roomId: red, name: 'Red', at })).toThrow(InvariantError)
    expect(() => evolve(running, { type: 'ParticipantGone', participantId: cat, at })).toThrow(InvariantError)
    const joined = {
      type: 'ParticipantJoined',
      participantId: bob,
      displayName: '',
      role: 'participant',
      tokenHash: '',
      at,
    } as const
    expect(() => evolve(running, joined)).toThrow(InvariantError)
  })

  it('[CO7] an event leaves what it does not touch as it is', () => {
    const after = given(join(ann), join(bob)).and(ask(ann, { type: 'ChangePolicy', selfMove: 'nowhere' })).running
    const renamed = evolve(running, { type: 'RoomRenamed', roomId: red, name: 'Red', at: start })
    expect(after.selfMove).toBe('nowhere')
    expect(renamed).toMatchObject({ status: 'running' })
    if (renamed.status !== 'running') return
    expect(renamed.seats).toBe(running.seats)
    expect(renamed.rooms.get(blue)).toBe(running.rooms.get(blue))
  })
})
