// SPDX-License-Identifier: Apache-2.0
// Device problems: one remedy, one text; every one says that joining works.
import { describe, expect, it } from 'vitest'
import type { DeviceProblem } from '../../devices/openDevice.ts'
import { toDeviceNotices, toDeviceText } from './deviceTexts.ts'

describe('toDeviceNotices', () => {
  it('says nothing while nothing is wrong', () => {
    expect(toDeviceNotices({ microphone: undefined, camera: undefined })).toEqual([])
  })

  it('says once that the page is not secure, and what to do', () => {
    const notices = toDeviceNotices({ microphone: 'insecure-page', camera: 'insecure-page' })
    expect(notices).toHaveLength(1)
    expect(notices[0]?.advice).toMatch(/https.*npm start -- --https.*localhost/)
  })

  it('says once that both were refused', () => {
    expect(toDeviceNotices({ microphone: 'refused', camera: 'refused' })).toHaveLength(1)
  })

  it('tells different problems apart', () => {
    const notices = toDeviceNotices({ microphone: 'busy', camera: 'missing' })
    expect(notices.map((notice) => notice.title)).toEqual(['The microphone is busy', 'No camera found'])
  })
})

it('every problem has a remedy for either device', () => {
  const problems: readonly DeviceProblem[] = ['insecure-page', 'refused', 'missing', 'busy', 'disconnected', 'unknown']
  for (const problem of problems) {
    for (const kind of ['microphone', 'camera'] as const)
      expect(toDeviceText(kind, problem).advice.length).toBeGreaterThan(20)
  }
})
