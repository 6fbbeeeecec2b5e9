// SPDX-License-Identifier: Apache-2.0
// What axe finds in the dialogs that moderators open: nothing; and on a phone all of each can be reached by a finger.
import { expect, test } from 'vitest'
import { accessibilityFaults } from '../harness/accessibility.ts'
import { useStage } from '../harness/Stage.ts'
import { touchFaults } from '../harness/touchFaults.ts'
import { WebPerson } from '../harness/WebPerson.ts'
import { waitFor } from '../harness/waitFor.ts'

const stage = useStage()
const desktop = { width: 1280, height: 800 }
const phone = { width: 360, height: 640 }

/** Of the open dialog: what is cut off at a side, hard to hit, or an action below the window. */
async function phoneFaults({ page }: WebPerson): Promise<string[]> {
  const faults = await touchFaults(page, '.dialog-modal')
  const outside = await page.evaluate(() => {
    const modal = document.querySelector('.dialog-modal')
    const actions = [...document.querySelectorAll<HTMLElement>('.dialog-modal .dialog-actions button')]
    const below = actions.filter((action) => action.getBoundingClientRect().bottom > innerHeight + 1)
    return [
      ...(modal ? [] : ['there is no dialog']),
      ...(modal && modal.scrollWidth > modal.clientWidth + 1 ? ['it can be scrolled sideways'] : []),
      ...below.map((action) => `${action.textContent} is below the window`),
    ]
  })
  return [...faults, ...outside]
}

test('in every dialog that a moderator can open axe finds nothing, light and dark, and on a phone nothing is cut off', async () => {
  stage.explainFailure()
  const meeting = 'axe-dialogs'
  const options = (name: string) => ({ serverUrl: stage.server.url, meeting, name })
  const ann = await WebPerson.open(await stage.context(), options('Ann'), meeting)
  await ann.page.setViewportSize(desktop)
  await ann.join()
  const bob = await WebPerson.open(await stage.context(), options('Bob'), meeting)
  await bob.join()
  await ann.openPane()
  await ann.press('Add room')
  await ann.section('Room 1').waitFor()
  const dialog = ann.page.locator('[role=dialog], [role=alertdialog]').filter({ visible: true })
  const seen: string[] = []
  const checkDialog = async (where: string) => {
    await dialog.first().waitFor()
    for (const colorScheme of ['light', 'dark'] as const) {
      await ann.page.emulateMedia({ colorScheme })
      expect(
        await accessibilityFaults(ann.page, '[role=dialog], [role=alertdialog]'),
        `${where}, ${colorScheme}`,
      ).toEqual([])
    }
    await ann.page.setViewportSize(phone)
    await waitFor(async () => {
      const faults = await phoneFaults(ann)
      return faults.length === 0 ? undefined : `${where} on a phone: ${faults.join(', ')}`
    })
    await ann.page.setViewportSize(desktop)
    seen.push(where)
    await ann.page.keyboard.press('Escape')
    await dialog.first().waitFor({ state: 'detached' })
  }

  for (const button of ['Split into rooms', 'Set a timer', 'Open all', 'Bring everyone back', 'Announce']) {
    await ann.press(button)
    await checkDialog(button)
  }
  // What an entry with dots opens is a dialog; those that are added later are found by themselves.
  for (const menu of ['More', 'Moderation', 'Actions for Room 1', 'Actions for Bob']) {
    await ann.press(menu)
    await ann.page.getByRole('menu').waitFor()
    const entries = (await ann.page.getByRole('menuitem').allTextContents()).filter((text) => text.endsWith('…'))
    await ann.page.keyboard.press('Escape')
    await ann.page.getByRole('menu').waitFor({ state: 'detached' })
    for (const entry of entries) {
      await ann.choose(menu, entry)
      await checkDialog(`${menu}: ${entry}`)
    }
  }
  expect(seen.length).toBeGreaterThan(12)
})
