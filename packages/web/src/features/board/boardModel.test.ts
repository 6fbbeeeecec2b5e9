// SPDX-License-Identifier: Apache-2.0
// The board seats people as they are, as a draft would have it, and as a round has it.
import { describe, expect, it } from 'vitest'
import { idOf, roomOf, type Sample, sampleView } from '../../testing/sampleView.ts'
import { toHelpModel } from '../help/helpModel.ts'
import { toRoomsPane } from '../rooms/roomsPane.ts'
import { toRoundsModel } from '../rounds/roundsModel.ts'
import { type BoardCard, type BoardTab, findPeople, placesOf, toBoard } from './boardModel.ts'

const [red, blue] = [roomOf('red'), roomOf('blue')]
const sample: Sample = {
  people: [{ id: 'me', role: 'moderator' }, { id: 'ann', roomId: red }, { id: 'bob' }, { id: 'cem', roomId: red }],
  rooms: { red: { name: 'Red', capacity: 3 }, blue: { name: 'Blue' } },
  can: { moderate: true },
  moderators: {
    assignments: { [idOf('bob')]: blue, [idOf('cem')]: red },
    hands: { [red]: [{ participantId: idOf('cem') }] as never },
    speakers: { [red]: [idOf('ann')] },
    tasks: { [blue]: 'Think' },
    help: {
      '1': { participantId: idOf('ann'), roomId: red, askedAt: 700 },
      '2': { participantId: idOf('cem'), roomId: red, askedAt: 500, takenBy: idOf('me') },
    } as never,
    rounds: {
      1: { name: 'Round 1', order: 1, status: 'waiting', groups: { [blue]: [idOf('ann'), idOf('gone')] } },
      2: { name: 'Round 2', order: 2, status: 'running', groups: {} },
    },
  },
}
const view = sampleView(sample)
const pane = toRoomsPane(view)
const help = toHelpModel(view).queue
const show = (tab: BoardTab) => toBoard(pane, help, tab)
const names = ({ people }: BoardCard) => people.map(({ name, note }) => (note === undefined ? name : `${name} ${note}`))

describe('live', () => {
  const { tray, cards, canEdit } = show({ type: 'live' })

  it('shows everybody where they are, and says where they belong', () => {
    expect(names(tray)).toEqual(['ME', 'BOB for Blue'])
    expect(cards.map(names)).toEqual([['ANN', 'CEM'], []])
    expect(canEdit).toBe(true)
  })

  it('says what happens in each room', () => {
    expect(cards[0]).toMatchObject({ speaker: 'ANN', handCount: 1, capacity: 3, placesTaken: 2, helpSince: 700 })
    expect(cards[1]).toMatchObject({ task: 'Think', speaker: undefined, helpSince: undefined })
  })
})

describe('a plan', () => {
  const draft = new Map([
    [idOf('ann'), blue],
    [idOf('bob'), red],
  ])
  const { tray, cards } = show({ type: 'plan', draft })

  it('shows everybody where they would be, and where they are now', () => {
    expect(cards.map(names)).toEqual([['BOB had no seat', 'CEM'], ['ANN was in Red']])
    expect(cards.map(({ leaving }) => leaving.map(({ name }) => name))).toEqual([['ANN'], []])
    expect(tray.leaving.map(({ name }) => name)).toEqual(['BOB'])
    expect(names(tray)).toEqual(['ME'])
  })
})

describe('a round', () => {
  const { rounds } = toRoundsModel(view)
  const [waiting, running] = rounds
  if (!waiting || !running) throw new Error('two rounds are planned')

  it('shows its groups, also of people who left, and nothing of what happens now', () => {
    const { tray, cards, canEdit } = show({ type: 'round', round: waiting })
    expect(cards.map(names)).toEqual([[], ['ANN', 'somebody who left']])
    expect(names(tray)).toEqual(['BOB', 'CEM'])
    expect(cards[0]).toMatchObject({ helpSince: undefined, seeing: undefined, handCount: 0 })
    expect(tray.people.some(({ handUp }) => handUp)).toBe(false)
    expect(canEdit).toBe(true)
  })

  it('is left as it is once it has begun', () => {
    expect(show({ type: 'round', round: running }).canEdit).toBe(false)
  })
})

it('knows where everybody is', () => {
  expect([...placesOf(pane)]).toEqual([
    ['me', 'main'],
    ['bob', 'main'],
    ['ann', 'red'],
    ['cem', 'red'],
  ])
})

it('finds people by letters of their name, however they are written', () => {
  const { people } = show({ type: 'live' }).tray
  const zoe = { ...people[0], name: 'Zoë Ángel' } as (typeof people)[number]
  expect(findPeople([zoe, ...people], ' ZOE')).toEqual([zoe])
  expect(findPeople(people, 'b').map(({ name }) => name)).toEqual(['BOB'])
  expect(findPeople(people, '')).toBe(people)
})
