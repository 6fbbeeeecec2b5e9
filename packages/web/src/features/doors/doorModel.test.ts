// SPDX-License-Identifier: Apache-2.0
import type { RoomView } from '@alcove/protocol'
import { describe, expect, it } from 'vitest'
import { idOf, roomOf, type Sample, sampleView } from '../../testing/sampleView.ts'
import { isShortTask, toDoor } from './doorModel.ts'

const red = roomOf('red')
const people = [{ id: 'me' }, { id: 'a', roomId: red }, { id: 'b', roomId: red, role: 'moderator' as const }]
const door = (room: Partial<RoomView>, more: Partial<Sample> = {}, mayGo = true) =>
  toDoor(sampleView({ people, rooms: { red: room }, ...more }), red, mayGo)

describe('toDoor', () => {
  it('offers the way in that the server would let one go', () => {
    expect(door({}).wayIn).toBe('join')
    expect(door({}, {}, false).wayIn).toBe('none')
    expect(door({ locked: true, hasPassword: true }).wayIn).toBe('knock')
    expect(door({ hasPassword: true }).wayIn).toBe('password')
    expect(door({ capacity: 1 }).wayIn).toBe('full')
    expect(door({ capacity: 2 }).wayIn).toBe('join')
  })

  it('asks neither moderators nor those who are welcome', () => {
    const asking = { locked: true, hasPassword: true }
    expect(door({ ...asking, capacity: 1 }, { can: { moderate: true } }).wayIn).toBe('join')
    expect(door(asking, { doors: { welcomeIn: [red] } }).wayIn).toBe('join')
    expect(door(asking, { doors: { welcomeIn: [], knockingAt: red } }).wayIn).toBe('knocking')
    expect(door(asking, { doors: { welcomeIn: [], passwordOnlyIn: [red] } }).wayIn).toBe('password')
  })

  it('tells who knocks to those who may answer', () => {
    const knocks = [{ participantId: idOf('me'), since: 0 }]
    const inside = [{ id: 'a', roomId: red }, { id: 'me' }]
    const room = { knocks }
    expect(door({ locked: true }, { people: inside, room }).knocks).toEqual([])
    const host = door({ locked: true }, { people: inside, room, can: { host: true } })
    expect(host.knocks).toEqual([{ participantId: 'me', name: 'ME' }])
    const moderator = door({ locked: true }, { moderators: { knocks: { [red]: knocks } }, can: { moderate: true } })
    expect(moderator.knocks).toHaveLength(1)
  })
})

describe('a task', () => {
  it('is short as long as it stands on two lines beside the name of the room', () => {
    expect(isShortTask('Agree on three quotes.')).toBe(true)
    expect(isShortTask('First this,\nthen that.')).toBe(false)
    expect(isShortTask('long '.repeat(20))).toBe(false)
  })
})
