// SPDX-License-Identifier: Apache-2.0
// What axe finds on every screen that people pass through, on a desktop and on a phone, each dark and light: nothing.
import { expect, test } from 'vitest'
import { accessibilityFaults } from '../harness/accessibility.ts'
import { useStage } from '../harness/Stage.ts'
import { WebPerson } from '../harness/WebPerson.ts'

const stage = useStage()

test.for([
  ['a desktop', 1280, 800],
  ['a phone', 360, 640],
] as const)('on %s axe finds nothing from the welcome page to the rooms', async ([where, width, height]) => {
  stage.explainFailure()
  const options = { serverUrl: stage.server.url, meeting: `axe-${width}`, name: 'Ann' }
  const ann = await WebPerson.open(await stage.context(), options)
  await ann.page.setViewportSize({ width, height })
  const check = async (screen: string) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await ann.page.emulateMedia({ colorScheme })
      expect(await accessibilityFaults(ann.page, 'body'), `${screen} on ${where}, ${colorScheme}`).toEqual([])
    }
  }

  await ann.page.getByLabel('Meeting name').waitFor()
  await check('the welcome page')
  await ann.page.getByLabel('Meeting name').fill(options.meeting)
  await ann.press('Go to the meeting')
  await ann.page.getByLabel('Your name').fill('Ann')
  await check('the page before entering')
  await ann.press('Join')
  await ann.waitUntilIn()
  await check('the meeting')
  // Who asks the system for more contrast, or for its own colours, gets them.
  await ann.page.emulateMedia({ contrast: 'more' })
  await check('the meeting with more contrast')
  await ann.page.emulateMedia({ contrast: null, forcedColors: 'active' })
  const border = ann.button('Mute').evaluate((button) => getComputedStyle(button).borderTopWidth)
  expect(await border, 'buttons have a border where the system chooses the colours').toBe('1px')
  await ann.page.emulateMedia({ forcedColors: null })

  await ann.openPane()
  await ann.press('Add room')
  await ann.section('Room 1').waitFor()
  await check('the rooms pane')
  await ann.press('Split into rooms')
  await ann.page.getByRole('dialog').first().waitFor()
  await check('the split dialog')
  // Their system says that these people want nothing to move.
  const moving = await ann.page.evaluate(() => document.getAnimations().map((one) => one.id || String(one.effect)))
  expect(moving, 'what moves').toEqual([])
  await ann.page.keyboard.press('Escape')
  await ann.page.getByRole('dialog').first().waitFor({ state: 'detached' })
  await ann.press('Close')

  await ann.press('More')
  await ann.page.getByRole('menu').waitFor()
  await check('the menu')
  await ann.page.getByRole('menuitem', { name: 'Speaker large' }).click()
  await check('the speaker layout')
  await ann.press('Leave the meeting')
  await ann.button('Join again').waitFor()
  await check('the page after leaving')
})
