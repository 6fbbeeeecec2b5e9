// SPDX-License-Identifier: Apache-2.0
// The whole job with rooms by keyboard alone: come in, make rooms, split, open, move one, ask for help and give it, return, bring everybody back.
import { expect, test } from 'vitest'
import { Keyboard } from '../harness/Keyboard.ts'
import { useStage } from '../harness/Stage.ts'
import { WebPerson, waitForRooms } from '../harness/WebPerson.ts'
import { waitFor } from '../harness/waitFor.ts'

const main = 'Main room'
const meeting = 'keyboard'
const stage = useStage()

interface Typist {
  readonly person: WebPerson
  readonly keys: Keyboard
}

/** From the welcome page into the meeting; the mouse is never used. */
async function enter(name: string): Promise<Typist> {
  const options = { serverUrl: stage.server.url, meeting, name, camera: false }
  const person = await WebPerson.open(await stage.context(), options)
  const keys = new Keyboard(person.page)
  await keys.goTo(person.page.getByLabel('Meeting name'))
  await keys.type(meeting)
  await keys.press('Enter')
  await keys.goTo(person.page.getByLabel('Your name'))
  await keys.type(name)
  await keys.press('Enter')
  await person.waitUntilIn()
  return { person, keys }
}

async function roomOf({ person }: Typist): Promise<string> {
  const { meeting: part, self } = await person.view()
  const roomId = part.people[self.participantId]?.roomId ?? 'main'
  return (part.rooms as Readonly<Record<string, { readonly name: string }>>)[roomId]?.name ?? main
}

test('a meeting is split, helped and brought back without a mouse', async () => {
  stage.explainFailure()
  const ann = await enter('Ann')
  const bob = await enter('Bob')
  const cem = await enter('Cem')
  await waitForRooms({ [main]: [ann.person, bob.person, cem.person] })
  const { page } = ann.person

  // Rooms. A key opens the pane where it is closed.
  if ((await page.locator('aside').count()) === 0) await ann.keys.press('r')
  await ann.keys.useButton('Add room')
  await ann.person.section('Room 1').waitFor()
  await ann.keys.useButton('Add room')
  await ann.person.section('Room 2').waitFor()

  // Split, held until the rooms are opened.
  await ann.keys.useButton('Split into rooms')
  const dialog = page.getByRole('dialog')
  await ann.keys.pick(/Only assign/)
  await ann.keys.useButton('Assign', dialog)
  await dialog.waitFor({ state: 'detached' })
  await ann.keys.useButton('Open all')
  await ann.keys.pick('Now')
  await ann.keys.useButton('Open all rooms')
  await waitFor(async () => {
    const places = [await roomOf(bob), await roomOf(cem)].sort().join()
    return places === 'Room 1,Room 2' ? undefined : `Bob and Cem are in ${places}`
  })

  // One is moved to the other.
  const [to, from] = [await roomOf(cem), await roomOf(bob)]
  await ann.keys.choose('Actions for Bob', to)
  await waitForRooms({ [main]: [ann.person], [to]: [bob.person, cem.person] })
  expect(from).not.toBe(to)

  // Help is asked for, given on the spot, and left.
  await bob.keys.useButton('Ask for help')
  await bob.keys.goTo(bob.person.page.getByRole('textbox', { name: /What is it about/ }))
  await bob.keys.type('We are stuck')
  await bob.keys.useButton('Ask for help', bob.person.page.getByRole('dialog'))
  await ann.keys.useButton(`Go there: ${to}, help Bob`, page.locator('main'))
  await waitForRooms({ [to]: [ann.person, bob.person, cem.person] })
  await ann.keys.useButton('Return to Main room')
  await waitForRooms({ [main]: [ann.person], [to]: [bob.person, cem.person] })
  // The button is gone: the keyboard goes on at the name of the room.
  await page.locator('h1:focus', { hasText: main }).waitFor()

  // One goes back by oneself, and all the others are brought back.
  await bob.keys.useButton('Back to main')
  await waitForRooms({ [main]: [ann.person, bob.person], [to]: [cem.person] })
  await ann.keys.useButton('Bring everyone back')
  await ann.keys.pick('Now')
  await ann.keys.useButton('Bring everyone back', page.getByRole('alertdialog'))
  await waitForRooms({ [main]: [ann.person, bob.person, cem.person] })
})
