// SPDX-License-Identifier: Apache-2.0
import { readRoster } from '@alcove/protocol'
import { expect, it } from 'vitest'
import { idOf, roomOf, sampleView } from '../../testing/sampleView.ts'
import { toPickable } from '../rooms/personNames.ts'
import { toClaimLink, toPeopleModel, toPeopleWhoLeft, toRosterText } from './peopleModel.ts'

const view = sampleView({
  people: [{ id: 'me', role: 'moderator' }, { id: 'bob' }, { id: 'cem', roomId: roomOf('r1') }],
  rooms: { r1: { name: 'Garden' } },
  moderators: {
    assignments: { [idOf('cem')]: roomOf('r1'), [idOf('0000000e')]: roomOf('r1') },
    identities: { [idOf('bob')]: { email: 'bob@example.org', attributes: { team: 'red' } } },
    expected: {
      [idOf('0000000e')]: {
        displayName: 'Eva',
        role: 'participant',
        userId: '77',
        attributes: { team: 'blue' },
        claimable: true,
      },
      [idOf('0000000d')]: { displayName: 'Dee', role: 'moderator', attributes: {}, claimable: false },
    },
    waiting: { [idOf('fay')]: { displayName: 'Fay', since: 1, lost: false } },
  },
})

it('lists who is expected by name, and who is here and belongs nowhere', () => {
  const model = toPeopleModel(view)
  expect(model.expected).toEqual([
    {
      id: '0000000d',
      name: 'Dee',
      isModerator: true,
      contact: undefined,
      attributes: [],
      assignedRoomId: undefined,
      hasCode: false,
    },
    {
      id: '0000000e',
      name: 'Eva',
      isModerator: false,
      contact: '77',
      attributes: ['team: blue'],
      assignedRoomId: 'r1',
      hasCode: true,
    },
  ])
  expect(model.unseated).toEqual([{ id: 'bob', name: 'BOB' }])
  expect(model.rooms).toEqual([{ roomId: 'r1', name: 'Garden' }])
})

it('has people of one name as they came', () => {
  const alike = sampleView({
    people: [
      { id: '0000000a', displayName: 'Me', role: 'moderator' },
      { id: '0000000c', displayName: 'Bo', order: 3 },
      { id: '0000000b', displayName: 'Bo', order: 2 },
    ],
    moderators: {},
  })
  expect(toPeopleModel(alike).unseated.map(({ id }) => id)).toEqual(['0000000b', '0000000c'])
  expect(toPickable(alike).map(({ id }) => id)).toEqual(['0000000b', '0000000c', '0000000a'])
  const roster = readRoster(toRosterText(alike))
  expect(roster.ok && roster.people.map(({ person }) => person.participantId)).toEqual([
    '0000000b',
    '0000000c',
    '0000000a',
  ])
})

it('writes everybody as a table that reads the same', () => {
  const text = toRosterText(
    sampleView({
      people: [{ id: '0000000b', displayName: 'Bob' }],
      rooms: { r1: { name: 'Garden' } },
      moderators: {
        assignments: { [idOf('0000000b')]: roomOf('r1') },
        identities: { [idOf('0000000b')]: { email: 'bob@example.org', attributes: { team: 'red' } } },
        expected: view.moderators?.expected ?? {},
      },
    }),
  )
  const roster = readRoster(text)
  expect(roster.ok && roster.people.map(({ person }) => person)).toEqual([
    {
      participantId: '0000000b',
      displayName: 'Bob',
      role: 'participant',
      email: 'bob@example.org',
      room: 'Garden',
      attributes: { team: 'red' },
    },
    { participantId: '0000000d', displayName: 'Dee', role: 'moderator', attributes: {} },
    { participantId: '0000000e', displayName: 'Eva', role: 'participant', userId: '77', attributes: { team: 'blue' } },
  ])
})

it('knows who left: neither here, nor in the lobby, nor to come, nor forgotten', () => {
  const person = (id: string, displayName: string) => ({
    participantId: idOf(id),
    displayName,
    role: 'participant' as const,
    visits: [],
  })
  const people = [
    person('bob', 'BOB'),
    person('fay', 'Fay'),
    person('zoe', 'Zoe'),
    person('gus', 'Gus'),
    person('x', ''),
  ]
  const nothing = { rooms: [], rounds: [], announcements: [], help: [] }
  const report = {
    meetingId: view.meeting.meetingId,
    at: 0,
    people: [...people, person('0000000e', 'Eva')],
    ...nothing,
  }
  expect(toPeopleWhoLeft(report, view)).toEqual([
    { id: 'gus', name: 'Gus' },
    { id: 'zoe', name: 'Zoe' },
  ])
})

it('makes the link that opens a seat', () => {
  expect(toClaimLink('ABCDE-FGHJK', { origin: 'https://meet.example.org', pathname: '/workshop' })).toBe(
    'https://meet.example.org/workshop#code=ABCDE-FGHJK',
  )
})
