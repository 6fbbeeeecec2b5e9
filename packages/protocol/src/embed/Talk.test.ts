// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest'
import { maxMessageLength } from './messages.ts'
import { Talk, type TalkOptions } from './Talk.ts'

const scope = 'jitsi_meet_external_api_0'

/** Two sides whose texts wait in queues until they are delivered. */
function pair(page: Partial<TalkOptions> = {}, host: Partial<TalkOptions> = {}) {
  const toHost: string[] = []
  const toPage: string[] = []
  const heard: unknown[] = []
  const common = { scope, onEvent: (data: unknown) => void heard.push(data), onRequest: () => undefined }
  const pageSide = new Talk({ ...common, ownId: '1-0.1', post: (text) => void toHost.push(text), ...page })
  const hostSide = new Talk({ ...common, ownId: '2-0.2', post: (text) => void toPage.push(text), ...host })
  const deliver = async () => {
    while (toHost.length + toPage.length > 0) {
      for (const text of toHost.splice(0)) hostSide.handleText(text)
      for (const text of toPage.splice(0)) pageSide.handleText(text)
      // Answers are given a little later.
      for (let turn = 0; turn < 5; turn += 1) await Promise.resolve()
    }
  }
  const shakeHands = () => {
    pageSide.announce()
    hostSide.announce()
    return deliver()
  }
  return { pageSide, hostSide, toHost, toPage, heard, deliver, shakeHands }
}

describe('a conversation', () => {
  it('begins when each side has heard its own id back; what was said before goes out then, in order', async () => {
    const { pageSide, toHost, heard, shakeHands } = pair()
    pageSide.sendEvent({ name: 'browser-support' })
    pageSide.sendEvent({ name: 'ready' })
    expect(toHost).toEqual([])
    await shakeHands()
    expect(pageSide.isReady()).toBe(true)
    expect(heard).toEqual([{ name: 'browser-support' }, { name: 'ready' }])
  })

  it('says on the wire exactly what Jitsi says', () => {
    const { pageSide, toHost } = pair()
    pageSide.announce()
    pageSide.handleText(toHost[0])
    pageSide.sendEvent({ data: ['Group A'], name: 'add-breakout-room' })
    expect(toHost).toEqual([
      '{"postis":true,"scope":"jitsi_meet_external_api_0","method":"__ready__","params":"1-0.1"}',
      '{"postis":true,"scope":"jitsi_meet_external_api_0","method":"message","params":{"type":"event","data":{"data":["Group A"],"name":"add-breakout-room"}}}',
    ])
  })

  it('says what is too long for the other side, and sends nothing of it', async () => {
    const long = 'x'.repeat(maxMessageLength)
    const { pageSide, hostSide, heard, shakeHands, deliver } = pair({ onRequest: () => long })
    await shakeHands()
    expect(hostSide.sendEvent({ name: long })).toBe(false)
    expect(hostSide.sendEvent({ name: long.slice(200) })).toBe(true)
    await deliver()
    expect(heard).toEqual([{ name: long.slice(200) }])
    await expect(pageSide.request({ name: long })).rejects.toThrow('Longer than')
    const answer = hostSide.request({ name: 'short' })
    await deliver()
    await expect(answer).rejects.toEqual({ name: expect.stringContaining('Longer than') })
  })

  it('greets a page that was loaded anew', async () => {
    const { hostSide, toPage, shakeHands } = pair()
    await shakeHands()
    hostSide.handleText(JSON.stringify({ postis: true, scope, method: '__ready__', params: 'another' }))
    expect(toPage).toEqual([`{"postis":true,"scope":"${scope}","method":"__ready__","params":"another"}`])
  })

  it('answers requests, with nothing where there is no result', async () => {
    const answers: Record<string, unknown> = { 'rooms-info': { rooms: [] }, 'is-audio-muted': false, odd: undefined }
    const { hostSide, deliver, shakeHands } = pair({ onRequest: ({ name }) => answers[String(name)] })
    await shakeHands()
    const rooms = hostSide.request({ name: 'rooms-info' })
    const muted = hostSide.request({ name: 'is-audio-muted' })
    const odd = hostSide.request({ name: 'odd' })
    void odd.catch(() => {})
    await deliver()
    expect(await rooms).toEqual({ rooms: [] })
    expect(await muted).toBe(false)
    await expect(odd).rejects.toThrow('Unexpected response format!')
  })

  it('answers with an error when the answer fails', async () => {
    const onRequest = () => Promise.reject(new Error('ROOM_UNKNOWN'))
    const { hostSide, deliver, shakeHands } = pair({ onRequest })
    await shakeHands()
    const failing = hostSide.request({ name: 'x' })
    void failing.catch(() => {})
    await deliver()
    await expect(failing).rejects.toEqual({ name: 'ROOM_UNKNOWN' })
  })

  it('once closed it neither says nor asks anything', async () => {
    const { hostSide, toPage, shakeHands } = pair()
    await shakeHands()
    hostSide.close()
    hostSide.sendEvent({ name: 'x' })
    hostSide.announce()
    expect(toPage).toEqual([])
    await expect(hostSide.request({ name: 'x' })).rejects.toThrow('No transport backend defined!')
  })
})

describe('what is not of the conversation changes nothing', () => {
  const message = (params: unknown, more = {}) =>
    JSON.stringify({ postis: true, scope, method: 'message', params, ...more })
  it.each([
    ['no text', { postis: true, scope, method: 'message' }],
    ['no JSON', '{"postis":true'],
    ['null', 'null'],
    ['a list', '[]'],
    ['another scope', message({ type: 'event', data: {} }, { scope: 'jitsi_meet_external_api_1' })],
    ['no scope', message({ type: 'event', data: {} }, { scope: undefined })],
    ['no mark', message({ type: 'event', data: {} }, { postis: false })],
    ['a text of eight million characters', message({ type: 'event', data: { text: 'x'.repeat(8_000_001) } })],
  ])('%s', async (_what, text) => {
    const { pageSide, heard, shakeHands } = pair()
    await shakeHands()
    expect(pageSide.handleText(text)).toBe(false)
    expect(heard).toEqual([])
  })

  it.each([
    ['no envelope', 7],
    ['an event without data', { type: 'event' }],
    ['an event with a list', { type: 'event', data: [] }],
    ['a request without a number', { type: 'request', id: 'x', data: {} }],
    ['an answer to nothing', { type: 'response', id: 99, result: 1 }],
    ['an answer without a number', { type: 'response', result: 1 }],
  ])('%s', async (_what, params) => {
    const { pageSide, heard, toHost, shakeHands } = pair()
    await shakeHands()
    pageSide.handleText(message(params))
    expect(heard).toEqual([])
    expect(toHost).toEqual([])
  })

  it('keys that would reach a prototype are left out', async () => {
    const { pageSide, heard, shakeHands } = pair()
    await shakeHands()
    pageSide.handleText(
      `{"postis":true,"scope":"${scope}","method":"message","params":{"type":"event","data":{"name":"x","__proto__":{"a":1},"deep":{"constructor":{"prototype":{"a":1}}}}}}`,
    )
    expect(heard).toEqual([{ name: 'x', deep: {} }])
    expect(Object.hasOwn({}, 'a')).toBe(false)
  })
})
