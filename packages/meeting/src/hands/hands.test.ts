// SPDX-License-Identifier: Apache-2.0
// Tests of raised hands (SPEC HA).
import type { Whom } from '@alcove/protocol'
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
  type Given,
  given,
  join,
  lose,
  main,
  move,
  passTime,
  personId,
  red,
  settings,
  start,
} from '../testing/index.ts'
import { moderatorsPart, roomPart } from '../views/parts.ts'

const raise = (by: typeof ann, raised = true, at = start) => ask(by, { type: 'RaiseHand', raised }, { at })
const lower = (whom: Whom) => ask(ann, { type: 'LowerHands', whom })
const split = given(
  join(ann),
  join(bob),
  join(cat),
  join(dan),
  create(ann, red),
  create(ann, blue),
  ...[bob, cat, dan].map((id) => move(ann, id, red)),
)
const up = split.and(raise(cat), raise(bob, true, start + 1), raise(ann, true, start + 2))
const handsOf = (meeting: Given, roomId: typeof main) =>
  roomPart(meeting.running, emptyMoment, roomId, start).hands.map(({ participantId }) => participantId)

describe('hands', () => {
  it('[HA1] are raised and lowered by their people; what holds already changes nothing', () => {
    split.when(raise(bob)).then([{ type: 'HandRaised', participantId: bob, at: start }])
    up.when(raise(bob)).thenNothing()
    up.when(raise(bob, false)).then([{ type: 'HandsLowered', participantIds: [bob], by: bob, at: start }])
    split.when(raise(bob, false)).thenNothing()
  })

  it('[HA2] are seen in their room in the order of raising, and by moderators of every room', () => {
    expect(handsOf(up, red)).toEqual([cat, bob])
    expect(handsOf(up, main)).toEqual([ann])
    expect(moderatorsPart(up.running, emptyMoment, start).hands).toEqual({
      [red]: [
        { participantId: cat, since: start },
        { participantId: bob, since: start + 1 },
      ],
      [main]: [{ participantId: ann, since: start + 2 }],
    })
    expect(handsOf(up.and(raise(cat, false), raise(cat)), red)).toEqual([bob, cat])
  })

  it('[HA3] are lowered by moderators: of one person, of a room, of everybody', () => {
    expect(handsOf(up.and(lower({ participantId: cat })), red)).toEqual([bob])
    const room = up.when(lower({ roomId: red }))
    room.then([{ type: 'HandsLowered', participantIds: [cat, bob], by: ann, at: start }])
    expect(handsOf(room.after, main)).toEqual([ann])
    expect(up.and(lower('everybody')).running.hands).toEqual([])
    up.when(lower({ roomId: blue })).thenNothing()
    up.when(lower({ participantId: dan })).thenNothing()
    up.when(lower({ participantId: personId(9) })).thenRejected('PARTICIPANT_UNKNOWN')
    split.when(lower({ roomId: 'bffffff0' as typeof red })).thenRejected('ROOM_UNKNOWN')
  })

  it('[HA4] go down with a move, whoever made it, because they belong to the talk of the room', () => {
    expect(up.and(move(ann, cat, blue)).running.hands.map(({ participantId }) => participantId)).toEqual([bob, ann])
    expect(up.and(ask(ann, { type: 'CloseAllRooms' })).running.hands).toHaveLength(1)
  })

  it('[HA5] go down when their person goes, and stay up while the connection is only lost', () => {
    expect(handsOf(up.and(lose(cat)), red)).toEqual([cat, bob])
    expect(handsOf(up.and(lose(cat), passTime(start + settings.absenceGraceMs)), red)).toEqual([bob])
    expect(handsOf(up.and(ask(cat, { type: 'LeaveMeeting' })), red)).toEqual([bob])
    const removed = ask(ann, { type: 'RemoveParticipant', participantId: cat, bar: false })
    expect(handsOf(up.and(removed), red)).toEqual([bob])
  })
})
