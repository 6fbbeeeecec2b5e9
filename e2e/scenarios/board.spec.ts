// SPDX-License-Identifier: Apache-2.0
// The board of moderators: people are moved by mouse, by keyboard alone and by touch; planned and applied at once; and the meeting stays heard and seen.
import type { MeetingClient } from '@alcove/client'
import { openControlBot } from '@alcove/client/testing'
import type { ParticipantId, RoomId } from '@alcove/protocol'
import type { Locator } from 'playwright-core'
import { afterEach, expect, test } from 'vitest'
import { accessibilityFaults } from '../harness/accessibility.ts'
import { Fingers } from '../harness/Fingers.ts'
import { useStage } from '../harness/Stage.ts'
import { WebPerson } from '../harness/WebPerson.ts'
import { waitFor } from '../harness/waitFor.ts'

const main = 'Main room'
const stage = useStage()
const bots: MeetingClient[] = []
afterEach(async () => {
  for (const bot of bots.splice(0)) bot.close()
  await stage.clear()
})

async function enter(meeting: string, name: string, camera = false): Promise<WebPerson> {
  const options = { serverUrl: stage.server.url, meeting, name, camera }
  const person = await WebPerson.open(await stage.context(), options, meeting)
  await person.join()
  return person
}

/** Ann, who moderates on a screen that holds a board, and people without media. */
async function annAnd(meeting: string, ...names: readonly string[]): Promise<WebPerson> {
  const ann = await enter(meeting, 'Ann')
  await ann.page.setViewportSize({ width: 1280, height: 800 })
  for (const displayName of names)
    bots.push(await openControlBot({ serverUrl: stage.server.url, meetingId: meeting, displayName }))
  return ann
}

async function openBoard(ann: WebPerson, rooms: number): Promise<void> {
  await ann.page
    .getByRole('toolbar', { name: 'Meeting controls' })
    .getByRole('button', { name: 'Open the board' })
    .click()
  for (let room = 1; room <= rooms; room += 1) {
    await ann.press('Add a room')
    await ann.section(`Room ${room}`).waitFor()
  }
}

/** The chip of somebody, on the card of a room. */
function chip(ann: WebPerson, card: string, name: string | RegExp): Locator {
  return ann.section(card).getByRole('row', { name })
}

/** Waits until people are where it is said, as the server has it. */
async function waitForPlaces(ann: WebPerson, wanted: Readonly<Record<string, string>>): Promise<void> {
  await waitFor(async () => {
    const { meeting } = await ann.view()
    const places = new Map(
      Object.values(meeting.people).map((one) => [one.displayName, meeting.rooms[one.roomId]?.name ?? main]),
    )
    const wrong = Object.entries(wanted).filter(([name, room]) => places.get(name) !== room)
    return wrong.length === 0 ? undefined : `people are in ${JSON.stringify([...places])}`
  })
}

test('people are dragged to rooms, several at once too, and it is undone; who speaks is heard and seen all the while', async () => {
  stage.explainFailure()
  const ann = await annAnd('board-mouse', 'Cem', 'Dee')
  const bob = await enter('board-mouse', 'Bob', true)
  for (const person of [ann, bob])
    await waitFor(async () => ((await person.heard()) === 1 ? undefined : `${person.name} hears nobody yet`))
  await openBoard(ann, 2)

  await chip(ann, 'Not seated', 'Cem').dragTo(ann.section('Room 1'))
  await waitForPlaces(ann, { Cem: 'Room 1', Dee: main, Bob: main })
  await chip(ann, 'Room 1', 'Cem').waitFor()

  // Bob is still there: his voice, and his picture in the strip.
  expect(await ann.heard()).toBe(1)
  await ann.section('The meeting').locator('video').waitFor()
  expect(await bob.heard()).toBe(1)

  await chip(ann, 'Room 1', 'Cem').click()
  await chip(ann, 'Not seated', 'Dee').click()
  await ann.page.getByRole('toolbar', { name: '2 selected' }).waitFor()
  await chip(ann, 'Not seated', 'Dee').dragTo(ann.section('Room 2'))
  await waitForPlaces(ann, { Cem: 'Room 2', Dee: 'Room 2', Bob: main })
  await ann.press('Undo')
  await waitForPlaces(ann, { Cem: 'Room 1', Dee: main })

  // Back to the tray, which finds people by name.
  await chip(ann, 'Room 1', 'Cem').dragTo(ann.section('Not seated'))
  await waitForPlaces(ann, { Cem: main })
  await ann.page.getByRole('textbox', { name: 'Find a person' }).fill('de')
  await waitFor(async () => {
    const shown = await ann.section('Not seated').getByRole('row').count()
    return shown === 1 ? undefined : `${shown} people are found`
  })
  await chip(ann, 'Not seated', 'Dee').click()
  await ann.page.getByRole('textbox', { name: 'Find a person' }).fill('ce')
  await chip(ann, 'Not seated', 'Cem').click()
  await ann.page.getByRole('toolbar', { name: '2 selected' }).waitFor()
  await ann.press('Clear the selection')
  await ann.page.getByRole('textbox', { name: 'Find a person' }).fill('')
  await ann.press('Seat them evenly')
  await waitFor(async () => {
    const { people } = (await ann.view()).meeting
    const left = Object.values(people).filter(({ roomId }) => roomId === 'main').length
    return left === 1 ? undefined : `${left} people are in the main room`
  })

  await ann.page.keyboard.press('Escape')
  await ann.section('Not seated').waitFor({ state: 'detached' })
  await waitFor(async () => {
    const shown = await ann.roomShown()
    return shown === main ? undefined : `Ann's page shows ${shown}`
  })
})

test('everything is done by keyboard alone', async () => {
  stage.explainFailure()
  const ann = await annAnd('board-keys', 'Bob', 'Cem')
  const { keyboard } = ann.page
  const tabTo = async (wanted: Locator) => {
    await waitFor(
      async () => {
        if (await wanted.evaluate((element) => element === document.activeElement)) return undefined
        await keyboard.press('Tab')
        return 'the focus never came there'
      },
      { everyMs: 0 },
    )
  }
  await keyboard.press('b')
  await ann.section('Not seated').waitFor()
  await tabTo(ann.button('Add a room'))
  await keyboard.press('Enter')
  await ann.section('Room 1').waitFor()
  await tabTo(ann.button('Add a room'))
  await keyboard.press('Enter')
  await ann.section('Room 2').waitFor()

  // Picked up at the handle, carried from room to room, dropped.
  await ann.page.getByRole('textbox', { name: 'Find a person' }).focus()
  await keyboard.press('Tab')
  for (let presses = 0; presses < 5; presses += 1) {
    if (await chip(ann, 'Not seated', 'Bob').evaluate((element) => element === document.activeElement)) break
    await keyboard.press('ArrowDown')
  }
  // Letters find people there, and are no shortcuts; while somebody is carried neither.
  await keyboard.press('b')
  await keyboard.press('Tab')
  await ann.page.getByRole('button', { name: 'Drag Bob' }).and(ann.page.locator(':focus')).waitFor()
  await keyboard.press('Enter')
  await keyboard.press('b')
  await tabTo(ann.section('Room 2'))
  await keyboard.press('Enter')
  await waitForPlaces(ann, { Bob: 'Room 2', Cem: main })
  await ann.page.getByRole('status').filter({ hasText: 'Bob moved to Room 2.' }).waitFor()

  // Selected with the space bar, and sent by the list of rooms.
  await ann.page.getByRole('textbox', { name: 'Find a person' }).focus()
  await keyboard.press('Tab')
  for (let presses = 0; presses < 5; presses += 1) {
    if (await chip(ann, 'Not seated', 'Cem').evaluate((element) => element === document.activeElement)) break
    await keyboard.press('ArrowDown')
  }
  await keyboard.press('Space')
  await tabTo(ann.button('Move to…'))
  await keyboard.press('Enter')
  await tabTo(ann.page.getByRole('dialog').getByRole('button', { name: /^Room 1/ }))
  await keyboard.press('Enter')
  await waitForPlaces(ann, { Bob: 'Room 2', Cem: 'Room 1' })
  await keyboard.press('b')
  await ann.section('Not seated').waitFor({ state: 'detached' })
})

test('a plan moves nobody until it is applied, and rounds are edited in the same cards', async () => {
  stage.explainFailure()
  const ann = await annAnd('board-plan', 'Bob', 'Cem')
  await openBoard(ann, 2)
  await chip(ann, 'Not seated', 'Bob').dragTo(ann.section('Room 1'))
  await waitForPlaces(ann, { Bob: 'Room 1' })

  await ann.page.getByText('Plan', { exact: true }).click()
  await chip(ann, 'Room 1', 'Bob').dragTo(ann.section('Room 2'))
  await chip(ann, 'Room 2', 'Bob').getByText('was in Room 1').waitFor()
  await ann.page.getByRole('list', { name: 'Would leave Room 1' }).getByText('Bob').waitFor()
  await chip(ann, 'Not seated', 'Cem').dragTo(ann.section('Room 1'))
  await ann.page.getByText('2 people would move.').waitFor()

  // Undo takes a step of the plan back, and nobody's seat; and the plan outlives the board.
  await ann.press('Undo')
  await chip(ann, 'Not seated', 'Cem').dragTo(ann.section('Room 1'))
  await ann.page.getByText('2 people would move.').waitFor()
  await ann.page.getByRole('textbox', { name: 'Find a person' }).fill('zzz')
  await ann.page.getByText('Nobody here is called so.').waitFor()
  await ann.page.keyboard.press('Escape')
  await chip(ann, 'Not seated', 'Ann').waitFor()
  await ann.page.getByRole('heading', { name: 'Rooms' }).focus()
  await ann.page.keyboard.press('Escape')
  await ann.section('Not seated').waitFor({ state: 'detached' })
  await ann.page.keyboard.press('b')
  await ann.page.getByText('2 people would move.').waitFor()
  await waitForPlaces(ann, { Bob: 'Room 1', Cem: main })
  await ann.press('Apply')
  await waitForPlaces(ann, { Bob: 'Room 2', Cem: 'Room 1' })
  await ann.page.getByText('nobody is moved until you apply it').waitFor()

  // Who is moved by somebody else after it was carried out is not planned any more.
  await ann.page.evaluate(async (name) => {
    const { client } = (window as unknown as { alcove: { client: MeetingClient } }).alcove
    const { people } = client.getSnapshot().view?.meeting ?? {}
    const found = Object.entries(people ?? {}).find(([, one]) => one.displayName === name)
    if (found) await client.move(found[0] as ParticipantId, 'main' as RoomId)
  }, 'Cem')
  await chip(ann, 'Not seated', 'Cem').waitFor()
  await ann.page.getByText('nobody is moved until you apply it').waitFor()

  await chip(ann, 'Room 2', 'Bob').dragTo(ann.section('Not seated'))
  await ann.page.getByText('1 person would move.').waitFor()
  await ann.press('Discard')
  await chip(ann, 'Room 2', 'Bob').waitFor()
  await ann.page.getByText('Plan', { exact: true }).click()

  // A round is changed on its tab.
  await ann.page.evaluate(() => {
    const { client } = (window as unknown as { alcove: { client: MeetingClient } }).alcove
    return client.planRounds(1)
  })
  await ann.page.getByRole('tab', { name: 'Round 1' }).click()
  await ann.page.getByRole('row', { name: 'Bob' }).dragTo(ann.section('Not seated'))
  await chip(ann, 'Not seated', 'Bob').waitFor()
  await waitForPlaces(ann, { Bob: 'Room 2', Cem: main })
  await waitFor(async () => {
    const { moderators } = await ann.view()
    const [round] = Object.values(moderators?.rounds ?? {})
    const inRound = Object.values(round?.groups ?? {}).flat().length
    return inRound === 1 ? undefined : `${inRound} people are in the round`
  })
})

test('on a phone people are tapped and moved by the list of rooms', async () => {
  stage.explainFailure()
  const ann = await annAnd('board-phone', 'Bob', 'Cem')
  await openBoard(ann, 2)
  await ann.page.setViewportSize({ width: 360, height: 640 })
  const fingers = await Fingers.on(ann.page)
  await fingers.tap(chip(ann, 'Not seated', 'Bob'))
  // Chips have no menu where fingers point: it stands in the bar, while one person is selected.
  await fingers.tap(
    ann.page.getByRole('toolbar', { name: '1 selected' }).getByRole('button', { name: 'Actions for Bob' }),
  )
  await ann.page.getByRole('menuitem', { name: 'Change the name' }).waitFor()
  await ann.page.keyboard.press('Escape')
  await ann.page.getByRole('menu').waitFor({ state: 'detached' })
  await fingers.tap(chip(ann, 'Not seated', 'Cem'))
  await fingers.tap(ann.button('Move to…'))
  await fingers.tap(ann.page.getByRole('dialog', { name: 'Move 2 people to' }).getByRole('button', { name: /^Room 2/ }))
  await waitForPlaces(ann, { Bob: 'Room 2', Cem: 'Room 2' })
  // The strip below says where one is and has the controls, also when nobody else is there.
  const strip = ann.page.getByRole('region', { name: 'The meeting' })
  await strip.getByText('1 person in this room').waitFor()
  await strip.getByText(main).waitFor()
  await waitFor(async () => {
    const box = await strip.getByRole('button', { name: 'Leave the meeting' }).boundingBox()
    return box && box.x >= 0 && box.x + box.width <= 360 ? undefined : `Leave is at ${JSON.stringify(box)}`
  })
  await waitFor(async () => {
    const overflow = await ann.page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    return overflow <= 0 ? undefined : `the page is ${overflow} px too wide`
  })
  await ann.choose('More for all rooms', 'Bring everyone back')
  await ann.page.getByRole('alertdialog').getByRole('button', { name: 'Bring everyone back' }).click()
})

test('axe finds nothing on the board, on a desktop and on a phone, light and dark', async () => {
  stage.explainFailure()
  const ann = await annAnd('board-axe', 'Bob', 'Cem', 'Dee')
  await openBoard(ann, 2)
  await chip(ann, 'Not seated', 'Bob').dragTo(ann.section('Room 1'))
  await waitForPlaces(ann, { Bob: 'Room 1' })
  const check = async (screen: string) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await ann.page.emulateMedia({ colorScheme })
      expect(await accessibilityFaults(ann.page, 'body'), `${screen}, ${colorScheme}`).toEqual([])
    }
  }
  await chip(ann, 'Not seated', 'Cem').click()
  await check('the board with somebody selected')
  await ann.press('Move to…')
  await ann.page.getByRole('dialog', { name: 'Move Cem to' }).waitFor()
  await check('the dialog of rooms')
  await ann.page.keyboard.press('Escape')
  await ann.page.getByRole('dialog').waitFor({ state: 'detached' })
  await ann.page.getByText('Plan', { exact: true }).click()
  await chip(ann, 'Room 1', 'Bob').dragTo(ann.section('Room 2'))
  await ann.page.getByText('1 person would move.').waitFor()
  await check('the plan')
  await chip(ann, 'Not seated', 'Cem').hover()
  await ann.press('Actions for Cem')
  await ann.page.getByRole('menu').waitFor()
  await check('the menu of a person')
  await ann.page.keyboard.press('Escape')
  await ann.page.setViewportSize({ width: 360, height: 640 })
  await check('the board on a phone')
})
