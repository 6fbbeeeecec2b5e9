// SPDX-License-Identifier: Apache-2.0
// Tests of visits (SPEC VS).
import { describe, expect, it } from 'vitest'
import { evolve } from '../evolve.ts'
import type { MeetingState } from '../state.ts'
import {
  ann,
  ask,
  blue,
  bob,
  create,
  given,
  join,
  lose,
  main,
  passTime,
  red,
  resume,
  settings,
  start,
} from '../testing/index.ts'
import { maxVisitsPerSeat } from './visits.ts'

const split = given(join(ann), join(bob), create(ann, red), create(ann, blue))
const visit = (roomId: typeof main, from: number, to?: number) => ({
  roomId,
  from,
  fromSeq: 0,
  spokenMs: 0,
  ...(to === undefined ? {} : { end: { at: to, seq: 0, ...(roomId === red && { roomName: 'Room 1' }) } }),
})
const moveAt = (roomId: typeof main, at: number) =>
  ask(ann, { type: 'MoveParticipant', participantId: bob, toRoomId: roomId }, { at })

describe('visits', () => {
  it('[VS1] begin with joining, moving and coming back after being gone, and end with moving and being gone', () => {
    const moved = split.and(moveAt(red, start + 10), ask(bob, { type: 'LeaveMeeting' }, { at: start + 30 }))
    expect(moved.running.visits.get(bob)).toEqual([visit(main, start, start + 10), visit(red, start + 10, start + 30)])
    const back = moved.and(resume(bob, start + 50))
    expect(back.running.visits.get(bob)?.at(-1)).toEqual(visit(red, start + 50))
    expect(back.running.visits.get(ann)).toEqual([visit(main, start)])
  })

  it('[VS2] go on over an absence, and end when it lasts too long', () => {
    const lost = split.and(lose(bob, start + 5))
    expect(lost.and(resume(bob, start + 9)).running.visits.get(bob)).toEqual([visit(main, start)])
    const goneAt = start + 5 + settings.absenceGraceMs
    expect(lost.and(passTime(goneAt)).running.visits.get(bob)).toEqual([visit(main, start, goneAt)])
  })

  it('[VS3] of somebody gone do not begin where a closing room takes the seat', () => {
    const closed = split.and(
      moveAt(red, start + 10),
      ask(bob, { type: 'LeaveMeeting' }, { at: start + 20 }),
      ask(ann, { type: 'CloseRoom', roomId: red }, { at: start + 30 }),
    )
    expect(closed.running.seats.get(bob)?.roomId).toBe(main)
    expect(closed.running.visits.get(bob)?.at(-1)).toEqual(visit(red, start + 10, start + 20))
  })

  it('[VS4] are bounded: of who goes to and fro for ever the oldest are forgotten', () => {
    let state: MeetingState = split.state
    for (let count = 0; count < 2 * maxVisitsPerSeat; count += 1) {
      const toRoomId = count % 2 === 0 ? red : blue
      state = evolve(state, { type: 'ParticipantMoved', participantId: bob, toRoomId, at: start + count })
    }
    const visits = state.status === 'running' ? state.visits.get(bob) : undefined
    expect(visits).toHaveLength(maxVisitsPerSeat)
    expect(visits?.at(-1)?.roomId).toBe(blue)
  })
})
