// SPDX-License-Identifier: Apache-2.0
// Who was where: told to moderators only, saved from the web app, and still there after a crash.
import type { Locator } from 'playwright-core'
import { expect, onTestFinished, test } from 'vitest'
import { accessibilityFaults } from '../harness/accessibility.ts'
import { openRaw } from '../harness/RawClient.ts'
import { useStage } from '../harness/Stage.ts'
import { WebPerson } from '../harness/WebPerson.ts'

const stage = useStage()

test('a moderator saves who was where from when to when; others get nothing; a crash loses nothing', async () => {
  stage.explainFailure()
  const meeting = 'attendance'
  const ann = await WebPerson.open(await stage.context(), { serverUrl: stage.server.url, meeting, name: 'Ann' })
  await ann.enterByName()
  const bob = await openRaw(stage.server.url, meeting)
  onTestFinished(() => bob.close())
  const seat = await bob.join('Bob "the, builder')
  await ann.openPane()
  await ann.press('Add room')
  await ann.page.getByLabel('Name of the new room').fill('Garden')
  await ann.press('Add room')
  await ann.section('Garden').waitFor()
  await ann.choose('Actions for Bob "the, builder', 'Garden')
  await ann.section('Garden').getByText('Bob').first().waitFor()
  expect(await bob.ask({ type: 'meeting.report' })).toMatchObject({ error: { code: 'PERMISSION_DENIED' } })

  expect(await bob.command('help.ask', { text: 'Which question?' })).toMatchObject({ ok: true })
  await ann.press('Announce')
  await ann.page.getByRole('dialog').getByRole('textbox').fill('Five minutes')
  await ann.page.getByRole('dialog').getByRole('button', { name: 'Announce' }).click()
  await ann.page.getByRole('dialog').waitFor({ state: 'detached' })

  const report = await openReport(ann)
  await report.getByText('Ann', { exact: true }).waitFor()
  await report.getByRole('tab', { name: 'Requests for help 1' }).click()
  await report.getByText('Which question?').waitFor()
  for (const colorScheme of ['light', 'dark'] as const) {
    await ann.page.emulateMedia({ colorScheme })
    expect(await accessibilityFaults(ann.page, '[role=dialog]'), colorScheme).toEqual([])
  }
  await report.getByRole('tab', { name: 'Announcements 1' }).click()
  await report.getByText('Ann to Main room, Room 1 and Garden').waitFor()
  const announced = await download(ann, report.getByRole('button', { name: /CSV/ }))
  expect(announced).toMatch(/^\ufeffTime,Name,Rooms,Text\r\n\S+ \S+,Ann,"Main room; Room 1; Garden",Five minutes\r\n$/)
  await report.getByRole('tab', { name: 'Rounds 0' }).click()
  await report.getByText('No rounds were planned.').waitFor()
  await report.getByRole('button', { name: 'Close' }).click()

  const table = await saved(ann, /CSV/)
  const rows = table.trim().split('\r\n')
  expect(rows[0]).toContain('Name,Role,Room,From,To,Minutes,Round,Minutes spoken')
  const plain = (row: string) =>
    row.replace(/\d{4}-\d\d-\d\d \d\d:\d\d:\d\d/g, 'time').replace(/\b\d+\.\d\b/g, 'minutes')
  expect(rows.slice(1).map(plain)).toEqual([
    'Ann,moderator,Main room,time,,minutes,,minutes',
    '"Bob ""the, builder",participant,Main room,time,time,minutes,,minutes',
    '"Bob ""the, builder",participant,Garden,time,,minutes,,minutes',
  ])

  const before = JSON.parse(await saved(ann, /JSON/))
  await stage.server.kill9()
  await stage.server.startAgain()
  const again = await openRaw(stage.server.url, meeting)
  onTestFinished(() => again.close())
  expect(await again.resume(seat)).toMatchObject({ ok: true })
  await ann.page.getByText('Connected', { exact: true }).waitFor()
  const after = JSON.parse(await saved(ann, /JSON/))
  expect(visitsOf(after)).toEqual(visitsOf(before))
  expect([after.help, after.announcements]).toEqual([before.help, before.announcements])
})

interface Report {
  readonly people: readonly { readonly visits: readonly { readonly spokenMs: number }[] }[]
}

/** Without how long people spoke: Ann's device hums on between two reports. */
function visitsOf({ people }: Report) {
  return people.map(({ visits, ...person }) => ({
    ...person,
    visits: visits.map(({ spokenMs: _, ...visit }) => visit),
  }))
}

async function openReport({ page }: WebPerson): Promise<Locator> {
  await page.getByRole('button', { name: 'Report of the meeting' }).click()
  const dialog = page.getByRole('dialog', { name: 'Report' })
  await dialog.locator('[aria-busy=false]').waitFor()
  return dialog
}

async function saved(person: WebPerson, format: RegExp): Promise<string> {
  const dialog = await openReport(person)
  const text = await download(person, dialog.getByRole('button', { name: format }))
  await dialog.getByRole('button', { name: 'Close' }).click()
  await dialog.waitFor({ state: 'detached' })
  return text
}

async function download({ page }: WebPerson, button: Locator): Promise<string> {
  const [file] = await Promise.all([page.waitForEvent('download'), button.click()])
  const chunks: Buffer[] = []
  for await (const chunk of await file.createReadStream()) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}
