// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest'
import { blankPersonal } from './payloads.ts'

it('what names people is blanked at any depth, ids of ours stay', () => {
  const body = JSON.stringify({
    eventType: 'X',
    fqn: 'app/room',
    data: {
      name: 'Ann',
      email: 'ann@example.org',
      participantId: 'a1b2c3d4',
      participant: { id: 'user-1', avatar: 'https://a', group: 'red', moderator: true },
      list: [{ userId: 'user-1' }],
    },
  })
  expect(JSON.parse(blankPersonal(body))).toEqual({
    eventType: 'X',
    fqn: 'app/room',
    data: {
      name: '',
      email: '',
      participantId: 'a1b2c3d4',
      participant: { id: '', avatar: '', group: '', moderator: true },
      list: [{ userId: '' }],
    },
  })
})
