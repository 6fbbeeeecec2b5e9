// SPDX-License-Identifier: Apache-2.0
// The main job as people do it, in the web app: meet, split, work on rooms from anywhere, come back.
import { expect, test } from 'vitest'
import { accessibilityFaults } from '../harness/accessibility.ts'
import { useStage } from '../harness/Stage.ts'
import { useCompany } from '../harness/useCompany.ts'
import { WebPerson, waitForRooms } from '../harness/WebPerson.ts'
import { waitFor } from '../harness/waitFor.ts'

const main = 'Main room'
const stage = useStage()

/** Each in a window of their own: one behind another is hardly painted, and clicks wait for pictures. */
const company = useCompany(stage, 'main-job', async (meeting) => {
  const options = (name: string) => ({ serverUrl: stage.server.url, meeting, name })
  const ann = await WebPerson.open(await stage.context(), options('Ann'))
  await ann.enterByName()
  const bob = await WebPerson.open(await stage.context(), options('Bob'), meeting)
  await bob.join()
  const cem = await WebPerson.open(await stage.context(), options('Cem'), meeting)
  await cem.join()
  return [ann, bob, cem] as const
})

/** Who is in a room by what this person's pane says. */
async function paneNames(person: WebPerson, room: string): Promise<string[]> {
  return (await person.section(room).locator('.person-name').allTextContents()).sort()
}

function waitForPane(person: WebPerson, room: string, names: readonly string[]): Promise<void> {
  return waitFor(async () => {
    const shown = await paneNames(person, room)
    return shown.join() === names.join()
      ? undefined
      : `${person.name}'s pane shows [${shown}] in ${room}, not [${names}]`
  })
}

test('three people meet, are split, moved from inside a room and brought back; nobody is asked for devices again', async () => {
  stage.explainFailure()
  const [ann, bob, cem] = await company()
  await waitForRooms({ [main]: [ann, bob, cem] })
  const before = await Promise.all([ann, bob, cem].map((person) => person.counts()))

  await ann.openPane()
  await ann.press('Add room')
  await ann.page.getByLabel('Name of the new room').fill('Garden')
  await ann.press('Add room')
  await ann.section('Garden').waitFor()
  const [firstRoom] = Object.values((await ann.view()).meeting.rooms).sort((a, b) => a.order - b.order)
  expect(firstRoom?.name).toMatch(/1$/)
  await ann.choose(`Actions for ${firstRoom?.name}`, /Rename/)
  await ann.page.getByRole('dialog').getByLabel('Name').fill('Kitchen')
  await ann.press('Rename')
  await ann.section('Kitchen').waitFor()

  // Bob was muted before the move and stays so.
  await bob.press('Mute')
  await waitFor(async () => {
    const media = Object.values((await ann.view()).room.media)
    return media.some(({ microphone }) => microphone === 'muted') ? undefined : 'Ann is not told that Bob is muted'
  })
  await ann.choose('Actions for Bob', 'Garden')
  await waitForRooms({ [main]: [ann, cem], Garden: [bob] })
  expect(await bob.button('Unmute').count()).toBe(1)
  await bob.press('Unmute')

  // The moderator goes in and works on all rooms from there.
  await ann.section('Garden').getByRole('button', { name: 'Join Garden' }).click()
  await waitForRooms({ [main]: [cem], Garden: [ann, bob] })
  await ann.choose('Actions for Cem', 'Kitchen')
  await waitForRooms({ Kitchen: [cem], Garden: [ann, bob] })
  await waitForPane(ann, 'Kitchen', ['Cem'])
  await ann.choose('Actions for Kitchen', /Close, bring its people back/)
  await waitForRooms({ [main]: [cem], Garden: [ann, bob] })
  // She removes the very room that she is in.
  await ann.choose('Actions for Garden', /Remove the room/)
  await ann.page.getByRole('alertdialog').getByRole('button', { name: 'Remove the room' }).click()
  await waitForRooms({ [main]: [ann, bob, cem] })
  await ann.section('Garden').waitFor({ state: 'detached' })

  expect(await Promise.all([ann, bob, cem].map((person) => person.counts()))).toEqual(before)

  // From here on nobody's picture is looked at.
  for (const person of [ann, bob, cem]) await person.switchCamera(false)
  await waitForRooms({ [main]: [ann, bob, cem] })
})

test('auto-assign seats everybody but moderators evenly, and bringing everyone back closes the rooms', async () => {
  stage.explainFailure()
  const [ann, bob, cem] = await company()
  await ann.openPane()
  await ann.press('Split into rooms')
  await ann.page.getByRole('dialog').getByRole('textbox', { name: 'How many rooms' }).fill('2')
  await ann.page.keyboard.press('Tab')
  await ann.page.getByText('2 people in 2 rooms: 1 in each.').waitFor()
  await ann.press('Split now')
  const people = [ann, bob, cem]
  await waitFor(async () => {
    const { meeting, self } = await ann.view()
    const places = Object.values(meeting.people).map(({ roomId }) => roomId)
    const isAnnInMain = meeting.people[self.participantId]?.roomId === 'main'
    return new Set(places).size === 3 && isAnnInMain ? undefined : `people are in ${places}`
  })
  for (const person of people)
    await waitFor(async () => ((await person.tiles()).length === 0 ? undefined : `${person.name} is with somebody`))
  await ann.press('Bring everyone back')
  await ann.page.getByRole('alertdialog').getByText('Now', { exact: true }).click()
  await ann.page.getByRole('alertdialog').getByRole('button', { name: 'Bring everyone back' }).click()
  await waitForRooms({ [main]: people })
  await waitFor(async () => {
    const open = Object.values((await ann.view()).meeting.rooms).map((room) => room.open)
    return open.join() === 'false,false' ? undefined : `rooms are open: ${open}`
  })
})

test('people take themselves into open rooms and back, as far as the meeting allows it', async () => {
  stage.explainFailure()
  const [ann, bob, cem] = await company()
  await ann.openPane()
  const room = await addRoom(ann)
  await bob.openPane()
  await bob.button(/^Join /).waitFor()
  await bob.press(`Join ${room}`)
  await waitForRooms({ [main]: [ann, cem], [room]: [bob] })
  await bob.press('Back to main')
  await waitForRooms({ [main]: [ann, bob, cem] })

  // A password asks whoever does not know it, and a lock makes people knock.
  await ann.choose(`Actions for ${room}`, 'Room settings…')
  const settings = ann.page.getByRole('dialog')
  await settings.getByLabel('Password (optional)').fill('open sesame')
  await settings.getByRole('button', { name: 'Save' }).click()
  await bob.section(room).getByRole('img', { name: 'has a password' }).waitFor()
  await bob.press(`Join ${room}`)
  const asking = bob.page.getByRole('dialog', { name: `Password of ${room}` })
  await asking.getByLabel('Password').fill('guess')
  await asking.getByRole('button', { name: 'Join' }).click()
  await asking.getByText('The password is wrong.').waitFor()
  expect(await accessibilityFaults(bob.page, '[role=dialog]')).toEqual([])
  await asking.getByLabel('Password').fill('open sesame')
  await asking.getByRole('button', { name: 'Join' }).click()
  await waitForRooms({ [main]: [ann, cem], [room]: [bob] })
  await ann.choose(`Actions for ${room}`, 'Room settings…')
  await settings.getByText(/^Lock it/).click()
  await settings.getByRole('button', { name: 'Save' }).click()
  await cem.openPane()
  await cem.press(`Knock at ${room}`)
  await cem.page.getByText(`You knock at ${room}.`).first().waitFor()
  await ann.press('Let in Cem')
  await waitForRooms({ [main]: [ann], [room]: [bob, cem] })
  await bob.press('Back to main')
  await cem.press('Back to main')
  await waitForRooms({ [main]: [ann, bob, cem] })

  await ann.press(/People go to any open room themselves/)
  await ann.page.getByRole('option', { name: 'Only moderators move people' }).click()
  await waitFor(async () =>
    (await bob.button(`Join ${room}`).count()) === 0 ? undefined : 'Bob can still join the room',
  )
  await ann.choose('Actions for Bob', room)
  await waitForRooms({ [main]: [ann, cem], [room]: [bob] })
  expect(await bob.button('Back to main').count()).toBe(0)
  // Not offered is not enough: the server refuses it, too.
  const refused = await bob.page.evaluate(async () => {
    const { alcove } = window as unknown as { alcove: { client: import('@alcove/client').MeetingClient } }
    const id = alcove.client.getSnapshot().view?.self.participantId
    return (
      id &&
      alcove.client.move(id, 'main' as never).then(
        () => 'moved',
        (error: { code: string }) => error.code,
      )
    )
  })
  expect(refused).toBe('PERMISSION_DENIED')
})

test('a reload comes back to the same room with the same devices; leaving ends it', async () => {
  stage.explainFailure()
  const [ann, bob, cem] = await company()
  await ann.openPane()
  const room = await addRoom(ann)
  await ann.choose('Actions for Bob', room)
  await ann.choose('Actions for Cem', room)
  await bob.switchCamera(true)
  await waitForRooms({ [main]: [ann], [room]: [bob, cem] })
  await bob.press('Mute')
  await bob.button('Unmute').waitFor()
  await bob.page.reload()
  await bob.waitUntilIn()
  await waitForRooms({ [main]: [ann], [room]: [bob, cem] })
  expect(await bob.button('Unmute').count()).toBe(1)
  expect(Object.keys((await ann.view()).meeting.people)).toHaveLength(3)

  await cem.press('Leave the meeting')
  await cem.page.getByText('You left the meeting').waitFor()
  await waitForPane(ann, room, ['Bob'])
  await waitForRooms({ [room]: [bob] })
})

/** @returns the name of the new room */
async function addRoom(person: WebPerson): Promise<string> {
  const rooms = async () => Object.entries((await person.view()).meeting.rooms)
  const before = new Set((await rooms()).map(([id]) => id))
  await person.press('Add room')
  let name = ''
  await waitFor(async () => {
    const added = (await rooms()).find(([id]) => !before.has(id))
    name = added?.[1].name ?? ''
    return added ? undefined : 'there is no new room yet'
  })
  return name
}
