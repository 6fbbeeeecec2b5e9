// SPDX-License-Identifier: Apache-2.0
// Tests of where people go who come while rooms are under way (SPEC RU).
import type { LateJoin } from '@alcove/protocol'
import { describe, expect, it } from 'vitest'
import { emptyMoment } from '../media/moment.ts'
import {
  ann,
  ask,
  blue,
  bob,
  cat,
  create,
  dan,
  eve,
  type Given,
  given,
  join,
  lose,
  main,
  move,
  passTime,
  red,
  resume,
  start,
} from '../testing/index.ts'
import { meetingPart, moderatorsPart, selfPart } from '../views/parts.ts'
import { assignedRoomOf } from './assign.ts'

const rule = (lateJoin: LateJoin) => ask(ann, { type: 'ChangeLateJoin', lateJoin })
const openAll = () => ask(ann, { type: 'OpenAllRooms' })
const assign = (participantId: typeof ann, roomId: typeof red) =>
  ask(ann, { type: 'AssignParticipant', participantId, roomId })
const leave = (participantId: typeof ann) => ask(participantId, { type: 'LeaveMeeting' })
const placeOf = ({ running }: Given, id: typeof ann) => running.seats.get(id)?.roomId

const meeting = given(join(ann), join(bob), join(cat), create(ann, red), create(ann, blue), assign(bob, red))
const underWay = meeting.and(openAll())

describe('newcomers', () => {
  it('[RU16] stay in main by default, and when they may choose', () => {
    expect(placeOf(underWay.and(join(dan)), dan)).toBe(main)
    expect(placeOf(underWay.and(rule('choose'), join(dan)), dan)).toBe(main)
  })

  it('[RU16] go to the room with the fewest active people, and belong there', () => {
    const fewest = underWay.and(rule('fewest'), join(dan))
    expect(placeOf(fewest, dan)).toBe(blue)
    const seat = fewest.running.seats.get(dan)
    expect(seat && assignedRoomOf(seat)).toBe(blue)
    // One in each: the room made first. Who is absent counts, who is gone does not.
    expect(placeOf(fewest.and(join(eve)), eve)).toBe(red)
    expect(placeOf(fewest.and(lose(bob), join(eve)), eve)).toBe(red)
    expect(placeOf(fewest.and(lose(dan), leave(bob), join(eve)), eve)).toBe(red)
    expect(placeOf(fewest.and(leave(dan), join(eve)), eve)).toBe(blue)
  })

  it('[RU16] go only to rooms that are under way, else to main', () => {
    expect(placeOf(meeting.and(rule('fewest'), join(dan)), dan)).toBe(main)
    const oneLeft = underWay.and(rule('fewest'), ask(ann, { type: 'CloseRoom', roomId: blue }))
    expect(placeOf(oneLeft.and(join(dan)), dan)).toBe(red)
    expect(placeOf(oneLeft.and(ask(ann, { type: 'RemoveRoom', roomId: red }), join(dan)), dan)).toBe(main)
  })

  it('[RU16] the rule that holds changes nothing', () => {
    meeting.when(rule('main')).thenNothing()
    meeting.when(rule('fewest')).then([{ type: 'LateJoinChanged', lateJoin: 'fewest', at: start }])
  })
})

describe('those who come back', () => {
  it('[RU17] go to their room when it got under way while they were gone', () => {
    const gone = meeting.and(leave(bob), openAll())
    expect(placeOf(gone, bob)).toBe(main)
    gone.when(resume(bob)).then([
      { type: 'ParticipantResumed', participantId: bob, at: start },
      { type: 'ParticipantMoved', participantId: bob, toRoomId: red, at: start },
    ])
    expect(placeOf(gone.and(join(bob)), bob)).toBe(red)
    expect(placeOf(meeting.and(leave(bob), resume(bob)), bob)).toBe(main)
    const closed = gone.and(ask(ann, { type: 'CloseRoom', roomId: red }))
    expect(placeOf(closed.and(resume(bob)), bob)).toBe(main)
  })

  it('[RU17] stay where they were placed since', () => {
    const placed = underWay.and(move(ann, bob, blue), leave(bob), resume(bob))
    expect(placeOf(placed, bob)).toBe(blue)
    const backInMain = underWay.and(move(bob, bob, main), leave(bob), resume(bob))
    expect(placeOf(backInMain, bob)).toBe(main)
    // Assigned anew, they belong there.
    expect(placeOf(underWay.and(move(ann, bob, main), assign(bob, blue), leave(bob), resume(bob)), bob)).toBe(blue)
    // And anew when the room gets under way once more.
    const again = underWay.and(move(bob, bob, main), leave(bob), ask(ann, { type: 'CloseAllRooms' }), openAll())
    expect(placeOf(again.and(resume(bob)), bob)).toBe(red)
  })

  it('[RU17] after a mere absence stay where they are', () => {
    const away = underWay.and(assign(cat, blue), lose(cat))
    expect(placeOf(away.and(resume(cat)), cat)).toBe(main)
    expect(placeOf(away.and(passTime(start + 60_000), resume(cat)), cat)).toBe(blue)
  })
})

describe('views', () => {
  it('[RU18] show times and the rule to everybody, assignments to moderators', () => {
    const { running } = underWay.and(
      rule('choose'),
      ask(ann, { type: 'StartTimer', durationMs: 60_000, atEnd: 'nothing' }),
      ask(ann, { type: 'CloseAllRooms', inMs: 10_000 }),
      assign(cat, blue),
      leave(bob),
    )
    const part = meetingPart(running)
    expect(part).toMatchObject({
      lateJoin: 'choose',
      timer: { endsAt: start + 60_000, atEnd: 'nothing' },
      countdown: { action: 'bring-back', dueAt: start + 10_000, cause: 'moderator' },
      rooms: { [red]: { underWay: true } },
    })
    expect(moderatorsPart(running, emptyMoment, start).assignments).toEqual({ [cat]: blue })
    for (const open of [part.people[cat], selfPart(running, cat)]) expect(JSON.stringify(open)).not.toContain(blue)
    expect(Object.keys(meetingPart(meeting.running))).not.toContain('countdown')
  })
})
