// SPDX-License-Identifier: Apache-2.0
// The whole way on a phone: 360 x 640, by touch, from the welcome page into a room and back, with nothing cut off and everything large enough to hit.
import { expect, test } from 'vitest'
import { useStage } from '../harness/Stage.ts'
import { WebPerson, waitForRooms } from '../harness/WebPerson.ts'
import { waitFor } from '../harness/waitFor.ts'

const main = 'Main room'
const meeting = 'phone'
const size = { width: 360, height: 640 }
const stage = useStage()

/** A window of a phone: touch, no mouse. */
async function openPhone(): Promise<WebPerson> {
  const context = await stage.browser.newContext({
    viewport: size,
    hasTouch: true,
    isMobile: true,
    locale: 'en-GB',
    permissions: ['local-network-access'],
  })
  return WebPerson.open(context, { serverUrl: stage.server.url, meeting, name: 'Pia' })
}

/** Buttons and fields that are hard to hit or off the screen: their touch target counts, which may be larger than they look. */
function faultsOf(person: WebPerson): Promise<string[]> {
  return person.page.evaluate(() => {
    const controls = [
      ...document.querySelectorAll<HTMLElement>('button, input, [role=switch], [role=menuitem], a[href]'),
    ]
    const faults = controls.flatMap((control) => {
      if (!control.checkVisibility({ opacityProperty: true, visibilityProperty: true }) || control.closest('[inert]'))
        return []
      // For screen readers only, such as the hidden way out of a dialog.
      if ((control.parentElement?.getBoundingClientRect().width ?? 0) <= 1) return []
      const box = control.getBoundingClientRect()
      if (box.width <= 1 || box.bottom < 0 || box.top > innerHeight) return []
      const after = getComputedStyle(control, '::after')
      const grown = after.content === 'none' || after.position !== 'absolute' ? 0 : Number.parseFloat(after.height) || 0
      const name = control.getAttribute('aria-label') ?? control.textContent ?? control.tagName
      const height = Math.max(box.height, grown)
      return [
        ...(box.left < -1 || box.right > innerWidth + 1 ? [`${name} is off the screen`] : []),
        ...(height < 24 ? [`${name} is ${Math.round(height)} px high`] : []),
      ]
    })
    const isWide = document.documentElement.scrollWidth > innerWidth
    return isWide ? [...faults, 'the page can be scrolled sideways'] : faults
  })
}

test('on a phone one joins, is moved, asks for help, writes, and comes back by touch alone', async () => {
  stage.explainFailure()
  const ann = await WebPerson.open(
    await stage.context(),
    { serverUrl: stage.server.url, meeting, name: 'Ann' },
    meeting,
  )
  await ann.join()
  await ann.openPane()
  await ann.press('Add room')
  await ann.section('Room 1').waitFor()

  const pia = await openPhone()
  const tap = (name: string | RegExp) => pia.button(name).first().tap()
  await pia.page.getByLabel('Meeting name').fill(meeting)
  expect(await faultsOf(pia)).toEqual([])
  await tap('Go to the meeting')
  await pia.page.getByLabel('Your name').fill('Pia')
  expect(await faultsOf(pia)).toEqual([])
  await tap('Join')
  await pia.waitUntilIn()
  await waitForRooms({ [main]: [ann, pia] })
  expect(await faultsOf(pia)).toEqual([])

  // Into a room by the pane, which is a sheet here.
  await tap('Rooms and people')
  expect(await faultsOf(pia)).toEqual([])
  await tap('Join Room 1')
  await waitFor(async () => ((await pia.roomShown()) === 'Room 1' ? undefined : `Pia is in ${await pia.roomShown()}`))
  if ((await pia.page.locator('aside').count()) > 0) await tap('Close')
  expect(await faultsOf(pia)).toEqual([])

  await tap('More')
  await pia.page.getByRole('menuitem', { name: 'Ask for help' }).tap()
  const question = pia.page.getByRole('dialog', { name: 'Ask for help?' })
  await question.waitFor()
  expect(await faultsOf(pia)).toEqual([])
  await question.getByRole('button', { name: 'Ask for help' }).tap()
  await pia.page.getByText('You asked for help.').first().waitFor()
  await ann.page.getByText('Pia asks for help in Room 1').first().waitFor()

  await tap(/^Chat/)
  await pia.page.getByRole('textbox').first().fill('Hello from the phone')
  expect(await faultsOf(pia)).toEqual([])
  await tap('Send')
  await pia.page.getByText('Hello from the phone').first().waitFor()
  await tap('Close')
  await tap('Back to main')
  await waitForRooms({ [main]: [ann, pia] })
  await tap('Leave the meeting')
  await pia.button('Join again').waitFor()
  expect(await faultsOf(pia)).toEqual([])
}, 120_000)
