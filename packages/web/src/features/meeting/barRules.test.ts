// SPDX-License-Identifier: Apache-2.0
import { expect, it, vi } from 'vitest'
import { toBarRules, toToldMenu } from './barRules.ts'

it('a press tells the host page what it asked to be told, and does what it does unless that is prevented', () => {
  const tell = vi.fn()
  const done = vi.fn()
  const buttonsWithNotifyClick = ['raisehand', 'end-meeting', { key: 'settings', preventExecution: false }]
  const rules = toBarRules({ buttonsWithNotifyClick }, tell)
  for (const button of ['raisehand', 'settings', 'chat']) rules.press(button, () => done(button))()
  const entry = (id: string) => ({ id, label: id, onAction: () => done(id) })
  const menu = toToldMenu(rules)([{ id: 'all', entries: ['end', 'mute-all', 'limit'].map(entry) }])
  for (const { onAction } of menu.flatMap(({ entries }) => entries)) onAction()
  expect(tell.mock.calls).toEqual([
    ['raisehand', true],
    ['settings', false],
    ['end-meeting', true],
  ])
  expect(done.mock.calls.flat()).toEqual(['settings', 'chat', 'mute-all', 'limit'])
})

it('an empty list of buttons leaves nothing, a list what Jitsi does not have', () => {
  const shown = (toolbarButtons?: readonly string[]) => {
    const { shows, showsAny } = toBarRules(toolbarButtons ? { toolbarButtons } : {}, () => {})
    return [shows('chat'), shows('settings'), showsAny]
  }
  expect(shown()).toEqual([true, true, true])
  expect(shown(['chat'])).toEqual([true, false, true])
  expect(shown([])).toEqual([false, false, false])
})
