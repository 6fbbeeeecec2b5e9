// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest'
import { idOf, sampleView } from '../../testing/sampleView.ts'
import { toLobby, toUnanswered } from './lobbyModel.ts'

it('lists who waits longest first, and nobody to those who are no moderators', () => {
  const waiting = {
    [idOf('cem')]: { displayName: 'Cem', since: 2_000, lost: false },
    [idOf('bob')]: { displayName: 'Bob', since: 1_000, lost: true, email: 'bob@example.org' },
  }
  expect(toLobby(sampleView({ people: [{ id: 'ann' }], moderators: { waiting } }))).toEqual([
    { participantId: 'bob', name: 'Bob', email: 'bob@example.org', talk: [] },
    { participantId: 'cem', name: 'Cem', email: undefined, talk: [] },
  ])
  expect(toLobby(sampleView({ people: [{ id: 'ann' }] }))).toEqual([])
})

it('finds who wrote last and has no answer', () => {
  const row = (name: string, ...talk: readonly [text: string, at: number, fromModerator?: boolean][]) => ({
    participantId: idOf(name),
    name,
    email: undefined,
    talk: talk.map(([text, at, fromModerator = false]) => ({ text, at, fromModerator })),
  })
  expect(toUnanswered([row('Bob'), row('Cem', ['Hello', 1], ['Yes?', 2, true])])).toBeUndefined()
  const people = [
    row('Bob', ['First', 1]),
    row('Cem', ['Hello', 2], ['Yes?', 3, true], ['It is me', 4]),
    row('Dua', ['Hi', 3]),
  ]
  expect(toUnanswered(people)).toEqual({ name: 'Cem', text: 'It is me' })
})
