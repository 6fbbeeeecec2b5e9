// SPDX-License-Identifier: Apache-2.0
// Keys do what the list says, and never what somebody is writing.
import { expect, it } from 'vitest'
import { isTalkKey, type KeyPress, shortcutKeys, shortcuts, toShortcut } from './shortcuts.ts'

const press: KeyPress = { key: 'm', hasModifier: false, isRepeat: false, isInField: false, isInOverlay: false }

it('knows each key once, whether written small or large', () => {
  expect(new Set(Object.values(shortcutKeys)).size).toBe(shortcuts.length)
  expect(toShortcut(press)).toBe('microphone')
  expect(toShortcut({ ...press, key: 'M' })).toBe('microphone')
  expect(toShortcut({ ...press, key: 'x' })).toBeUndefined()
})

it('leaves keys alone that are meant for something else', () => {
  for (const change of [{ hasModifier: true }, { isRepeat: true }, { isInField: true }, { isInOverlay: true }])
    expect(toShortcut({ ...press, ...change })).toBeUndefined()
})

it('talks with the space bar, except on a control that it would press', () => {
  const space = { ...press, key: ' ' }
  expect(isTalkKey(space, false)).toBe(true)
  expect(isTalkKey({ ...space, isRepeat: true }, false)).toBe(true)
  expect(isTalkKey(space, true)).toBe(false)
  expect(isTalkKey({ ...space, isInField: true }, false)).toBe(false)
})
