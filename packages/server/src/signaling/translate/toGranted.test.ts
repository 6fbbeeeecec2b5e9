// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest'
import type { Grant } from '../../auth/grant.ts'
import { toGranted, userIdOf } from './toGranted.ts'

const avatar = 'https://example.org/ann.png'
const identity = { userId: 'user-1', displayName: 'Ann', avatar, attributes: { group: 'red' } }
const rest = { bypassesLobby: true, denied: [] }
const granted = (grant: Grant) => toGranted({ status: 'granted', grant }, 'Typed')

it('guests bring their name and nothing else: the rules of the meeting hold for them, its password too', () => {
  expect(granted({ ...rest, role: 'participant' })).toEqual({ displayName: 'Typed' })
  expect(toGranted({ status: 'missing' }, 'Typed')).toEqual({ displayName: 'Typed' })
})

it('a token brings who somebody is and what it grants; its name counts before the typed one', () => {
  expect(granted({ ...rest, identity, role: 'moderator' })).toEqual({
    displayName: 'Ann',
    identity: { userId: 'user-1', avatar, attributes: { group: 'red' } },
    grant: { role: 'moderator', skipsLobby: true, denied: [] },
  })
  expect(granted({ ...rest, identity: { attributes: {} } })).toEqual({
    displayName: 'Typed',
    identity: { attributes: {} },
    grant: { skipsLobby: true, denied: [] },
  })
})

it('the user of an expired token is known, too', () => {
  expect(userIdOf({ status: 'expired', identity })).toBe('user-1')
  expect(userIdOf({ status: 'granted', grant: { ...rest, identity } })).toBe('user-1')
  expect(userIdOf({ status: 'granted', grant: rest })).toBeUndefined()
  expect(userIdOf({ status: 'missing' })).toBeUndefined()
})
