// SPDX-License-Identifier: Apache-2.0
// Splitting people with wishes, from the dialog: what cannot be done is said in words, what is shown is done exactly so, and it can be taken back.
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

async function open(meeting: string, names: readonly string[]): Promise<WebPerson> {
  const options = { serverUrl: stage.server.url, meeting, name: 'Ann', camera: false }
  const ann = await WebPerson.open(await stage.context(), options, meeting)
  await ann.join()
  for (const displayName of names)
    bots.push(await openControlBot({ serverUrl: stage.server.url, meetingId: meeting, displayName }))
  await ann.openPane()
  return ann
}

/** Names of the people of each room, rooms in their order; the main room is left out. */
async function seatsOf(ann: WebPerson): Promise<readonly string[]> {
  const { meeting } = await ann.view()
  return Object.entries(meeting.rooms)
    .sort(([, first], [, second]) => first.order - second.order)
    .map(([roomId]) =>
      Object.values(meeting.people)
        .filter((person) => person.roomId === roomId)
        .map(({ displayName }) => displayName)
        .sort()
        .join(', '),
    )
}

async function pick(ann: WebPerson, list: string, names: readonly string[]): Promise<void> {
  await ann.page.getByRole('combobox', { name: list }).click()
  for (const name of names) {
    await ann.page.keyboard.type(name)
    await ann.page.getByRole('option', { name }).click()
  }
  await ann.page.keyboard.press('Escape')
}

test('wishes are met or refused in words; what was shown is done, and taken back', async () => {
  stage.explainFailure()
  const ann = await open('wishes', ['Bob', 'Cem', 'Dee', 'Eva'])
  await ann.press('Split into rooms')
  const dialog = ann.page.getByRole('dialog', { name: 'Split into rooms' })
  await dialog.getByText('4 people in 2 rooms: 2 in each.').waitFor()

  // By size, the number of rooms follows.
  await dialog.getByText('Size of rooms').click()
  await dialog.getByRole('textbox', { name: 'People in a room, at most' }).fill('3')
  await ann.page.keyboard.press('Tab')
  await dialog.getByText('2 rooms will be added.').waitFor()

  // Three who are all to be apart need three rooms.
  await dialog.getByRole('button', { name: 'More' }).click()
  await dialog.getByRole('button', { name: 'Add people to keep apart' }).click()
  await pick(ann, 'Apart 1', ['Bob', 'Cem', 'Dee'])
  await dialog.getByRole('button', { name: 'Show who goes where' }).click()
  await dialog
    .getByRole('alert')
    .getByText('Bob, Cem and Dee are all to be apart. That takes 3 rooms, and there are 2. Nobody was assigned.')
    .waitFor()
  for (const colorScheme of ['light', 'dark'] as const) {
    await ann.page.emulateMedia({ colorScheme })
    expect(await accessibilityFaults(ann.page, '[role="dialog"]'), colorScheme).toEqual([])
  }
  expect(await seatsOf(ann)).toEqual([])

  await dialog.getByText('Number of rooms').click()
  await dialog.getByRole('textbox', { name: 'How many rooms' }).fill('3')
  await ann.page.keyboard.press('Tab')
  await dialog.getByRole('button', { name: 'Add people to keep together' }).click()
  await pick(ann, 'Together 1', ['Bob', 'Eva'])
  await dialog.getByRole('button', { name: /More.*2 wishes/ }).waitFor()
  await dialog.getByRole('button', { name: 'Show who goes where' }).click()
  const shown = dialog.getByRole('list', { name: 'Who would go where' })
  await shown.waitFor()
  await dialog.getByRole('button', { name: 'Mix again' }).click()
  await waitFor(async () =>
    (await dialog.getByRole('button', { name: 'Mix again' }).isEnabled()) ? undefined : 'mixing',
  )
  const preview = await Promise.all(
    (await shown.locator('.split-preview-room').all()).map(async (room) =>
      (await room.locator('.name-chip').allTextContents()).sort().join(', '),
    ),
  )
  expect([...preview].sort()).toEqual(['Bob, Eva', 'Cem', 'Dee'])
  await dialog.getByRole('button', { name: 'Split now' }).click()
  await dialog.waitFor({ state: 'detached' })
  await waitFor(async () => {
    const seats = await seatsOf(ann)
    return seats.join('; ') === preview.join('; ') ? undefined : `seats are ${seats.join('; ')}, shown were ${preview}`
  })

  await ann.press('Undo split')
  await waitFor(async () =>
    (await seatsOf(ann)).every((room) => room === '') ? undefined : 'somebody is still in a room',
  )
})

test('only those who are not seated are seated, also with moderators among them', async () => {
  stage.explainFailure()
  const ann = await open('unseated', ['Bob', 'Cem'])
  await ann.press('Split into rooms')
  const dialog = ann.page.getByRole('dialog', { name: 'Split into rooms' })
  await dialog.getByText('2 people in 2 rooms: 1 in each.').waitFor()
  await dialog.getByText('Only assign').click()
  await dialog.getByRole('button', { name: 'Assign', exact: true }).click()
  await dialog.waitFor({ state: 'detached' })
  bots.push(await openControlBot({ serverUrl: stage.server.url, meetingId: 'unseated', displayName: 'Dee' }))
  await waitFor(async () => (Object.keys((await ann.view()).meeting.people).length === 4 ? undefined : 'Dee is not in'))

  await ann.press('Split into rooms')
  await dialog.getByText('1 person who belongs to no room yet').click()
  await dialog.getByRole('button', { name: 'More' }).click()
  await dialog.getByText('Spread moderators, too').click()
  await dialog.getByText('2 people who belong to no room yet').waitFor()
  await dialog.getByRole('button', { name: 'Split now' }).click()
  await dialog.waitFor({ state: 'detached' })
  await waitFor(async () => {
    const { moderators } = await ann.view()
    const assigned = Object.keys(moderators?.assignments ?? {}).length
    return assigned === 4 ? undefined : `${assigned} of 4 belong to a room`
  })
})
