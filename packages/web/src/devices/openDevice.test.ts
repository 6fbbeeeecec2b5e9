// SPDX-License-Identifier: Apache-2.0
// The browser's ways to refuse, told apart.
import { describe, expect, it } from 'vitest'
import { isWorthAsking, toDeviceProblem } from './openDevice.ts'

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

it('who put the question for both away is not asked for each; whoever was not asked is', () => {
  expect(isWorthAsking('prompt', 'prompt')).toBe(false)
  expect(isWorthAsking('denied', 'prompt')).toBe(false)
  expect(isWorthAsking('prompt', 'granted')).toBe(false)
  expect(isWorthAsking('prompt', 'denied')).toBe(true)
  expect(isWorthAsking('granted', 'prompt')).toBe(true)
  expect(isWorthAsking(undefined, undefined)).toBe(true)
})
