// SPDX-License-Identifier: Apache-2.0
// Tests of stored totals of speaking (SPEC ST).
import { describe, expect, it } from 'vitest'
import { readReport } from '../report/report.ts'
import { fromSnapshot, toSnapshot } from '../snapshot.ts'
import { stateVersion } from '../state.ts'
import { ann, ask, bob, create, type Given, given, join, main, move, red, start } from '../testing/index.ts'
import { lastHeard, leaversOf } from './countSpeaking.ts'
import { addHeard, spokenBy, withoutSpoken } from './heard.ts'

const count = (participantId: typeof ann, roomId: typeof red, spokenMs: number) =>
  ({ type: 'CountSpeaking', spoken: [{ participantId, roomId, spokenMs }], at: start }) as const
const split = given(join(ann), join(bob), create(ann, red), move(ann, bob, red))
const spokenIn = (meeting: Given, id: typeof ann) => {
  const read = readReport(meeting.state, ann, start)
  return (
    read.ok && read.report.people.find((person) => person.participantId === id)?.visits.map((visit) => visit.spokenMs)
  )
}

describe('what is stored', () => {
  it('[ST1] adds up in the visit that goes on, and stays when it ends', () => {
    const counted = split.and(count(bob, red, 1_500), count(bob, red, 500), move(ann, bob, main), count(bob, main, 700))
    expect(spokenIn(counted, bob)).toEqual([0, 2_000, 700])
    expect(spokenIn(counted, ann)).toEqual([0])
  })

  it('[ST2] belongs to no other room and to nobody who is not there', () => {
    split.when(count(bob, main, 100)).thenNothing()
    split
      .and(ask(bob, { type: 'LeaveMeeting' }))
      .when(count(bob, red, 100))
      .thenNothing()
    split.when(count(bob, red, 0)).thenNothing()
    split.when({ type: 'CountSpeaking', spoken: [], at: start }).thenNothing()
  })

  it('[ST3] has to be stored before whoever spoke goes on', () => {
    const moved = split.when(move(ann, bob, main)).events
    expect(leaversOf(moved)).toEqual(new Set([bob]))
    expect(leaversOf(split.when(ask(ann, { type: 'LeaveMeeting' })).events)).toEqual(new Set([ann]))
    expect(leaversOf(split.when(ask(ann, { type: 'OpenRoom', roomId: red })).events)).toEqual(new Set())
  })
})

describe('when somebody was last heard', () => {
  const heard = (participantId: typeof ann, roomId: typeof red, heardAt?: number) => ({
    type: 'CountSpeaking' as const,
    spoken: [{ participantId, roomId, spokenMs: 500, ...(heardAt !== undefined && { heardAt }) }],
    at: start + 60_000,
  })

  it('[ST5] is kept for each room, whoever it was and wherever they are now', () => {
    const counted = split.and(heard(bob, red, start + 7), heard(ann, main, start + 9), move(ann, bob, main))
    expect(lastHeard(counted.and(heard(bob, main, start + 8)).state)).toEqual(
      new Map([
        [main, start + 9],
        [red, start + 7],
      ]),
    )
    expect(lastHeard(split.state)).toEqual(new Map())
    expect(fromSnapshot(toSnapshot(counted.state), stateVersion)).toEqual(counted.state)
  })

  it('[ST5] is when it was counted where an old log tells no more', () => {
    expect(lastHeard(split.and(heard(bob, red)).state)).toEqual(new Map([[red, start + 60_000]]))
  })
})

describe('what is counted', () => {
  const hear = (times: readonly number[], roomId = red) =>
    times.reduce(
      (heard, at) => addHeard(heard, new Map([[bob, roomId]]), start + at),
      addHeard(new Map(), new Map(), 0),
    )
  const spoken = (spokenMs: number, heardAt: number) => ({
    participantId: bob,
    roomId: red,
    spokenMs,
    heardAt: start + heardAt,
  })

  it('[ST4] counts the time between intervals with sound, short pauses among it, and a single word as one interval', () => {
    expect(spokenBy(hear([0]))).toEqual([spoken(400, 0)])
    expect(spokenBy(hear([0, 400, 800, 1_400]))).toEqual([spoken(1_800, 1_400)])
    expect(spokenBy(hear([0, 601]))).toEqual([spoken(800, 601)])
  })

  it('[ST4] keeps what came after what was stored', () => {
    const stored = spokenBy(hear([0]))
    expect(spokenBy(withoutSpoken(hear([0, 400]), stored))).toEqual([spoken(400, 400)])
    expect(spokenBy(withoutSpoken(hear([0]), stored))).toEqual([])
    expect(spokenBy(hear([0, 400]), (id) => id === ann)).toEqual([])
  })
})
