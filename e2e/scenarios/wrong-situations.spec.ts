// SPDX-License-Identifier: Apache-2.0
// What people read when something is wrong: what happened and what to do, never a blank page. Removed, ended, full: moderation.spec.ts; a wrong password:
// lobby.spec.ts; devices that cannot be had: devices.spec.ts.
import type { BrowserContext } from 'playwright-core'
import { expect, test } from 'vitest'
import { accessibilityFaults } from '../harness/accessibility.ts'
import { Server } from '../harness/Server.ts'
import { useStage } from '../harness/Stage.ts'
import { WebPerson, waitForRooms } from '../harness/WebPerson.ts'
import { waitFor } from '../harness/waitFor.ts'

const stage = useStage()

async function open(meeting: string, name: string, more: Partial<{ url: string; context: BrowserContext }> = {}) {
  const { url = stage.server.url, context = await stage.context() } = more
  return WebPerson.open(context, { serverUrl: url, meeting, name, camera: false }, meeting)
}

test('a page that is older than the server is told to load again', async () => {
  stage.explainFailure()
  const context = await stage.context()
  // The page speaks a version of the protocol that nobody speaks any more.
  await context.routeWebSocket(/socket\.io/, (page) => {
    const server = page.connectToServer()
    page.onMessage((message) => server.send(`${message}`.replace('"protocol":1', '"protocol":0')))
    server.onMessage((message) => page.send(message))
  })
  const ann = await open('too-old', 'Ann', { context })
  await ann.page.getByLabel('Your name').fill('Ann')
  await ann.press('Join')
  await ann.page.getByText('The server was updated. Load the page again.').waitFor()
  expect(await accessibilityFaults(ann.page, 'body')).toEqual([])
})

test('a lost network is said and mended by itself; a page that became too old meanwhile says so, and loading it again brings one back', async () => {
  stage.explainFailure()
  const context = await stage.context()
  let version = '"protocol":1'
  let isDown = false
  let closeLine: () => unknown = () => {}
  await context.routeWebSocket(/socket\.io/, (page) => {
    if (isDown) return void page.close()
    const server = page.connectToServer()
    page.onMessage((message) => server.send(`${message}`.replace('"protocol":1', version)))
    server.onMessage((message) => page.send(message))
    closeLine = () => page.close()
  })
  const ann = await open('became-old', 'Ann', { context })
  await ann.join()
  isDown = true
  await closeLine()
  const notice = ann.page.getByText('Connection lost. Trying again…')
  await notice.waitFor()
  await ann.page.getByText('Check your network. You come back to your place by yourself.').waitFor()
  isDown = false
  await notice.waitFor({ state: 'detached' })
  await ann.page.getByText('Connected', { exact: true }).waitFor()

  version = '"protocol":0'
  await closeLine()
  await ann.page.getByRole('heading', { name: 'A newer version is here' }).waitFor()
  version = '"protocol":1'
  await ann.press('Load the page again')
  await ann.waitUntilIn()
})

test('a browser without WebRTC is told to take another one, at once', async () => {
  stage.explainFailure()
  const context = await stage.context()
  await context.addInitScript(() => Reflect.deleteProperty(window, 'RTCPeerConnection'))
  const page = await context.newPage()
  await page.goto(`${stage.server.url}/no-webrtc`)
  await page.getByRole('heading', { name: 'This browser cannot hold video meetings' }).waitFor()
  await page.getByText('Open this link in a current Chrome, Edge, Firefox or Safari.').waitFor()
  expect(await accessibilityFaults(page, 'body')).toEqual([])
})

test('a browser whose WebRTC does not work is not promised another try, and one can still write', async () => {
  stage.explainFailure()
  const context = await stage.context()
  const ann = await open('broken-webrtc', 'Ann', { context })
  await ann.page.evaluate(() => {
    window.RTCPeerConnection = class {
      constructor() {
        throw new DOMException('switched off by the company', 'NotSupportedError')
      }
    } as unknown as typeof RTCPeerConnection
  })
  await ann.join()
  await ann.page.getByText('This browser cannot send or receive sound and picture.').waitFor()
  await ann.page.getByText('Open the meeting in a current Chrome').waitFor()
  expect(await ann.page.getByText(/Trying again|firewall/).count()).toBe(0)
  expect(await accessibilityFaults(ann.page, '.meeting-main')).toEqual([])
  await ann.press('Chat')
  await ann.page.getByRole('textbox', { name: 'Message to' }).first().fill('I can read you')
  await ann.page.keyboard.press('Enter')
  await ann.page.getByText('I can read you').first().waitFor()
})

test('a microphone that is taken away while it runs is said, with what to do, and can be switched on again', async () => {
  stage.explainFailure()
  const context = await stage.context()
  await context.addInitScript(() => {
    const open = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices)
    const captured: MediaStreamTrack[] = []
    // As the browser does it when the device goes.
    const unplug = () => {
      for (const track of captured.splice(0)) {
        track.stop()
        track.dispatchEvent(new Event('ended'))
      }
    }
    Object.assign(window, { unplug })
    navigator.mediaDevices.getUserMedia = async (constraints) => {
      const stream = await open(constraints)
      captured.push(...stream.getAudioTracks())
      return stream
    }
  })
  const ann = await open('taken-away', 'Ann', { context })
  await ann.join()
  const bob = await open('taken-away', 'Bob')
  await bob.join()
  await waitForRooms({ 'Main room': [ann, bob] })
  const said = ['The microphone was disconnected.', 'press the microphone button to use another one']
  await Promise.all([
    ...said.map((words) => ann.page.getByText(words).first().waitFor()),
    ann.page.evaluate(() => (window as unknown as { unplug: () => void }).unplug()),
  ])
  await waitFor(async () => ((await bob.heard()) === 0 ? undefined : 'Bob still hears Ann'))
  await ann.press('Unmute')
  await waitFor(async () => ((await bob.heard()) === 1 ? undefined : 'Bob does not hear Ann again'))
})

test('a server that restarts says so to who is in, and they come back by themselves', async () => {
  stage.explainFailure()
  const server = await Server.start()
  try {
    const ann = await open('restart', 'Ann', { url: server.url })
    await ann.join()
    await server.end('SIGTERM')
    const notice = ann.page.getByText('The server is starting again…')
    await notice.waitFor()
    await ann.page.getByText('You come back to your place by yourself').waitFor()
    await server.startAgain()
    await notice.waitFor({ state: 'detached' })
    await ann.page.locator('[data-room-id]').waitFor()
  } finally {
    await server.stop()
  }
})
