// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest'
import { idOf, sampleView } from '../../testing/sampleView.ts'
import { toLobby } from './lobbyModel.ts'

it('lists who waits longest first, and nobody to those who are no moderators', () => {
  const waiting = {
    [idOf('cem')]: { displayName: 'Cem', since: 2_000, lost: false },
    [idOf('bob')]: { displayName: 'Bob', since: 1_000, lost: true, email: 'bob@example.org' },
  }
  expect(toLobby(sampleView({ people: [{ id: 'ann' }], moderators: { waiting } }))).toEqual([
    { participantId: 'bob', name: 'Bob', email: 'bob@example.org' },
    { participantId: 'cem', name: 'Cem', email: undefined },
  ])
  expect(toLobby(sampleView({ people: [{ id: 'ann' }] }))).toEqual([])
})
