// SPDX-License-Identifier: Apache-2.0
// Nothing crosses rooms: proved on the wire by packet counts, and at the ends by what people hear and see, over random moves.
import { expect, test } from 'vitest'
import { judgeSenses } from '../harness/judgeSenses.ts'
import type { LabPage } from '../harness/LabPage.ts'
import { type LabPerson, waitForSenses } from '../harness/LabPerson.ts'
import { seededRandom } from '../harness/random.ts'
import { useStage } from '../harness/Stage.ts'
import { waitFor } from '../harness/waitFor.ts'

const moves = 32
const names = ['Ann', 'Bob', 'Cem', 'Dua', 'Eli']
const windowMs = 250
const stage = useStage()

test(`over ${moves} random moves, from 100 ms after the acknowledgement no stream of another room grows, and from 150 ms after applying it no foreign tone or colour is there`, async () => {
  stage.explainFailure()
  const random = seededRandom()
  console.log(`isolation: seed ${random.seed}`)
  const pages = await stage.labPages(2)
  const people = await joinAll(pages)
  const [moderator] = people
  if (!moderator) throw new Error('nobody came')
  const rooms = ['main', ...(await Promise.all([1, 2].map(() => moderator.do('createRoom'))))] as string[]
  await waitForSenses([people])
  for (const page of pages) await page.startNotes()

  const leaks: string[] = []
  const countNotes = async () => (await Promise.all(pages.map((page) => page.countNotes()))).reduce((a, b) => a + b)
  let latestMs = 0
  const places = new Map(people.map((person) => [person, 'main']))
  for (let count = 0; count < moves; count += 1) {
    const notesBefore = await countNotes()
    const who = random.pick(people)
    const to = random.pick(rooms.filter((room) => room !== places.get(who)))
    // Moderators send people, everybody takes themselves.
    const by = random.integer(2) === 0 ? moderator : who
    await Promise.all(pages.map((page) => page.countAfterNext(100, windowMs)))
    const outcome = await by.lab.page.evaluate(([name, id, room]) => window.lab.move(name, id, room), [
      by.name,
      who.id,
      to,
    ] as const)
    expect(outcome).toMatchObject({ ok: true })
    places.set(who, to)
    const placeOf = new Map(people.map((person) => [person.name, places.get(person)]))
    const placeOfId = new Map(people.map((person) => [person.id, places.get(person)]))
    for (const { lateMs, streams } of await Promise.all(pages.map((page) => page.counted()))) {
      latestMs = Math.max(latestMs, lateMs)
      for (const { receiver, senderId, kind, packets } of streams) {
        if (packets === 0) continue
        if (senderId !== undefined && placeOfId.get(senderId) === placeOf.get(receiver)) continue
        leaks.push(`move ${count}: ${receiver} got ${packets} ${kind} packets of ${senderId ?? 'an unknown sender'}`)
      }
    }
    // Long enough for everybody to have heard and seen it, also where looking takes long.
    await waitFor(async () => {
      const noted = (await countNotes()) - notesBefore
      return noted >= names.length * 10 ? undefined : `${noted} moments are noted of move ${count}`
    })
    // Otherwise a meeting in which nothing flows at all would pass.
    if (count % 4 === 3)
      await waitForSenses(rooms.map((room) => people.filter((person) => places.get(person) === room)))
  }
  const notes = Object.assign({}, ...(await Promise.all(pages.map((page) => page.endNotes()))))
  const marks = new Map(people.map(({ name, mark }) => [name, mark]))
  const verdict = judgeSenses(notes, { marks, settleMs: 150, belowDb: 40 })
  console.log(
    `isolation: ${verdict.judged} moments judged, loudest foreign tone ${verdict.loudestForeignDb.toFixed(0)} dB; counts began at most ${latestMs.toFixed(0)} ms late`,
  )
  expect(leaks, `seed ${random.seed}`).toEqual([])
  expect(verdict.leaks, `seed ${random.seed}`).toEqual([])
  expect(verdict.judged).toBeGreaterThanOrEqual(moves * names.length * 10)
})

test('a room that is closed or removed, and everybody brought back, leak nothing either', async () => {
  stage.explainFailure()
  await stage.clear()
  const pages = await stage.labPages(2)
  const people = await joinAll(pages, 'isolation-mass')
  const [ann, bob, cem, dua, eli] = people as [LabPerson, LabPerson, LabPerson, LabPerson, LabPerson]
  const red = await ann.do('createRoom', 'Red')
  const blue = await ann.do('createRoom', 'Blue')
  for (const page of pages) await page.startNotes()
  await Promise.all([bob, cem].map(({ id }) => ann.do('move', id, red)))
  await Promise.all([dua, eli].map(({ id }) => ann.do('move', id, blue)))
  await waitForSenses([[ann], [bob, cem], [dua, eli]])
  await ann.do('closeRoom', red)
  await waitForSenses([
    [ann, bob, cem],
    [dua, eli],
  ])
  await ann.do('removeRoom', blue)
  await waitForSenses([people])
  await ann.do('move', ann.id, red)
  await ann.do('move', bob.id, red)
  await waitForSenses([
    [ann, bob],
    [cem, dua, eli],
  ])
  await ann.do('closeAllRooms')
  await waitForSenses([people])
  const notes = Object.assign({}, ...(await Promise.all(pages.map((page) => page.endNotes()))))
  const marks = new Map(people.map(({ name, mark }) => [name, mark]))
  expect(judgeSenses(notes, { marks, settleMs: 150, belowDb: 40 }).leaks).toEqual([])
})

async function joinAll(pages: readonly LabPage[], meetingId = 'isolation'): Promise<LabPerson[]> {
  const join = (name: string, mark: number) => {
    const page = pages[mark % pages.length]
    if (!page) throw new Error('no page')
    return page.join({ name, meetingId, mark })
  }
  const [moderator = '', ...others] = names
  const people = [await join(moderator, 0), ...(await Promise.all(others.map((name, index) => join(name, index + 1))))]
  await waitFor(async () => {
    const view = await people[0]?.view()
    const count = Object.keys(view?.meeting.people ?? {}).length
    return count === names.length ? undefined : `${count} of ${names.length} people are there`
  })
  return people
}
