// SPDX-License-Identifier: Apache-2.0
import { expect, it, vi } from 'vitest'
import { idOf } from '../testing/sampleView.ts'
import { toMenuClicks } from './toMenuClicks.ts'

it('tells of clicks as it was asked to, and does what the entry does unless that is prevented', () => {
  const send = vi.fn()
  const done = vi.fn()
  const entry = (id: string) => ({ id, label: id, onAction: () => done(id) })
  const rules = ['kick', { key: 'send-participant-to-room', preventExecution: false }]
  const toTold = toMenuClicks({ participantMenuButtonsWithNotifyClick: rules }, send)
  const groups = [{ id: 'all', entries: ['move/00000001', 'remove-person', 'mute', 'assign'].map(entry) }]
  for (const { entries } of toTold(idOf('bbbbbbbb'), groups)) for (const { onAction } of entries) onAction()
  expect(done.mock.calls.flat()).toEqual(['move/00000001', 'mute', 'assign'])
  const payload = { participantId: 'bbbbbbbb' }
  expect(send.mock.calls.flat()).toEqual([
    {
      name: 'participantMenuButtonClick',
      payload: { ...payload, key: 'send-participant-to-room', preventExecution: false },
    },
    { name: 'participantMenuButtonClick', payload: { ...payload, key: 'kick', preventExecution: true } },
  ])
})
