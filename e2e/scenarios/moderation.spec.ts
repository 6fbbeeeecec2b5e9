// SPDX-License-Identifier: Apache-2.0
// Moderation from anywhere, as people do it: a moderator in the main room mutes, asks, lets speak and removes people who are in a breakout room.
import { expect, test } from 'vitest'
import { accessibilityFaults } from '../harness/accessibility.ts'
import { useStage } from '../harness/Stage.ts'
import { useCompany } from '../harness/useCompany.ts'
import { WebPerson, waitForRooms } from '../harness/WebPerson.ts'
import { waitFor } from '../harness/waitFor.ts'

const main = 'Main room'
const stage = useStage()

/** Ann is in the main room; Bob and Cem are in a breakout room, whose name is given. Bob has a camera. */
const splitUp = useCompany(stage, 'moderation', async (meeting) => {
  const enter = async (name: string) => {
    const options = { serverUrl: stage.server.url, meeting, name, camera: name === 'Bob' }
    const person = await WebPerson.open(await stage.context(), options, meeting)
    await person.join()
    return person
  }
  const [ann, bob, cem] = [await enter('Ann'), await enter('Bob'), await enter('Cem')]
  await ann.openPane()
  await ann.press('Add room')
  await waitFor(async () => (Object.keys((await ann.view()).meeting.rooms).length === 1 ? undefined : 'no room yet'))
  const room = Object.values((await ann.view()).meeting.rooms)[0]?.name ?? ''
  await ann.choose('Actions for Bob', room)
  await ann.choose('Actions for Cem', room)
  await waitForRooms({ [main]: [ann], [room]: [bob, cem] })
  return { ann, bob, cem, room, meeting }
})

function waitForVoices(person: WebPerson, count: number): Promise<void> {
  return waitFor(async () => {
    const heard = await person.heard()
    return heard === count ? undefined : `${person.name} hears ${heard} voices, not ${count}`
  })
}

/** Bytes of sound that reach this page from others within a window; made-up microphones beep once a second. */
function soundBytes(person: WebPerson, windowMs = 1200): Promise<number> {
  return person.page.evaluate(async (ms) => {
    const { alcove } = window as unknown as { alcove: { client: import('@alcove/client').MeetingClient } }
    const count = async () => {
      const bytes = new Map<string, number>()
      for (const report of await alcove.client.getStats())
        for (const [id, stat] of report as unknown as Map<string, Record<string, unknown>>)
          if (stat.type === 'inbound-rtp' && stat.kind === 'audio') bytes.set(id, Number(stat.bytesReceived))
      return bytes
    }
    const before = await count()
    await new Promise((resolve) => setTimeout(resolve, ms))
    return [...(await count())].reduce((sum, [id, bytes]) => sum + Math.max(0, bytes - (before.get(id) ?? 0)), 0)
  }, windowMs)
}

function waitForSound(person: WebPerson): Promise<void> {
  return waitFor(async () => ((await soundBytes(person)) > 0 ? undefined : `no sound reaches ${person.name}`))
}

/** What was on its way may still come in one window; who goes on being heard is heard in each. */
function waitForSilence(person: WebPerson): Promise<void> {
  return waitFor(async () => {
    const bytes = await soundBytes(person)
    return bytes === 0 ? undefined : `${bytes} bytes of sound reach ${person.name}`
  })
}

test('a moderator in main mutes somebody in a breakout room; it holds over a reload, and only the person ends it', async () => {
  stage.explainFailure()
  const { ann, bob, cem } = await splitUp()
  await waitForSound(cem)
  await Promise.all([bob.page.getByText('Ann muted you').first().waitFor(), ann.choose('Actions for Bob', /^Mute$/)])
  await waitForVoices(cem, 0)
  await bob.button('Unmute').waitFor()
  await waitForSilence(cem)
  await bob.page.reload()
  await bob.waitUntilIn()
  await bob.button('Unmute').waitFor()
  expect((await bob.view()).self.media.stopped.microphone).toBeDefined()
  await waitFor(async () => ((await cem.seen()).join() === 'Bob' ? undefined : 'Cem does not see Bob again'))
  expect(await soundBytes(cem)).toBe(0)

  await ann.choose('Actions for Bob', 'Ask to unmute')
  await bob.page.getByRole('dialog', { name: 'Ann asks you to unmute' }).waitFor()
  expect(await accessibilityFaults(bob.page, '[role=dialog]')).toEqual([])
  expect(await soundBytes(cem)).toBe(0)
  await bob.page.getByRole('dialog').getByRole('button', { name: 'Unmute' }).click()
  await waitForSound(cem)
  await bob.button('Mute').waitFor()

  await ann.choose('Actions for Bob', 'Stop camera')
  await waitFor(async () => ((await cem.seen()).length === 0 ? undefined : 'Cem still sees Bob'))
  await bob.press('Turn camera on')
  await waitFor(async () => ((await cem.seen()).join() === 'Bob' ? undefined : 'Cem does not see Bob again'))
})

test('people who must ask are silent in every room until a moderator lets them', async () => {
  stage.explainFailure()
  const { ann, bob, cem } = await splitUp()
  await waitForVoices(cem, 1)
  await ann.choose('Moderation', 'speak')
  await waitForVoices(cem, 0)
  await waitForVoices(bob, 0)
  await bob.page.getByText('People ask before they speak here.', { exact: true }).waitFor()
  await bob.press(/^Ask to speak$/)
  await ann.page.getByRole('list', { name: 'People who ask' }).getByText('asks to speak').waitFor()
  expect(await accessibilityFaults(ann.page, '.rooms-pane')).toEqual([])
  expect(await accessibilityFaults(bob.page, '.meeting-main')).toEqual([])
  await ann.press('Allow Bob to speak')
  await bob.button('Unmute').waitFor()
  expect(await soundBytes(cem)).toBe(0)
  await bob.press('Unmute')
  await waitForSound(cem)
  expect(await bob.heard()).toBe(0)
})

test('a removed person is out and told; a meeting ended for all is over for all, and its name is free', async () => {
  stage.explainFailure()
  const { ann, bob, cem, room, meeting } = await splitUp()
  await ann.choose('Actions for Bob', /Remove from the meeting/)
  await ann.page.getByText('Do not let them back in').click()
  expect(await accessibilityFaults(ann.page, '[role=alertdialog]')).toEqual([])
  await ann.page.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click()
  await bob.page.getByText('does not let you back in').waitFor()
  expect(await accessibilityFaults(bob.page, 'body')).toEqual([])
  await waitForRooms({ [main]: [ann], [room]: [cem] })
  await bob.page.reload()
  await bob.page.getByText('does not let you back in').waitFor()

  await ann.choose('Moderation', /How many may be here/)
  await ann.press('Set the limit')
  await waitFor(async () => ((await ann.view()).meeting.maxPeople === 2 ? undefined : 'no limit yet'))
  const options = { serverUrl: stage.server.url, meeting, name: 'Dua', camera: false }
  const dua = await WebPerson.open(await stage.context(), options, meeting)
  await dua.page.getByLabel('Your name').fill('Dua')
  await dua.press('Join')
  await dua.page.getByText('The meeting is full. Try again when somebody has left.').waitFor()
  expect(await accessibilityFaults(dua.page, 'body')).toEqual([])

  await ann.choose('Moderation', /End the meeting for all/)
  const ending = ann.page.getByRole('alertdialog')
  const [report] = await Promise.all([
    ann.page.waitForEvent('download'),
    ending.getByRole('button', { name: 'Download report, then end' }).click(),
  ])
  expect(report.suggestedFilename()).toBe(`${meeting} report.csv`)
  await cem.page.getByRole('heading', { name: 'The meeting has ended' }).waitFor()
  await ann.page.getByRole('heading', { name: /^You ended/ }).waitFor()
  // The page, and not what was read aloud of the dialog that is gone.
  expect(await accessibilityFaults(ann.page, '.problem-page')).toEqual([])
  await readReport(ann, ['Ann', 'Bob', 'Cem'])
  // The key to it outlives a reload of the tab.
  await ann.page.reload()
  await readReport(ann, ['Ann', 'Bob', 'Cem'])
  await cem.page.reload()
  await cem.join()
  const view = await cem.view()
  expect([Object.keys(view.meeting.people).length, Object.keys(view.meeting.rooms).length]).toEqual([1, 0])
  expect(view.self.can.moderate).toBe(true)

  // In the next meeting of the name the report of the one before is out of reach.
  await ann.press('Begin a new meeting')
  await ann.join()
  expect(await hasReportKey(ann)).toBe(false)
  await ann.page.reload()
  await ann.waitUntilIn()

  // Where it is ended, all of it can be deleted: no report of this one is left.
  await cem.openPane()
  await cem.choose('Moderation', /End the meeting for all/)
  const deleting = cem.page.getByRole('alertdialog')
  await deleting.getByText('No report', { exact: true }).click()
  await deleting.getByText('Delete all of it at once').click()
  await deleting.getByRole('button', { name: 'End and delete' }).click()
  for (const person of [ann, cem]) await person.page.getByRole('heading', { name: 'The meeting has ended' }).waitFor()
  expect(await hasReportKey(cem)).toBe(false)
})

/** On the page of whoever ended the meeting. */
async function readReport(person: WebPerson, names: readonly string[]): Promise<void> {
  await person.page.getByRole('heading', { name: /^You ended/ }).waitFor()
  expect(await hasReportKey(person)).toBe(true)
  await person.press('See the report')
  const dialog = person.page.getByRole('dialog', { name: 'Report' })
  for (const name of names) await dialog.getByText(name, { exact: true }).waitFor()
  expect(await accessibilityFaults(person.page, '[role=dialog]')).toEqual([])
  await dialog.getByRole('button', { name: 'Close' }).click()
  await dialog.waitFor({ state: 'detached' })
}

function hasReportKey({ page }: WebPerson): Promise<boolean> {
  return page.evaluate(() => {
    const { alcove } = window as unknown as { alcove: { client: import('@alcove/client').MeetingClient } }
    return alcove.client.hasEndedMeeting()
  })
}
