// SPDX-License-Identifier: Apache-2.0
// Waiting times between tries to connect.
import { expect, test } from 'vitest'
import { createReconnectPolicy } from './ReconnectPolicy.ts'

test('waits double from 250 ms to 5 s and stay there', () => {
  const policy = createReconnectPolicy(() => 0)
  expect([0, 1, 2, 3, 4, 5, 1_000].map(policy.delayMs)).toEqual([250, 500, 1_000, 2_000, 4_000, 5_000, 5_000])
})

test('at most a third is taken off at random', () => {
  const policy = createReconnectPolicy(() => 0.999_999)
  expect(policy.delayMs(0)).toBe(167)
  expect(policy.delayMs(9)).toBe(3_333)
})
