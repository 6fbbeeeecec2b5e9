// SPDX-License-Identifier: Apache-2.0
// Tests of opening and closing all rooms, at once and after a countdown (SPEC RU).
import { describe, expect, it } from 'vitest'
import { nextDueAt } from '../presence/nextDueAt.ts'
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
  settings,
  start,
} from '../testing/index.ts'

const openAll = (inMs?: number, by = ann) => ask(by, { type: 'OpenAllRooms', ...(inMs === undefined ? {} : { inMs }) })
const closeAll = (inMs?: number, by = ann) =>
  ask(by, { type: 'CloseAllRooms', ...(inMs === undefined ? {} : { inMs }) })
const cancel = (by = ann) => ask(by, { type: 'CancelCountdown' })
const assign = (participantId: typeof ann, roomId: typeof red) =>
  ask(ann, { type: 'AssignParticipant', participantId, roomId })
const moved = (participantId: typeof ann, toRoomId: typeof red, at = start) =>
  ({ type: 'ParticipantMoved', participantId, toRoomId, at }) as const
const leave = { type: 'LeaveMeeting' } as const
const placesOf = ({ running }: Given, ...ids: readonly (typeof ann)[]) => ids.map((id) => running.seats.get(id)?.roomId)
const underWay = ({ running }: Given) => [...running.rooms.values()].filter((room) => room.underWay).map(({ id }) => id)

const people = given(join(ann), join(bob), join(cat), join(dan), join(eve))
const rooms = people.and(create(ann, red), create(ann, blue))
const ready = rooms.and(assign(bob, red), assign(cat, blue), assign(dan, red))
const inRooms = ready.and(openAll())

describe('opening all rooms', () => {
  it('[RU4] opens all and moves everybody who is assigned, also the absent, at once', () => {
    ready
      .and(ask(ann, { type: 'CloseRoom', roomId: blue }), lose(dan))
      .when(openAll())
      .then([
        { type: 'RoomOpened', roomId: blue, at: start },
        { type: 'RoomStarted', roomId: red, at: start },
        { type: 'RoomStarted', roomId: blue, at: start },
        moved(bob, red),
        moved(cat, blue),
        moved(dan, red),
      ])
  })

  it('[RU4] leaves those who are unassigned or gone, and moderators unless assigned', () => {
    const after = ready.and(ask(dan, leave), openAll())
    expect(placesOf(after, ann, eve, dan)).toEqual([main, main, main])
    expect(placesOf(ready.and(assign(ann, blue), openAll()), ann)).toEqual([blue])
  })

  it('[RU4] needs rooms, and brings people to their room from any other', () => {
    people.when(openAll()).thenRejected('ROOM_NONE')
    people.when(openAll(10_000)).thenRejected('ROOM_NONE')
    inRooms
      .and(move(ann, bob, blue))
      .when(openAll())
      .then([moved(bob, red)])
    inRooms.when(openAll()).thenNothing()
  })

  it('[RU5] a room is under way from then until it closes', () => {
    expect(underWay(ready)).toEqual([])
    expect(underWay(inRooms)).toEqual([red, blue])
    const closed = inRooms.and(ask(ann, { type: 'CloseRoom', roomId: red }))
    expect(underWay(closed)).toEqual([blue])
    const opened = closed.and(ask(ann, { type: 'OpenRoom', roomId: red }), move(ann, bob, red))
    expect(underWay(opened)).toEqual([blue])
  })

  it('[RU5] automatic assignment at once puts the open rooms under way, held it does not', () => {
    const auto = (hold: boolean) => ask(ann, { type: 'AutoAssign', who: 'everybody', seed: 1, hold })
    const oneOpen = rooms.and(ask(ann, { type: 'CloseRoom', roomId: red }))
    expect(underWay(oneOpen.and(auto(false)))).toEqual([blue])
    expect(underWay(oneOpen.and(auto(true)))).toEqual([])
  })
})

describe('a countdown', () => {
  const begun = (action: 'open-all' | 'bring-back', dueAt: number) =>
    ({ type: 'CountdownStarted', action, dueAt, cause: 'moderator', at: start }) as const

  it('[RU6] changes nothing until it has run out, then all in one commit', () => {
    ready.when(openAll(30_000)).then([begun('open-all', start + 30_000)])
    const counting = inRooms.and(closeAll(30_000))
    expect(nextDueAt(counting.state)).toBe(start + 30_000)
    expect(placesOf(counting, bob, cat)).toEqual([red, blue])
    counting.when(passTime(start + 29_999)).thenNothing()
    const at = start + 30_000
    counting
      .when(passTime(at))
      .then([
        { type: 'CountdownEnded', at },
        { type: 'RoomClosed', roomId: red, at },
        { type: 'RoomClosed', roomId: blue, at },
        moved(bob, main, at),
        moved(cat, main, at),
        moved(dan, main, at),
      ])
    expect(nextDueAt(counting.and(passTime(at)).state)).toBeUndefined()
  })

  it('[RU6] takes the meeting as it is by then: people who left, rooms removed, new assignments', () => {
    const counting = ready.and(
      openAll(30_000),
      ask(cat, leave),
      ask(ann, { type: 'RemoveRoom', roomId: red }),
      assign(eve, blue),
    )
    const after = counting.and(passTime(start + 30_000))
    expect(placesOf(after, bob, cat, dan, eve)).toEqual([main, main, main, blue])
    const emptied = counting.and(ask(ann, { type: 'RemoveRoom', roomId: blue }))
    emptied.when(passTime(start + 30_000)).then([{ type: 'CountdownEnded', at: start + 30_000 }])
  })

  it('[RU6] brings back also who is absent or gone by then', () => {
    const after = inRooms.and(closeAll(10_000), lose(bob), ask(cat, leave), passTime(start + 10_000))
    expect(placesOf(after, bob, cat, dan)).toEqual([main, main, main])
  })

  it('[RU7] two moderators at once: the last word counts', () => {
    const two = inRooms.and(ask(ann, { type: 'ChangeRole', participantId: eve, role: 'moderator' }))
    const both = two.and(closeAll(10_000), closeAll(60_000, eve))
    both.when(passTime(start + 10_000)).thenNothing()
    expect(nextDueAt(both.state)).toBe(start + 60_000)
    expect(both.and(openAll(20_000)).running.conduct.countdown).toMatchObject({ action: 'open-all' })
  })

  it('[RU7] what is done at once ends it', () => {
    const counting = inRooms.and(closeAll(10_000))
    expect(counting.when(closeAll()).events[0]).toEqual({ type: 'CountdownCancelled', at: start })
    expect(counting.and(closeAll()).running.conduct.countdown).toEqual({ status: 'none' })
    expect(ready.and(closeAll(10_000), openAll()).running.conduct.countdown).toEqual({ status: 'none' })
  })

  it('[RU8] can be cancelled, and cancelling again changes nothing', () => {
    const counting = inRooms.and(closeAll(10_000))
    counting.when(cancel()).then([{ type: 'CountdownCancelled', at: start }])
    const after = counting.and(cancel())
    after.when(cancel()).thenNothing()
    after.when(passTime(start + 10_000)).thenNothing()
    expect(placesOf(after, bob)).toEqual([red])
  })

  it('[RU9] is not begun when there is nothing to close', () => {
    inRooms.and(closeAll()).when(closeAll(10_000)).thenNothing()
    people.when(closeAll(10_000)).thenNothing()
    expect(inRooms.and(closeAll(), move(ann, bob, red)).when(closeAll(10_000)).events).toHaveLength(1)
  })

  it('[RU10] that fell due while the server was down is carried out on its return', () => {
    const at = start + settings.absenceGraceMs + 10_000
    const down = inRooms.and(closeAll(10_000), { type: 'RestartClocks', at })
    expect(nextDueAt(down.state)).toBe(start + 10_000)
    expect(placesOf(down.and(passTime(at)), bob, cat, dan)).toEqual([main, main, main])
  })
})
