// SPDX-License-Identifier: Apache-2.0
// Breakout rooms through the interface of host pages beyond what Jitsi has: rounds, assignments, podium, properties of rooms, knocks, announcements, help.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { Example } from '../harness/Example.ts'
import { HostPage } from '../harness/HostPage.ts'
import { useStage } from '../harness/Stage.ts'
import { waitFor } from '../harness/waitFor.ts'

const stage = useStage()
let example: Example
let count = 0
/** A meeting that nobody has used. */
let meeting = ''

beforeAll(async () => {
  example = await Example.start(['examples/plain/start.mjs'], stage.server.url)
})
afterAll(() => example?.stop())
beforeEach(async () => {
  stage.explainFailure()
  await stage.clear()
  count += 1
  meeting = `acme/rooms-${count}`
})

type Config = Readonly<Record<string, unknown>>

async function join(name: string, config: Config = {}): Promise<HostPage> {
  return HostPage.join(await stage.context(), { exampleUrl: example.url, meeting, name, config })
}

async function idOf(host: HostPage): Promise<string> {
  return String((await host.waitForEvent('videoConferenceJoined')).id)
}

/** Waits for the rooms of these names, and gives their ids. */
async function roomsOf(host: HostPage, ...names: string[]): Promise<string[]> {
  let found: string[] = []
  await waitFor(async () => {
    const rooms = Object.values(await host.ask<Record<string, { id: string; name: string }>>('listBreakoutRooms'))
    found = names.flatMap((name) => rooms.filter((room) => room.name === name).map(({ id }) => id))
    return found.length === names.length ? undefined : `${rooms.map(({ name }) => name)} are there`
  })
  return found
}

async function waitForError(host: HostPage, name: string): Promise<void> {
  await waitFor(async () => {
    const told = (await host.told()).filter((one) => one.name === 'errorOccurred')
    const names = told.map(({ payload }) => (payload.error as { name: string }).name)
    return names.includes(name) ? undefined : `told ${names}`
  })
}

interface Rounds {
  readonly progress?: { readonly status: string }
  readonly rounds?: readonly {
    roundId: number
    name: string
    status: string
    seconds?: number
    groups: { room: string }[]
  }[]
}

test('rooms of the configuration are made for moderators; people are assigned, previewed, seated and taken back', async () => {
  const ann = await join('Ann', { breakoutRooms: { rooms: ['Garden', 'Pond'] } })
  const [garden, pond] = await roomsOf(ann, 'Garden', 'Pond')
  const bob = await join('Bob', { breakoutRooms: { rooms: ['Never'] } })
  const cem = await join('Cem')
  const [bobId, cemId] = [await idOf(bob), await idOf(cem)]

  await ann.command('assignParticipantToRoom', bobId, garden)
  await ann.waitForEvent('breakoutAssignmentsChanged', { assignments: { [bobId]: garden } })
  await ann.command('assignParticipantToRoom', bobId)
  await ann.waitForEvent('breakoutAssignmentsChanged', { assignments: {} })
  const options = { who: 'everybody', together: [[bobId, cemId]] }
  const preview = await ann.ask<{ seed: number; groups: { room?: string; participants: string[] }[] }>(
    'previewBreakoutAssignment',
    options,
  )
  const together = preview.groups.find(({ participants }) => participants.length === 2)
  expect(together?.participants.toSorted()).toEqual([bobId, cemId].toSorted())
  await ann.command('assignBreakoutRooms', { ...options, seed: preview.seed })
  for (const host of [bob, cem]) await host.waitForEvent('videoConferenceJoined', { roomName: together?.room })
  await ann.command('undoBreakoutAssignment')
  for (const host of [bob, cem]) await host.waitForEvent('videoConferenceJoined', { breakoutRoom: false }, 20)
  await bob.command('addBreakoutRoom', 'Mine')
  await waitForError(bob, 'PERMISSION_DENIED')
  expect(await roomsOf(bob, 'Garden', 'Pond')).toEqual([garden, pond])
  expect(Object.keys(await bob.ask<object>('listBreakoutRooms')).length).toBe(3)

  await ann.command('sendParticipantToRoom', bobId, garden)
  await bob.waitForEvent('videoConferenceJoined', { roomName: garden, breakoutRoom: true })
  const report = await ann.ask<{ people: { participantId: string; visits: { room: string }[] }[] }>('getAttendance')
  const visits = report.people.find(({ participantId }) => participantId === bobId)?.visits.map(({ room }) => room)
  expect(visits?.at(-1)).toBe(garden)
  expect(visits?.[0]).toBe(meeting.replace('acme/', ''))
  expect(await bob.ask('getAttendance')).toMatchObject({ error: { name: 'PERMISSION_DENIED' } })
}, 180_000)

test('rounds: planned, made by hand, changed, ordered, begun', async () => {
  const ann = await join('Ann', { breakoutRooms: { rooms: ['Garden', 'Pond'] } })
  const [garden, pond] = await roomsOf(ann, 'Garden', 'Pond')
  const bob = await join('Bob')
  const cem = await join('Cem')
  const [bobId, cemId] = [await idOf(bob), await idOf(cem)]
  await ann.command('planBreakoutRounds', 2, { seconds: 300, seed: 7 })
  let planned: Rounds = {}
  // Progress and rounds are told one after the other.
  await waitFor(async () => {
    const told = (await ann.told()).filter(({ name }) => name === 'breakoutRoundsChanged')
    planned = (told.at(-1)?.payload ?? {}) as Rounds
    return planned.rounds?.length === 2 ? undefined : `told ${JSON.stringify(told)}`
  })
  expect(planned.rounds?.map(({ status, seconds }) => [status, seconds])).toEqual([
    ['waiting', 300],
    ['waiting', 300],
  ])
  expect(await bob.waitForEvent('breakoutRoundsChanged')).toEqual({
    progress: { status: 'planned', next: 1, count: 2 },
  })
  const [first, second] = planned.rounds?.map(({ roundId }) => roundId) ?? []
  await ann.command('removeBreakoutRound', second)
  await ann.command('addBreakoutRound', {
    name: 'Pairs',
    groups: [{ room: pond, participants: [bobId, cemId] }],
  })
  const rounds = async () => (await ann.ask<Rounds>('getBreakoutRounds')).rounds ?? []
  await waitFor(async () => ((await rounds()).at(-1)?.name === 'Pairs' ? undefined : 'there are no pairs'))
  const pairs = (await rounds()).at(-1)?.roundId
  await ann.command('reorderBreakoutRounds', [pairs, first])
  await ann.command('changeBreakoutRound', pairs, { name: 'In pairs', seconds: 120 })
  await ann.command('assignParticipantInRound', pairs, cemId, garden)
  await waitFor(async () => {
    const [next] = await rounds()
    const isRight = next?.name === 'In pairs' && next.seconds === 120 && next.groups.length === 2
    return isRight ? undefined : `next is ${JSON.stringify(next)}`
  })
  await ann.command('startNextBreakoutRound')
  await bob.waitForEvent('videoConferenceJoined', { roomName: pond })
  await cem.waitForEvent('videoConferenceJoined', { roomName: garden })
  await bob.waitForEvent('breakoutTimerChanged')
  expect(await bob.ask('getBreakoutRounds')).toMatchObject({ progress: { status: 'running', name: 'In pairs' } })
  await bob.command('startNextBreakoutRound')
  await waitForError(bob, 'PERMISSION_DENIED')
}, 180_000)

test('rooms with properties: a task, a lock, a password, a host, an order; who knocks is let in', async () => {
  const ann = await join('Ann')
  await ann.command('addBreakoutRoom', 'Garden', { task: 'Draw a tree', locked: true })
  await ann.command('addBreakoutRoom', 'Pond', { password: 'duck' })
  const [garden, pond] = await roomsOf(ann, 'Garden', 'Pond')
  const bob = await join('Bob')
  const bobId = await idOf(bob)
  await bob.command('joinBreakoutRoom', garden)
  await waitForError(bob, 'ROOM_LOCKED')
  await bob.command('knockAtBreakoutRoom', garden)
  const { knocks } = await ann.waitForEvent('breakoutKnocksChanged')
  expect(knocks).toMatchObject([{ id: bobId, room: garden }])
  await ann.command('answerBreakoutKnock', garden, bobId, true)
  await bob.waitForEvent('videoConferenceJoined', { roomName: garden })
  await bob.frame.getByText('Draw a tree').waitFor()
  await bob.command('joinBreakoutRoom', pond)
  await waitForError(bob, 'PASSWORD_REQUIRED')
  await bob.command('joinBreakoutRoom', pond, 'goose')
  await waitForError(bob, 'PASSWORD_WRONG')
  await bob.command('joinBreakoutRoom', pond, 'duck')
  await bob.waitForEvent('videoConferenceJoined', { roomName: pond })

  await ann.command('setRoomHost', pond, bobId)
  await waitFor(async () => {
    const can = await bob.frame.locator('body').evaluate(() => {
      const holder = window as unknown as {
        alcove?: { client: { getSnapshot(): { view?: { self: { can: { host: boolean } } } } } }
      }
      return holder.alcove?.client.getSnapshot().view?.self.can.host
    })
    return can ? undefined : 'Bob is no host'
  })
  await ann.command('placeBreakoutRoom', pond, garden)
  await waitFor(async () => {
    const { rooms } = await ann.ask<{ rooms: { name: string }[] }>('getRoomsInfo')
    const names = rooms.map(({ name }) => name)
    return names.slice(1).join() === 'Pond,Garden' ? undefined : `the order is ${names}`
  })
  await ann.command('changeBreakoutRoom', pond, { name: 'Lake', password: null })
  await roomsOf(bob, 'Lake')
  await bob.command('joinBreakoutRoom')
  await bob.waitForEvent('videoConferenceJoined', { breakoutRoom: false }, 10)
  const before = await bob.count()
  await bob.command('joinBreakoutRoom', pond)
  await bob.waitForEvent('videoConferenceJoined', { roomName: pond }, before)
  await ann.command('lockBreakoutRoom', garden)
  await ann.command('openBreakoutRoom', garden)
}, 180_000)

test('announcements, hands, help and the podium', async () => {
  const ann = await join('Ann', { breakoutRooms: { rooms: ['Garden'] } })
  const [garden] = await roomsOf(ann, 'Garden')
  const bob = await join('Bob')
  const [annId, bobId] = [await idOf(ann), await idOf(bob)]
  await ann.command('sendParticipantToRoom', bobId, garden)
  await bob.waitForEvent('videoConferenceJoined', { roomName: garden })
  await ann.command('announce', 'Five minutes', [garden])
  expect(await bob.waitForEvent('announcementReceived')).toMatchObject({ text: 'Five minutes', from: annId })

  await bob.command('toggleRaiseHand')
  await ann.waitForEvent('raiseHandUpdated', { id: bobId })
  await bob.waitForEvent('raiseHandUpdated', { id: bobId })
  await ann.command('lowerHands', { participantId: bobId })
  await bob.waitForEvent('raiseHandUpdated', { id: bobId, handRaised: 0 })

  await bob.command('askForHelp', 'We are stuck')
  const { requests } = await ann.waitForEvent('helpRequestsChanged')
  const [request] = requests as { requestId: number; id: string; room: string; text: string }[]
  expect(request).toMatchObject({ id: bobId, room: garden, text: 'We are stuck' })
  await ann.command('enterToHelp', request?.requestId)
  await ann.waitForEvent('videoConferenceJoined', { roomName: garden })
  await ann.command('leaveHelp')
  await ann.waitForEvent('helpRequestsChanged', { requests: [] })

  await ann.command('takePodium', [garden])
  await bob.waitForEvent('podiumChanged', { speakers: [{ id: annId, rooms: [garden] }] })
  expect(await bob.ask('getBreakoutState')).toMatchObject({ podium: [{ id: annId, rooms: [garden] }] })
  await ann.command('leavePodium')
  await bob.waitForEvent('podiumChanged', { speakers: [] })
  await ann.command('openAllBreakoutRooms', 60)
  await bob.waitForEvent('breakoutCountdownChanged', { action: 'open-all' })
  await ann.command('cancelBreakoutCountdown')
  await ann.command('setBreakoutPolicy', { selfMove: 'nowhere', lateJoin: 'lobby' })
  await waitFor(async () => {
    const { selfMove, lateJoin } = await bob.ask<{ selfMove: string; lateJoin: string }>('getBreakoutState')
    return selfMove === 'nowhere' && lateJoin === 'lobby' ? undefined : `${selfMove}, ${lateJoin}`
  })
  await ann.command('allowBreakoutRooms', false)
  await bob.waitForEvent('videoConferenceJoined', { breakoutRoom: false }, 10)
  expect(await bob.ask('getBreakoutState')).toMatchObject({ roomsOff: 'meeting' })
}, 180_000)
