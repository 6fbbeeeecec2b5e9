// SPDX-License-Identifier: Apache-2.0
// The loudness scale: silence is nothing, a shout is full.
import { expect, it } from 'vitest'
import { toLevel } from './watchLevel.ts'

it('maps silence to 0, speech to the middle, full scale to 1', () => {
  expect(toLevel(new Float32Array(512))).toBe(0)
  const speech = toLevel(new Float32Array(512).fill(0.03))
  expect(speech).toBeGreaterThan(0.4)
  expect(speech).toBeLessThan(0.7)
  expect(toLevel(new Float32Array(512).fill(1))).toBe(1)
})
