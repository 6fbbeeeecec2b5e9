// SPDX-License-Identifier: Apache-2.0
// People who are to come, from the dialog: a table with its bad lines, rooms that it names, codes that open seats, who is not seated, and forgetting.
import type { ParticipantId } from '@alcove/protocol'
import { afterAll, expect, test } from 'vitest'
import { accessibilityFaults } from '../harness/accessibility.ts'
import { newToken, openRaw, type RawClient } from '../harness/RawClient.ts'
import { useStage } from '../harness/Stage.ts'
import { WebPerson } from '../harness/WebPerson.ts'
import { waitFor } from '../harness/waitFor.ts'

const stage = useStage()
const guests: RawClient[] = []
afterAll(() => {
  for (const guest of guests) guest.close()
})

async function enter(meeting: string, displayName: string, claimCode?: string) {
  const guest = await openRaw(stage.server.url, meeting)
  guests.push(guest)
  const joined = await guest.command('meeting.join', {
    displayName,
    resumeToken: newToken(),
    ...(claimCode !== undefined && { claimCode }),
  })
  expect(joined.ok, `${displayName}: ${JSON.stringify(joined.error)}`).toBe(true)
  return { guest, id: String(joined.result?.participantId) as ParticipantId }
}

/** Why nobody comes in by this code. */
async function refusal(meeting: string, claimCode: string): Promise<string | undefined> {
  const guest = await openRaw(stage.server.url, meeting)
  guests.push(guest)
  const answer = await guest.command('meeting.join', { displayName: 'Guest', resumeToken: newToken(), claimCode })
  return answer.error?.code
}

const fileOf = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })

test('a table is taken once its bad lines are mended; codes open seats in their rooms; others are seated and forgotten', async () => {
  stage.explainFailure()
  const meeting = 'people'
  const options = { serverUrl: stage.server.url, meeting, name: 'Ann', camera: false }
  const context = await stage.context()
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const ann = await WebPerson.open(context, options, meeting)
  await ann.join()
  await ann.openPane()
  await ann.press('People')
  const dialog = ann.page.getByRole('dialog', { name: 'People' })

  // Bad lines, each by its number and reason; nobody is taken.
  const file = dialog.locator('input[type="file"]')
  await file.setInputFiles(
    fileOf('bad.csv', 'name,email,role\nEva,eva@example.org,\n,no@example.org,\nFay,no address,boss\n'),
  )
  const badLines = dialog.getByRole('list', { name: 'Bad lines' })
  await waitFor(async () => {
    const lines = await badLines.getByRole('listitem').allTextContents()
    const wanted = ['Line 3 name: A name has 1 to 80 characters.', 'Line 4 role: The role is moderator or participant.']
    return lines.length === 2 && lines[0] === wanted[0] && lines[1]?.startsWith('Line 4')
      ? undefined
      : lines.join(' / ')
  })
  await dialog.getByText('2 lines of bad.csv cannot be taken. Nobody was added.').waitFor()
  for (const colorScheme of ['light', 'dark'] as const) {
    await ann.page.emulateMedia({ colorScheme })
    expect(await accessibilityFaults(ann.page, '[role="dialog"]'), colorScheme).toEqual([])
  }

  // Rooms that are missing are made by one press, then the table is fine.
  await file.setInputFiles(
    fileOf('good.csv', 'name;email;room;team\nEva;eva@example.org;Garden;red\nFay;;Kitchen;blue\nGus;;Garden;blue\n'),
  )
  await dialog.getByText('There is no room “Kitchen”.').waitFor()
  await dialog.getByRole('button', { name: 'Add these 2 rooms, then read again' }).click()
  await dialog.getByText('3 people in good.csv.').waitFor()
  await dialog.getByText('Those who belong to a room go there as soon as they come, if it is open').click()
  await dialog.getByRole('button', { name: 'Add 3 people' }).click()
  await dialog.getByText('3 people were added.').waitFor()
  await dialog.getByText('eva@example.org, team: red').waitFor()

  // The code is on the page and in the link; whoever has it takes the seat, and is in their room at once, as was said.
  await dialog.getByRole('button', { name: 'Copy the link of Fay' }).click()
  await dialog.getByText('The link of Fay is copied.').waitFor()
  const link = await ann.page.evaluate(() => navigator.clipboard.readText())
  const [, code = ''] = link.split('#code=')
  expect(link.startsWith(`${stage.server.url}/${meeting}#code=`)).toBe(true)
  const fay = await enter(meeting, 'Fay B.', code)
  await waitFor(async () => {
    const { meeting: now, moderators } = await ann.view()
    const roomId = now.people[fay.id]?.roomId
    const room = roomId === undefined ? undefined : now.rooms[roomId]?.name
    return room === 'Kitchen' && moderators?.assignments[fay.id] === roomId ? undefined : `Fay is in ${room}`
  })
  await dialog.getByRole('button', { name: 'Copy the link of Fay' }).waitFor({ state: 'detached' })

  // A new code ends the old one.
  const oldCode = (await dialog.getByRole('listitem').filter({ hasText: 'Gus' }).locator('code').textContent()) ?? ''
  await dialog.getByRole('button', { name: 'Actions for Gus' }).click()
  await ann.page.getByRole('menuitem', { name: /Make a new code/ }).click()
  await dialog.getByText('The code of Gus is new.').waitFor()
  const newCode = (await dialog.getByRole('listitem').filter({ hasText: 'Gus' }).locator('code').textContent()) ?? ''
  expect(newCode).not.toBe(oldCode)
  expect(await refusal(meeting, oldCode)).toBe('CLAIM_UNKNOWN')
  const late = await WebPerson.open(
    await stage.context(),
    { serverUrl: stage.server.url, meeting, name: 'Gus', camera: false },
    `${meeting}#code=${oldCode}`,
  )
  await late.page.getByLabel('Your name').fill('Gus')
  await late.press('Join')
  await late.page.getByRole('alert').waitFor()
  // Who has a code in words types it.
  await late.press('I have a code')
  const typed = late.page.getByRole('textbox', { name: 'Your code' })
  await typed.fill('tea')
  await late.press('Join')
  await late.page.getByText('This code opens no seat.').and(late.page.locator('.field-error')).waitFor()
  expect(await accessibilityFaults(late.page, 'body')).toEqual([])

  // One person by hand; who matches nothing stands in the tray, emptied by one press.
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Hal')
  await dialog.getByRole('textbox', { name: 'E-mail' }).fill('nowhere')
  await dialog.getByRole('button', { name: 'Add', exact: true }).click()
  await dialog.getByText('This is no e-mail address.').waitFor()
  await dialog.getByRole('textbox', { name: 'E-mail' }).fill('hal@example.org')
  await dialog.getByRole('button', { name: 'Add', exact: true }).click()
  await dialog.getByText('Hal is expected now.').waitFor()
  const zoe = await enter(meeting, 'Zoe')
  const tray = dialog.getByRole('region', { name: 'Not seated' })
  await tray.getByText('Zoe').waitFor()
  await tray.getByRole('button', { name: 'Seat them evenly' }).click()
  await tray.waitFor({ state: 'detached' })
  await waitFor(async () => {
    const person = (await ann.view()).meeting.people[zoe.id]
    return person?.roomId !== 'main' ? undefined : 'Zoe is still in the main room'
  })

  // Everybody as a table, in which the rooms are called by their names.
  const [saved] = await Promise.all([
    ann.page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Save as a table (CSV)' }).click(),
  ])
  const stream = await saved.createReadStream()
  let text = ''
  for await (const chunk of stream) text += String(chunk)
  // Spreadsheets take it for UTF-8 by its first letter.
  expect(text.split('\r\n')[0]).toBe('\ufeffid,name,role,user id,email,room,team')
  expect(text).toMatch(/,Eva,participant,,eva@example.org,Garden,red/)

  // Whoever lost the page with the codes makes new ones for everybody at once, and is told that the old ones end.
  await ann.page.reload()
  await ann.waitUntilIn()
  await ann.openPane()
  await ann.press('People')
  await dialog.getByText('has a code').first().waitFor()
  await dialog.getByRole('button', { name: /^Make (a )?new codes? for/ }).click()
  const question = ann.page.getByRole('alertdialog')
  await question.getByText(/stop working at once/).waitFor()
  await question.getByRole('button', { name: 'Make new codes' }).click()
  await dialog.getByText(/codes? (was|were) made\./).waitFor()
  const lastCode = (await dialog.getByRole('listitem').filter({ hasText: 'Gus' }).locator('code').textContent()) ?? ''
  expect(lastCode).not.toBe(newCode)
  expect(await refusal(meeting, newCode)).toBe('CLAIM_UNKNOWN')
  await typed.fill(` ${lastCode.toLowerCase().replace('-', ' ')} `)
  await late.press('Join')
  await late.waitUntilIn()
  await dialog.getByRole('button', { name: 'Actions for Gus' }).waitFor({ state: 'detached' })

  // Who does not come, and who left, are forgotten when asked for.
  await dialog.getByRole('button', { name: 'Actions for Hal' }).click()
  await ann.page.getByRole('menuitem', { name: 'Forget…' }).click()
  await ann.page.getByRole('alertdialog').getByRole('button', { name: 'Forget' }).click()
  await dialog.getByText('The person is forgotten.').waitFor()
  await dialog.getByRole('button', { name: 'Actions for Hal' }).waitFor({ state: 'detached' })
  expect((await zoe.guest.command('meeting.leave')).ok).toBe(true)
  await dialog.getByRole('button', { name: 'Who has left' }).click()
  // Somebody without an account who lost their way back gets a code to their own seat.
  await dialog.getByRole('button', { name: 'Make a code for Zoe' }).click()
  await dialog.getByText('The code of Zoe is new.').waitFor()
  const wayBack = (await dialog.getByRole('listitem').filter({ hasText: 'Zoe' }).locator('code').textContent()) ?? ''
  const back = await enter(meeting, 'Zoe', wayBack)
  expect(back.id).toBe(zoe.id)
  expect((await back.guest.command('meeting.leave')).ok).toBe(true)
  await dialog.getByRole('button', { name: 'Forget Zoe' }).click()
  await ann.page.getByRole('alertdialog').getByRole('button', { name: 'Forget' }).click()
  await dialog.getByText('Nobody has left.').waitFor()
})
