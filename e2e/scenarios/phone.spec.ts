// SPDX-License-Identifier: Apache-2.0
// The whole way on a phone: 360 x 640, by touch, from the welcome page into a room and back, with nothing cut off and everything large enough to hit.
import { expect, test } from 'vitest'
import { openContext } from '../harness/browser.ts'
import { giveTwoCameras } from '../harness/giveTwoCameras.ts'
import { useStage } from '../harness/Stage.ts'
import { touchFaults } from '../harness/touchFaults.ts'
import { WebPerson, waitForRooms } from '../harness/WebPerson.ts'
import { waitFor } from '../harness/waitFor.ts'

const main = 'Main room'
const meeting = 'phone'
const size = { width: 360, height: 640 }
const stage = useStage()

/** Runs before the scripts of the page: notes that it asks for a screen that stays on. */
function noteWakeLocks(): void {
  const locks: string[] = []
  Object.assign(window, { locks })
  const { wakeLock } = navigator
  const request = wakeLock.request.bind(wakeLock)
  wakeLock.request = (type = 'screen') => {
    locks.push(type)
    return request(type)
  }
}

/** A window of a phone: touch, no mouse, two cameras. */
async function openPhone(): Promise<WebPerson> {
  const context = await openContext(stage.browser, { viewport: size, hasTouch: true, isMobile: true })
  await context.addInitScript(giveTwoCameras)
  await context.addInitScript(noteWakeLocks)
  return WebPerson.open(context, { serverUrl: stage.server.url, meeting, name: 'Pia' })
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
  await ann.press(/Before entering people see how many are here/)
  await ann.page.getByRole('option', { name: 'Before entering people see who is in the main room' }).click()
  await ann.button(/Before entering people see who is in the main room/).waitFor()

  const pia = await openPhone()
  const tap = (name: string | RegExp) => pia.button(name).first().tap()
  await pia.page.getByLabel('Meeting name').fill(meeting)
  expect(await touchFaults(pia.page)).toEqual([])
  await tap('Go to the meeting')
  await pia.page.getByLabel('Your name').fill('Pia')
  // Who is there already is told before.
  await pia.page.getByText('1 person is here.').waitFor()
  await pia.page.getByText('In the main room: Ann').waitFor()
  expect(await touchFaults(pia.page)).toEqual([])
  await tap('Join')
  await pia.waitUntilIn()
  await waitForRooms({ [main]: [ann, pia] })
  expect(await touchFaults(pia.page)).toEqual([])
  await waitFor(async () => {
    const locks = await pia.page.evaluate(() => (window as unknown as { locks: string[] }).locks)
    return locks.includes('screen') ? undefined : `asked for the locks [${locks}]`
  })

  // The camera is turned around: what it sees is not mirrored as one's own face is.
  const own = pia.page.getByRole('group', { name: /^You/ }).locator('video')
  await own.and(pia.page.locator('[data-mirrored]')).waitFor()
  await tap('More')
  await pia.page.getByRole('menuitem', { name: 'Turn the camera around' }).tap()
  await own.and(pia.page.locator(':not([data-mirrored])')).waitFor()
  await waitFor(async () => ((await ann.seen()).join() === 'Pia' ? undefined : 'Ann does not see Pia any more'))

  // Into a room by the pane, which is a sheet here.
  await tap('Rooms and people')
  expect(await touchFaults(pia.page)).toEqual([])
  await tap('Join Room 1')
  await waitFor(async () => ((await pia.roomShown()) === 'Room 1' ? undefined : `Pia is in ${await pia.roomShown()}`))
  if ((await pia.page.locator('aside').count()) > 0) await tap('Close')
  expect(await touchFaults(pia.page)).toEqual([])

  await tap('More')
  await pia.page.getByRole('menuitem', { name: 'Ask for help' }).tap()
  const question = pia.page.getByRole('dialog', { name: 'Ask for help?' })
  await question.waitFor()
  expect(await touchFaults(pia.page)).toEqual([])
  await question.getByRole('button', { name: 'Ask for help' }).tap()
  await pia.page.getByText('You asked for help.').first().waitFor()
  await ann.page.getByText('Pia asks for help in Room 1').first().waitFor()

  await tap(/^Chat/)
  await pia.page.getByRole('textbox').first().fill('Hello from the phone')
  expect(await touchFaults(pia.page)).toEqual([])
  await tap('Send')
  await pia.page.getByText('Hello from the phone').first().waitFor()
  await tap('Close')
  await tap('Back to main')
  await waitForRooms({ [main]: [ann, pia] })
  await tap('Leave the meeting')
  await pia.button('Join again').waitFor()
  expect(await touchFaults(pia.page)).toEqual([])
})
