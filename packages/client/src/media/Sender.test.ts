// SPDX-License-Identifier: Apache-2.0
// Sending: what is published outlives transports, and muting acts before anybody is asked.
import type { Request } from '@alcove/protocol'
import { expect, test } from 'vitest'
import type { SendRequest } from '../signaling/Line.ts'
import { settle } from '../testing/FakeClock.ts'
import { Sender } from './Sender.ts'
import type { SendTransport } from './transports.ts'

/** Enough of a track for one who only hands it on. */
function fakeTrack(): MediaStreamTrack {
  return Object.assign(new EventTarget(), { readyState: 'live' }) as MediaStreamTrack
}

function fakeTransport() {
  const log: string[] = []
  const names = new Map<MediaStreamTrack, string>()
  let release = () => {}
  const gate = new Promise<void>((resolve) => {
    release = resolve
  })
  const transport: SendTransport = {
    send({ source, isMuted }) {
      log.push(`start ${source}`)
      return {
        started: gate.then(() => {
          const toldMuted = isMuted()
          log.push(`told ${source} ${toldMuted ? 'muted' : 'on'}`)
          return { toldMuted }
        }),
        carry: (track) => log.push(`carry ${track ? (names.get(track) ?? 'track') : 'nothing'}`),
        close: () => log.push(`close ${source}`),
      }
    },
  }
  const send = ((request: Request) => {
    log.push(request.type === 'media.pause' ? `ask ${request.type} ${request.paused}` : `ask ${request.type}`)
    return Promise.resolve(null)
  }) as SendRequest
  return { log, names, transport, send, release }
}

test('what was published before comes along, muted as it is', async () => {
  const sender = new Sender(() => {})
  await sender.publish('microphone', fakeTrack(), { muted: true })
  for (let round = 0; round < 2; round += 1) {
    const { transport, send, log, release } = fakeTransport()
    sender.attach(transport, send)
    release()
    await settle()
    expect(log).toEqual(['start microphone', 'told microphone muted'])
    sender.detach()
  }
})

test('muting stops the track before the server is told, also while the producer is being made', async () => {
  const sender = new Sender(() => {})
  const { transport, send, log, release } = fakeTransport()
  sender.attach(transport, send)
  const published = sender.publish('microphone', fakeTrack(), {})
  await settle()
  const muted = sender.setMuted('microphone', true)
  expect(log).toEqual(['start microphone', 'carry nothing'])
  release()
  await Promise.all([published, muted])
  expect(log.slice(2)).toEqual(['told microphone muted'])
  await sender.setMuted('microphone', false)
  expect(log.slice(3)).toEqual(['carry track', 'ask media.pause false'])
})

test('a second track replaces the first without anybody being asked', async () => {
  const sender = new Sender(() => {})
  const { transport, send, log, names, release } = fakeTransport()
  release()
  sender.attach(transport, send)
  await sender.publish('camera', fakeTrack(), {})
  const second = fakeTrack()
  names.set(second, 'second')
  await sender.publish('camera', second, {})
  expect(log).toEqual(['start camera', 'told camera on', 'carry second'])
})

test('a track that ends is unpublished', async () => {
  let tracks: readonly unknown[] = []
  const sender = new Sender((next) => {
    tracks = next
  })
  const { transport, send, log, release } = fakeTransport()
  release()
  sender.attach(transport, send)
  const track = fakeTrack()
  await sender.publish('screen', track, {})
  track.dispatchEvent(new Event('ended'))
  await settle()
  expect(tracks).toEqual([])
  expect(log.slice(-2)).toEqual(['close screen', 'ask media.close'])
})

test('what is withheld is muted at once and stays so until somebody unmutes it', async () => {
  const told: string[] = []
  const sender = new Sender((tracks) => void told.push(tracks.map(({ source, muted }) => `${source} ${muted}`).join()))
  const { transport, send, log, release } = fakeTransport()
  sender.attach(transport, send)
  release()
  await sender.publish('microphone', fakeTrack(), {})
  log.length = 0
  sender.withhold(new Set(['microphone', 'camera']))
  expect(log).toEqual(['carry nothing'])
  await settle()
  expect(log).toEqual(['carry nothing', 'ask media.pause true'])
  await expect(sender.setMuted('microphone', false)).rejects.toMatchObject({ code: 'MEDIA_WITHHELD' })
  await sender.publish('camera', fakeTrack(), { muted: false })
  expect(told.at(-1)).toBe('microphone true,camera true')
  sender.withhold(new Set())
  expect(told.at(-1)).toBe('microphone true,camera true')
  await sender.setMuted('microphone', false)
  expect(log.at(-1)).toBe('ask media.pause false')
})
