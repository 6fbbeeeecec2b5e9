// SPDX-License-Identifier: Apache-2.0
// Tests of what can be wished of automatic assignment, of looking at it before, and of taking it back (SPEC AA).
import type { GroupingWishes, ParticipantId } from '@alcove/protocol'
import { operator } from '@alcove/protocol'
import { describe, expect, it } from 'vitest'
import type { CommandOf } from '../commands.ts'
import { assignedRoomOf } from '../conduct/assign.ts'
import { groupPeople } from '../grouping/groupPeople.ts'
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
  personId,
  red,
} from '../testing/index.ts'
import { findPreviewTask, findTask, needsSearch, toPreview } from './findTask.ts'
import { toPlan } from './groupingTask.ts'

const assign = (wishes: GroupingWishes = {}, change: Partial<CommandOf<'AutoAssign'>> = {}) =>
  ask(ann, { type: 'AutoAssign', who: 'everybody', seed: 1, wishes, ...change })
const undo = () => ask(ann, { type: 'UndoAssignment' })
const placeOf = ({ running }: Given, id: ParticipantId) => running.seats.get(id)?.roomId
const assignedTo = ({ running }: Given, id: ParticipantId) => {
  const seat = running.seats.get(id)
  return seat && assignedRoomOf(seat)
}
const sizes = ({ running }: Given) =>
  [...running.rooms.keys()].map((id) => [...running.seats.values()].filter((seat) => seat.roomId === id).length)

const people = Array.from({ length: 10 }, (_, place) => personId(place + 2))
const eleven = given(join(ann), ...people.map((id) => join(id)))
const split = eleven.and(create(ann, red), create(ann, blue))

describe('which rooms', () => {
  it('[AA8] a number makes those that are missing, or takes those made first', () => {
    const after = split.and(assign({ into: { rooms: 4 } }, { newRoomIds: [breakoutId(7), breakoutId(8)] }))
    expect([...after.running.rooms.values()].map(({ name }) => name)).toEqual(['Room 1', 'Room 2', 'Room 3', 'Room 4'])
    expect(sizes(after)).toEqual([3, 3, 2, 2])
    expect(after.running.rooms.get(breakoutId(8))?.underWay).toBe(true)
    expect(sizes(split.and(assign({ into: { rooms: 1 } })))).toEqual([10, 0])
  })

  it('[AA1] [AA8] a size makes as many as it takes, also without any before', () => {
    const ids = [breakoutId(7), breakoutId(8), breakoutId(9)]
    expect(sizes(eleven.and(assign({ into: { size: 4 } }, { newRoomIds: ids })))).toEqual([4, 3, 3])
    eleven.when(assign()).thenRejected('ROOM_NONE')
  })

  it('[AA8] named rooms, and no others', () => {
    const after = split.and(create(ann, green), assign({ into: { roomIds: [green, red] } }))
    expect(sizes(after)).toEqual([5, 0, 5])
    split.when(assign({ into: { roomIds: [green] } })).thenRejected('ROOM_UNKNOWN')
    split.when(assign({ into: { roomIds: [main] } })).thenRejected('ROOM_IS_MAIN')
    split.when(assign({ into: { rooms: 101 } })).thenRejected('ROOM_LIMIT_REACHED')
  })
})

describe('who and with whom', () => {
  it('[AA2] spreads moderators when asked to', () => {
    const moderated = split.and(ask(ann, { type: 'ChangeRole', participantId: bob, role: 'moderator' }))
    const after = moderated.and(assign({ moderators: 'spread' }))
    expect(new Set([placeOf(after, ann), placeOf(after, bob)])).toEqual(new Set([red, blue]))
    expect(placeOf(moderated.and(assign()), bob)).toBe(main)
  })

  it('[AA4] the unassigned are those who belong nowhere, wherever they are', () => {
    const assigned = split.and(
      ask(ann, { type: 'AssignParticipant', participantId: bob, roomId: red }),
      move(ann, cat, red),
    )
    const after = assigned.and(assign({}, { who: 'unassigned' }))
    expect(placeOf(after, bob)).toBe(main)
    expect(assignedTo(after, cat)).toBeDefined()
    expect(sizes(after)).toEqual([5, 4])
  })

  it('[AA9] keeps people together and apart', () => {
    const after = split.and(assign({ together: [[bob, cat, dan]], apart: [[bob, eve]] }))
    expect(placeOf(after, cat)).toBe(placeOf(after, bob))
    expect(placeOf(after, dan)).toBe(placeOf(after, bob))
    expect(placeOf(after, eve)).not.toBe(placeOf(after, bob))
  })

  it('[AA9] says what cannot be met, and assigns nobody', () => {
    const impossible = split.when(assign({ apart: [[bob, cat, dan]] }))
    expect(impossible.decision).toEqual({
      ok: false,
      error: {
        code: 'GROUPING_IMPOSSIBLE',
        details: { constraint: 'apart', people: `${bob} ${cat} ${dan}`, needed: 3, available: 2 },
      },
    })
    const torn = split.when(assign({ together: [[bob, cat]], apart: [[cat, bob]] }))
    expect(torn.decision).toMatchObject({ error: { details: { constraint: 'contradiction' } } })
    torn.thenRejected('GROUPING_IMPOSSIBLE')
    split.when(assign({ together: [[bob, personId(99)]] })).thenRejected('PARTICIPANT_UNKNOWN')
  })
})

describe('a plan made beforehand', () => {
  const wishes: GroupingWishes = { into: { rooms: 3 }, apart: [[bob, cat]] }
  const command = { type: 'AutoAssign', who: 'everybody', seed: 5, wishes } as const

  it('[AA10] shows what the same seed then does', () => {
    const found = findPreviewTask(split.state, { by: ann, ...command })
    if (!found.ok) throw new Error(found.error.code)
    expect(needsSearch(found.task)).toBe(true)
    const shown = toPreview(found, groupPeople(found.task), 5)
    const after = split.and(ask(ann, { ...command, newRoomIds: [breakoutId(9)] }))
    const groups = shown.ok ? shown.preview.groups : []
    expect(groups.map(({ roomId }) => roomId)).toEqual([red, blue, undefined])
    for (const [place, roomId] of [red, blue, breakoutId(9)].entries())
      for (const id of groups[place]?.participantIds ?? []) expect(placeOf(after, id)).toBe(roomId)
  })

  it('[AA10] is shown to those who may assign', () => {
    expect(findPreviewTask(split.state, { by: bob, ...command })).toMatchObject({
      error: { code: 'PERMISSION_DENIED' },
    })
    expect(findPreviewTask(split.state, { by: personId(99), ...command })).toMatchObject({
      error: { code: 'NOT_JOINED' },
    })
    expect(findPreviewTask({ status: 'new' }, { by: ann, ...command })).toMatchObject({
      error: { code: 'MEETING_UNKNOWN' },
    })
    expect(findPreviewTask(split.state, { by: operator, ...command })).toMatchObject({ ok: true })
  })

  it('[AA11] passes over who left, leaves who came where they are, and needs its rooms', () => {
    const asked = ask(ann, { ...command, wishes: {} })
    const found = asked.type === 'AutoAssign' ? findTask(split.state, asked) : undefined
    if (!found?.ok) throw new Error('nothing to plan')
    const plan = toPlan(found, groupPeople(found.task), [])
    if (!plan.ok) throw new Error(plan.error.code)
    const planned = ask(ann, { ...command, plan })
    const after = split.and(ask(bob, { type: 'LeaveMeeting' }), join(personId(50)), planned)
    expect(placeOf(after, bob)).toBe(main)
    expect(assignedTo(after, bob)).toBeUndefined()
    expect(placeOf(after, personId(50))).toBe(main)
    expect(sizes(after).reduce((a, b) => a + b)).toBe(9)
    split
      .and(ask(ann, { type: 'RemoveRoom', roomId: blue }))
      .when(planned)
      .thenRejected('ROOM_UNKNOWN')
  })
})

describe('taking it back', () => {
  it('[AA12] gives everybody their assignment and their place of before', () => {
    const before = split.and(
      ask(ann, { type: 'AssignParticipant', participantId: bob, roomId: blue }),
      move(ann, cat, red),
    )
    const after = before.and(assign(), undo())
    for (const id of people) expect(placeOf(after, id), id).toBe(placeOf(before, id))
    expect(people.map((id) => assignedTo(after, id))).toEqual(people.map((id) => assignedTo(before, id)))
    after.when(undo()).thenRejected('UNDO_NONE')
    split.when(undo()).thenRejected('UNDO_NONE')
  })

  it('[AA12] leaves alone who was moved or assigned since', () => {
    const seated = split.and(assign())
    const elsewhere = placeOf(seated, bob) === red ? blue : red
    const after = seated.and(
      move(ann, bob, elsewhere),
      ask(ann, { type: 'AssignParticipant', participantId: cat, roomId: placeOf(seated, cat) === red ? blue : red }),
      undo(),
    )
    expect(placeOf(after, bob)).toBe(elsewhere)
    expect(assignedTo(after, bob)).toBeUndefined()
    expect(placeOf(after, cat)).toBe(placeOf(seated, cat))
    expect(placeOf(after, dan)).toBe(main)
  })

  it('[AA12] of a held one moves nobody, and finds no rooms that are gone', () => {
    const held = split.and(assign({}, { hold: true }), undo())
    expect(people.every((id) => assignedTo(held, id) === undefined && placeOf(held, id) === main)).toBe(true)
    const gone = split.and(
      assign(),
      assign({ into: { roomIds: [red] } }),
      ask(ann, { type: 'RemoveRoom', roomId: blue }),
      undo(),
    )
    for (const id of people) expect([red, undefined]).toContain(assignedTo(gone, id))
  })

  it('[AA12] not after everyone was brought back, who keep their assignments; a held one is, while no room is in use', () => {
    const back = ask(ann, { type: 'CloseAllRooms' })
    const after = split.and(assign(), back)
    after.when(undo()).thenRejected('UNDO_NONE')
    expect(people.every((id) => assignedTo(after, id) !== undefined && placeOf(after, id) === main)).toBe(true)
    const held = split.and(back, assign({}, { hold: true }), back, undo())
    expect(people.every((id) => assignedTo(held, id) === undefined)).toBe(true)
  })

  it('[AA12] not after a round began', () => {
    const round = ask(ann, { type: 'AddRound', groups: [{ roomId: red, participantIds: [bob] }] })
    split
      .and(assign(), round, ask(ann, { type: 'StartNextRound' }))
      .when(undo())
      .thenRejected('UNDO_NONE')
  })
})
