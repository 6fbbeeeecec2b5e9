// SPDX-License-Identifier: Apache-2.0
// Names as people really write them.
import { describe, expect, it, vi } from 'vitest'
import { toMeetingTitle } from '../features/welcome/suggestName.ts'
import { toHue, toInitials } from './avatarLook.ts'

describe('toInitials', () => {
  it.each([
    ['Ines Moreau', 'IM'],
    ['ines', 'I'],
    ['Ana Maria de la Cruz', 'AC'],
    ['(Bob) the Builder', 'BB'],
    ['李 小龙', '李小'],
    ['𝒜da Lovelace', '𝒜L'],
    ['🙂', '🙂'],
    ['  ', '?'],
  ])('%s is %s', (name, initials) => {
    expect(toInitials(name)).toBe(initials)
  })
})

it('are the same on a machine whose language has letters of its own for I', () => {
  const { toLocaleUpperCase } = String.prototype
  const upper = vi.spyOn(String.prototype, 'toLocaleUpperCase')
  upper.mockImplementation(function (this: string) {
    return toLocaleUpperCase.call(this, 'tr')
  })
  expect(toInitials('ines moreau')).toBe('IM')
  expect(toMeetingTitle('ideas-2')).toBe('Ideas 2')
  upper.mockRestore()
})

describe('toHue', () => {
  it('is stable, within the circle, and differs between ids', () => {
    expect(toHue('0a1b2c3d')).toBe(toHue('0a1b2c3d'))
    expect(toHue('0a1b2c3d')).not.toBe(toHue('0a1b2c3e'))
    for (const id of ['', 'a', 'ffffffff']) expect(toHue(id)).toBeGreaterThanOrEqual(0)
    expect(toHue('ffffffff')).toBeLessThan(360)
  })
})
