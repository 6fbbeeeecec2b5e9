// SPDX-License-Identifier: Apache-2.0
// What crosses rooms on purpose, by ear and eye: a podium reaches the rooms that were chosen and no other and hears none of them; a look-in brings
// one picture and no sound, only after the room was told, and nothing once it has ended.
import { expect, test } from 'vitest'
import { accessibilityFaults } from '../harness/accessibility.ts'
import type { LabPage } from '../harness/LabPage.ts'
import { type LabPerson, marksHeard } from '../harness/LabPerson.ts'
import { useStage } from '../harness/Stage.ts'
import { WebPerson } from '../harness/WebPerson.ts'
import { pause, waitFor } from '../harness/waitFor.ts'

const stage = useStage()

async function joinAll(pages: readonly LabPage[], meetingId: string, names: readonly string[]): Promise<LabPerson[]> {
  const join = (name: string, mark: number) => {
    const page = pages[mark % pages.length]
    if (!page) throw new Error('no page')
    return page.join({ name, meetingId, mark })
  }
  const [moderator = '', ...others] = names
  return [await join(moderator, 0), ...(await Promise.all(others.map((name, index) => join(name, index + 1))))]
}

/** Waits until each person hears and sees exactly these people. */
async function waitForReach(reach: readonly (readonly [LabPerson, readonly LabPerson[]])[]): Promise<void> {
  for (const [person, others] of reach) {
    const wanted = others.map(({ mark }) => mark).sort((a, b) => a - b)
    await waitFor(async () => {
      const row = await person.sense()
      const heard = marksHeard(row)
      const seen = [...row.colours].sort((a, b) => a - b)
      const isAsWanted = heard.join() === wanted.join() && seen.join() === wanted.join()
      return isAsWanted ? undefined : `${person.name} hears [${heard}], sees [${seen}] and should have [${wanted}]`
    })
  }
}

function waitForPodium(person: LabPerson, wanted: unknown): Promise<void> {
  return waitFor(async () => {
    const told = JSON.stringify((await person.view()).meeting.podium)
    return told === JSON.stringify(wanted) ? undefined : `${person.name} is told of the podium ${told}`
  })
}

async function receivedPackets(person: LabPerson): Promise<number> {
  const streams = await person.stats('inbound-rtp')
  return streams.reduce((sum, { packetsReceived }) => sum + Number(packetsReceived ?? 0), 0)
}

test('the podium is heard and seen in its rooms only, hears none of them, and ends with a word and with the connection', async () => {
  stage.explainFailure()
  const pages = await stage.labPages(2)
  const people = await joinAll(pages, 'podium', ['Ann', 'Bob', 'Cem', 'Dua', 'Eli'])
  const [ann, bob, cem, dua, eli] = people as [LabPerson, LabPerson, LabPerson, LabPerson, LabPerson]
  const red = await ann.do('createRoom', 'Red')
  const blue = await ann.do('createRoom', 'Blue')
  for (const [person, room] of [
    [bob, red],
    [cem, red],
    [dua, blue],
  ] as const)
    await ann.do('move', person.id, room)
  await ann.do('takePodium', [red])
  await waitForReach([
    [bob, [ann, cem]],
    [cem, [ann, bob]],
    [dua, []],
    [ann, [eli]],
    [eli, [ann]],
  ])
  await waitForPodium(dua, { [ann.id]: [red] })
  expect(Object.keys((await bob.view()).room.podium)).toEqual([ann.id])

  await ann.do('leavePodium')
  await waitForReach([
    [bob, [cem]],
    [cem, [bob]],
    [ann, [eli]],
  ])

  await ann.do('takePodium', 'all')
  await waitForReach([
    [bob, [ann, cem]],
    [dua, [ann]],
    [ann, [eli]],
  ])
  await ann.try('close')
  await waitForReach([
    [bob, [cem]],
    [dua, []],
    [eli, []],
  ])
  await waitForPodium(bob, {})
})

test('a look-in is shown to the room first, brings one picture and no sound, and nothing after it ended', async () => {
  stage.explainFailure()
  await stage.clear()
  const people = await joinAll(await stage.labPages(2), 'look-in', ['Ann', 'Bob', 'Cem', 'Dua'])
  const [ann, bob, cem, dua] = people as [LabPerson, LabPerson, LabPerson, LabPerson]
  const red = await ann.do('createRoom', 'Red')
  const blue = await ann.do('createRoom', 'Blue')
  await ann.do('move', bob.id, red)
  await ann.do('move', cem.id, red)
  await ann.do('move', dua.id, blue)
  await waitForReach([
    [ann, []],
    [bob, [cem]],
  ])
  // Until then there is nothing to receive.
  expect((await ann.snapshot()).remoteTracks).toEqual([])
  const { page } = ann.lab
  const asked = await page.evaluate(() => window.lab.now())
  await ann.do('lookInto', red)
  await waitFor(async () => ((await bob.view()).room.lookers.includes(ann.id as never) ? undefined : 'no mark in Red'))
  const isOfRed = (mark: number | undefined) => mark === bob.mark || mark === cem.mark
  await waitFor(async () => {
    const row = await ann.sense()
    const heard = marksHeard(row)
    const sources = (await ann.snapshot()).remoteTracks.map(({ source }) => source)
    return row.colours.length === 1 && isOfRed(row.colours[0]) && heard.length === 0 && sources.join() === 'camera'
      ? undefined
      : `Ann sees [${row.colours}], hears [${heard}] and receives [${sources}]`
  })
  // The mark stood for a second before. By the clock of Ann's page, in which Cem is, too: to ask whether she sees nothing yet could come too late.
  const [marked, pictured] = await page.evaluate(() => [
    window.lab.lookedAtSince('Cem'),
    window.lab.tracksChangedAt('Ann'),
  ])
  expect(marked).toBeLessThan(pictured)
  expect(pictured - asked).toBeGreaterThan(900)
  expect(await dua.try('lookInto', red)).toMatchObject({ ok: false, code: 'PERMISSION_DENIED' })
  await waitForReach([
    [bob, [cem]],
    [dua, []],
  ])

  await ann.do('lookAway', red)
  expect((await ann.snapshot()).remoteTracks).toEqual([])
  // What was on its way when the answer came has arrived by then, or in the next window; what still came in the picture would come in each.
  await pause(150)
  await waitFor(async () => {
    const before = await receivedPackets(ann)
    await pause(500)
    // A stream that is closed later takes its count with it.
    const more = (await receivedPackets(ann)) - before
    return more <= 0 ? undefined : `Ann still got ${more} packets`
  })
  await waitFor(async () => ((await bob.view()).room.lookers.length === 0 ? undefined : 'the mark stays'))

  await ann.do('setMayLookIn', false)
  expect(await ann.try('lookInto', red)).toMatchObject({ ok: false, code: 'GLANCE_OFF' })
})

test('in the web app: a voice to all rooms with the room lowered, a look into a room that shows it, and all rooms at a glance', async () => {
  stage.explainFailure()
  await stage.clear()
  const open = async (name: string) => {
    const person = await WebPerson.open(
      await stage.context(),
      { serverUrl: stage.server.url, meeting: 'seeing', name },
      'seeing',
    )
    await person.join()
    return person
  }
  const ann = await open('Ann')
  const bob = await open('Bob')
  const cem = await open('Cem')
  await ann.openPane()
  await ann.press('Add room')
  await ann.section('Room 1').waitFor()
  for (const name of ['Bob', 'Cem']) await ann.choose(`Actions for ${name}`, 'Room 1')
  await waitFor(async () => ((await bob.seen()).join() === 'Cem' ? undefined : `Bob sees [${await bob.seen()}]`))

  await ann.press('Speak to rooms')
  await ann.page.getByRole('dialog').waitFor()
  expect(await accessibilityFaults(ann.page, '.dialog')).toEqual([])
  await ann.page.getByRole('dialog').getByRole('button', { name: 'Start speaking' }).click()
  await ann.page.locator('main [data-own-podium]').waitFor()
  await bob.page.locator('[data-podium-of] video[data-has-frame]').waitFor()
  expect(await bob.page.locator('[data-podium-of]').textContent()).toContain('Ann speaks to this room')
  await waitFor(async () => ((await bob.seen()).join() === 'Cem' ? undefined : `Bob sees [${await bob.seen()}]`))
  // Ann's voice stays, Cem's goes down while Ann is heard.
  await ann.hum()
  const volumes = () =>
    bob.page.evaluate(() =>
      [...document.querySelectorAll<HTMLAudioElement>('audio[data-voice-of]')].map(({ volume }) => volume).sort(),
    )
  await waitFor(async () => {
    const [low, high] = await volumes()
    return low === 0.25 && high === 1 ? undefined : `Bob's page plays at ${await volumes()}`
  })
  expect(await accessibilityFaults(bob.page, 'main .podium-strip')).toEqual([])
  expect(await accessibilityFaults(ann.page, 'main .own-podium')).toEqual([])
  expect(await accessibilityFaults(ann.page, '.rooms-pane')).toEqual([])
  // Another moderator ends it; whoever spoke is told who did.
  await ann.choose('Actions for Bob', 'Make moderator')
  await Promise.all([
    ann.page.getByRole('main').getByText('Bob ended your speaking to rooms').waitFor(),
    bob.press('Stop Ann speaking to rooms'),
  ])
  await ann.page.locator('main [data-own-podium]').waitFor({ state: 'detached' })
  await bob.page.locator('[data-podium-of]').waitFor({ state: 'detached' })
  await waitFor(async () => ((await volumes()).join() === '1' ? undefined : `Bob's page plays at ${await volumes()}`))

  await cem.hum()
  // The last moment at which there was no mark: a page that stood still was told while it did.
  await bob.page.evaluate(() => {
    const look = () => {
      if (document.querySelector('[data-lookers]') !== null) return
      Object.assign(window, { unmarkedAt: Date.now() })
      setTimeout(look, 20)
    }
    look()
  })
  await ann.press('Look in: Room 1')
  await ann.page.locator('[data-look-in] video[data-has-frame]').first().waitFor()
  const pictureAt = await ann.page.evaluate(() => Date.now())
  await bob.page.locator('[data-lookers]').waitFor()
  const unmarkedAt = await bob.page.evaluate(() => (window as unknown as { unmarkedAt: number }).unmarkedAt)
  expect(unmarkedAt).toBeLessThan(pictureAt)
  expect(await bob.page.locator('[data-lookers]').textContent()).toContain('Ann is looking in')
  expect(await ann.heard()).toBe(0)
  expect(await accessibilityFaults(bob.page, 'main .lookers')).toEqual([])
  expect(await accessibilityFaults(ann.page, '.rooms-pane')).toEqual([])
  await ann.press('Look away from Room 1')
  await bob.page.locator('[data-lookers]').waitFor({ state: 'detached' })

  // The wall looks into all rooms while it is open, and while its switch is on; the keyboard leads there and back.
  await ann.press('Close')
  await ann.page.keyboard.press('b')
  await ann.page.getByRole('tab', { name: 'Live' }).focus()
  await ann.page.keyboard.press('ArrowRight')
  const card = ann.section('Room 1')
  await card.locator('video[data-has-frame]').first().waitFor()
  await bob.page.locator('[data-lookers]').getByText('Ann is looking in').waitFor()
  await card.getByText('Bob and Cem').waitFor()
  expect(await ann.heard()).toBe(0)
  expect(await accessibilityFaults(ann.page, 'body')).toEqual([])
  await card.getByRole('button', { name: 'Speak to Room 1' }).click()
  const dialog = ann.page.getByRole('dialog')
  expect(await dialog.getByRole('checkbox', { name: 'Room 1' }).isChecked()).toBe(true)
  await ann.page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  const lookIn = ann.page.getByRole('switch', { name: /^Look in/ })
  await lookIn.focus()
  await ann.page.keyboard.press('Space')
  await bob.page.locator('[data-lookers]').waitFor({ state: 'detached' })
  await ann.page.keyboard.press('Space')
  await bob.page.locator('[data-lookers]').waitFor()
  await ann.page.keyboard.press('Escape')
  await bob.page.locator('[data-lookers]').waitFor({ state: 'detached' })
  await waitFor(async () => {
    const tracks = await ann.page.evaluate(() => {
      const holder = window as unknown as {
        alcove: { client: { getSnapshot(): { remoteTracks: readonly unknown[] } } }
      }
      return holder.alcove.client.getSnapshot().remoteTracks.length
    })
    return tracks === 0 ? undefined : `Ann still has ${tracks} tracks`
  })
  await waitFor(async () => ((await cem.heard()) === 1 ? undefined : 'Cem does not hear Bob'))
})
