// SPDX-License-Identifier: Apache-2.0
// Breakout rooms through the interface of host pages beyond what Jitsi has: rounds, assignments, podium, properties of rooms, knocks, announcements, help.
import { expect, test } from 'vitest'
import { useEmbedStage } from '../harness/EmbedStage.ts'
import type { HostPage } from '../harness/HostPage.ts'
import { waitFor } from '../harness/waitFor.ts'

const embed = useEmbedStage('rooms')

interface Rounds {
  readonly progress?: { readonly status: string; readonly name?: string }
  readonly rounds?: readonly {
    roundId: number
    name: string
    status: string
    seconds?: number
    groups: { room: string }[]
  }[]
}

test('rooms of the configuration are made for moderators; people are assigned, previewed, seated and taken back', async () => {
  const ann = await embed.join('Ann', { breakoutRooms: { rooms: ['Garden', 'Pond'] } })
  const [garden, pond] = await ann.roomIds('Garden', 'Pond')
  const bob = await embed.join('Bob', { breakoutRooms: { rooms: ['Never'] } })
  const cem = await embed.join('Cem')
  const [bobId, cemId] = [await bob.id(), await cem.id()]
  await seeHiddenInPane(ann, cem)

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
  const seated = await Promise.all([bob, cem].map(async (host) => [host, await host.count()] as const))
  await ann.command('undoBreakoutAssignment')
  for (const [host, from] of seated) await host.waitForEvent('videoConferenceJoined', { breakoutRoom: false }, from)
  await bob.command('addBreakoutRoom', 'Mine')
  await bob.waitForError('PERMISSION_DENIED')
  expect(await bob.roomIds('Garden', 'Pond')).toEqual([garden, pond])
  expect(Object.keys(await bob.ask<object>('listBreakoutRooms')).length).toBe(3)

  const before = await bob.count()
  await ann.command('sendParticipantToRoom', bobId, garden)
  await bob.waitForEvent('videoConferenceJoined', { roomName: garden, breakoutRoom: true }, before)
  const report = await ann.ask<{ people: { participantId: string; visits: { room: string }[] }[] }>('getAttendance')
  const visits = report.people.find(({ participantId }) => participantId === bobId)?.visits.map(({ room }) => room)
  expect(visits?.at(-1)).toBe(garden)
  expect(visits?.[0]).toBe(embed.meeting.replace('acme/', ''))
  expect(await bob.ask('getAttendance')).toMatchObject({ error: { name: 'PERMISSION_DENIED' } })
})

/** What keys of the configuration hide in the pane of rooms and people. */
async function seeHiddenInPane(ann: HostPage, cem: HostPage): Promise<void> {
  const { frame } = ann
  // By keyboard: a click first waits until everything stands still.
  const button = (name: string) => frame.getByRole('button', { name, exact: true })
  const entry = (name: string) => frame.getByRole('menuitem', { name, exact: true })
  await ann.command('toggleParticipantsPane', true)
  const joins = [button('Join Garden'), button('Join Pond')]
  await ann.seeHidden(
    {
      breakoutRooms: { hideAddRoomButton: true, hideAutoAssignButton: true, hideJoinRoomButton: true },
      participantsPane: { hideMoreActionsButton: true },
      disableModeratorIndicator: true,
      remoteVideoMenu: { disabled: true },
    },
    ...[button('Add room'), button('Split into rooms'), button('Moderation'), button('Actions for Bob'), ...joins],
    frame.locator('.person-mark', { hasText: 'moderator' }),
  )
  await ann.seeHidden({ hideAddRoomButton: true }, button('Add room'))
  await ann.seeHidden({ breakoutRooms: { enabled: false } }, button('Add room'), button('Split into rooms'), ...joins)

  await button('Moderation').press('Enter')
  const lobby = entry('People wait in the lobby')
  await ann.seeHidden(
    {
      participantsPane: { hideMuteAllButton: true },
      securityUi: { hideLobbyButton: true, disableLobbyPassword: true },
    },
    ...[entry('Mute everyone'), entry('Stop all cameras'), lobby, entry('Set a password…')],
  )
  await ann.seeHidden({ disableRemoteMute: true, hideLobbyButton: true }, entry('Mute everyone'), lobby)
  await frame.getByRole('menu').press('Escape')

  await button('Actions for Bob').press('Enter')
  await ann.seeHidden(
    { remoteVideoMenu: { disableKick: true, disableGrantModerator: true }, disableRemoteMute: true },
    ...[entry('Remove from the meeting…'), entry('Make moderator'), entry('Mute')],
  )
  await frame.getByRole('menu').press('Escape')
  await button('Actions for Ann').press('Enter')
  await ann.seeHidden({ disableSelfDemote: true }, entry('Give up being moderator'))
  await frame.getByRole('menu').press('Escape')
  const cemId = await cem.id()
  await ann.command('grantModerator', cemId)
  await ann.waitForEvent('participantRoleChanged', { id: cemId, role: 'moderator' })
  await button('Actions for Cem').press('Enter')
  await ann.seeHidden({ remoteVideoMenu: { disableDemote: true } }, entry('No longer moderator'))
  const told = await ann.count()
  await entry('No longer moderator').press('Enter')
  await ann.waitForEvent('participantRoleChanged', { id: cemId, role: 'participant' }, told)
  await ann.command('toggleParticipantsPane', false)
  await ann.waitForEvent('participantsPaneToggled', { open: false })
}

test('rounds: planned, made by hand, changed, ordered, begun', async () => {
  const ann = await embed.join('Ann', { breakoutRooms: { rooms: ['Garden', 'Pond'] } })
  const [garden, pond] = await ann.roomIds('Garden', 'Pond')
  const [bob, cem] = await Promise.all([
    // By the old name of the key.
    embed.join('Bob', { prejoinConfig: {}, prejoinPageEnabled: false, startWithAudioMuted: true }),
    embed.join('Cem', { startSilent: true }),
  ])
  const [bobId, cemId] = [await bob.id(), await cem.id()]
  expect([await ann.ask('isAudioMuted'), await bob.ask('isAudioMuted')]).toEqual([false, true])
  expect([await cem.ask('isStartSilent'), await cem.ask('isAudioMuted')]).toEqual([true, true])
  await bob.frame.locator('audio[data-voice-of]').first().waitFor({ state: 'attached' })
  expect(await cem.frame.locator('audio[data-voice-of]').count()).toBe(0)
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
  await waitFor(async () => {
    const { progress } = await bob.ask<Rounds>('getBreakoutRounds')
    const isRunning = progress?.status === 'running' && progress.name === 'In pairs'
    return isRunning ? undefined : `Bob's round is ${JSON.stringify(progress)}`
  })
  await bob.command('startNextBreakoutRound')
  await bob.waitForError('PERMISSION_DENIED')
})

test('rooms with properties: a task, a lock, a password, a host, an order; who knocks is let in', async () => {
  const ann = await embed.join('Ann')
  await ann.command('addBreakoutRoom', 'Garden', { task: 'Draw a tree', locked: true })
  await ann.command('addBreakoutRoom', 'Pond', { password: 'duck' })
  const [garden, pond] = await ann.roomIds('Garden', 'Pond')
  const bob = await embed.join('Bob')
  const bobId = await bob.id()
  await bob.command('joinBreakoutRoom', garden)
  await bob.waitForError('ROOM_LOCKED')
  await bob.command('knockAtBreakoutRoom', garden)
  const { knocks } = await ann.waitForEvent('breakoutKnocksChanged')
  expect(knocks).toMatchObject([{ id: bobId, room: garden }])
  await ann.command('answerBreakoutKnock', garden, bobId, true)
  await bob.waitForEvent('videoConferenceJoined', { roomName: garden })
  await bob.frame.getByText('Draw a tree').waitFor()
  await bob.command('joinBreakoutRoom', pond)
  await bob.waitForError('PASSWORD_REQUIRED')
  await bob.command('joinBreakoutRoom', pond, 'goose')
  await bob.waitForError('PASSWORD_WRONG')
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
  await bob.roomIds('Lake')
  await bob.go()
  const before = await bob.count()
  await bob.command('joinBreakoutRoom', pond)
  await bob.waitForEvent('videoConferenceJoined', { roomName: pond }, before)
  await ann.command('lockBreakoutRoom', garden)
  await ann.command('openBreakoutRoom', garden)
})

test('announcements, hands, help and the podium', async () => {
  const ann = await embed.join('Ann', { breakoutRooms: { rooms: ['Garden'] } })
  const [garden] = await ann.roomIds('Garden')
  const bob = await embed.join('Bob')
  const [annId, bobId] = [await ann.id(), await bob.id()]
  await ann.command('sendParticipantToRoom', bobId, garden)
  await bob.waitForEvent('videoConferenceJoined', { roomName: garden })
  await ann.command('announce', 'Five minutes', [garden])
  expect(await bob.waitForEvent('announcementReceived')).toMatchObject({ text: 'Five minutes', from: annId })

  // Pages speak to pages of their room, and to no others.
  await ann.command('sendEndpointTextMessage', '', 'for the main room')
  await ann.command('sendEndpointTextMessage', bobId, 'for Bob, elsewhere')
  await ann.waitForError('PARTICIPANT_UNKNOWN')
  await ann.go(garden)
  await ann.command('sendEndpointTextMessage', bobId, '{"card":7}')
  const { data } = await bob.waitForEvent('endpointTextMessageReceived')
  expect(data).toEqual({
    senderInfo: { jid: `${garden}@breakout.127.0.0.1/${annId}`, id: annId },
    eventData: { name: 'endpoint-text-message', text: '{"card":7}' },
  })
  await bob.command('sendEndpointTextMessage', '', 'for all here')
  const answer = { name: 'endpoint-text-message', text: 'for all here' }
  expect((await ann.waitForEvent('endpointTextMessageReceived')).data).toMatchObject({ eventData: answer })
  expect((await bob.namesTold()).filter((name) => name === 'endpointTextMessageReceived').length).toBe(1)
  await ann.go()

  await bob.command('toggleRaiseHand')
  await ann.waitForEvent('raiseHandUpdated', { id: bobId })
  await bob.waitForEvent('raiseHandUpdated', { id: bobId })
  await ann.command('lowerHands', { participantId: bobId })
  await bob.waitForEvent('raiseHandUpdated', { id: bobId, handRaised: 0 })

  await bob.command('askForHelp', 'We are stuck')
  const { requests } = await ann.waitForEvent('helpRequestsChanged')
  const [request] = requests as { requestId: number; id: string; room: string; text: string }[]
  expect(request).toMatchObject({ id: bobId, room: garden, text: 'We are stuck' })
  const entering = await ann.count()
  await ann.command('enterToHelp', request?.requestId)
  await ann.waitForEvent('videoConferenceJoined', { roomName: garden }, entering)
  await ann.command('leaveHelp')
  await ann.waitForEvent('helpRequestsChanged', { requests: [] })
  // Answered without a visit, and not needed any more.
  for (const end of ['answerHelp', 'withdrawHelp']) {
    let before = await ann.count()
    let open: { readonly requestId: number } | undefined
    await bob.command('askForHelp', 'Again')
    await waitFor(async () => {
      const told = (await ann.told(before)).filter(({ name }) => name === 'helpRequestsChanged')
      const last = (told.at(-1)?.payload.requests ?? []) as { requestId: number }[]
      open = last[0]
      return last.length === 1 ? undefined : `the requests are ${JSON.stringify(last)}`
    })
    before = await ann.count()
    await (end === 'answerHelp' ? ann : bob).command(end, open?.requestId)
    await ann.waitForEvent('helpRequestsChanged', { requests: [] }, before)
  }

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
  const before = await bob.count()
  await ann.command('allowBreakoutRooms', false)
  await bob.waitForEvent('videoConferenceJoined', { breakoutRoom: false }, before)
  expect(await bob.ask('getBreakoutState')).toMatchObject({ roomsOff: 'meeting' })
})
