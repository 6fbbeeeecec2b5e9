// SPDX-License-Identifier: Apache-2.0
// A meeting in a host page: what commands do to layout, sound, picture and devices of this page, and to names. Every event that the table of
// support promises for them is waited for here.
import { expect, onTestFinished, test } from 'vitest'
import { launchBrowser, openContext, yesToAll } from '../harness/browser.ts'
import { useEmbedStage } from '../harness/EmbedStage.ts'
import { giveTwoCameras } from '../harness/giveTwoCameras.ts'
import { HostPage } from '../harness/HostPage.ts'
import { waitFor } from '../harness/waitFor.ts'

const embed = useEmbedStage('controls', { cameras: true, apart: true, args: ['--avatars', 'all'] })

const prejoin = { prejoinConfig: { enabled: true } }

/** The picture that stands large, as a person's name. */
async function onStage(host: HostPage): Promise<string | undefined> {
  const sizes = await host.frame.locator('.tile[data-participant-id]').evaluateAll((tiles) =>
    tiles.map((tile) => ({
      area: tile.clientWidth * tile.clientHeight,
      name: tile.querySelector('.tile-name-words')?.textContent ?? '',
    })),
  )
  const [first, second] = sizes.sort((a, b) => b.area - a.area)
  return first && second && first.area > second.area * 1.5 ? first.name : undefined
}

async function waitForStage(host: HostPage, name: string | undefined): Promise<void> {
  await waitFor(async () => {
    const found = await onStage(host)
    return found === name ? undefined : `${found} stands large, not ${name}`
  })
}

const portrait = 'https://pictures.example/bob.svg'

/** Picture, e-mail and mirror, as Bob's host page sets them. */
async function seeWhoSomebodyIs(ann: HostPage, bob: HostPage): Promise<void> {
  const bobId = await bob.id()
  const asked: Readonly<Record<string, string>>[] = []
  await ann.page.context().route('https://pictures.example/**', async (route) => {
    asked.push(await route.request().allHeaders())
    await route.fulfill({
      contentType: 'image/svg+xml',
      body: '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><rect width="8" height="8"/></svg>',
    })
  })
  await bob.command('avatarUrl', portrait)
  expect(await ann.waitForEvent('avatarChanged')).toEqual({ id: bobId, avatarURL: portrait })
  const picture = `.tile[data-participant-id="${bobId}"] img[src="${portrait}"]`
  await ann.frame.locator(`${picture}[data-there]`).waitFor({ state: 'attached' })
  // The site that has it is not told where it is seen.
  expect(new Set(asked.map(({ referer }) => referer))).toEqual(new Set([undefined]))
  for (const [disableThirdPartyRequests, state] of [
    [true, 'detached'],
    [false, 'attached'],
  ] as const) {
    await ann.command('overwriteConfig', { disableThirdPartyRequests })
    await ann.frame.locator(picture).waitFor({ state })
  }
  expect(await ann.ask('getAvatarURL', bobId)).toBe(portrait)
  const { rooms } = await ann.ask<{ rooms: { participants: { id: string; avatarUrl?: string }[] }[] }>('getRoomsInfo')
  const pictures = rooms.flatMap(({ participants }) => participants).filter(({ avatarUrl }) => avatarUrl !== undefined)
  expect(pictures.map(({ id, avatarUrl }) => [id, avatarUrl])).toEqual([[bobId, portrait]])
  // For Bob himself there is no such site: his initials stay.
  await bob.waitForEvent('avatarChanged', { id: bobId, avatarURL: portrait })
  await bob.frame.locator(picture).waitFor({ state: 'detached' })
  for (const bad of ['http://pictures.example/bob.svg', 'data:image/svg+xml,<svg/>', 'javascript:alert(1)']) {
    const before = await bob.count()
    await bob.command('avatarUrl', bad)
    await bob.waitForError('REQUEST_INVALID', before)
  }
  await bob.command('avatarUrl', '')
  expect(await ann.waitForEvent('avatarChanged', {}, await placeAfter(ann, 'avatarChanged'))).toEqual({ id: bobId })

  await bob.command('email', 'bob@example.org')
  await bob.waitForEvent('emailChange', { id: bobId, email: 'bob@example.org' })
  expect(await bob.ask('getEmail', bobId)).toBe('bob@example.org')
  // It is given once, and outlasts the page where frames may keep something.
  await bob.page.reload()
  await bob.waitForEvent('videoConferenceJoined', { id: bobId, email: 'bob@example.org' })
  const mirrored = bob.frame.locator(`.tile[data-participant-id="${bobId}"] video[data-mirrored]`)
  await mirrored.waitFor()
  await bob.command('toggleCameraMirror')
  await mirrored.waitFor({ state: 'detached' })
}

interface BreakableLines {
  readonly lines: RTCPeerConnection[]
  readonly breakLines: () => void
}

/** Runs in each frame before its scripts: media lines that can be made to fail as those of a lost network do, without a way to mend them. */
function makeBreakable(): void {
  const lines: RTCPeerConnection[] = []
  window.RTCPeerConnection = class extends RTCPeerConnection {
    constructor(configuration?: RTCConfiguration) {
      super(configuration)
      lines.push(this)
    }
  }
  const breakLines = () => {
    for (const line of lines.filter(({ connectionState }) => connectionState === 'connected')) {
      line.setRemoteDescription = () => Promise.reject(new Error('the line is broken'))
      Object.defineProperty(line, 'connectionState', { value: 'failed' })
      line.dispatchEvent(new Event('connectionstatechange'))
    }
  }
  Object.assign(window, { lines, breakLines })
}

/** The camera that looks away shows the world the right way round. */
async function turnCamera(host: HostPage): Promise<void> {
  const own = host.frame.locator(`.tile[data-participant-id="${await host.id()}"] video`)
  const mirrored = own.and(host.frame.locator('[data-mirrored]'))
  await mirrored.waitFor()
  const before = await host.count()
  await host.command('toggleCamera', 'environment')
  await own.and(host.frame.locator(':not([data-mirrored])')).waitFor()
  await host.command('toggleCamera')
  await mirrored.waitFor()
  expect(await host.namesTold(before)).not.toContain('errorOccurred')
  expect(await host.ask('isVideoMuted')).toBe(false)
}

/** Keys do nothing while their buttons are left out, and what they do otherwise. */
async function seeKeysHidden(host: HostPage): Promise<void> {
  const more = host.frame.getByRole('button', { name: 'More', exact: true })
  const chat = host.frame.getByRole('button', { name: /^Chat/, exact: true })
  const before = await host.count()
  await host.command('overwriteConfig', { disableChat: true, participantsPane: { enabled: false } })
  await chat.waitFor({ state: 'hidden' })
  await more.press('c')
  await more.press('r')
  await host.command('overwriteConfig', { disableChat: false, participantsPane: { enabled: true } })
  await chat.waitFor()
  await more.press('c')
  await host.waitForEvent('chatUpdated', { isOpen: true }, before)
  expect(await host.namesTold(before)).not.toContain('participantsPaneToggled')
  expect((await host.told(before)).filter(({ name }) => name === 'chatUpdated')).toHaveLength(1)
  await host.command('toggleChat')
  await host.waitForEvent('chatUpdated', { isOpen: false }, before)
}

/** What keys of the configuration hide around the pictures, in the bar and in what it opens. */
async function seeHiddenInMeeting(host: HostPage, otherId: string): Promise<void> {
  const { frame } = host
  const button = (name: string | RegExp) => frame.getByRole('button', { name, exact: true })
  const tileOf = (id: string) => frame.locator(`.tile[data-participant-id="${id}"]`)
  await host.seeHidden(
    {
      hideDisplayName: true,
      hideConferenceSubject: true,
      hideParticipantsStats: true,
      disableSelfView: true,
      disableReactions: true,
      disableInviteFunctions: true,
      disableChat: true,
      participantsPane: { enabled: false },
    },
    tileOf(otherId).locator('.tile-name-words'),
    tileOf(await host.id()),
    frame.locator('.top-bar-meeting', { hasText: 'Weekly' }),
    frame.locator('.top-bar-count'),
    ...['React', 'Copy the link to this meeting', 'Rooms and people', /^Chat/].map(button),
  )
  await seeKeysHidden(host)
  const entry = (name: string) => frame.getByRole('menuitem', { name, exact: true })
  await button('More').press('Enter')
  await host.seeHidden(
    { disableShortcuts: true, pip: { disabled: true } },
    entry('Keyboard shortcuts…'),
    entry('Small window'),
  )
  await frame.getByRole('menu').press('Escape')
  await host.command('toggleVirtualBackgroundDialog')
  const settings = frame.getByRole('dialog')
  const ownName = settings.getByLabel('Your name')
  await host.seeHidden({ disableProfile: true }, ownName)
  await host.seeHidden({ readOnlyName: true }, ownName)
  await host.command('toggleVirtualBackgroundDialog')
  await settings.waitFor({ state: 'detached' })

  await host.command('toggleChat')
  const alone = button('Write to one person')
  await host.seeHidden({ remoteVideoMenu: { disablePrivateChat: true } }, alone)
  await host.command('toggleChat')
  await alone.waitFor({ state: 'detached' })
}

/** Behind the first event of this name. */
async function placeAfter(host: HostPage, name: string): Promise<number> {
  return (await host.namesTold()).indexOf(name) + 1
}

test('layout: tiles, a pinned person, whoever speaks', async () => {
  const ann = await embed.join('Ann')
  const bob = await embed.join('Bob')
  const cem = await embed.join('Cem', { disableTileView: true }, giveTwoCameras)
  const bobId = await bob.id()
  await ann.waitForEvent('participantJoined', { displayName: 'Cem' })
  await waitForStage(ann, undefined)
  // On this page whoever speaks stands large, whatever is asked for.
  await cem.command('setTileView', true)
  await waitFor(async () => ((await onStage(cem)) === undefined ? 'nobody stands large' : undefined))
  await turnCamera(cem)

  await ann.page.evaluate(() => {
    const { api } = window as unknown as { api: { on(name: string, listener: () => void): void } }
    api.on('largeVideoChanged', () => document.body.setAttribute('data-large', 'changed'))
  })
  await ann.command('pinParticipant', bobId)
  await waitForStage(ann, 'Bob')
  expect(await ann.waitForEvent('tileViewChanged')).toEqual({ enabled: false })
  await ann.page.locator('body[data-large="changed"]').waitFor()
  await ann.command('toggleTileView')
  await ann.waitForEvent('tileViewChanged', { enabled: true })
  await waitForStage(ann, undefined)

  let before = await ann.count()
  await ann.command('setTileView', false)
  await ann.waitForEvent('tileViewChanged', { enabled: false }, before)
  await waitFor(async () => ((await onStage(ann)) === undefined ? 'nobody stands large' : undefined))
  await ann.ask('setLargeVideoParticipant', bobId)
  await waitForStage(ann, 'Bob')
  before = await ann.count()
  await ann.command('pinParticipant')
  await ann.command('setTileView', true)
  await ann.waitForEvent('tileViewChanged', { enabled: true }, before)
  await waitForStage(ann, undefined)

  await ann.command('addBreakoutRoom', 'Garden')
  const [garden] = await ann.roomIds('Garden')
  await ann.command('sendParticipantToRoom', bobId, garden)
  await ann.waitForEvent('participantLeft', { id: bobId })
  await ann.command('pinParticipant', bobId)
  await waitFor(async () => ((await ann.errors()).includes('PARTICIPANT_UNKNOWN') ? undefined : 'no refusal is told'))
})

test('sound and picture of this page: volume, quality, pictures off, noise, background, devices', async () => {
  const ann = await embed.join('Ann', {}, makeBreakable)
  const bob = await embed.join('Bob')
  const bobId = await bob.id()
  const voice = ann.frame.locator(`audio[data-voice-of="${bobId}"]`)
  const picture = ann.frame.locator(`.tile[data-participant-id="${bobId}"] video`)
  await picture.waitFor()

  await ann.command('setParticipantVolume', bobId, 0.3)
  await waitFor(async () => {
    const volume = await voice.first().evaluate((element) => (element as HTMLAudioElement).volume)
    return Math.abs(volume - 0.3) < 0.01 ? undefined : `the volume is ${volume}`
  })
  await ann.command('setVideoQuality', 180)
  await ann.waitForEvent('videoQualityChanged', { videoQuality: 180 })
  expect(await ann.ask('getVideoQuality')).toBe(180)
  await waitFor(async () => {
    const height = await picture.evaluate((element) => (element as HTMLVideoElement).videoHeight)
    return height > 0 && height <= 200 ? undefined : `the picture arrives ${height} lines high`
  })

  interface Stats {
    readonly bitrate: { readonly download: number; readonly upload: number }
    readonly resolution: Readonly<Record<string, object>>
  }
  // Measured over a second, in which a machine may send and get nothing.
  await waitFor(async () => {
    const stats = await ann.ask<Stats>('getConnectionStats')
    expect(stats).toMatchObject({ bridgeCount: 1, codec: { [bobId]: {} }, resolution: { [bobId]: {} } })
    return Math.min(stats.bitrate.download, stats.bitrate.upload) > 0
      ? undefined
      : `it counts ${JSON.stringify(stats.bitrate)}`
  })

  // Only a click inside the meeting opens the small window; the host page may close it.
  await ann.frame.getByRole('button', { name: 'More', exact: true }).click()
  await ann.frame.getByRole('menuitem', { name: 'Small window' }).click()
  await ann.waitForEvent('pipEntered')
  await ann.command('hidePiP')
  await ann.waitForEvent('pipLeft')

  await ann.command('setAudioOnly', true)
  await ann.waitForEvent('audioOnlyChanged', { enabled: true })
  await ann.waitForEvent('lowBandwidthModeChanged', { enabled: true })
  await ann.waitForEvent('videoMuteStatusChanged', { muted: true })
  await picture.waitFor({ state: 'detached' })
  await ann.command('setLowBandwidthMode', false)
  await ann.waitForEvent('audioOnlyChanged', { enabled: false })
  await picture.waitFor()

  // The settings show what was chosen.
  await ann.command('toggleVirtualBackgroundDialog')
  const settings = ann.frame.getByRole('dialog')
  await ann.command('setNoiseSuppressionEnabled', { enabled: true })
  await settings.getByRole('switch', { name: 'Suppress noise', checked: true }).waitFor()
  await ann.command('setBlurredBackground', 'slight-blur')
  await settings.getByRole('radio', { name: 'Blurred', checked: true }).waitFor()
  await ann.command('setBlurredBackground', 'none')
  await settings.getByRole('radio', { name: 'As it is', checked: true }).waitFor()
  await ann.command('toggleVirtualBackgroundDialog')
  await settings.waitFor({ state: 'detached' })

  const devices = await ann.ask<Record<string, { label: string; deviceId: string }[]>>('getAvailableDevices')
  expect(await ann.ask('isDeviceChangeAvailable', 'output')).toBe(true)
  const output = devices.audioOutput?.at(-1)
  if (!output) throw new Error('the browser has no loudspeaker')
  expect(await ann.ask('setAudioOutputDevice', output.label, output.deviceId)).toBe(true)
  expect(await ann.ask('getCurrentDevices')).toMatchObject({ audioOutput: { label: output.label } })
  expect(await ann.ask('setAudioOutputDevice', 'none of these')).toBe(false)

  await ann.command('overwriteConfig', { apiLogLevels: ['warn'] })
  await ann.command('setVirtualBackground', true, 'https://elsewhere.example/picture.png')
  await ann.command('setParticipantVolume', bobId, 7)
  await waitFor(async () => {
    const errors = await ann.errors()
    return errors.length === 2 && errors.every((name) => name === 'REQUEST_INVALID') ? undefined : `told ${errors}`
  })
  await ann.waitForEvent('log', { logLevel: 'warn' })

  // Media breaks while the meeting goes on, and mends by itself.
  const made = await ann.frame.locator('body').evaluate(() => {
    const { lines, breakLines } = window as unknown as BreakableLines
    breakLines()
    return lines.length
  })
  expect(await ann.waitForEvent('peerConnectionFailure')).toEqual({ isP2P: false, wasConnected: true })
  await waitFor(async () => {
    const states = await ann.frame.locator('body').evaluate((_body, from) => {
      const { lines } = window as unknown as BreakableLines
      return lines.slice(from).map(({ connectionState }) => connectionState)
    }, made)
    return states.filter((state) => state === 'connected').length === 2 ? undefined : `new lines are ${states}`
  })
})

test('a picture that the host page gives stands behind the person', async () => {
  const ann = await embed.join('Ann')
  const red = await ann.page.evaluate(() => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 64, height: 36 })
    const context = canvas.getContext('2d')
    if (context) context.fillStyle = 'rgb(255, 0, 0)'
    context?.fillRect(0, 0, 64, 36)
    return canvas.toDataURL('image/png')
  })
  await ann.command('setVirtualBackground', true, red)
  await ann.command('toggleVirtualBackgroundDialog')
  // The browser's false camera shows nobody, so all of it becomes the picture; a machine that is too slow for it says so.
  const isTooSlow = ann.frame.getByText('cannot change the background')
  const waitForRed = (isWanted: boolean) =>
    waitFor(async () => {
      if ((await isTooSlow.count()) > 0) return undefined
      const colour = await ann.frame
        .locator('.tile video')
        .first()
        .evaluate((element) => {
          const canvas = Object.assign(document.createElement('canvas'), { width: 8, height: 8 })
          const context = canvas.getContext('2d')
          context?.drawImage(element as HTMLVideoElement, 0, 0, 8, 8)
          return [...(context?.getImageData(4, 4, 1, 1).data ?? [])]
        })
      const [r = 0, g = 0, b = 0] = colour
      return (r > 200 && g < 60 && b < 60) === isWanted ? undefined : `the picture is ${colour}`
    })
  await waitForRed(true)

  // What the person chooses comes in its place, also what they had before.
  const backgrounds = ann.frame.getByRole('radiogroup', { name: 'Background' })
  await backgrounds.waitFor()
  expect(await backgrounds.getByRole('radio', { checked: true }).count()).toBe(0)
  await backgrounds.getByText('As it is').click()
  await waitForRed(false)
  await backgrounds.getByRole('radio', { checked: true }).waitFor()
})

test('names, the subject and a removal are told to everybody, in every room (I7)', async () => {
  const ann = await embed.join('Ann', {
    subject: 'Weekly',
    participantMenuButtonsWithNotifyClick: ['kick', { key: 'grant-moderator', preventExecution: false }],
  })
  const [bob, cem] = await Promise.all([
    embed.joinNearby('Bob'),
    embed.open('Cem', { startAudioOnly: true, prejoinConfig: { enabled: false } }),
  ])
  // While Cem is on the way in, mostly: it holds then, too.
  await cem.command('displayName', 'Cem Early')
  const [annId, bobId, cemId] = [await ann.id(), await bob.id(), await cem.id()]
  await ann.waitForEvent('displayNameChange', { id: cemId, displayname: 'Cem Early' })
  await cem.waitForEvent('subjectChange', { subject: 'Weekly' })
  const { timestamp } = await cem.waitForEvent('conferenceCreatedTimestamp')
  expect(Math.abs(Number(timestamp) - Date.now())).toBeLessThan(120_000)
  await bob.command('overwriteConfig', { defaultLocalDisplayName: 'here' })
  await bob.command('displayName', ' Robert ')
  const renamed = { id: bobId, displayname: 'Robert', formattedDisplayName: 'Robert' }
  expect(await ann.waitForEvent('displayNameChange', { id: bobId })).toEqual(renamed)
  await bob.waitForEvent('displayNameChange', { formattedDisplayName: 'Robert (here)' })
  expect(await ann.ask('getDisplayName', bobId)).toBe('Robert')

  await seeWhoSomebodyIs(ann, bob)
  await seeHiddenInMeeting(ann, bobId)
  const ownOf = (host: HostPage) => host.frame.locator(`.tile[data-participant-id="${annId}"] video`)
  await ownOf(bob).waitFor()
  expect(await ownOf(cem).count()).toBe(0)

  // Asked for before one may say so.
  await bob.command('subject', 'Retrospective')
  // An entry of the menu that only tells, and one that also does what it says.
  await ann.command('toggleParticipantsPane', true)
  const choose = async (entry: string) => {
    await ann.frame.getByRole('button', { name: 'Actions for Robert' }).click()
    await ann.frame.getByRole('menuitem', { name: entry }).click()
  }
  await choose('Remove from the meeting…')
  expect(await ann.waitForEvent('participantMenuButtonClick')).toEqual({
    key: 'kick',
    participantId: bobId,
    preventExecution: true,
  })
  await choose('Make moderator')
  await ann.waitForEvent('participantMenuButtonClick', { key: 'grant-moderator', preventExecution: false })
  await cem.waitForEvent('subjectChange', { subject: 'Retrospective' })
  await ann.command('addBreakoutRoom', 'Garden')
  await ann.waitForEvent('breakoutRoomsUpdated')
  const [garden] = await ann.roomIds('Garden')
  await ann.command('sendParticipantToRoom', bobId, garden)
  await bob.waitForEvent('videoConferenceJoined', { breakoutRoom: true })
  const before = await bob.count()
  await ann.command('kickParticipant', bobId)
  const kicked = { id: bobId, local: false, name: 'Robert' }
  expect(await ann.waitForEvent('participantKickedOut')).toEqual({
    kicked,
    kicker: { id: annId, local: true, name: 'Ann' },
  })
  expect(await cem.waitForEvent('participantKickedOut')).toEqual({
    kicked,
    kicker: { id: annId, local: false, name: 'Ann' },
  })
  await bob.waitForEvent('errorOccurred', {}, before)
  // Of all that is told meanwhile: how it ends for Bob, in this order.
  const ending = ['participantKickedOut', 'videoConferenceLeft', 'errorOccurred', 'readyToClose']
  const told = (await bob.told(before)).filter(({ name }) => ending.includes(name))
  expect(told).toMatchObject([
    {
      name: 'participantKickedOut',
      payload: { kicked: { id: 'local', local: true, name: 'Robert' }, kicker: { id: annId, name: 'Ann' } },
    },
    { name: 'videoConferenceLeft' },
    { name: 'errorOccurred', payload: { error: { name: 'SEAT_REMOVED', isFatal: true } } },
  ])
})

test('before joining: the name can be given, devices that are refused are told, and leaving closes the page', async () => {
  const ann = await embed.open('', prejoin)
  expect(await ann.waitForEvent('prejoinScreenLoaded')).toMatchObject({ id: 'local' })
  await ann.command('displayName', '  Ann Example  ')
  await ann.frame.getByLabel('Your name').and(ann.frame.locator('[value="Ann Example"]')).waitFor()
  const { frame } = ann
  const field = frame.getByLabel('Your name')
  await ann.command('overwriteConfig', { readOnlyName: true })
  await field.and(frame.locator('[readonly]')).waitFor()
  await ann.seeHidden({ prejoinConfig: { hideDisplayName: true } }, field)
  for (const [name, label] of [
    ['microphone', 'Turn microphone off'],
    ['camera', 'Turn camera off'],
    ['settings', 'Settings'],
  ] as const) {
    const button = frame.getByRole('button', { name: label, exact: true })
    await button.waitFor()
    await ann.command('overwriteConfig', { hiddenPremeetingButtons: [name] })
    await button.waitFor({ state: 'detached' })
  }
  await ann.command('hangup')
  await ann.waitForEvent('readyToClose')

  const refusing = await launchBrowser([], [yesToAll])
  onTestFinished(() => refusing.close())
  const options = { exampleUrl: embed.exampleUrl, meeting: embed.meeting, name: 'Bob', config: prejoin }
  const refused = await openContext(refusing)
  // Who joins hears nothing, as on a line that just broke.
  await refused.routeWebSocket(/socket\.io/, () => {})
  const bob = await HostPage.open(refused, options)
  for (const name of ['cameraError', 'micError']) {
    expect(await bob.waitForEvent(name)).toEqual({ type: 'refused', message: 'refused' })
  }
  expect(await bob.ask('isAudioAvailable')).toBe(false)
  expect(await bob.ask('isVideoAvailable')).toBe(false)
  await bob.frame.getByRole('button', { name: 'Join', exact: true }).click()
  await bob.frame.getByRole('button', { name: 'Join', exact: true }).waitFor({ state: 'detached' })
  await bob.command('hangup')
  await bob.waitForEvent('readyToClose')
})
