// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest'
import { toGranted, userIdOf } from './toGranted.ts'

const identity = { userId: 'user-1', displayName: 'Ann', attributes: { group: 'red' } }
const rest = { bypassesLobby: true, denied: [] }

it('guests bring their name and nothing else: the rules of the meeting hold for them, its password too', () => {
  expect(toGranted({ ...rest, role: 'participant' }, 'Typed')).toEqual({ displayName: 'Typed' })
})

it('a token brings who somebody is and what it grants; its name counts before the typed one', () => {
  expect(toGranted({ ...rest, identity, role: 'moderator' }, 'Typed')).toEqual({
    displayName: 'Ann',
    identity: { userId: 'user-1', attributes: { group: 'red' } },
    grant: { role: 'moderator', skipsLobby: true },
  })
  expect(toGranted({ ...rest, identity: { attributes: {} } }, 'Typed')).toEqual({
    displayName: 'Typed',
    identity: { attributes: {} },
    grant: { skipsLobby: true },
  })
})

it('the user of an expired token is known, too', () => {
  expect(userIdOf({ status: 'expired', identity })).toBe('user-1')
  expect(userIdOf({ status: 'granted', grant: { ...rest, identity } })).toBe('user-1')
  expect(userIdOf({ status: 'granted', grant: rest })).toBeUndefined()
  expect(userIdOf({ status: 'missing' })).toBeUndefined()
})
