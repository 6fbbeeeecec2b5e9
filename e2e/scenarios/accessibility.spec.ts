// SPDX-License-Identifier: Apache-2.0
// What axe finds on every screen that people pass through, on a desktop and on a phone, dark and light: nothing.
import { expect, test } from 'vitest'
import { accessibilityFaults } from '../harness/accessibility.ts'
import { useStage } from '../harness/Stage.ts'
import { WebPerson } from '../harness/WebPerson.ts'

const stage = useStage()

test.for([
  ['a desktop', 1280, 800, 'dark'],
  ['a phone', 360, 640, 'light'],
] as const)(
  'on %s axe finds nothing from the welcome page to the rooms',
  async ([where, width, height, colorScheme]) => {
    stage.explainFailure()
    const options = { serverUrl: stage.server.url, meeting: `axe-${width}`, name: 'Ann' }
    const ann = await WebPerson.open(await stage.context(), options)
    await ann.page.setViewportSize({ width, height })
    await ann.page.emulateMedia({ colorScheme })
    const check = async (screen: string) => {
      expect(await accessibilityFaults(ann.page, 'body'), `${screen} on ${where}`).toEqual([])
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

    await ann.openPane()
    await ann.press('Add room')
    await ann.section('Room 1').waitFor()
    await check('the rooms pane')
    await ann.press('Split into rooms')
    await ann.page.getByRole('dialog').first().waitFor()
    await check('the split dialog')
  },
)
