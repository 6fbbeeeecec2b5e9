// SPDX-License-Identifier: Apache-2.0
// Heights as the server wants them: whole device pixels within its limits.
import { expect, it } from 'vitest'
import { idOf } from '../../testing/sampleView.ts'
import { toShownItems } from './shown.ts'

it('asks in whole device pixels, within the limits, and not for what has no height', () => {
  const picture = (height: number) => ({ participantId: idOf('a'), source: 'camera' as const, height })
  expect(toShownItems([picture(180.4), picture(0), picture(9000)], 1.5).map((item) => item.height)).toEqual([271, 4320])
})
