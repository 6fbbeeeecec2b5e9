// SPDX-License-Identifier: Apache-2.0
// Servers, workers, networks and tabs die; people come back to where they were, with the role they had.
import type { MeetingClient, MeetingView } from '@alcove/client'
import { openControlBot, subscribeUntil } from '@alcove/client/testing'
import { afterEach, expect, test } from 'vitest'
import { judgeSenses } from '../harness/judgeSenses.ts'
import { LabPage } from '../harness/LabPage.ts'
import { type LabPerson, waitForSenses } from '../harness/LabPerson.ts'
import { newCommandId, openRaw } from '../harness/RawClient.ts'
import { Relay } from '../harness/Relay.ts'
import { Server } from '../harness/Server.ts'
import { useStage } from '../harness/Stage.ts'
import { WebPerson } from '../harness/WebPerson.ts'
import { waitFor } from '../harness/waitFor.ts'

const stage = useStage()
afterEach(() => stage.clear())

interface Split {
  readonly people: [LabPerson, LabPerson, LabPerson, LabPerson]
  readonly pages: readonly LabPage[]
  readonly room: string
}

/** Ann and Bob in main, Cem and Dua in a room; Bob is a moderator, too. */
async function split(meetingId: string): Promise<Split> {
  const pages = await stage.labPages(2)
  const [first, second] = pages as [LabPage, LabPage]
  const ann = await first.join({ name: 'Ann', meetingId, mark: 0 })
  const [bob, cem, dua] = await Promise.all([
    second.join({ name: 'Bob', meetingId, mark: 1 }),
    first.join({ name: 'Cem', meetingId, mark: 2 }),
    second.join({ name: 'Dua', meetingId, mark: 3 }),
  ])
  const room = String(await ann.do('createRoom', 'Garden'))
  await ann.do('setRole', bob.id, 'moderator')
  for (const { id } of [cem, dua]) await ann.do('move', id, room)
  await waitForSenses([
    [ann, bob],
    [cem, dua],
  ])
  return { people: [ann, bob, cem, dua], pages, room }
}

/** What must not change: who is there, as what, where; which rooms there are. */
function essence({ meeting }: MeetingView): unknown {
  const people = Object.entries(meeting.people).map(([id, { displayName, role, roomId, absent }]) => ({
    id,
    displayName,
    role,
    roomId,
    absent,
  }))
  return { people, rooms: meeting.rooms, selfMove: meeting.selfMove }
}

async function waitForEssence(people: readonly LabPerson[], wanted: unknown): Promise<void> {
  for (const person of people) {
    await waitFor(async () => {
      const { state, view } = await person.snapshot()
      if (state.status !== 'joined' || !view) return `${person.name} is ${state.status}`
      const found = JSON.stringify(essence(view))
      return found === JSON.stringify(wanted) ? undefined : `${person.name} is told ${found}`
    })
  }
}

test('after kill -9 of the server everybody is back in their room with their role, and no command is done twice', async () => {
  stage.explainFailure()
  const meetingId = 'kill-9'
  const { people } = await split(meetingId)
  const [ann, bob, cem, dua] = people
  const raw = await openRaw(stage.server.url, meetingId)
  const seat = await raw.join('Eli')
  await ann.do('setRole', seat.participantId, 'moderator')
  const id = newCommandId()
  const first = await raw.ask({ type: 'room.create', id, name: 'Once' })
  expect(first).toMatchObject({ ok: true })
  await waitFor(async () =>
    Object.keys((await ann.view()).meeting.rooms).length === 2 ? undefined : 'a room is missing',
  )
  const before = essence(await ann.view())
  const started = Date.now()
  await stage.server.kill9()
  await stage.server.startAgain()
  const upMs = Date.now() - started

  const again = await openRaw(stage.server.url, meetingId)
  expect(await again.resume(seat)).toMatchObject({ ok: true })
  expect(await again.ask({ type: 'room.create', id, name: 'Once' })).toEqual(first)
  await waitForEssence(people, before)
  await waitForSenses([
    [ann, bob],
    [cem, dua],
  ])
  console.log(`nobody-lost: server up after ${upMs} ms, all is back after ${Date.now() - started} ms`)
  // And it goes on: the second moderator still is one.
  await bob.do('move', cem.id, 'main')
  await waitForSenses([[ann, bob, cem], [dua]])
  again.close()
})

test('when a media worker is killed, sound and pictures return without a reload', async () => {
  stage.explainFailure()
  const { people } = await split('worker-dies')
  const [ann, bob, cem, dua] = people
  const [pid] = stage.server.workerPids()
  if (pid === undefined) throw new Error('the server has no media worker')
  const started = Date.now()
  process.kill(pid, 'SIGKILL')
  await waitFor(() => {
    const pids = stage.server.workerPids()
    return pids.length > 0 && !pids.includes(pid) ? undefined : `media workers are [${pids}]`
  })
  await waitForSenses([
    [ann, bob],
    [cem, dua],
  ])
  console.log(`nobody-lost: all is heard and seen ${Date.now() - started} ms after the worker died`)
  for (const person of people) expect(await person.statuses()).toEqual(['idle', 'joining', 'joined'])
})

test('a media worker that hangs during a move leaks nothing and is replaced', async () => {
  stage.explainFailure()
  const { people, pages, room } = await split('worker-hangs')
  const [ann, bob, cem, dua] = people
  const [pid] = stage.server.workerPids()
  if (pid === undefined) throw new Error('the server has no media worker')
  for (const page of pages) await page.startNotes()
  process.kill(pid, 'SIGSTOP')
  const started = Date.now()
  const outcome = await ann.try('move', bob.id, room)
  const acknowledgedMs = Date.now() - started
  expect(outcome).toMatchObject({ ok: true })
  await waitForSenses([[ann], [bob, cem, dua]])
  const notes = Object.assign({}, ...(await Promise.all(pages.map((page) => page.endNotes()))))
  const marks = new Map(people.map(({ name, mark }) => [name, mark]))
  expect(judgeSenses(notes, { marks, settleMs: 150, belowDb: 40 }).leaks).toEqual([])
  await waitFor(() => (stage.server.workerPids().includes(pid) ? 'the worker that hangs is there still' : undefined))
  console.log(
    `nobody-lost: the move was acknowledged ${acknowledgedMs} ms after the worker hung, all is back after ${Date.now() - started} ms`,
  )
})

test('who loses the network is shown as absent and comes back to the same room', async () => {
  stage.explainFailure()
  const { people, room } = await split('network')
  const [ann, bob, cem, dua] = people
  const relay = await Relay.open(stage.server.port)
  try {
    const far = await LabPage.open(await stage.context(), relay.url)
    const eli = await far.join({ name: 'Eli', meetingId: 'network', mark: 4 })
    await ann.do('move', eli.id, room)
    await waitForSenses([
      [ann, bob],
      [cem, dua, eli],
    ])
    relay.cut()
    await waitFor(async () => {
      const person = (await ann.view()).meeting.people[eli.id as never]
      return person?.absent ? undefined : 'Ann is not told that Eli is absent'
    })
    await waitForSenses([
      [ann, bob],
      [cem, dua],
    ])
    // What happens meanwhile is known on return.
    await ann.do('renameRoom', room, 'Orchard')
    await ann.do('move', dua.id, 'main')
    relay.mend()
    await waitForSenses([
      [ann, bob, dua],
      [cem, eli],
    ])
    const view = await eli.view()
    expect(view.meeting.rooms[room as never]?.name).toBe('Orchard')
    expect(await eli.statuses()).toEqual(['idle', 'joining', 'joined', 'reconnecting', 'joined'])
  } finally {
    await relay.close()
  }
})

test('a duplicated tab asks before it takes over; the older one is told and stays away', async () => {
  stage.explainFailure()
  const context = await stage.context()
  const options = { serverUrl: stage.server.url, meeting: 'two-tabs', name: 'Ann', camera: false }
  const older = await WebPerson.open(context, options, options.meeting)
  await older.join()
  const watcher = await openControlBot({ serverUrl: stage.server.url, meetingId: options.meeting, displayName: 'Bob' })
  const stored = await older.page.evaluate(() => JSON.stringify({ ...sessionStorage }))
  const newPage = await context.newPage()
  await newPage.addInitScript((items) => {
    if (sessionStorage.length === 0)
      for (const [key, value] of Object.entries(JSON.parse(items))) sessionStorage.setItem(key, String(value))
  }, stored)
  await newPage.goto(`${stage.server.url}/${options.meeting}`)
  await newPage.getByText('You are in this meeting in another tab').waitFor()
  expect(await older.page.locator('[data-room-id]').count()).toBe(1)

  await newPage.getByRole('button', { name: 'Continue here' }).click()
  await newPage.locator('[data-room-id]').waitFor()
  await older.page.getByText('You continued in another tab').waitFor()
  // Long enough for the older one to try, if it tried.
  const statuses: boolean[] = []
  await waitFor(
    async () => {
      statuses.push((await newPage.locator('[data-room-id]').count()) === 1)
      return statuses.length >= 6 ? undefined : 'still watching'
    },
    { everyMs: 500 },
  )
  expect(statuses).toEqual(statuses.map(() => true))
  expect(await older.page.getByText('You continued in another tab').count()).toBe(1)
  expect(Object.keys(watcher.getSnapshot().view?.meeting.people ?? {})).toHaveLength(2)
  watcher.close()
})

test('the role passes on only after the grace; who comes back has it again and the promoted one keeps it', async () => {
  stage.explainFailure()
  const server = await Server.start({ args: ['--absence-grace', '1'] })
  const relay = await Relay.open(server.port)
  const bots: MeetingClient[] = []
  try {
    const open = async (serverUrl: string, displayName: string) => {
      const bot = await openControlBot({ serverUrl, meetingId: 'roles', displayName })
      bots.push(bot)
      return bot
    }
    const ann = await open(relay.url, 'Ann')
    const bob = await open(server.url, 'Bob')
    const cem = await open(server.url, 'Cem')
    const rolesSeen = () => rolesOf(cem)
    await subscribeUntil(cem, () => rolesSeen() === 'Ann moderator, Bob participant, Cem participant', rolesSeen)
    relay.cut()
    await subscribeUntil(cem, () => rolesSeen() === 'Bob moderator, Cem participant', rolesSeen)
    relay.mend()
    await subscribeUntil(cem, () => rolesSeen() === 'Ann moderator, Bob moderator, Cem participant', rolesSeen)
    await ann.createRoom()
    await bob.createRoom()
  } finally {
    for (const bot of bots) bot.close()
    await relay.close()
    await server.stop()
  }
})

function rolesOf(bot: MeetingClient): string {
  const people = Object.values(bot.getSnapshot().view?.meeting.people ?? {})
  return people
    .sort((a, b) => a.order - b.order)
    .map(({ displayName, role }) => `${displayName} ${role}`)
    .join(', ')
}
