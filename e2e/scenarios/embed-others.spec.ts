// SPDX-License-Identifier: Apache-2.0
// Our page in pages of others and our script over pages of others: the published React SDK of Jitsi, Jitsi's own transport on either side, and
// pages that mean harm.
import { fileURLToPath } from 'node:url'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { Example } from '../harness/Example.ts'
import { frontAt } from '../harness/frontAt.ts'
import { HostPage } from '../harness/HostPage.ts'
import { bundleScript } from '../harness/openBundledPage.ts'
import { Server } from '../harness/Server.ts'
import { useStage } from '../harness/Stage.ts'
import { waitFor } from '../harness/waitFor.ts'
import { watchConsole } from '../harness/watchConsole.ts'

const stage = useStage()
/** The SDK asks for https. */
const meet = 'https://meet.test'
const pageOf = (name: string) => fileURLToPath(new URL(`../pages/jitsi/${name}.ts`, import.meta.url))
let react: Example
let count = 0
let meeting = ''

beforeAll(async () => {
  react = await Example.start(['examples/react/start.mjs'], meet)
})
afterAll(() => react?.stop())
beforeEach(async () => {
  stage.explainFailure()
  await stage.clear()
  count += 1
  meeting = `others-${count}`
})

async function openContext(): Promise<BrowserContext> {
  const context = await stage.context()
  await frontAt(context, meet, stage.server.url)
  return context
}

interface ApiConstructor {
  new (
    domain: string,
    options: object,
  ): {
    getSupportedEvents(): string[]
    on(name: string, listener: () => void): void
    executeCommand(name: string, ...args: unknown[]): void
    getRoomsInfo(): Promise<{ readonly rooms: unknown }>
    getParticipantsInfo(): { readonly displayName?: string }[]
  }
}

/** A page of a made-up site. */
async function openSite(context: BrowserContext, url: string, body: string, script?: string): Promise<Page> {
  const page = await context.newPage()
  watchConsole(page)
  await page.route(url, (route) =>
    route.fulfill({ contentType: 'text/html', body: `<!doctype html><meta charset="utf-8">${body}` }),
  )
  if (script !== undefined)
    await page.route('**/site.js', (route) => route.fulfill({ contentType: 'text/javascript', body: script }))
  await page.goto(url.replace(/\*+$/, ''))
  return page
}

const globalOf = <Value>(page: Page, name: string): Promise<Value> =>
  page.evaluate((key) => (window as unknown as Record<string, Value>)[key] as Value, name)

test("Jitsi's React SDK, as published, joins, uses rooms and hangs up", async () => {
  const options = { exampleUrl: react.url, meeting: `acme/${meeting}` }
  const ann = await HostPage.join(await openContext(), { ...options, name: 'Ann' })
  const bob = await HostPage.join(await openContext(), { ...options, name: 'Bob' })
  await ann.waitForEvent('participantJoined', { displayName: 'Bob' })
  await ann.command('addBreakoutRoom', 'Garden')
  await bob.waitForEvent('breakoutRoomsUpdated')
  const [garden] = await ann.roomIds('Garden')
  const bobId = (await bob.waitForEvent('videoConferenceJoined')).id
  const before = await bob.count()
  await ann.command('sendParticipantToRoom', bobId, garden)
  await bob.waitForEvent('videoConferenceJoined', { id: bobId, roomName: garden, breakoutRoom: true }, before)
  await bob.command('joinBreakoutRoom')
  await bob.waitForEvent('videoConferenceJoined', { breakoutRoom: false }, before)
  expect(await bob.namesTold()).not.toContain('readyToClose')
  await bob.command('hangup')
  await bob.page.getByText('The meeting is over for you.').waitFor()
})

test("Jitsi's own transport drives our page", async () => {
  const script = await bundleScript(pageOf('host'))
  const frame = encodeURIComponent(`${meet}/${meeting}`)
  const context = await openContext()
  const url = `https://host.test/?frame=${frame}`
  const page = await openSite(context, url, '<body></body><script type="module" src="/site.js"></script>', script)
  const told = async () => (await globalOf<{ name: string }[]>(page, 'told')).map(({ name }) => name)
  await waitFor(async () => {
    const names = await told()
    return names.includes('participant-role-changed') ? undefined : `told ${names}`
  })
  expect((await told()).slice(0, 2)).toEqual(['browser-support', 'ready'])
  const answer = await page.evaluate(async () => {
    interface JitsiTransport {
      sendEvent(event: object): void
      sendRequest(request: object): Promise<unknown>
    }
    const { transport } = window as unknown as { transport: JitsiTransport }
    transport.sendEvent({ data: ['Group A'], name: 'add-breakout-room' })
    transport.sendEvent({ data: [], name: 'start-recording' })
    transport.sendEvent({ data: [], name: 'unheard-of' })
    return {
      info: await transport.sendRequest({ name: 'rooms-info' }),
      unknown: await transport.sendRequest({ name: 'unheard-of' }),
      stream: await transport.sendRequest({ name: 'get-livestream-url' }),
      devices: await transport.sendRequest({ type: 'devices', name: 'isDeviceListAvailable' }),
    }
  })
  expect(answer).toMatchObject({
    info: { rooms: [{ isMainRoom: true }] },
    unknown: { error: { name: 'notSupported', message: 'unheard-of is not supported' } },
    stream: { error: { name: 'notSupported' } },
    devices: true,
  })
  await waitFor(async () => ((await told()).includes('breakout-rooms-updated') ? undefined : `told ${await told()}`))
  const errors = (await globalOf<{ name: string; error?: { message: string } }[]>(page, 'told')).filter(
    ({ name }) => name === 'error-occurred',
  )
  expect(errors.map(({ error }) => error?.message)).toEqual([
    'start-recording is not supported yet: recording comes with a later version',
    'unheard-of is not supported',
  ])
})

test("our script drives a page with Jitsi's own transport, no page of anybody else, and stands a page that means harm", async () => {
  const script = await bundleScript(pageOf('page'))
  const context = await openContext()
  const meetingPage = `<body></body><script type="module" src="/site.js"></script>`
  await context.route('https://jitsi.test/**', (route) =>
    route.request().url().endsWith('/site.js')
      ? route.fulfill({ contentType: 'text/javascript', body: script })
      : route.fulfill({ contentType: 'text/html', body: meetingPage }),
  )
  const evil = { postis: true, scope: 'jitsi_meet_external_api_0', method: 'message' }
  await context.route('https://evil.test/**', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<script>setInterval(() => parent.postMessage(${JSON.stringify(
        JSON.stringify({ ...evil, params: { type: 'event', data: { name: 'video-ready-to-close' } } }),
      )}, '*'), 20)</script>`,
    }),
  )
  const page = await openSite(
    context,
    'https://host.test/',
    `<body><iframe src="https://evil.test/"></iframe><script src="${meet}/tenant/external_api.js"></script></body>`,
  )
  const { rooms, names, people, touched } = await page.evaluate(async () => {
    const { JitsiMeetExternalAPI: Api } = window as unknown as { JitsiMeetExternalAPI: ApiConstructor }
    const api = new Api('jitsi.test', { roomName: 'demo?harm', parentNode: document.body })
    const heard: string[] = []
    for (const name of api.getSupportedEvents()) api.on(name, () => void heard.push(name))
    await new Promise((resolve) => api.on('videoConferenceJoined', () => resolve(undefined)))
    api.executeCommand('displayName', 'Ann')
    const info = await api.getRoomsInfo()
    // Time for the other frame to be heard, if it were.
    await new Promise((resolve) => setTimeout(resolve, 300))
    const { hacked, polluted } = window as unknown as { hacked?: number; polluted?: number }
    const isTouched = hacked !== undefined || polluted !== undefined || 'polluted' in {}
    const shown = api.getParticipantsInfo().map((one) => one.displayName)
    return { rooms: info.rooms, names: heard, people: shown, touched: isTouched }
  })
  expect(touched).toBe(false)
  expect(rooms).toEqual([{ id: 'demo' }])
  // What it says of people is heard as words; of all else that it sent nothing is.
  expect(names).toEqual(['participantJoined', 'participantLeft', 'ready', 'videoConferenceJoined'])
  expect(people).toEqual(['Ann'])
  const jitsi = page.frames().find((frame) => frame.url().startsWith('https://jitsi.test'))
  expect(await jitsi?.evaluate(() => (window as unknown as { commands: unknown[] }).commands)).toEqual([
    { data: ['Ann'], name: 'display-name' },
  ])
})

test('a host page that means harm changes nothing and learns nothing', async () => {
  const context = await openContext()
  const name = encodeURIComponent(JSON.stringify('<img src=x onerror="window.hacked=1">'))
  const proto = encodeURIComponent('{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}')
  const fragment = `jitsi_meet_external_api_id=0&config.prejoinConfig.enabled=false&userInfo.displayName=${name}&config.__proto__.polluted=1&config=${proto}&config.toolbarButtons=7`
  const page = await openSite(
    context,
    'https://evil.test/',
    `<body>
      <iframe id="meeting" src="${meet}/${meeting}#${fragment}" allow="camera; microphone" width="900" height="600"></iframe>
      <iframe id="other" srcdoc="<p>another frame</p>"></iframe>
    </body>`,
  )
  const frame = page.frameLocator('#meeting')
  await frame.locator('[data-room-id]').waitFor()
  await frame.getByRole('button', { name: 'Mute', exact: true }).waitFor()
  const bob = await HostPage.join(await openContext(), { exampleUrl: react.url, meeting, name: 'Bob' })

  const answers = await page.evaluate(async () => {
    const meetingWindow = document.querySelector<HTMLIFrameElement>('#meeting')?.contentWindow
    const other = document.querySelector<HTMLIFrameElement>('#other')?.contentWindow as unknown as typeof window
    const heard: string[] = []
    addEventListener('message', ({ data }) => {
      heard.push(String(data))
      // The greeting is answered, so that the page speaks.
      if (String(data).includes('__ready__')) meetingWindow?.postMessage(data, '*')
    })
    const scope = 'jitsi_meet_external_api_0'
    const text = (params: unknown, more: object = {}) =>
      JSON.stringify({ postis: true, scope, method: 'message', params, ...more })
    const command = (wire: string, ...data: unknown[]) => text({ type: 'event', data: { name: wire, data } })
    const send = (message: unknown) => meetingWindow?.postMessage(message, '*')
    // Another window of the same site speaks through its own realm: it is not the host page.
    other.eval(
      `parent.document.querySelector('#meeting').contentWindow.postMessage(${JSON.stringify(command('video-hangup'))}, '*')`,
    )
    for (const bad of [
      '{"postis":',
      'null',
      text({ type: 'event', data: { name: 'video-hangup', data: [] } }, { scope: 'jitsi_meet_external_api_1' }),
      text({ type: 'event', data: { name: 'video-hangup' } }),
      text({ type: 'event', data: { name: '__proto__', data: [] } }),
      text({ type: 'request', id: '1', data: { name: 'rooms-info' } }),
      text({ type: 'response', id: 1, result: {} }),
      command('constructor'),
      command('send-participant-to-room', { toString: 1 }, ['x']),
      command('show-notification', { title: '<img src=x onerror="window.hacked=2">', type: 'constructor' }),
      command('show-notification', {
        title: '<script>window.hacked=3</script>',
        description: 'javascript:1',
        uid: '__proto__',
      }),
      command('overwrite-names', [{ id: '__proto__', name: 'x' }, null, 7]),
      command('overwrite-config', { __proto__: { polluted: 1 }, disableChat: 'yes' }),
    ])
      send(bad)
    send({ postis: true, scope, method: 'message' })
    send(text({ type: 'request', id: 7, data: { name: 'is-audio-muted' } }))
    const hear = (part: string) =>
      new Promise<void>((resolve) => {
        const look = () => heard.some((one) => one.includes(part)) && resolve()
        window.addEventListener('message', look)
        look()
      })
    // What is bad was taken before this was answered.
    await hear('"id":7')
    for (let index = 0; index < 20_000; index += 1) send(command('toggle-chat'))
    await hear('RATE_EXCEEDED')
    return heard.filter((one) => one.includes('response') || one.includes('RATE_EXCEEDED'))
  })
  expect(answers.filter((one) => one.includes('response'))).toEqual([
    '{"postis":true,"scope":"jitsi_meet_external_api_0","method":"message","params":{"type":"response","id":7,"result":false}}',
  ])
  expect(answers.filter((one) => one.includes('RATE_EXCEEDED')).length).toBeGreaterThan(0)
  const state = await frame.locator('body').evaluate(() => ({
    hacked: (window as unknown as { hacked?: number }).hacked,
    polluted: (Object.prototype as unknown as { polluted?: number }).polluted,
    images: document.querySelectorAll('img').length,
    isIn: document.querySelector('[data-room-id]') !== null,
  }))
  expect(state).toEqual({ hacked: undefined, polluted: undefined, images: 0, isIn: true })
  // The meeting goes on for the others.
  await bob.command('sendChatMessage', 'Still here')
  await bob.waitForEvent('outgoingMessage')
  expect(await bob.ask('getNumberOfParticipants')).toBe(2)
})

test('pages may be framed by the sites that are named, and the script is for everybody', async () => {
  const policyOf = async (url: string) =>
    (await fetch(`${url}/${meeting}`)).headers.get('content-security-policy') ?? ''
  expect(await policyOf(stage.server.url)).not.toContain('frame-ancestors')
  for (const path of ['external_api.js', 'acme/external_api.js', 'libs/external_api.min.js', 'external_api.d.ts']) {
    const { status, headers } = await fetch(`${stage.server.url}/${path}`)
    expect([path, status, headers.get('cross-origin-resource-policy')]).toEqual([path, 200, 'cross-origin'])
  }
  const strict = await Server.start({ args: ['--embed-origin', 'https://school.example.org'] })
  try {
    expect(await policyOf(strict.url)).toContain("frame-ancestors 'self' https://school.example.org")
    const page = await openSite(
      await stage.context(),
      'https://other.test/',
      `<body><iframe src="${strict.url}/${meeting}"></iframe></body>`,
    )
    await waitFor(() => (page.frames()[1]?.url().startsWith('chrome-error:') ? undefined : 'the frame is not refused'))
  } finally {
    await strict.stop()
  }
})
