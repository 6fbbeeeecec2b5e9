// SPDX-License-Identifier: Apache-2.0
// What the pane shows and allows, by role, policy and room.
import { describe, expect, it } from 'vitest'
import { idOf, roomOf, sampleView } from '../../testing/sampleView.ts'
import { toRoomsPane } from './roomsPane.ts'

const rooms = { r2: { order: 2, name: 'Pricing' }, r1: { order: 1, name: 'Onboarding', open: false } }

describe('toRoomsPane', () => {
  it('lists the main room first, then rooms in their order, each with its people in the order of coming', () => {
    const view = sampleView({
      people: [{ id: 'me' }, { id: 'b', roomId: roomOf('r1'), order: 5 }, { id: 'a', roomId: roomOf('r1') }],
      rooms,
    })
    const pane = toRoomsPane(view)
    expect(pane.peopleCount).toBe(3)
    expect(pane.sections.map((section) => section.name)).toEqual(['Main room', 'Onboarding', 'Pricing'])
    expect(pane.sections.map((section) => section.index)).toEqual([undefined, 1, 0])
    expect(pane.sections[1]?.people.map((person) => person.name)).toEqual(['A', 'B'])
    expect(pane.sections[0]).toMatchObject({ isHere: true, canJoin: false, isMain: true })
  })

  it('lets people into open rooms only, moderators into any', () => {
    const people = [{ id: 'me' }]
    expect(toRoomsPane(sampleView({ people, rooms })).sections.map((section) => section.canJoin)).toEqual([
      false,
      false,
      true,
    ])
    const moderator = sampleView({ people, rooms, can: { moderate: true } })
    expect(toRoomsPane(moderator).sections.map((section) => section.canJoin)).toEqual([false, true, true])
  })

  it('says why nobody can go by themselves', () => {
    const people = [{ id: 'me', roomId: roomOf('r2') }]
    const view = sampleView({ people, rooms, selfMove: 'nowhere', can: { enterRooms: false, returnToMain: false } })
    const pane = toRoomsPane(view)
    expect(pane.sections.every((section) => !section.canJoin)).toBe(true)
    expect(pane.note).toMatch(/moderator decides/)
  })

  it('knows mute states of one’s own room only, speakers of all rooms for moderators', () => {
    const view = sampleView({
      people: [
        { id: 'me', media: { microphone: 'muted' } },
        { id: 'a', media: { microphone: 'on' } },
        { id: 'b', roomId: roomOf('r2') },
      ],
      rooms,
      speakers: ['a'],
      moderators: {
        speakers: { [roomOf('r2')]: [idOf('b')] },
        messages: { [roomOf('r2')]: 3 },
        asking: {},
        assignments: {},
        rounds: {},
        canUndo: false,
        waiting: {},
        expected: {},
        identities: {},
      },
      can: { moderate: true },
    })
    const [main, , pricing] = toRoomsPane(view).sections
    expect(main?.people.map((person) => [person.muted, person.speaking])).toEqual([
      [true, false],
      [false, true],
    ])
    expect(pricing?.people[0]).toMatchObject({ muted: undefined, speaking: true })
    expect(pricing?.active).toBe(true)
    expect([main?.messages, pricing?.messages]).toEqual([0, 3])
  })

  it('offers to bring everyone back only to moderators, when there is somebody or something to close', () => {
    const people = [{ id: 'me' }]
    expect(toRoomsPane(sampleView({ people, rooms })).canCloseAll).toBe(false)
    expect(toRoomsPane(sampleView({ people, can: { moderate: true } })).canCloseAll).toBe(false)
    expect(toRoomsPane(sampleView({ people, rooms, can: { moderate: true } })).canCloseAll).toBe(true)
  })
})
