// SPDX-License-Identifier: Apache-2.0
// Reactions as people use them: seen on the tile by those in the same room, told to screen readers, gone after a moment, and unknown in other rooms.
import { expect, test } from 'vitest'
import { accessibilityFaults } from '../harness/accessibility.ts'
import { openContext } from '../harness/browser.ts'
import { useStage } from '../harness/Stage.ts'
import { WebPerson, waitForRooms } from '../harness/WebPerson.ts'
import { waitFor } from '../harness/waitFor.ts'

const main = 'Main room'
const stage = useStage()

function tileOf(person: WebPerson, name: string) {
  return person.page.getByRole('group', { name: new RegExp(`^${name}`) })
}

function markOn(person: WebPerson, name: string) {
  return tileOf(person, name).locator('.reaction-mark')
}

test('a reaction is seen on the tile in the same room only, read aloud, and gone after a moment', async () => {
  stage.explainFailure()
  const meeting = 'reactions'
  const people: WebPerson[] = []
  for (const name of ['Ann', 'Bob', 'Cem']) {
    const options = { serverUrl: stage.server.url, meeting, name, camera: false }
    const person = await WebPerson.open(await stage.context(), options, meeting)
    await person.join()
    people.push(person)
  }
  const [ann, bob, cem] = people
  if (!(ann && bob && cem)) throw new Error('three people are needed')
  await ann.openPane()
  await ann.press('Add room')
  await ann.section('Room 1').waitFor()
  await ann.choose('Actions for Cem', 'Room 1')
  await waitForRooms({ [main]: [ann, bob], 'Room 1': [cem] })

  // By keyboard alone: the row opens with the focus on its first sign and gives it back.
  await bob.button('React').focus()
  await bob.page.keyboard.press('Enter')
  await bob.page.getByRole('toolbar', { name: 'Reactions' }).waitFor()
  expect(await accessibilityFaults(bob.page, '.reaction-bar')).toEqual([])
  await waitFor(async () => {
    const focused = await bob.page.evaluate(() => document.activeElement?.getAttribute('aria-label'))
    return focused === 'Thumbs up' ? undefined : `the focus is on ${focused}`
  })
  await Promise.all([
    markOn(ann, 'Bob').waitFor(),
    markOn(bob, 'You').waitFor(),
    ann.page.getByRole('status').getByText('Bob: Thumbs up.').waitFor(),
    bob.page.keyboard.press('Enter'),
  ])
  expect(await markOn(cem, 'Bob').count()).toBe(0)
  expect(await cem.page.getByText('Bob: Thumbs up.').count()).toBe(0)
  await markOn(ann, 'Bob').waitFor({ state: 'detached' })
  await bob.page.keyboard.press('Escape')
  await bob.page.getByRole('toolbar', { name: 'Reactions' }).waitFor({ state: 'detached' })
  await bob.page.locator('[aria-label="React"]:focus').waitFor()

  // Too many are refused in words. Cem's page cannot load what reactions look like, nor the chat: they are missing, and the meeting goes on.
  await cem.page.route(/\/assets\/(?:ReactionMark|ChatPane)-/, (route) => route.abort())
  await cem.press('React')
  // All at once: a slow machine would be slow enough to be allowed it.
  await Promise.all([
    cem.page.getByText('You did this several times in a short time.').first().waitFor(),
    cem.button('Wow').evaluate((wow: HTMLElement) => {
      for (let count = 0; count < 11; count += 1) wow.click()
    }),
  ])
  expect(await markOn(ann, 'Cem').count()).toBe(0)
  expect(await markOn(cem, 'You').count()).toBe(0)
  await cem.press('Chat')
  await cem.page.getByRole('complementary', { name: 'Chat' }).getByRole('alert').waitFor()
  expect(await accessibilityFaults(cem.page, '.chat-pane')).toEqual([])
  await ann.choose('Actions for Bob', 'Room 1')
  await waitForRooms({ [main]: [ann], 'Room 1': [bob, cem] })
  await cem.page.unrouteAll()
  await cem.press('Load the page again')
  await cem.waitUntilIn()
  await cem.press('Chat')
  await cem.page.getByRole('textbox', { name: 'Message to Room 1' }).waitFor()
  await waitForRooms({ [main]: [ann], 'Room 1': [bob, cem] })

  // Nothing of it is there after a reload.
  await ann.page.reload()
  await ann.waitUntilIn()
  expect(await ann.page.locator('.reaction-mark').count()).toBe(0)
})

test('on a phone the reactions are in the menu, and all of them can be reached', async () => {
  stage.explainFailure()
  const meeting = 'reactions-phone'
  // As small from the first: a larger window opens the pane, which would cover the meeting.
  const context = await openContext(stage.browser, { viewport: { width: 360, height: 640 } })
  const options = { serverUrl: stage.server.url, meeting, name: 'Ann', camera: false }
  const ann = await WebPerson.open(context, options, meeting)
  await ann.join()
  await ann.choose('More', 'React')
  for (const name of ['Thumbs up', 'Heart', 'Close the reactions']) {
    await waitFor(async () => {
      const box = await ann.button(name).boundingBox()
      return box && box.x >= 0 && box.x + box.width <= 360 ? undefined : `${name} is at ${JSON.stringify(box)}`
    })
  }
  await Promise.all([markOn(ann, 'You').waitFor(), ann.press('Heart')])
  await ann.press('Close the reactions')
  await ann.page.getByRole('toolbar', { name: 'Reactions' }).waitFor({ state: 'detached' })
})
