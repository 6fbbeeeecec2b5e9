// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest'
import { encodingsOf } from './encodings.ts'

test('only simulcast has temporal layers: of a single encoding with them the media worker drops the first key frame', () => {
  for (const single of [encodingsOf('screen'), encodingsOf('camera', 90)]) {
    expect(single).toHaveLength(1)
    expect(single?.[0]).not.toHaveProperty('scalabilityMode')
  }
  for (const height of [180, 720]) {
    const several = encodingsOf('camera', height) ?? []
    expect(several.length).toBeGreaterThan(1)
    for (const encoding of several) expect(encoding.scalabilityMode).toBe('L1T3')
  }
})
