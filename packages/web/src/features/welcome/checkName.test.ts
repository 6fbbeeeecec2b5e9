// SPDX-License-Identifier: Apache-2.0
// Each way to type a bad name gets its own advice.
import { expect, it } from 'vitest'
import { checkMeetingName } from './checkName.ts'

it('takes a name and normalises it', () => {
  expect(checkMeetingName('  Design Workshop ')).toEqual({ ok: true, meetingId: 'design-workshop' })
})

it.each([
  ['', /Type a name/],
  ['x'.repeat(101), /too long/],
  ['-a', /Start the name/],
  ['a/b', /“\/” cannot/],
  ['api', /for itself/],
])('advises on %j', (typed, advice) => {
  const checked = checkMeetingName(typed)
  expect(checked.ok ? '' : checked.reason).toMatch(advice)
})
