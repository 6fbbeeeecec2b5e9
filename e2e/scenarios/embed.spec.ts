// SPDX-License-Identifier: Apache-2.0
// A meeting in a host page, driven through `JitsiMeetExternalAPI` alone: what Jitsi's own tests expect of it, and the breakout commands that they
// never touch.
import { expect, test } from 'vitest'
import { useEmbedStage } from '../harness/EmbedStage.ts'
import type { HostPage } from '../harness/HostPage.ts'
import { waitFor } from '../harness/waitFor.ts'

const embed = useEmbedStage('demo')

interface RoomsInfo {
  readonly rooms: readonly {
    readonly id: string
    readonly jid: string
    readonly isMainRoom: boolean
    readonly participants: readonly { readonly id: string; readonly displayName: string }[]
  }[]
}
type Listed = Readonly<
  Record<
    string,
    { id: string; jid: string; name: string; isMainRoom?: true; participants: Record<string, { displayName: string }> }
  >
>

/** Names of people by name of room, as the list of rooms has them. */
async function placesOf(host: HostPage): Promise<Readonly<Record<string, readonly string[]>>> {
  const rooms = await host.ask<Listed>('listBreakoutRooms')
  return Object.fromEntries(
    Object.values(rooms).map(({ name, participants }) => [
      name,
      Object.values(participants)
        .map(({ displayName }) => displayName)
        .sort(),
    ]),
  )
}

/** By name: a room whose id happens to be a number stands before all others. */
const asText = (places: Readonly<Record<string, readonly string[]>>) => JSON.stringify(Object.entries(places).sort())

async function waitForPlaces(host: HostPage, places: Readonly<Record<string, readonly string[]>>): Promise<void> {
  const wanted = asText(places)
  await waitFor(async () => {
    const found = asText(await placesOf(host))
    return found === wanted ? undefined : `rooms are ${found}, not ${wanted}`
  })
}

/** Functions of the script itself that no event shows. */
async function tryListeners(host: HostPage): Promise<void> {
  const heard = await host.page.evaluate(async () => {
    const { api } = window as unknown as {
      api: {
        addEventListeners(listeners: object): void
        removeEventListeners(names: readonly string[]): void
        removeEventListener(name: string): void
        executeCommands(commands: object): void
        getIFrame(): HTMLIFrameElement
      }
    }
    const subjects: string[] = []
    await new Promise<void>((resolve) => {
      const listener = ({ subject }: { subject: string }) => {
        subjects.push(subject)
        if (subject === 'Here only') resolve()
      }
      api.addEventListeners({ subjectChange: listener, tileViewChanged: () => {} })
      api.executeCommands({ localSubject: 'Here only' })
    })
    // The page's own listener goes with it: all that are there do.
    const shown = document.querySelectorAll('#events li').length
    api.removeEventListeners(['subjectChange'])
    api.removeEventListener('tileViewChanged')
    api.executeCommands({ localSubject: 'Elsewhere' })
    return { subjects, shown: shown > 0, frame: api.getIFrame() === document.querySelector('iframe') }
  })
  expect(heard).toEqual({ subjects: ['Here only'], shown: true, frame: true })
  await host.frame.locator('.top-bar-meeting', { hasText: 'Elsewhere' }).waitFor()
  expect((await host.told()).some(({ payload }) => payload.subject === 'Elsewhere')).toBe(false)
}

const mousePlaces = ['clientX', 'clientY', 'movementX', 'movementY', 'offsetX', 'offsetY', 'pageX', 'pageY']

async function movePointer(host: HostPage): Promise<void> {
  const box = await host.page.locator('iframe').boundingBox()
  if (!box) throw new Error('the frame is not shown')
  await host.page.mouse.move(box.x + 40, box.y + 60)
  await host.page.mouse.move(box.x + 50, box.y + 70)
  await host.waitForEvent('mouseEnter')
  const { event } = await host.waitForEvent('mouseMove')
  // Told at the first of the two, or at the second.
  const { clientX, clientY } = event as { clientX: number; clientY: number }
  expect([clientX > 30 && clientX < 60, clientY > 50 && clientY < 80]).toEqual([true, true])
  expect(Object.keys(event as object).sort()).toEqual([...mousePlaces, 'screenX', 'screenY', 'x', 'y'].sort())
}

async function movePointerOut(host: HostPage): Promise<void> {
  const box = await host.page.locator('iframe').boundingBox()
  if (!box) throw new Error('the frame is not shown')
  await host.page.mouse.move(box.x + 40, box.y + 20)
  await host.waitForEvent('mouseEnter')
  await host.page.mouse.move(box.x + 40, box.y - 20)
  const { event } = await host.waitForEvent('mouseLeave')
  expect(Object.keys(event as object).sort()).toEqual([...mousePlaces, 'screenX', 'screenY', 'x', 'y'].sort())
}

/** As after a night with a closed lid: the clock has gone on, and the page notices at its next look, which is within five seconds. */
function sleepLong(host: HostPage): Promise<void> {
  return host.frame.locator('body').evaluate(() => {
    const now = Date.now
    Date.now = () => now() + 3_600_000
  })
}

test('two people meet: who joins, who moderates, rooms info, pane, names, hang-up (I1 to I6)', async () => {
  const ann = await embed.join('Ann')
  const bob = await embed.joinNearby('Bob')
  const name = embed.meeting.replace('acme/', '')
  const annId = await ann.id()
  const bobId = await bob.id()
  // The example listens for joining from inside `onload`, so that is called after the constructor and before joining.
  await ann.page.locator('body[data-joined="yes"]').waitFor()
  expect((await ann.namesTold()).filter((one) => /ready|browser|ConferenceJoined|RoleChanged/.test(one))).toEqual([
    'browserSupport',
    'ready',
    'videoConferenceJoined',
    'participantRoleChanged',
  ])
  expect(await ann.waitForEvent('videoConferenceJoined')).toEqual({
    roomName: name,
    id: annId,
    displayName: 'Ann',
    formattedDisplayName: 'Ann (me)',
    breakoutRoom: false,
    visitor: false,
  })
  await ann.waitForEvent('participantRoleChanged', { id: annId, role: 'moderator' })
  await ann.waitForEvent('participantJoined', { id: bobId, displayName: 'Bob', formattedDisplayName: 'Bob' })
  const namesBob = await bob.namesTold()
  expect(namesBob.indexOf('participantJoined')).toBeLessThan(namesBob.indexOf('videoConferenceJoined'))

  const { rooms } = await ann.ask<RoomsInfo>('getRoomsInfo')
  const [main] = rooms
  expect(rooms.length).toBe(1)
  expect(main?.isMainRoom).toBe(true)
  expect(main?.id.split('@')[0]).toBe(name)
  expect(main?.jid).toBe(`${main?.id}/${annId}`)
  expect(main?.participants.map((one) => one.id)).toEqual([annId, bobId])
  expect(await ann.ask('getNumberOfParticipants')).toBe(2)
  for (const name of ['audioAvailabilityChanged', 'deviceListChanged']) await ann.waitForEvent(name)
  expect(await ann.ask('getDisplayName', bobId)).toBe('Bob')
  expect(await ann.ask('listBreakoutRooms')).toEqual({})
  for (const [method, answer] of [
    ['getDeploymentInfo', {}],
    ['isAudioAvailable', true],
    ['isAudioDisabled', false],
    ['isMultipleAudioInputSupported', true],
    ['isP2pActive', false],
    ['isStartSilent', false],
    ['isVisitor', false],
  ] as const)
    expect([method, await ann.ask(method)]).toEqual([method, answer])
  expect(await ann.ask<string[]>('getSupportedCommands')).toContain('addBreakoutRoom')
  const devices = await ann.ask<{ audioInput: { label: string; deviceId: string }[] }>('getAvailableDevices')
  const microphone = devices.audioInput.at(-1)
  expect(await ann.ask('setAudioInputDevice', microphone?.label, microphone?.deviceId)).toBe(true)
  await tryListeners(ann)
  await movePointer(ann)
  await movePointerOut(bob)
  await sleepLong(ann)

  expect(await ann.ask('isParticipantsPaneOpen')).toBe(false)
  await ann.command('toggleParticipantsPane', true)
  await ann.waitForEvent('participantsPaneToggled', { open: true })
  expect(await ann.ask('isParticipantsPaneOpen')).toBe(true)
  await ann.command('overwriteNames', [
    { id: annId, name: 'Chair' },
    { id: bobId, name: 'Guest 1' },
  ])
  await ann.frame.locator('.person-name', { hasText: 'Chair' }).waitFor()
  await ann.frame.locator('.person-name', { hasText: 'Guest 1' }).waitFor()
  await ann.command('toggleParticipantsPane', false)
  await ann.waitForEvent('participantsPaneToggled', { open: false })
  expect(await ann.ask('isParticipantsPaneOpen')).toBe(false)
  expect(await ann.waitForEvent('suspendDetected')).toEqual({})
  const chat = ann.frame.getByRole('button', { name: 'Chat', exact: true })
  await chat.waitFor()
  await ann.command('overwriteConfig', { toolbarButtons: ['microphone', 'hangup'] })
  await chat.waitFor({ state: 'detached' })
  await ann.frame.getByRole('button', { name: 'Mute', exact: true }).waitFor()

  await bob.command('hangup')
  await bob.waitForEvent('videoConferenceLeft', { roomName: name })
  await bob.waitForEvent('readyToClose')
  await waitFor(async () => ((await bob.page.locator('iframe').count()) === 0 ? undefined : 'the frame stays'))
  await ann.waitForEvent('participantLeft', { id: bobId })
})

test('chat, mute, moderation and removal tell exactly what Jitsi tells (I7, I8 and 8.3)', async () => {
  const ann = await embed.join('Ann', {
    buttonsWithNotifyClick: ['raisehand'],
    customToolbarButtons: [{ id: 'poll', text: 'Poll', icon: 'data:image/svg+xml,%3Csvg/%3E' }],
  })
  const bob = await embed.join('Bob', { startWithVideoMuted: false })
  const annId = await ann.id()
  const bobId = await bob.id()
  await bob.waitForEvent('videoAvailabilityChanged', { available: true })
  await hum(ann)
  await bob.waitForEvent('dominantSpeakerChanged', { id: annId })

  await ann.command('sendChatMessage', 'Hello')
  expect(await ann.waitForEvent('outgoingMessage')).toEqual({ message: 'Hello', privateMessage: false })
  const incoming = await bob.waitForEvent('incomingMessage')
  expect(incoming).toMatchObject({ from: annId, nick: 'Ann', message: 'Hello', privateMessage: false })
  expect(await bob.waitForEvent('chatUpdated')).toEqual({ isOpen: false, unreadCount: 1 })
  await bob.command('toggleChat')
  await bob.waitForEvent('chatUpdated', { unreadCount: 0, isOpen: true })
  await ann.command('sendChatMessage', 'Only you', bobId)
  await bob.waitForEvent('incomingMessage', { message: 'Only you', privateMessage: true })
  await bob.command('initiatePrivateChat', annId)
  await bob.frame.getByRole('tab', { name: /Ann/, selected: true }).waitFor()
  await bob.command('cancelPrivateChat')
  await bob.frame.getByRole('tab', { name: /Ann/, selected: false }).waitFor()
  await bob.command('intiatePrivateChat', annId)
  await bob.frame.getByRole('tab', { name: /Ann/, selected: true }).waitFor()
  await seeButtonsAndNotices(ann)
  await shareScreen(ann, bob)

  await bob.waitForEvent('participantMuted', { id: annId, isMuted: false, mediaType: 'audio' })
  await ann.command('toggleAudio')
  await ann.waitForEvent('audioMuteStatusChanged', { muted: true })
  await bob.waitForEvent('participantMuted', { id: annId, isMuted: true, mediaType: 'audio' })
  expect(await ann.ask('isAudioMuted')).toBe(true)
  expect(await ann.ask('isVideoMuted')).toBe(true)
  await ann.command('toggleVideo')
  await ann.waitForEvent('videoMuteStatusChanged', { muted: false })
  await bob.waitForEvent('participantMuted', { id: annId, isMuted: false, mediaType: 'video' })
  expect(await ann.ask('isVideoMuted')).toBe(false)
  await ann.command('muteEveryone', undefined)
  await bob.waitForEvent('audioMuteStatusChanged', { muted: true })
  await ann.command('muteRemoteParticipant', bobId, 'video')
  await bob.waitForEvent('videoMuteStatusChanged', { muted: true })
  await ann.command('toggleModeration', true, 'audio')
  for (const host of [ann, bob])
    await host.waitForEvent('moderationStatusChanged', { mediaType: 'audio', enabled: true })
  expect(await ann.ask('isModerationOn')).toBe(true)
  expect(await ann.ask('isParticipantForceMuted', bobId)).toBe(true)
  await ann.command('askToUnmute', bobId)
  await ann.waitForEvent('moderationParticipantApproved', { id: bobId, mediaType: 'audio' })
  await bob.waitForEvent('moderationParticipantApproved', { id: bobId, mediaType: 'audio' })
  await ann.command('rejectParticipant', bobId, 'audio')
  await bob.waitForEvent('moderationParticipantRejected', { id: bobId, mediaType: 'audio' })
  expect([await ann.ask('isAudioDisabled'), await bob.ask('isAudioDisabled')]).toEqual([false, true])
  await ann.command('toggleModeration', true, 'video')
  await bob.waitForEvent('moderationStatusChanged', { mediaType: 'video', enabled: true })
  await ann.command('approveVideo', bobId)
  for (const host of [ann, bob])
    await host.waitForEvent('moderationParticipantApproved', { id: bobId, mediaType: 'video' })
  expect(await ann.ask('isParticipantForceMuted', bobId, 'video')).toBe(false)
  // Stopped again, they ask again.
  await ann.command('muteRemoteParticipant', bobId, 'video')
  for (const host of [ann, bob])
    await host.waitForEvent('moderationParticipantRejected', { id: bobId, mediaType: 'video' })
  // Switched off, everybody speaks as they like.
  const told = await bob.count()
  await ann.command('toggleModeration', false, 'audio')
  await bob.waitForEvent('moderationStatusChanged', { mediaType: 'audio', enabled: false }, told)
  await bob.command('toggleAudio')
  await bob.waitForEvent('audioMuteStatusChanged', { muted: false }, told)
  expect(await bob.ask('isAudioDisabled')).toBe(false)

  // A participant may not; the refusal is told, and nothing happens.
  const asked = await bob.count()
  await bob.command('kickParticipant', annId)
  expect(await bob.waitForEvent('errorOccurred', {}, asked)).toMatchObject({
    error: { name: 'PERMISSION_DENIED', isFatal: false },
  })
  await ann.command('grantModerator', bobId)
  await bob.waitForEvent('participantRoleChanged', { id: bobId, role: 'moderator' })
  await ann.command('kickParticipant', bobId)
  await bob.waitForEvent('videoConferenceLeft')
  await ann.waitForEvent('participantLeft', { id: bobId })
  // Put out, not kept out.
  const before = await ann.count()
  await bob.page.reload()
  await bob.waitForEvent('videoConferenceJoined', { displayName: 'Bob' })
  const again = { id: await bob.id(), displayName: 'Bob', formattedDisplayName: 'Bob', userContext: {} }
  expect(await ann.waitForEvent('participantJoined', {}, before)).toEqual(again)
})

/** The made-up microphones of browsers tick now and then, in all tabs at once: this one is heard all the time. */
function hum(host: HostPage): Promise<void> {
  return host.frame.locator('body').evaluate(async () => {
    const context = new AudioContext()
    // Held by the page: nothing else holds it, and the promise of its start, until it sounds.
    Object.assign(window, { humming: context })
    await context.resume()
    const out = context.createMediaStreamDestination()
    const tone = context.createOscillator()
    tone.connect(out)
    tone.start()
    const { alcove } = window as unknown as {
      alcove: { client: { publish(source: string, track: MediaStreamTrack | undefined): Promise<void> } }
    }
    await alcove.client.publish('microphone', out.stream.getAudioTracks()[0])
  })
}

/** A button that only tells, one of the host page, and a notice with a button of the host page. */
async function seeButtonsAndNotices(host: HostPage): Promise<void> {
  await host.frame.getByRole('button', { name: 'Raise your hand' }).click()
  expect(await host.waitForEvent('toolbarButtonClicked')).toEqual({ key: 'raisehand', preventExecution: true })
  await host.frame.getByRole('button', { name: 'Poll' }).click()
  await host.waitForEvent('toolbarButtonClicked', { key: 'poll' })
  expect(await host.namesTold()).not.toContain('raiseHandUpdated')
  const sticky = { description: 'It is open', timeout: 'sticky' }
  const customActions = [{ label: 'Vote now', uuid: 'vote' }]
  await host.command('showNotification', { ...sticky, title: 'A poll', uid: 'first', customActions })
  // The page may have had something to say of its own before.
  const shown = await host.waitForEvent('notificationTriggered', { title: 'A poll' })
  expect(shown).toEqual({ title: 'A poll', description: 'It is open' })
  await host.frame.getByRole('button', { name: 'Vote now' }).click()
  expect(await host.waitForEvent('customNotificationActionTriggered')).toEqual({ data: { id: 'vote' } })
  await host.command('showNotification', { ...sticky, title: 'Another poll', uid: 'second' })
  const notice = host.frame.getByText('Another poll').first()
  await notice.waitFor()
  await host.command('hideNotification', 'second')
  await notice.waitFor({ state: 'detached' })
  await host.command('overwriteConfig', { notificationTimeouts: { extraLong: 1000 } })
  await host.command('showNotification', { title: 'A short one', timeout: 'extra_long' })
  await host.waitForEvent('notificationTriggered', { title: 'A short one' })
  await host.frame.getByText('A short one').first().waitFor({ state: 'detached' })
}

async function shareScreen(ann: HostPage, bob: HostPage): Promise<void> {
  const annId = await ann.id()
  // Browsers ask for a click inside the meeting first.
  await ann.frame.locator('.top-bar-room-name').click()
  await ann.command('toggleShareScreen')
  await ann.waitForEvent('screenSharingStatusChanged', { on: true })
  await bob.waitForEvent('contentSharingParticipantsChanged', { data: [annId] })
  await bob.waitForEvent('participantMuted', { id: annId, isMuted: false, mediaType: 'desktop' })
  expect(await ann.ask('isSharingScreen')).toBe(true)
  expect(await bob.ask('getContentSharingParticipants')).toEqual({ sharingParticipantIds: [annId] })
  await ann.command('toggleShareScreen', { enable: false })
  await ann.waitForEvent('screenSharingStatusChanged', { on: false })
  await bob.waitForEvent('contentSharingParticipantsChanged', { data: [] })
}

test('rooms by commands alone: made, entered, moved between, split, renamed, closed, removed (B1 to B11)', async () => {
  const ann = await embed.join('Ann')
  const [bob, cem] = await Promise.all([embed.join('Bob'), embed.join('Cem')])
  const main = (await ann.told()).findLast((one) => one.name === 'subjectChange')?.payload.subject as string
  const everybody = ['Ann', 'Bob', 'Cem']

  await ann.command('addBreakoutRoom', 'Garden')
  for (const host of [ann, bob]) await waitForPlaces(host, { [main]: everybody, Garden: [] })
  const { rooms } = (await bob.waitForEvent('breakoutRoomsUpdated')) as { rooms: Listed }
  const garden = Object.values(rooms).find(({ name }) => name === 'Garden')
  expect(garden).toMatchObject({ id: garden?.jid.split('@')[0], name: 'Garden', participants: {} })
  expect(
    Object.values(rooms)
      .filter(({ isMainRoom }) => isMainRoom)
      .map(({ name }) => name),
  ).toEqual([main])

  // A move: left, joined, and never ready to close; one stays who one is.
  const annId = await ann.id()
  const before = await ann.count()
  await ann.command('joinBreakoutRoom', garden?.id)
  await ann.waitForEvent('videoConferenceJoined', { roomName: garden?.id, id: annId, breakoutRoom: true }, before)
  await ann.waitForEvent('breakoutRoomsUpdated', {}, before)
  const order = (await ann.namesTold(before)).filter((one) =>
    /Conference|participant(Left|Joined|Role)|breakout/.test(one),
  )
  expect(order).toEqual([
    'participantLeft',
    'participantLeft',
    'videoConferenceLeft',
    'videoConferenceJoined',
    'participantRoleChanged',
    'breakoutRoomsUpdated',
  ])
  await waitForPlaces(bob, { [main]: ['Bob', 'Cem'], Garden: ['Ann'] })
  expect(await bob.ask('getNumberOfParticipants')).toBe(3)
  await ann.command('joinBreakoutRoom')
  await ann.waitForEvent('videoConferenceJoined', { breakoutRoom: false }, before)
  expect(await ann.namesTold()).not.toContain('readyToClose')
  for (const host of [ann, bob]) await waitForPlaces(host, { [main]: everybody, Garden: [] })

  // Sent by jid of the person and jid of the room; closed by id: the room stays.
  const bobJid = `${(await ann.ask<RoomsInfo>('getRoomsInfo')).rooms[0]?.jid}/${await bob.id()}`
  await ann.command('sendParticipantToRoom', bobJid, garden?.jid)
  await waitForPlaces(ann, { [main]: ['Ann', 'Cem'], Garden: ['Bob'] })
  await ann.command('renameBreakoutRoom', garden?.id, 'Orchard')
  for (const host of [ann, bob, cem]) await waitForPlaces(host, { [main]: ['Ann', 'Cem'], Orchard: ['Bob'] })
  await bob.frame.locator('.top-bar-room-name', { hasText: 'Orchard' }).waitFor()
  expect(await bob.ask('getSessionId')).not.toBe(await ann.ask('getSessionId'))
  await ann.command('closeBreakoutRoom', garden?.jid)
  await waitForPlaces(bob, { [main]: everybody, Orchard: [] })

  await ann.command('addBreakoutRoom', 'Pond')
  await waitForPlaces(cem, { [main]: everybody, Orchard: [], Pond: [] })
  await ann.command('autoAssignToBreakoutRooms')
  await waitFor(async () => {
    const { Orchard = [], Pond = [], ...rest } = await placesOf(ann)
    return Orchard.length === 1 && Pond.length === 1
      ? undefined
      : `rooms are ${JSON.stringify({ Orchard, Pond, rest })}`
  })
  const split = await placesOf(ann)
  expect(split[main]).toEqual(['Ann'])
  await waitForPlaces(bob, split)
  await foldRoom(ann, 'Orchard', split.Orchard ?? [])
  // One is closed: its person comes back, the other room is as it was.
  const [pond] = await ann.roomIds('Pond')
  await ann.command('closeBreakoutRoom', pond)
  const closed = { [main]: ['Ann', ...(split.Pond ?? [])].sort(), Orchard: split.Orchard ?? [], Pond: [] }
  for (const host of [ann, bob, cem]) await waitForPlaces(host, closed)
  await ann.command('removeBreakoutRoom', pond)
  for (const host of [ann, bob, cem])
    await waitFor(async () => {
      const rooms = Object.keys(await placesOf(host)).sort()
      return rooms.join() === [main, 'Orchard'].sort().join() ? undefined : `the rooms are ${rooms}`
    })

  // Beyond Jitsi: everybody back, a timer, and what is set.
  await ann.command('startBreakoutTimer', 600, { bringBack: false })
  for (const host of [ann, bob]) await host.waitForEvent('breakoutTimerChanged', { atEnd: 'nothing' })
  expect(await ann.ask('getBreakoutState')).toMatchObject({ selfMove: 'anywhere', timer: { atEnd: 'nothing' } })
  let known = await bob.count()
  const { endsAt } = await bob.waitForEvent('breakoutTimerChanged')
  await ann.command('extendBreakoutTimer', 60)
  await bob.waitForEvent('breakoutTimerChanged', { endsAt: Number(endsAt) + 60_000 }, known)
  known = await bob.count()
  await ann.command('stopBreakoutTimer')
  expect(await bob.waitForEvent('breakoutTimerChanged', {}, known)).toEqual({})
  await ann.command('closeAllBreakoutRooms')
  await waitForPlaces(ann, { [main]: everybody, Orchard: [] })
  for (const host of [ann, bob, cem]) expect(await host.namesTold()).not.toContain('readyToClose')

  // Only a moderator ends it, from whatever room, for people in every room.
  await ann.go(garden?.id)
  known = await cem.count()
  await cem.command('endConference')
  await cem.waitForError('PERMISSION_DENIED', known)
  await ann.command('endConference')
  for (const host of [ann, bob, cem]) {
    await host.waitForError('MEETING_ENDED')
    const ending = ['videoConferenceLeft', 'errorOccurred'] as const
    const told = (await host.told()).filter(({ name }) => ending.some((one) => one === name)).slice(-2)
    expect(told).toMatchObject([
      { name: 'videoConferenceLeft' },
      { name: 'errorOccurred', payload: { error: { name: 'MEETING_ENDED', type: 'CONFERENCE', isFatal: true } } },
    ])
  }
})

/** In the pane a room's people can be folded away; how many they are stays. */
async function foldRoom(host: HostPage, room: string, people: readonly string[]): Promise<void> {
  await host.command('toggleParticipantsPane', true)
  const section = host.frame.getByRole('region', { name: room, exact: true })
  const names = section.locator('.person-name')
  const count = section.locator('.room-count', { hasText: `${people.length}` })
  await names.getByText(people[0] ?? '', { exact: true }).waitFor()
  await section.getByRole('button', { name: room, exact: true, expanded: true }).click()
  await names.first().waitFor({ state: 'detached' })
  await count.waitFor()
  await section.getByRole('button', { name: room, exact: true, expanded: false }).click()
  await names.first().waitFor()
  await host.command('toggleParticipantsPane', false)
}
