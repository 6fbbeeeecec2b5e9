// SPDX-License-Identifier: Apache-2.0
// Tests of automatic assignment (SPEC AA).
import type { ParticipantId, RoomId } from '@alcove/protocol'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isActive } from '../seats.ts'
import type { RunningMeeting } from '../state.ts'
import {
  ann,
  ask,
  blue,
  bob,
  breakoutId,
  cat,
  create,
  dan,
  type Given,
  given,
  join,
  lose,
  main,
  move,
  personId,
  red,
  settings,
} from '../testing/index.ts'

const assign = (who: 'main-room' | 'everybody', seed = 1) => ask(ann, { type: 'AutoAssign', who, seed })

function withPeople(people: number, rooms: number): Given {
  const comers = Array.from({ length: people }, (_, index) => join(personId(index + 2)))
  const made = Array.from({ length: rooms }, (_, index) => create(ann, breakoutId(index + 1)))
  return given(join(ann), ...comers, ...made)
}

/** How many active people who are not moderators are in each breakout room. */
function sizes({ rooms, seats }: RunningMeeting): readonly number[] {
  const people = [...seats.values()].filter((seat) => isActive(seat) && seat.role === 'participant')
  return [...rooms.keys()].map((roomId) => people.filter((seat) => seat.roomId === roomId).length)
}

function placesOf({ seats }: RunningMeeting): ReadonlyMap<ParticipantId, RoomId> {
  return new Map([...seats.values()].map((seat) => [seat.id, seat.roomId]))
}

describe('automatic assignment', () => {
  it('[AA1] needs rooms', () => {
    given(join(ann), join(bob)).when(assign('everybody')).thenRejected('ROOM_NONE')
  })

  it('[AA2] leaves moderators and people who are gone where they are, and takes the absent along', () => {
    const meeting = withPeople(3, 1).and(lose(bob), ask(cat, { type: 'LeaveMeeting' }), assign('everybody'))
    const places = placesOf(meeting.running)
    expect([ann, bob, cat, dan].map((id) => places.get(id))).toEqual([main, red, main, red])
  })

  it('[AA3] everybody: sizes differ by at most one, wherever people were', () => {
    const cases = fc.record({
      people: fc.nat(30),
      rooms: fc.integer({ min: 1, max: 7 }),
      seed: fc.nat(0xffffffff),
      moved: fc.array(fc.nat(29)),
    })
    fc.assert(
      fc.property(cases, ({ people, rooms, seed, moved }) => {
        const moves = moved
          .filter((person) => person < people)
          .map((person) => move(ann, personId(person + 2), breakoutId(1)))
        const after = withPeople(people, rooms).and(...moves, assign('everybody', seed)).running
        const counts = sizes(after)
        expect(counts.reduce((a, b) => a + b, 0)).toBe(people)
        expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1)
      }),
      { numRuns: 100 },
    )
  })

  it('[AA4] the main room: fills the smallest rooms and moves nobody who has a room', () => {
    const before = withPeople(7, 3).and(
      move(ann, bob, red),
      move(ann, cat, red),
      move(ann, dan, red),
      move(ann, ann, blue),
    )
    const after = before.and(assign('main-room'))
    expect(sizes(after.running)).toEqual([3, 2, 2])
    for (const id of [bob, cat, dan]) expect(after.running.seats.get(id)).toBe(before.running.seats.get(id))
    expect(after.running.seats.get(ann)?.roomId).toBe(blue)
  })

  it('[AA5] the same seed gives the same rooms, another one others', () => {
    const meeting = withPeople(12, 3)
    const first = meeting.when(assign('everybody', 7))
    expect(first.decision).toMatchObject({ result: { seed: 7 } })
    expect(meeting.when(assign('everybody', 7)).events).toEqual(first.events)
    expect(meeting.when(assign('everybody', 8)).events).not.toEqual(first.events)
  })

  it('[AA6] people who are seated where they are do not move', () => {
    const meeting = withPeople(12, 3).and(assign('everybody', 7))
    meeting.when(assign('everybody', 7)).thenNothing({ seed: 7 })
    expect(
      withPeople(1, 1)
        .and(move(ann, bob, red))
        .when(assign('everybody'))
        .events.filter(({ type }) => type === 'ParticipantMoved'),
    ).toEqual([])
  })

  it('[AA3] seats 500 people in 100 rooms in no time', () => {
    // Some 0.1 s with everybody joining and the invariants checked after each event; the limit leaves room for busy machines.
    const { running } = withPeople(500, settings.maxRooms).and(assign('everybody'))
    expect(sizes(running).every((size) => size === 5)).toBe(true)
  }, 20_000)
})
