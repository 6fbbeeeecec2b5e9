// SPDX-License-Identifier: Apache-2.0
// Time that runs out, in words; read aloud seldom.
import { expect, it } from 'vitest'
import { spokenStage, toClock, toCountdownText, toSpokenTime } from './times.ts'

it('shows minutes and seconds, and hours when there are any', () => {
  expect([605_000, 59_001, 1, 0, -5, 3_661_000].map(toClock)).toEqual([
    '10:05',
    '1:00',
    '0:01',
    '0:00',
    '0:00',
    '1:01:01',
  ])
})

it('says where one goes from where one is', () => {
  const back = { action: 'bring-back', dueAt: 0, cause: 'moderator' } as const
  expect(toCountdownText(back, false)).toBe('Back to the main room')
  expect(toCountdownText(back, true)).toBe('Everybody comes back')
  expect(toCountdownText({ ...back, cause: 'timer' }, false)).toBe('Time is up. Back to the main room')
  expect(toCountdownText({ ...back, action: 'open-all' }, true)).toBe('The rooms open')
})

it('says times as people do', () => {
  expect([0, 1000, 10_000, 60_000, 75_000, 100_000, 300_000].map(toSpokenTime)).toEqual([
    'now',
    'in 1 second',
    'in 10 seconds',
    'in 1 minute',
    'in 75 seconds',
    'in 2 minutes',
    'in 5 minutes',
  ])
})

it('is read aloud at 5 minutes, 1 minute and 10 seconds only', () => {
  const stages = Array.from({ length: 400 }, (_, second) => spokenStage((400 - second) * 1000))
  const changes = stages.flatMap((stage, index) => (index > 0 && stage !== stages[index - 1] ? [400 - index] : []))
  expect(changes).toEqual([300, 60, 10])
})
