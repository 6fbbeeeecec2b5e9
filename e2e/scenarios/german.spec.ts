// SPDX-License-Identifier: Apache-2.0
// The main job in German, from the language of the browser.
import { expect, test } from 'vitest'
import { accessibilityFaults } from '../harness/accessibility.ts'
import { openContext } from '../harness/browser.ts'
import { useStage } from '../harness/Stage.ts'
import { WebPerson } from '../harness/WebPerson.ts'
import { waitFor } from '../harness/waitFor.ts'

const stage = useStage()

/** All in the main room, each seeing all the others. */
async function waitUntilTogether(people: readonly WebPerson[]): Promise<void> {
  for (const person of people)
    await waitFor(async () => {
      const seen = (await person.seen()).filter((name) => name !== 'Sie')
      const where = await person.roomShown()
      return where === 'Hauptraum' && seen.length === people.length - 1
        ? undefined
        : `${person.name} is in ${where} and sees ${seen}`
    })
}

test('in German people meet and are split, and no English word is left on their pages', async () => {
  stage.explainFailure()
  const meeting = 'auf-deutsch'
  const people: WebPerson[] = []
  for (const name of ['Anna', 'Bernd', 'Çelik']) {
    const context = await openContext(stage.browser, { locale: 'de-DE' })
    const person = await WebPerson.open(context, { serverUrl: stage.server.url, meeting, name })
    await person.page.getByLabel('Name des Meetings').fill(meeting)
    await person.press('Zum Meeting')
    await person.page.getByLabel('Ihr Name').fill(name)
    await person.press('Beitreten')
    await person.waitUntilIn()
    people.push(person)
  }
  const [anna, bernd] = people
  if (!(anna && bernd)) throw new Error('people are missing')
  expect(await anna.page.locator('html').getAttribute('lang')).toBe('de')
  await waitUntilTogether(people)
  if ((await anna.page.locator('aside').count()) === 0) await anna.press('Räume und Personen')
  await anna.press('In Räume aufteilen')
  await anna.page.getByRole('dialog').getByRole('textbox', { name: 'Wie viele Räume' }).fill('2')
  await anna.page.keyboard.press('Tab')
  await anna.page.getByText('2 Personen in 2 Räumen: je 1.').waitFor()
  await anna.press('Jetzt aufteilen')
  await waitFor(async () => {
    const places = Object.values((await anna.view()).meeting.people).map(({ roomId }) => roomId)
    return new Set(places).size === 3 ? undefined : `people are in ${places}`
  })
  await bernd.button('Um Hilfe bitten').waitFor()
  // The meeting, and not what was read aloud of the dialog that is gone.
  expect(await accessibilityFaults(anna.page, '.meeting')).toEqual([])
  const english = /\b(the|and|room|rooms|people|meeting|everyone|leave|mute|camera|help)\b/i
  for (const person of [anna, bernd]) {
    const words = await person.page.evaluate(() => {
      const labels = [...document.querySelectorAll('[aria-label]')].map((element) => element.getAttribute('aria-label'))
      return [document.body.innerText, ...labels].join('\n')
    })
    const left = words.split('\n').filter((line) => english.test(line.replaceAll('Meeting', '')))
    expect(left, `English words on ${person.name}'s page`).toEqual([])
  }
})
