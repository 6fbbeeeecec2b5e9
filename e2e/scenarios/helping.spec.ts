// SPDX-License-Identifier: Apache-2.0
// Announcements, hands and help in the web app: what a moderator says to rooms is read there, and who asks for help is seen from anywhere.
import { expect, test } from 'vitest'
import { accessibilityFaults } from '../harness/accessibility.ts'
import { useStage } from '../harness/Stage.ts'
import { WebPerson, waitForRooms } from '../harness/WebPerson.ts'
import { waitFor } from '../harness/waitFor.ts'

const main = 'Main room'
const stage = useStage()

async function open(name: string, meeting: string): Promise<WebPerson> {
  const options = { serverUrl: stage.server.url, meeting, name, camera: false }
  const person = await WebPerson.open(await stage.context(), options, meeting)
  await person.join()
  return person
}

/** Faces that something lies over, by name. */
function coveredBy({ page }: WebPerson, what: string): Promise<string[]> {
  return page.evaluate((selector) => {
    const over = document.querySelector(selector)?.getBoundingClientRect()
    if (!over) return ['nothing: it is not there']
    const tiles = [...document.querySelectorAll('.tile')].filter((tile) => {
      const box = tile.getBoundingClientRect()
      const isApart =
        over.bottom <= box.top || over.top >= box.bottom || over.right <= box.left || over.left >= box.right
      return !isApart
    })
    return tiles.map((tile) => tile.querySelector('.tile-name-words')?.textContent ?? '')
  }, what)
}

test('a moderator announces, sees a hand, is asked for help, goes there, and returns', async () => {
  stage.explainFailure()
  await stage.clear()
  const ann = await open('Ann', 'helping')
  // Somebody speaks, so that the view changes all the time.
  await ann.hum()
  const bob = await open('Bob', 'helping')
  await ann.openPane()
  await ann.press('Add room')
  await ann.section('Room 1').waitFor()
  // Who comes is told to those who do not see it.
  await ann.page.getByRole('status').filter({ hasText: 'Bob came.' }).waitFor({ state: 'attached' })
  await bob.openPane()
  await bob.press('Join Room 1')
  await waitForRooms({ [main]: [ann], 'Room 1': [bob] })

  // Announced to all: above the tiles in both rooms, until it is put away; then it can be read again.
  await ann.press('Announce')
  expect(await accessibilityFaults(ann.page, '.dialog')).toEqual([])
  await ann.page.getByRole('textbox', { name: 'Announcement' }).fill('Five minutes left')
  await ann.page.locator('.dialog').getByRole('button', { name: 'Announce' }).click()
  for (const person of [ann, bob])
    await person.page.locator('main .announcement').getByText('Five minutes left').waitFor()
  expect(await accessibilityFaults(bob.page, 'main .announcement-strip')).toEqual([])
  await waitFor(async () => {
    const covered = await coveredBy(bob, 'main .announcement')
    return covered.length === 0 ? undefined : `the announcement covers ${covered}`
  })
  await bob.page.locator('main .announcement').getByRole('button', { name: 'Dismiss' }).click()
  await bob.page.locator('main .announcement').waitFor({ state: 'detached' })
  await bob.press('Read the announcement again')
  await bob.page.locator('main .announcement').getByText('Five minutes left').waitFor()

  // A hand is seen from another room, and lowered from there.
  await bob.press('Raise your hand')
  await ann.section('Room 1').getByLabel('1 hand raised').waitFor()
  await bob.page.getByRole('group', { name: 'You, hand raised, number 1' }).waitFor()
  await ann.choose('Actions for Room 1', 'Lower all hands in this room')
  await bob.button('Raise your hand').waitFor()

  // Help is asked for, taken with one press, and left with one.
  await bob.press('Ask for help')
  expect(await accessibilityFaults(bob.page, '.dialog')).toEqual([])
  // A dialog covers the page: what is announced meanwhile is read in it, and what was refused or just happened is seen in it.
  await ann.press('Announce')
  await ann.page.getByRole('textbox', { name: 'Announcement' }).fill('Two minutes left')
  await ann.page.locator('.dialog').getByRole('button', { name: 'Announce' }).click()
  await bob.page.getByRole('status').filter({ hasText: 'Two minutes left' }).waitFor({ state: 'attached' })
  await bob.page.getByRole('textbox', { name: /What is it about/ }).fill('We are stuck')
  await bob.page.locator('.dialog').getByRole('button', { name: 'Ask for help' }).click()
  await bob.page.getByText('You asked for help. The moderators know.').waitFor()
  const notice = ann.page.locator('main .help-notice')
  await notice.getByText('We are stuck').waitFor()
  expect(await accessibilityFaults(ann.page, 'main .help-notice')).toEqual([])
  await Promise.all([
    bob.page.getByText('Ann is coming to help.').waitFor(),
    notice.getByRole('button', { name: 'I will come: Bob' }).click(),
  ])
  await notice.getByRole('button', { name: 'Go there: Room 1, help Bob' }).click()
  await waitForRooms({ 'Room 1': [ann, bob] })
  await ann.press('Return to Main room')
  await waitForRooms({ [main]: [ann], 'Room 1': [bob] })
  await bob.button('Ask for help').waitFor()
  await notice.waitFor({ state: 'detached' })
})
