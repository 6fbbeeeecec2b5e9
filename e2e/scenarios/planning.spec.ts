// SPDX-License-Identifier: Apache-2.0
// What a moderator does before and around a workshop, from the dialogs: rounds planned, changed and begun; a meeting prepared alone; templates; and what
// everybody is told of it.
import type { MeetingClient } from '@alcove/client'
import { openControlBot } from '@alcove/client/testing'
import { afterAll, expect, test } from 'vitest'
import { accessibilityFaults } from '../harness/accessibility.ts'
import { useStage } from '../harness/Stage.ts'
import { WebPerson } from '../harness/WebPerson.ts'
import { waitFor } from '../harness/waitFor.ts'

const stage = useStage()
const bots: MeetingClient[] = []
afterAll(() => {
  for (const bot of bots) bot.close()
})

async function open(meeting: string, name = 'Ann'): Promise<WebPerson> {
  const context = await stage.context()
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const options = { serverUrl: stage.server.url, meeting, name, camera: false }
  const person = await WebPerson.open(context, options, meeting)
  await person.join()
  return person
}

async function addBots(meeting: string, names: readonly string[]): Promise<void> {
  for (const displayName of names)
    bots.push(await openControlBot({ serverUrl: stage.server.url, meetingId: meeting, displayName }))
}

async function hasNoFaults(person: WebPerson, what: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await person.page.emulateMedia({ colorScheme })
    expect(await accessibilityFaults(person.page, '[role="dialog"]'), `${what}, ${colorScheme}`).toEqual([])
  }
}

const clipboardOf = ({ page }: WebPerson) => page.evaluate(() => navigator.clipboard.readText())

test('rounds are planned, renamed, changed person by person, taken along as text, and begun', async () => {
  stage.explainFailure()
  const ann = await open('plan')
  await addBots('plan', ['Bob', 'Cem', 'Dee', 'Eva'])
  await ann.openPane()
  await ann.press('Rounds')
  const dialog = ann.page.getByRole('dialog', { name: 'Rounds' })
  await dialog.getByRole('textbox', { name: 'How many rounds' }).fill('2')
  await dialog.getByRole('textbox', { name: 'How many rooms' }).fill('2')
  await ann.page.keyboard.press('Tab')
  await dialog.getByRole('button', { name: 'Plan rounds' }).click()
  await dialog.getByText('Planned. Nobody meets again.').waitFor()
  await hasNoFaults(ann, 'rounds')

  await dialog.getByRole('button', { name: 'Change Round 1' }).click()
  await dialog.getByRole('textbox', { name: 'Name of the round' }).fill('Warm up')
  await dialog.getByRole('button', { name: 'Save', exact: true }).click()
  await dialog.getByText('Warm up').first().waitFor()

  // A round made by hand: everybody is in no room at first, and whoever met before is told.
  await dialog.getByRole('button', { name: 'Add an empty round' }).click()
  await dialog.getByRole('button', { name: /Round 3/, expanded: false }).click()
  const byHand = dialog.getByRole('listitem').filter({ has: ann.page.getByRole('button', { name: 'Change Round 3' }) })
  for (const name of ['Bob', 'Cem', 'Dee', 'Eva']) {
    await byHand.getByRole('button', { name: `Move ${name}` }).click()
    await ann.page.getByRole('menuitem', { name: 'Room 1' }).click()
    await waitFor(async () => {
      const groups = Object.values((await ann.view()).moderators?.rounds ?? {}).find(({ order }) => order === 3)?.groups
      const { people } = (await ann.view()).meeting
      const names = Object.values(groups ?? {}).flatMap((ids) => ids.map((id) => people[id]?.displayName))
      return names.includes(name) ? undefined : `${name} is not in the round`
    })
  }
  await byHand.getByText(/4 pairs meet again: /).waitFor()
  await dialog.getByRole('button', { name: 'Move Round 3 up' }).click()
  // It stands elsewhere then, and so do its buttons.
  await waitFor(async () => {
    const named = await dialog
      .getByRole('button', { name: /^Remove / })
      .evaluateAll((all) => all.map((one) => one.ariaLabel))
    return named.indexOf('Remove Round 3') === 1 ? undefined : `the rounds stand as ${named}`
  })
  await dialog.getByRole('button', { name: 'Remove Round 3' }).click()
  await byHand.waitFor({ state: 'detached' })

  await dialog.getByRole('button', { name: 'Copy as text' }).click()
  await dialog.getByText('The plan is copied.').waitFor()
  expect(await clipboardOf(ann)).toMatch(/^Warm up \(10 minutes\)\nRoom 1: \w+ and \w+\nRoom 2: \w+ and \w+\n\nRound 2/)
  const [saved] = await Promise.all([
    ann.page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Save as a table (CSV)' }).click(),
  ])
  expect(saved.suggestedFilename()).toBe('plan rounds.csv')

  // On paper there is the plan alone.
  await ann.page.evaluate(() => {
    window.print = () => {}
  })
  await dialog.getByRole('button', { name: 'Print' }).click()
  await ann.page.emulateMedia({ media: 'print' })
  await ann.page.locator('.print-sheet').getByText('Rounds: plan').waitFor()
  expect(await ann.button('Leave the meeting').isVisible()).toBe(false)
  await ann.page.emulateMedia({ media: 'screen' })
  await ann.page.evaluate(() => dispatchEvent(new Event('afterprint')))

  await dialog.getByText('Now', { exact: true }).click()
  await dialog.getByRole('button', { name: 'Begin Warm up' }).click()
  await ann.page.getByText('Round 1 of 2: Warm up').first().waitFor()
  await waitFor(async () => {
    const places = Object.values((await ann.view()).meeting.people).map(({ roomId }) => roomId)
    return places.filter((roomId) => roomId !== 'main').length === 4 ? undefined : `people are in ${places}`
  })
})

test('whoever is alone prepares: the moderator link brings them back, and who comes before waits', async () => {
  stage.explainFailure()
  const meeting = 'prepared'
  const ann = await open(meeting)
  await ann.press('Prepare the meeting')
  const dialog = ann.page.getByRole('dialog', { name: 'Prepare the meeting' })
  await dialog.getByText('You choose this once there is a moderator link.').waitFor()
  await dialog.getByRole('button', { name: 'Make and copy a link' }).click()
  await dialog.getByText('Copied. Keep it now: it cannot be shown again.').waitFor()
  const link = await clipboardOf(ann)
  await dialog.getByText('wait in the lobby', { exact: true }).click()
  await waitFor(async () => {
    const { door } = (await ann.view()).meeting
    return door.moderatorKey && door.beforeModerator === 'wait' ? undefined : JSON.stringify(door)
  })
  await hasNoFaults(ann, 'preparing')
  await dialog.getByRole('button', { name: /After the last person has left/ }).click()
  await ann.page.getByRole('option', { name: '7 days' }).click()
  await waitFor(async () => {
    const { retentionMs } = (await ann.view()).meeting
    return retentionMs === 7 * 24 * 3_600_000 ? undefined : `the meeting is kept for ${retentionMs} ms`
  })
  await dialog.getByRole('button', { name: 'Use a template' }).click()
  await ann.page.getByRole('dialog', { name: 'Templates' }).getByRole('button', { name: 'Done' }).click()
  await ann.openPane()
  await ann.press('Add room')
  await ann.section('Room 1').waitFor()
  await ann.press('Leave the meeting')
  await ann.button('Join again').waitFor()

  const options = { serverUrl: stage.server.url, meeting, name: 'Bob', camera: false }
  const bob = await WebPerson.open(await stage.context(), options, meeting)
  // Her page says that she has left before the server has heard of it.
  await bob.page.getByText('Nobody is here yet.').waitFor()
  await bob.page.getByLabel('Your name').fill('Bob')
  await bob.press('Join')
  await bob.page.getByText(/You are in the lobby/).waitFor()
  const cat = await WebPerson.open(
    await stage.context(),
    { ...options, name: 'Cat' },
    link.replace(/^.*?\/\/[^/]*\//, ''),
  )
  await cat.join()
  await bob.waitUntilIn()
  expect((await cat.view()).self.can.moderate).toBe(true)
  expect((await bob.view()).self.can.moderate).toBe(false)
  expect(Object.values((await cat.view()).meeting.rooms).map(({ name }) => name)).toEqual(['Room 1'])
})

test('a template is kept, told what it would change, and used in another meeting of the browser', async () => {
  stage.explainFailure()
  const ann = await open('first')
  await ann.openPane()
  for (const name of ['Garden', 'Kitchen']) {
    await ann.page.getByRole('textbox', { name: 'Name of the new room' }).fill(name)
    await ann.press('Add room')
    await ann.section(name).waitFor()
  }
  await ann.press(/People go to any open room themselves/)
  await ann.page.getByRole('option', { name: 'Only moderators move people' }).click()
  await waitFor(async () => ((await ann.view()).meeting.selfMove === 'nowhere' ? undefined : 'people still move'))
  await ann.press('Templates')
  const dialog = ann.page.getByRole('dialog', { name: 'Templates' })
  await dialog.getByRole('textbox', { name: 'Name of the template' }).fill('World café')
  await dialog.getByRole('button', { name: 'Keep', exact: true }).click()
  await dialog.getByText('World café is kept in this browser.').waitFor()
  await hasNoFaults(ann, 'templates')
  const [saved] = await Promise.all([
    ann.page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Download World café' }).click(),
  ])
  const path = await saved.path()
  await dialog.getByRole('button', { name: 'Delete World café' }).click()
  await dialog.getByText('No template is kept in this browser yet.').waitFor()
  const file = dialog.locator('input[type="file"]')
  await file.setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from('{"name":"x"}') })
  await dialog.getByText('This file is not a template.').waitFor()
  await file.setInputFiles(path)
  await dialog.getByText('World café is kept in this browser.').waitFor()

  await ann.page.goto(`${stage.server.url}/second`)
  await ann.join()
  await ann.openPane()
  await ann.press('Templates')
  await dialog.getByRole('button', { name: 'Use World café' }).click()
  const using = ann.page.getByRole('dialog', { name: 'Use World café' })
  for (const line of ['Adds Garden', 'Adds Kitchen', 'Only moderators move people'])
    await using.getByText(line, { exact: true }).waitFor()
  await hasNoFaults(ann, 'using a template')
  await using.getByRole('button', { name: 'Apply' }).click()
  await using.waitFor({ state: 'detached' })
  // The dialog is gone with the last answer, and what it did may be told only then.
  await waitFor(async () => {
    const { rooms, selfMove } = (await ann.view()).meeting
    const names = Object.values(rooms)
      .sort((a, b) => a.order - b.order)
      .map(({ name }) => name)
    const now = `${names}: ${selfMove}`
    return now === 'Garden,Kitchen: nowhere' ? undefined : `the meeting is ${now}`
  })
})

test('everybody can read what moderators see and how long it is kept', async () => {
  stage.explainFailure()
  await addBots('told', ['Ann'])
  const bob = await open('told', 'Bob')
  await bob.openPane()
  await bob.press('Who sees what here')
  const dialog = bob.page.getByRole('dialog', { name: 'Who sees what here' })
  await dialog
    .getByText('Names, messages and the report are deleted 24 hours after the last person has left.')
    .waitFor()
  await dialog.getByText(/Before it can be seen the room shows who looks/).waitFor()
  await hasNoFaults(bob, 'who sees what')
  await bots.at(-1)?.setMayLookIn(false)
  await dialog.getByText('Nobody looks into rooms in this meeting.').waitFor()
})
