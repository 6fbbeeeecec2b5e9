// SPDX-License-Identifier: Apache-2.0
// The browser's ways to refuse, told apart.
import { describe, expect, it } from 'vitest'
import { toDeviceProblem } from './openDevice.ts'

describe('toDeviceProblem', () => {
  it.each([
    ['NotAllowedError', 'refused'],
    ['NotFoundError', 'missing'],
    ['NotReadableError', 'busy'],
    ['OverconstrainedError', 'missing'],
    ['TypeError', 'unknown'],
  ] as const)('calls %s %s', (name, problem) => {
    expect(toDeviceProblem(new DOMException('no', name))).toBe(problem)
  })

  it('does not trip over what is no error', () => {
    expect(toDeviceProblem(undefined)).toBe('unknown')
  })
})
