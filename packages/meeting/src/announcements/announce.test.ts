// SPDX-License-Identifier: Apache-2.0
// Tests of announcements (SPEC AN).
import { type AnnounceTo, operator } from '@alcove/protocol'
import { describe, expect, it } from 'vitest'
import { evolve } from '../evolve.ts'
import { emptyMoment } from '../media/moment.ts'
import type { MeetingState } from '../state.ts'
import {
  ann,
  ask,
  blue,
  bob,
  cat,
  create,
  type Given,
  given,
  green,
  join,
  main,
  move,
  red,
  start,
} from '../testing/index.ts'
import { roomPart } from '../views/parts.ts'
import { announcementRate, maxAnnouncements } from './announce.ts'

const announce = (to: AnnounceTo, text: string, at = start) => ask(ann, { type: 'Announce', to, text }, { at })
const split = given(join(ann), join(bob), create(ann, red), create(ann, blue), move(ann, bob, red))
const readIn = (meeting: Given, roomId: typeof main) =>
  roomPart(meeting.running, emptyMoment, roomId, start).announcement

describe('announcements', () => {
  it('[AN1] go to the rooms that are named, the main room among them, or to all that there are', () => {
    split
      .when(announce([red, main, red], 'Hi'))
      .then([{ type: 'AnnouncementMade', from: ann, roomIds: [red, main], text: 'Hi', at: start }], {
        announcementId: 1,
      })
    const { events } = split.when(announce('all', 'Hi'))
    expect(events).toMatchObject([{ roomIds: [main, red, blue] }])
    split.when(announce([red, green], 'Hi')).thenRejected('ROOM_UNKNOWN')
  })

  it('[AN2] are seen in the rooms to which they went, the last of each, with who made it', () => {
    const made = split.and(announce('all', 'Five minutes'), announce([red], 'Two minutes'))
    const two = { id: 2, text: 'Two minutes', from: ann, fromName: ann, at: start }
    expect(readIn(made, red)).toEqual(two)
    expect([main, blue].map((roomId) => readIn(made, roomId)?.id)).toEqual([1, 1])
    expect(readIn(split, red)).toBeUndefined()
    const byOperator = split.and(ask(operator, { type: 'Announce', to: 'all', text: 'Hi' }))
    expect(readIn(byOperator, red)).toEqual({ id: 1, text: 'Hi', from: operator, at: start })
  })

  it('[AN2] are not seen in rooms that were made later', () => {
    expect(readIn(split.and(announce('all', 'Hi'), create(ann, green)), green)).toBeUndefined()
  })

  it('[AN3] are kept for those who come later or come back, also when whoever made them is gone', () => {
    const left = split.and(announce([red], 'Hi'), join(cat), move(ann, cat, red), ask(ann, { type: 'LeaveMeeting' }))
    expect(readIn(left, red)).toMatchObject({ text: 'Hi', fromName: ann })
  })

  it('[AN4] that come too fast are refused until enough time has passed', () => {
    const many = Array.from({ length: announcementRate.times }, (_, index) => announce([red], 'Hi', start + index))
    const said = split.and(...many)
    expect(said.when(announce([blue], 'Hi', start + 100)).decision).toEqual({
      ok: false,
      error: { code: 'TOO_OFTEN', retryAfterMs: announcementRate.withinMs - 100 },
    })
    expect(said.when(announce([blue], 'Hi', start + announcementRate.withinMs)).decision.ok).toBe(true)
  })

  it('[AN5] are kept up to a number, and the last one of each room beyond it', () => {
    let state: MeetingState = split.and(announce([red], 'Old')).state
    for (let count = 0; count < 3 * maxAnnouncements; count += 1)
      state = evolve(state, { type: 'AnnouncementMade', from: ann, roomIds: [blue], text: `${count}`, at: start })
    if (state.status !== 'running') throw new Error('ended')
    expect(state.announcements.kept).toHaveLength(maxAnnouncements + 1)
    expect(roomPart(state, emptyMoment, red, start).announcement?.text).toBe('Old')
  })
})
