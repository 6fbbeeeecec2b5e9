// SPDX-License-Identifier: Apache-2.0
// What opening all would do, and who is asked to choose a room.
import { describe, expect, it } from 'vitest'
import { idOf, roomOf, sampleView } from '../../testing/sampleView.ts'
import { toRoomChoices, toRunningModel } from './runningModel.ts'

const people = [{ id: 'me', role: 'moderator' as const }, { id: 'a' }, { id: 'b', roomId: roomOf('r1') }, { id: 'c' }]
const underWay = { r1: { underWay: true }, r2: { underWay: true } }

describe('toRunningModel', () => {
  it('counts who goes and who belongs nowhere', () => {
    const assignments = { [idOf('a')]: roomOf('r2'), [idOf('b')]: roomOf('r1') }
    const view = sampleView({
      people,
      rooms: underWay,
      moderators: {
        speakers: {},
        messages: {},
        asking: {},
        assignments,
        rounds: {},
        canUndo: false,
        waiting: {},
        expected: {},
        identities: {},
      },
    })
    expect(toRunningModel(view)).toMatchObject({ goingCount: 1, unassignedCount: 1, canOpenAll: true })
  })

  it('opens all only when that does something', () => {
    expect(toRunningModel(sampleView({ people, rooms: underWay })).canOpenAll).toBe(false)
    expect(toRunningModel(sampleView({ people, rooms: { r1: {} } })).canOpenAll).toBe(true)
    expect(toRunningModel(sampleView({ people })).canOpenAll).toBe(false)
  })
})

describe('toRoomChoices', () => {
  const rooms = [roomOf('r1'), roomOf('r2')]
  const sample = { people: [{ id: 'me' }, { id: 'b', roomId: roomOf('r2') }], rooms: underWay } as const

  it('lists the rooms under way to who may choose', () => {
    const view = sampleView({ ...sample, rooms: { ...underWay, r1: {} }, lateJoin: 'choose' })
    expect(toRoomChoices(view, rooms)).toEqual([{ roomId: 'r2', name: 'Room 2', index: 1, peopleCount: 1 }])
  })

  it('gives each room the mark that it has everywhere, also when another was removed', () => {
    const view = sampleView({ ...sample, rooms: { r2: { underWay: true, number: 5 } }, lateJoin: 'choose' })
    expect(toRoomChoices(view, [roomOf('r2')]).map(({ index }) => index)).toEqual([4])
  })

  it('offers no room that is full, or would ask', () => {
    const shut = { r1: { underWay: true, locked: true }, r2: { underWay: true, capacity: 1 } }
    const view = sampleView({ ...sample, rooms: shut, lateJoin: 'choose' })
    expect(toRoomChoices(view, rooms)).toEqual([])
    const welcome = sampleView({ ...sample, rooms: shut, lateJoin: 'choose', doors: { welcomeIn: [roomOf('r1')] } })
    expect(toRoomChoices(welcome, rooms).map(({ roomId }) => roomId)).toEqual(['r1'])
  })

  it('asks nobody who may not, is elsewhere, or need not', () => {
    const choose = { ...sample, lateJoin: 'choose' } as const
    for (const view of [
      sampleView(sample),
      sampleView({ ...choose, can: { enterRooms: false } }),
      sampleView({ ...choose, can: { moderate: true } }),
      sampleView({ ...choose, people: [{ id: 'me', roomId: roomOf('r1') }] }),
    ])
      expect(toRoomChoices(view, rooms)).toEqual([])
  })
})
