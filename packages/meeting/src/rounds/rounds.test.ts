// SPDX-License-Identifier: Apache-2.0
// Tests of rounds (SPEC RD).
import type { ParticipantId, RoomGroup, RoomId } from '@alcove/protocol'
import { describe, expect, it } from 'vitest'
import type { CommandOf } from '../commands.ts'
import { assignedRoomOf } from '../conduct/assign.ts'
import { emptyMoment } from '../media/moment.ts'
import { fromSnapshot, toSnapshot } from '../snapshot.ts'
import { stateVersion } from '../state.ts'
import {
  ann,
  ask,
  blue,
  bob,
  breakoutId,
  cat,
  create,
  dan,
  eve,
  type Given,
  given,
  green,
  join,
  main,
  move,
  passTime,
  personId,
  red,
  resume,
  start,
} from '../testing/index.ts'
import { meetingPart, moderatorsPart } from '../views/parts.ts'

const meeting = given(join(ann), join(bob), join(cat), join(dan), join(eve), create(ann, red), create(ann, blue))
const add = (groups: readonly RoomGroup[], change: { name?: string; durationMs?: number } = {}) =>
  ask(ann, { type: 'AddRound', groups, ...change })
const group = (roomId: RoomId, ...participantIds: readonly ParticipantId[]): RoomGroup => ({ roomId, participantIds })
const next = (inMs = 0, at = start) => ask(ann, { type: 'StartNextRound', inMs }, { at })
const plan = (count: number, change: Partial<CommandOf<'PlanRounds'>> = {}) =>
  ask(ann, { type: 'PlanRounds', count, seed: 1, ...change })
const leave = (by: ParticipantId) => ask(by, { type: 'LeaveMeeting' })

const list = ({ running }: Given) => running.rounds.list
const placeOf = ({ running }: Given, id: ParticipantId) => running.seats.get(id)?.roomId
const assignedTo = ({ running }: Given, id: ParticipantId) => {
  const seat = running.seats.get(id)
  return seat && assignedRoomOf(seat)
}
const placesOf = (given: Given, ...ids: readonly ParticipantId[]) => ids.map((id) => placeOf(given, id))

/** Round 1: Bob and Cat in red, Dan in blue. Round 2: Bob in red, Cat and Dan in blue. */
const two = meeting.and(
  add([group(red, bob, cat), group(blue, dan)]),
  add([group(red, bob), group(blue, cat, dan)], { durationMs: 600_000 }),
)

describe('planning rounds', () => {
  it('[RD1] groups everybody but moderators, changes nobody, and lets nobody meet again', () => {
    const { decision, after, events } = meeting.when(plan(3))
    expect(decision).toMatchObject({ result: { seed: 1, roundIds: [1, 2, 3] } })
    expect(events.map(({ type }) => type)).toEqual(['RoundsAdded'])
    for (const round of list(after))
      expect(round.groups.flatMap(({ participantIds }) => participantIds).sort()).toEqual([bob, cat, dan, eve])
    expect(meeting.when(plan(2)).decision).toMatchObject({ result: { repeats: 0 } })
    expect(placesOf(after, bob, cat, dan, eve)).toEqual([main, main, main, main])
  })

  it('[RD1] avoids who met in rounds that stay', () => {
    // Four people in pairs: two rounds are there, the third lets the last ones meet.
    const before = meeting.and(
      add([group(red, bob, cat), group(blue, dan, eve)]),
      add([group(red, bob, dan), group(blue, cat, eve)]),
    )
    const third = list(before.and(plan(1)))[2]
    const groups = third?.groups.map(({ participantIds }) => [...participantIds].sort().join())
    expect(groups?.sort()).toEqual([`${bob},${eve}`, `${cat},${dan}`])
  })

  it('[RD1] makes the rooms that are missing', () => {
    const after = meeting.and(plan(2, { wishes: { into: { rooms: 4 } }, newRoomIds: [breakoutId(8), breakoutId(9)] }))
    expect([...after.running.rooms.keys()]).toEqual([red, blue, breakoutId(8), breakoutId(9)])
    expect(list(after)[0]?.groups).toHaveLength(4)
  })

  it('[RD2] replaces those that are waiting, not those that began', () => {
    const after = two.and(next(), plan(2, { replace: true }))
    expect(list(after).map(({ id, name, run }) => [id, name, run.status])).toEqual([
      [1, 'Round 1', 'running'],
      [3, 'Round 2', 'waiting'],
      [4, 'Round 3', 'waiting'],
    ])
    expect(list(two.and(plan(1)))).toHaveLength(3)
  })

  it('[RD3] by hand: everybody once, with a seat, in breakout rooms', () => {
    meeting.when(add([group(red, bob), group(blue, bob)])).thenRejected('GROUPING_IMPOSSIBLE')
    meeting.when(add([group(red, personId(77))])).thenRejected('PARTICIPANT_UNKNOWN')
    meeting.when(add([group(main, bob)])).thenRejected('ROOM_IS_MAIN')
    meeting.when(add([group(green, bob)])).thenRejected('ROOM_UNKNOWN')
  })

  it('[RD4] names by place, past names in use, and up to twenty rounds', () => {
    const named = meeting.and(add([], { name: 'Round 2' }), add([]), add([]))
    expect(list(named).map(({ name }) => name)).toEqual(['Round 2', 'Round 3', 'Round 4'])
    const full = meeting.and(...Array.from({ length: 20 }, () => add([])))
    full.when(add([])).thenRejected('ROUND_LIMIT_REACHED')
    full.when(plan(1)).thenRejected('ROUND_LIMIT_REACHED')
  })
})

describe('editing rounds', () => {
  const change = (roundId: number, what: Partial<CommandOf<'ChangeRound'>>) =>
    ask(ann, { type: 'ChangeRound', roundId, ...what })
  const assign = (roundId: number, who: ParticipantId | readonly ParticipantId[], roomId?: RoomId) =>
    ask(ann, {
      type: 'AssignInRound',
      roundId,
      participantIds: [who].flat(),
      ...(roomId === undefined ? {} : { roomId }),
    })

  it('[RD5] renames, sets and takes away the duration, replaces the groups', () => {
    const after = two.and(change(2, { name: 'Speed', durationMs: 60_000, groups: [group(red, dan)] }))
    expect(list(after)[1]).toMatchObject({ name: 'Speed', durationMs: 60_000, groups: [group(red, dan)] })
    expect(list(after.and(change(2, { durationMs: 0 })))[1]).not.toHaveProperty('durationMs')
    two.when(change(2, { name: 'Round 2', durationMs: 600_000 })).thenNothing()
    const groups = list(two)[1]?.groups ?? []
    two.when(change(2, { groups: groups.toReversed() })).thenNothing()
    two.when(change(9, { name: 'Nine' })).thenRejected('ROUND_UNKNOWN')
  })

  it('[RD5] moves one person within a round', () => {
    expect(list(two.and(assign(1, bob, blue)))[0]?.groups).toEqual([group(red, cat), group(blue, dan, bob)])
    expect(list(two.and(assign(1, bob)))[0]?.groups).toEqual([group(red, cat), group(blue, dan)])
    expect(list(two.and(assign(1, eve, red)))[0]?.groups).toEqual([group(red, bob, cat, eve), group(blue, dan)])
    two.when(assign(1, bob, red)).thenNothing()
    two.when(assign(1, personId(77), red)).thenRejected('PARTICIPANT_UNKNOWN')
    two.when(assign(1, bob, green)).thenRejected('ROOM_UNKNOWN')
  })

  it('[RD5] moves several people within a round at once, or nobody', () => {
    expect(list(two.and(assign(1, [bob, cat, bob, dan], blue)))[0]?.groups).toEqual([
      group(red),
      group(blue, dan, bob, cat),
    ])
    expect(list(two.and(assign(1, [bob, dan])))[0]?.groups).toEqual([group(red, cat), group(blue)])
    two.when(assign(1, [bob, personId(77)], blue)).thenRejected('PARTICIPANT_UNKNOWN')
  })

  it('[RD5] loses no move of two moderators who saw the same round', () => {
    const seen = two.and(ask(ann, { type: 'ChangeRole', participantId: eve, role: 'moderator' }))
    const evesMove = ask(eve, { type: 'AssignInRound', roundId: 1, participantIds: [dan], roomId: red })
    const both = [group(red, cat, dan), group(blue, bob)]
    expect(list(seen.and(assign(1, [bob], blue), evesMove))[0]?.groups).toEqual(both)
    expect(list(seen.and(evesMove, assign(1, [bob], blue)))[0]?.groups).toEqual(both)
  })

  it('[RD5] removes, and of what began changes only the name', () => {
    expect(list(two.and(ask(ann, { type: 'RemoveRound', roundId: 1 }))).map(({ id }) => id)).toEqual([2])
    const begun = two.and(next())
    begun.when(ask(ann, { type: 'RemoveRound', roundId: 1 })).thenRejected('ROUND_BEGUN')
    begun.when(assign(1, bob, blue)).thenRejected('ROUND_BEGUN')
    begun.when(change(1, { durationMs: 0 })).thenRejected('ROUND_BEGUN')
    expect(list(begun.and(change(1, { name: 'First' })))[0]?.name).toBe('First')
  })

  it('[RD6] puts waiting rounds in another order', () => {
    const reorder = (...roundIds: readonly number[]) => ask(ann, { type: 'ReorderRounds', roundIds })
    expect(list(two.and(reorder(2, 1))).map(({ id }) => id)).toEqual([2, 1])
    two.when(reorder(1, 2)).thenNothing()
    two.when(reorder(1)).thenRejected('ROUND_UNKNOWN')
    two.when(reorder(1, 1)).thenRejected('ROUND_UNKNOWN')
    two.and(next()).when(reorder(2, 1)).thenRejected('ROUND_BEGUN')
  })
})

describe('running rounds', () => {
  it('[RD7] one action: everybody goes to their room, which is open and under way', () => {
    const closed = two.and(ask(ann, { type: 'CloseAllRooms' }))
    const first = closed.and(next())
    expect(placesOf(first, bob, cat, dan)).toEqual([red, red, blue])
    expect(assignedTo(first, cat)).toBe(red)
    expect(first.running.rooms.get(red)).toMatchObject({ open: true, underWay: true })
    const second = first.and(next())
    expect(placesOf(second, bob, cat, dan)).toEqual([red, blue, blue])
    expect(list(second).map(({ run }) => run.status)).toEqual(['over', 'running'])
    second.when(next()).thenRejected('ROUND_NONE')
    meeting.when(next()).thenRejected('ROUND_NONE')
  })

  it('[RD3] [RD5] takes a room that is listed twice for one group', () => {
    const made = two.and(add([group(red, bob), group(blue, cat), group(red, dan)]))
    expect(list(made)[2]?.groups).toEqual([group(red, bob, dan), group(blue, cat)])
    const moved = ask(ann, { type: 'AssignInRound', roundId: 3, participantIds: [bob], roomId: blue })
    expect(list(made.and(moved))[2]?.groups).toEqual([group(red, dan), group(blue, cat, bob)])
    const changed = ask(ann, { type: 'ChangeRound', roundId: 2, groups: [group(red, bob), group(red, dan)] })
    expect(list(two.and(changed))[1]?.groups).toEqual([group(red, bob, dan)])
  })

  it('[RD7] leaves nobody in a room that closes, also not who is gone and belongs to another', () => {
    const one = two.and(
      next(),
      ask(ann, { type: 'RemoveRound', roundId: 2 }),
      add([group(red, bob, cat, dan)]),
      leave(dan),
    )
    expect(placeOf(one, dan)).toBe(blue)
    const after = one.and(next())
    expect(placeOf(after, dan)).toBe(main)
    expect(placeOf(after.and(resume(dan)), dan)).toBe(red)
  })

  it('[RD7] closes rooms that the round has no use for, and sends who is gone on when they come back', () => {
    const one = two.and(
      next(),
      add([group(red, bob, cat, dan)]),
      ask(ann, { type: 'RemoveRound', roundId: 2 }),
      leave(dan),
    )
    const after = one.and(next())
    expect(after.running.rooms.get(blue)).toMatchObject({ open: false, underWay: false })
    expect(placeOf(after.and(resume(dan)), dan)).toBe(red)
    // Also to the room where they belonged before.
    const again = two.and(next(), move(ann, bob, main), leave(bob), next(), resume(bob))
    expect(placeOf(again, bob)).toBe(red)
  })

  it('[RD8] who is in no group comes back to main, or goes where newcomers go', () => {
    const late = two.and(next(), move(ann, eve, blue), move(ann, ann, blue))
    expect(placeOf(late.and(next()), eve)).toBe(main)
    expect(assignedTo(late.and(next()), eve)).toBeUndefined()
    const fewest = late.and(ask(ann, { type: 'ChangeLateJoin', lateJoin: 'fewest' }), next())
    expect(placeOf(fewest, eve)).toBe(red)
    expect(assignedTo(fewest, eve)).toBe(red)
    expect(placeOf(fewest, ann)).toBe(blue)
    // Red is full with Bob, and so is blue with Cat and Dan; moderators take no place.
    const places = (roomId: RoomId, capacity: number) => ask(ann, { type: 'ChangeRoom', roomId, change: { capacity } })
    const rule = ask(ann, { type: 'ChangeLateJoin', lateJoin: 'fewest' })
    expect(placeOf(late.and(rule, places(red, 1), next()), eve)).toBe(blue)
    const crowded = late.and(rule, places(red, 1), places(blue, 2), next())
    expect([placeOf(crowded, eve), assignedTo(crowded, eve)]).toEqual([main, undefined])
    expect(placesOf(late.and(places(red, 1), places(blue, 1), next()), bob, cat, dan)).toEqual([red, blue, blue])
    const onlyRed = late.and(ask(ann, { type: 'ChangeRound', roundId: 2, groups: [group(red, bob)] }), next())
    expect(placeOf(onlyRed, ann)).toBe(main)
  })

  it('[RD9] a duration starts the timer, none stops it', () => {
    const second = two.and(next(), next())
    expect(second.running.conduct.timer).toEqual({ status: 'running', endsAt: start + 600_000, atEnd: 'bring-back' })
    expect(second.and(add([group(red, bob)]), next()).running.conduct.timer).toEqual({ status: 'off' })
  })

  it('[RD10] after a countdown the same, for the rounds as they are by then', () => {
    const pending = two.and(next(30_000))
    expect(placeOf(pending, bob)).toBe(main)
    expect(meetingPart(pending.running).countdown).toMatchObject({ action: 'next-round', dueAt: start + 30_000 })
    const due = pending.and(passTime(start + 30_000))
    expect(placesOf(due, bob, cat, dan)).toEqual([red, red, blue])
    const removed = pending.and(
      ask(ann, { type: 'RemoveRound', roundId: 1 }),
      ask(ann, { type: 'RemoveRound', roundId: 2 }),
    )
    removed.when(passTime(start + 30_000)).then([{ type: 'CountdownEnded', at: start + 30_000 }])
    expect(placeOf(pending.and(next()), bob)).toBe(red)
    expect(pending.and(next()).running.conduct.countdown).toEqual({ status: 'none' })
  })

  it('[RD10] while the next round is on its way, the end of the timer brings nobody back', () => {
    const timed = two.and(next(), next(), add([group(red, dan)]), next(30_000, start + 590_000))
    const ended = timed.and(passTime(start + 600_000))
    expect(ended.running.conduct.countdown).toMatchObject({ action: 'next-round' })
    expect(placeOf(ended.and(passTime(start + 620_000)), dan)).toBe(red)
  })

  it('[RD11] is over when all rooms close', () => {
    const over = two.and(next(), ask(ann, { type: 'CloseAllRooms' }, { at: start + 5 }))
    expect(list(over)[0]?.run).toEqual({ status: 'over', startedAt: start, endedAt: start + 5 })
    expect(placeOf(over.and(next()), cat)).toBe(blue)
  })

  it('[RD12] newcomers go to the smallest room of the round', () => {
    const running = two.and(
      create(ann, green),
      ask(ann, { type: 'OpenAllRooms' }),
      ask(ann, { type: 'ChangeLateJoin', lateJoin: 'fewest' }),
      next(),
      ask(ann, { type: 'OpenAllRooms' }),
    )
    expect(running.running.rooms.get(green)?.underWay).toBe(true)
    // Eve was seated by the rule in blue; the next one finds two in each and takes the room made first.
    expect(placeOf(running.and(join(personId(20))), personId(20))).toBe(red)
  })

  it('[RD13] a removed room leaves rounds to come, and stays in those that are over', () => {
    const after = two.and(
      next(),
      next(),
      add([group(red, bob), group(blue, dan)]),
      ask(ann, { type: 'RemoveRoom', roomId: red }),
    )
    expect(list(after).map(({ groups }) => groups.map(({ roomId }) => roomId))).toEqual([[red, blue], [blue], [blue]])
  })

  it('[RD14] comes back from a snapshot', () => {
    const { running } = two.and(next(), next())
    expect(fromSnapshot(JSON.parse(JSON.stringify(toSnapshot(running))), stateVersion)).toEqual(running)
  })

  it('[RD15] everybody sees how far they are, moderators see all', () => {
    expect(meetingPart(meeting.running)).not.toHaveProperty('rounds')
    expect(meetingPart(two.running).rounds).toEqual({ status: 'planned', next: 1, count: 2 })
    const first = two.and(next())
    expect(meetingPart(first.running).rounds).toEqual({ status: 'running', number: 1, count: 2, name: 'Round 1' })
    expect(moderatorsPart(first.running, emptyMoment, start).rounds[2]).toEqual({
      name: 'Round 2',
      order: 2,
      durationMs: 600_000,
      status: 'waiting',
      groups: { [red]: [bob], [blue]: [cat, dan] },
    })
    const over = first.and(next(), ask(ann, { type: 'CloseAllRooms' }))
    expect(meetingPart(over.running).rounds).toEqual({ status: 'over', count: 2 })
  })
})
