// SPDX-License-Identifier: Apache-2.0
// The door of the meeting in the web app: people wait in the lobby, are asked for a password, and come in by a moderator link.
import { expect, test } from 'vitest'
import { accessibilityFaults } from '../harness/accessibility.ts'
import { useStage } from '../harness/Stage.ts'
import { WebPerson, waitForRooms } from '../harness/WebPerson.ts'
import { waitFor } from '../harness/waitFor.ts'

const main = 'Main room'
const meeting = 'lobby'
const stage = useStage()

async function open(name: string, path = meeting): Promise<WebPerson> {
  // A link that says something comes with nothing else in its address.
  const options = { serverUrl: stage.server.url, meeting, name, camera: path !== meeting }
  const person = await WebPerson.open(await stage.context(), options, path)
  await person.page.getByLabel('Your name').fill(name)
  return person
}

/** In the lobby, where nothing is seen or heard of anybody. */
async function waitsOutside(person: WebPerson): Promise<void> {
  await person.page.getByText('You are in the lobby').waitFor()
  expect(await person.page.locator('[data-room-id]').count()).toBe(0)
  expect(await person.page.getByText('Ann').count()).toBe(0)
  expect([await person.seen(), await person.heard()]).toEqual([[], 0])
}

test('a moderator keeps the door: lobby, password, moderator link', async () => {
  stage.explainFailure()
  const ann = await open('Ann')
  await ann.join()
  await ann.openPane()
  await ann.choose('Moderation', 'People wait in the lobby')
  await waitFor(async () => ((await ann.view()).meeting.door.lobby ? undefined : 'nobody waits in the lobby yet'))

  const bob = await open('Bob')
  await bob.press('Join')
  await waitsOutside(bob)
  expect(await accessibilityFaults(bob.page, 'body')).toEqual([])
  const lobby = ann.section('In the lobby')
  await lobby.getByText('Bob').waitFor()
  expect(await accessibilityFaults(ann.page, '.rooms-pane')).toEqual([])

  // Bob writes to the moderators and is answered; nobody else is told.
  await bob.page.getByLabel('Write to the moderators').fill('I am from the agency')
  await bob.page.keyboard.press('Enter')
  await lobby.getByText('I am from the agency').waitFor()
  await ann.press('Write to Bob')
  const dialog = ann.page.getByRole('dialog')
  await dialog.getByLabel('Your answer').fill('One moment, please')
  await ann.page.keyboard.press('Enter')
  await bob.page.getByText('One moment, please').waitFor()
  expect(await accessibilityFaults(bob.page, 'body')).toEqual([])
  expect(await accessibilityFaults(ann.page, '.dialog')).toEqual([])
  await bob.page.reload()
  await bob.page.getByText('One moment, please').waitFor()
  await dialog.getByRole('button', { name: 'Let in' }).click()
  await bob.waitUntilIn()
  await waitForRooms({ [main]: [ann, bob] })
  await lobby.waitFor({ state: 'detached' })

  await ann.choose('Moderation', 'Set a password…')
  await ann.page.getByRole('dialog').getByLabel('Password').fill('open sesame')
  expect(await accessibilityFaults(ann.page, '.dialog')).toEqual([])
  await ann.press('Set the password')
  await waitFor(async () => ((await ann.view()).meeting.door.password ? undefined : 'there is no password yet'))
  await dialog.waitFor({ state: 'detached' })

  // Asked, wrong, right: with the pane closed, the notice tells of who waits.
  await ann.press('Close')
  const cem = await open('Cem')
  await cem.press('Join')
  const field = cem.page.getByLabel('Password of the meeting')
  await field.and(cem.page.locator(':focus')).waitFor()
  await field.fill('sesame')
  await cem.page.keyboard.press('Enter')
  await cem.page.getByText('The password is wrong.').waitFor()
  expect(await accessibilityFaults(cem.page, 'body')).toEqual([])
  await field.fill('open sesame')
  await cem.press('Join')
  await waitsOutside(cem)
  await ann.page.getByText('Cem waits in the lobby').waitFor()
  await ann.press('Show the lobby')
  await lobby.getByRole('button', { name: 'Let in Cem' }).click()
  await waitForRooms({ [main]: [ann, bob, cem] })

  // Neither lobby nor password for who has the moderator link, which leaves the address at once.
  await ann.choose('Moderation', 'Copy a moderator link…')
  await ann.press('Make and copy a link')
  const link = await ann.page.getByLabel('The new moderator link').inputValue()
  expect(await accessibilityFaults(ann.page, '.dialog')).toEqual([])
  await ann.press('Done')
  const dora = await open('Dora', link.replace(`${stage.server.url}/`, ''))
  expect(dora.page.url()).toBe(`${stage.server.url}/${meeting}`)
  await dora.join()
  expect((await dora.view()).self.can.moderate).toBe(true)
})
