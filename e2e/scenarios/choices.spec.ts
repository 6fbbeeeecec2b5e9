// SPDX-License-Identifier: Apache-2.0
// What a person chooses for themselves: language, look, keys, how a meeting is shown; and that it is still so after a reload.
import type { MeetingClient } from '@alcove/client'
import { openControlBot } from '@alcove/client/testing'
import { expect, test } from 'vitest'
import { accessibilityFaults } from '../harness/accessibility.ts'
import { useStage } from '../harness/Stage.ts'
import { WebPerson } from '../harness/WebPerson.ts'
import { waitFor } from '../harness/waitFor.ts'

const stage = useStage()

test('settings hold at once and over reloads: German, light, joining muted', async () => {
  stage.explainFailure()
  const options = { serverUrl: stage.server.url, meeting: 'choices', name: 'Ann' }
  const ann = await WebPerson.open(await stage.context(), options, options.meeting)
  await ann.press('Settings')
  const dialog = ann.page.getByRole('dialog', { name: 'Settings' })
  await dialog.getByText('Join muted').click()
  for (const theme of ['Dark', 'Light']) {
    await dialog.getByText(theme, { exact: true }).click()
    expect(await accessibilityFaults(ann.page, '[role="dialog"]'), `settings, ${theme}`).toEqual([])
  }
  await dialog.getByRole('button', { name: /Language/ }).click()
  await ann.page.getByRole('option', { name: 'Deutsch' }).click()
  await ann.page.getByRole('heading', { name: 'Einstellungen' }).waitFor()
  await ann.press('Fertig')

  await ann.page.evaluate(() => sessionStorage.clear())
  await ann.page.reload()
  await ann.page.getByLabel('Ihr Name').fill('Ann')
  await ann.button('Mikrofon einschalten').waitFor()
  const shown = await ann.page.evaluate(() => ({
    ...document.documentElement.dataset,
    lang: document.documentElement.lang,
  }))
  expect(shown).toMatchObject({ theme: 'light', lang: 'de' })
  await ann.press('Beitreten')
  await ann.waitUntilIn()
  expect(await ann.roomShown()).toBe('Hauptraum')

  // The name is changed in the meeting, and kept for the next one.
  await ann.choose('Mehr', 'Einstellungen')
  const settings = ann.page.getByRole('dialog', { name: 'Einstellungen' })
  await settings.getByLabel('Ihr Name').fill('Anna')
  await settings.getByRole('button', { name: 'Ändern' }).click()
  await settings.getByText('Sie heißen Anna.').waitFor({ state: 'attached' })
  expect(await accessibilityFaults(ann.page, '[role="dialog"]')).toEqual([])
  await ann.press('Fertig')
  await ann.page.locator('aside').getByText('Anna', { exact: true }).waitFor()
  expect(await ann.page.evaluate(() => localStorage.getItem('alcove.name'))).toBe('Anna')
})

test('keys mute, talk while held, and change what is shown; fields keep their letters', async () => {
  stage.explainFailure()
  const options = { serverUrl: stage.server.url, meeting: 'keys', name: 'Ann', camera: false }
  const ann = await WebPerson.open(await stage.context(), options, options.meeting)
  await ann.join()
  const bot = await openControlBot({ serverUrl: stage.server.url, meetingId: options.meeting, displayName: 'Bo' })
  try {
    const { keyboard } = ann.page
    await keyboard.press('m')
    await ann.button('Unmute').waitFor()
    await keyboard.down(' ')
    await ann.button('Mute').waitFor()
    await keyboard.up(' ')
    await ann.button('Unmute').waitFor()

    const tile = ann.page.getByRole('group', { name: /^Bo/ })
    await tile.waitFor()
    const own = ann.page.getByRole('group', { name: /^You/ })
    /** Side by side both are as wide as each other. */
    const waitForBo = (isLarge: boolean) =>
      waitFor(async () => {
        const [bo = 0, you = 0] = [(await tile.boundingBox())?.width, (await own.boundingBox())?.width]
        return (isLarge ? bo > you + 1 : bo > 0 && Math.abs(bo - you) < 1) ? undefined : `Bo is ${bo} wide, Ann ${you}`
      })
    await waitForBo(false)
    await keyboard.press('t')
    await waitForBo(true)
    await keyboard.press('t')
    await waitForBo(false)
    await ann.press('Show Bo large')
    await waitForBo(true)

    await keyboard.press('c')
    await ann.page.getByRole('textbox', { name: 'Message to Main room' }).fill('')
    await keyboard.type('mm?')
    expect(await ann.page.getByRole('textbox', { name: 'Message to Main room' }).inputValue()).toBe('mm?')
    await ann.button('Unmute').waitFor()

    await ann.press('Hide the chat')
    await keyboard.press('?')
    await ann.page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor()
    expect(await accessibilityFaults(ann.page, '[role="dialog"]')).toEqual([])
  } finally {
    bot.close()
  }
})

test('49 people stand on a page, further ones on the next; the whole layout runs from right to left where the text does', async () => {
  stage.explainFailure()
  const options = { serverUrl: stage.server.url, meeting: 'many', name: 'Ann', camera: false }
  const context = await stage.context()
  const ann = await WebPerson.open(context, options, options.meeting)
  await ann.page.setViewportSize({ width: 1280, height: 800 })
  await ann.join()
  const bots: MeetingClient[] = []
  for (let index = 1; index <= 54; index += 1)
    bots.push(
      await openControlBot({ serverUrl: stage.server.url, meetingId: options.meeting, displayName: `Person ${index}` }),
    )
  try {
    await ann.page.keyboard.press('r')
    const tiles = ann.page.locator('.tile')
    await waitFor(async () => ((await tiles.count()) === 49 ? undefined : `${await tiles.count()} tiles`))
    await ann.page.getByText('1 of 2').waitFor()
    await ann.press('Next page')
    await waitFor(async () => ((await tiles.count()) === 6 ? undefined : `${await tiles.count()} tiles`))

    await ann.page.evaluate(() => document.documentElement.setAttribute('dir', 'rtl'))
    await waitFor(async () => {
      const place = await ann.page.locator('h1').first().boundingBox()
      const overflow = await ann.page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      return place && place.x > 640 && overflow <= 0
        ? undefined
        : `the name stands at ${place?.x}, ${overflow} px too wide`
    })
  } finally {
    for (const bot of bots) bot.close()
  }
})
