// SPDX-License-Identifier: Apache-2.0
// Running the rooms in the web app: assign first, open all together, a countdown that everybody sees, a timer that brings everybody back.
import { expect, test } from 'vitest'
import { accessibilityFaults } from '../harness/accessibility.ts'
import { useStage } from '../harness/Stage.ts'
import { WebPerson, waitForRooms } from '../harness/WebPerson.ts'
import { type WaitOptions, waitFor } from '../harness/waitFor.ts'

const main = 'Main room'
const stage = useStage()

async function three(meeting: string): Promise<[WebPerson, WebPerson, WebPerson]> {
  await stage.clear()
  const open = async (name: string) => {
    const options = { serverUrl: stage.server.url, meeting, name, camera: false }
    const person = await WebPerson.open(await stage.context(), options, meeting)
    await person.join()
    return person
  }
  return [await open('Ann'), await open('Bob'), await open('Cem')]
}

/** What the banner above the tiles says; empty when there is none. */
async function bannerOf(person: WebPerson): Promise<string> {
  const [text = ''] = await person.page.locator('main .countdown-words').allTextContents()
  return text
}

async function waitForBanners(people: readonly WebPerson[], text: RegExp, options?: WaitOptions): Promise<void> {
  await Promise.all(
    people.map((person) =>
      waitFor(async () => {
        const shown = await bannerOf(person)
        return text.test(shown) ? undefined : `${person.name} is told "${shown}"`
      }, options),
    ),
  )
}

async function chooseWhen(person: WebPerson, when: string, button: string): Promise<void> {
  await person.page.getByRole('radiogroup', { name: 'When' }).getByText(when, { exact: true }).click()
  await person.page.locator('.dialog').getByRole('button', { name: button }).click()
}

/** Two rooms with one person each, as Ann's view has it. */
async function placesOf(ann: WebPerson): Promise<Readonly<Record<string, string>>> {
  const { meeting } = await ann.view()
  return Object.fromEntries(
    Object.values(meeting.people).map(({ displayName, roomId }) => [displayName, meeting.rooms[roomId]?.name ?? main]),
  )
}

async function waitUntilApart(ann: WebPerson, bob: WebPerson, cem: WebPerson): Promise<void> {
  await waitFor(async () => {
    const places = await placesOf(ann)
    return new Set(Object.values(places)).size === 3 ? undefined : `people are in ${JSON.stringify(places)}`
  })
  const { Bob = '', Cem = '' } = await placesOf(ann)
  await waitForRooms({ [main]: [ann], [Bob]: [bob], [Cem]: [cem] })
}

test('people are assigned, opened to, called back with a countdown that is cancelled once, and brought back by the timer', async () => {
  stage.explainFailure()
  const people = await three('running')
  const [ann, bob, cem] = people

  // Assigned, nobody moves.
  await ann.openPane()
  await ann.press('Split into rooms')
  await ann.page.getByRole('dialog').getByRole('textbox', { name: 'How many rooms' }).fill('2')
  await ann.page.keyboard.press('Tab')
  await ann.page.getByText('Only assign').click()
  await ann.page.getByRole('dialog').getByRole('button', { name: 'Assign' }).click()
  await waitFor(async () => {
    const marks = await ann.section(main).locator('.person-assigned').allTextContents()
    return marks.sort().join() === 'for Room 1,for Room 2' ? undefined : `Ann's pane says [${marks}]`
  })
  await waitForRooms({ [main]: people })

  // Called, and back again: a countdown that everybody sees; only moderators can stop it.
  await ann.press('Open all')
  await ann.page.getByText('2 people go to their room.').waitFor()
  // A countdown goes on while nobody looks: whoever waits for it looks from before it begins.
  await Promise.all([waitForBanners(people, /^The rooms open in \d+ s$/), chooseWhen(ann, '10 s', 'Open all rooms')])
  await waitUntilApart(ann, bob, cem)
  await ann.press('Bring everyone back')
  await Promise.all([
    waitForBanners([bob, cem], /^Back to the main room in \d+ s$/),
    waitForBanners([ann], /^Everybody comes back in \d+ s$/),
    chooseWhen(ann, '10 s', 'Bring everyone back'),
  ])
  expect(await bob.button('Cancel the countdown').count()).toBe(0)
  await waitForBanners(people, /^$/)
  await waitForRooms({ [main]: people })
  expect(Object.values((await ann.view()).meeting.rooms).map(({ open }) => open)).toEqual([false, false])

  // Once more, with a timer: everybody goes where they were assigned to.
  await ann.press('Open all')
  await chooseWhen(ann, 'Now', 'Open all rooms')
  await waitUntilApart(ann, bob, cem)
  await ann.press('Set a timer')
  expect(await accessibilityFaults(ann.page, '.dialog')).toEqual([])
  await ann.page.getByRole('dialog').getByRole('textbox', { name: 'Minutes' }).fill('1')
  await ann.page.keyboard.press('Tab')
  await ann.press('Start the timer')
  for (const person of people) await person.page.locator('.room-time', { hasText: /0:\d\d/ }).waitFor()

  // While it runs: somebody reloads, and a countdown is cancelled.
  await cem.page.reload()
  await cem.waitUntilIn()
  await cem.page.locator('.room-time', { hasText: /0:\d\d/ }).waitFor()
  await ann.press('Bring everyone back')
  await chooseWhen(ann, '60 s', 'Bring everyone back')
  await waitForBanners(people, /in \d\d s$/)
  expect(await accessibilityFaults(ann.page, 'main .countdown')).toEqual([])
  expect(await accessibilityFaults(ann.page, '.running-tools')).toEqual([])
  await ann.press('Cancel the countdown')
  await waitForBanners(people, /^$/)
  await waitUntilApart(ann, bob, cem)

  // At its end everybody comes back by themselves.
  await waitForBanners(people, /^Time is up\. .* in \d+ s$/, { timeoutMs: 75_000 })
  await waitForBanners(people, /^$/, { timeoutMs: 45_000 })
  await waitForRooms({ [main]: people })
  for (const person of people) expect(await person.page.locator('.room-time').count()).toBe(0)
})
