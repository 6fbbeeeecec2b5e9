// SPDX-License-Identifier: Apache-2.0
// Receiving: silence at once, close later, one negotiation for what is new.
import type { ConsumerOffer, ParticipantId } from '@alcove/protocol'
import { expect, test } from 'vitest'
import type { RemoteTrack } from '../api.ts'
import { FakeClock, settle } from '../testing/FakeClock.ts'
import { Receiver } from './Receiver.ts'

function offer(consumerId: string, kind: 'audio' | 'video' = 'audio'): ConsumerOffer {
  const source = kind === 'audio' ? 'microphone' : 'camera'
  const participantId = `of-${consumerId}` as ParticipantId
  return { consumerId, producerId: `p-${consumerId}`, participantId, source, kind, rtpParameters: {} }
}

function open() {
  const clock = new FakeClock()
  const log: string[] = []
  const made = new Map<string, { track: { enabled: boolean }; finish(): void }>()
  let tracks: readonly RemoteTrack[] = []
  const receiver = new Receiver(
    {
      onTracks(next) {
        tracks = next
      },
      onReady: (ids) => log.push(`ready ${ids.join()}`),
      onBroken: () => log.push('broken'),
    },
    clock,
  )
  receiver.attach({
    consume({ consumerId }) {
      log.push(`consume ${consumerId}`)
      // A track is only switched off and on here.
      const track = { enabled: true } as MediaStreamTrack
      const { promise, resolve } = Promise.withResolvers<{ track: MediaStreamTrack; close(): void }>()
      const finish = () => resolve({ track, close: () => void log.push(`close ${consumerId}`) })
      made.set(consumerId, { track, finish })
      return promise
    },
  })
  const finish = async (...ids: string[]) => {
    for (const id of ids) made.get(id)?.finish()
    await settle()
  }
  const shown = () => tracks.map(({ participantId }) => participantId)
  return { clock, log, made, receiver, finish, shown }
}

test('consumers of one grant are made in one tick, and only video is reported ready', async () => {
  const { receiver, log, finish, shown } = open()
  receiver.handleGranted([offer('a'), offer('v', 'video')])
  await settle()
  expect(log).toEqual(['consume a', 'consume v'])
  await finish('a', 'v')
  expect(log.at(-1)).toBe('ready v')
  expect(shown()).toEqual(['of-a', 'of-v'])
})

test('a revoked track is silent and gone at once, and closed only after the new ones are made', async () => {
  const { receiver, clock, log, made, finish, shown } = open()
  receiver.handleGranted([offer('old')])
  await settle()
  await finish('old')
  receiver.handleRevoked(['old'])
  expect(made.get('old')?.track.enabled).toBe(false)
  expect(shown()).toEqual([])
  await clock.advance(200)
  receiver.handleGranted([offer('new')])
  await clock.advance(1_000)
  expect(log).not.toContain('close old')
  await finish('new')
  await clock.advance(300)
  expect(log).toEqual(['consume old', 'consume new', 'close old'])
})

test('what is revoked before or while it is made never shows', async () => {
  const { receiver, clock, log, made, finish, shown } = open()
  receiver.handleGranted([offer('a')])
  await settle()
  receiver.handleGranted([offer('b')])
  receiver.handleRevoked(['a', 'b'])
  await finish('a')
  await clock.advance(300)
  expect(made.get('a')?.track.enabled).toBe(false)
  expect(shown()).toEqual([])
  expect(log).toEqual(['consume a', 'close a'])
})

test('grants that wait go into one negotiation together', async () => {
  const { receiver, log, finish } = open()
  receiver.handleGranted([offer('a')])
  await settle()
  receiver.handleGranted([offer('b')])
  receiver.handleGranted([offer('c')])
  await settle()
  expect(log).toEqual(['consume a'])
  await finish('a')
  expect(log).toEqual(['consume a', 'consume b', 'consume c'])
})

test('people who are no longer in the room are silenced without the word of the server', async () => {
  const { receiver, made, finish, shown } = open()
  receiver.handleGranted([offer('a'), offer('b')])
  await settle()
  await finish('a', 'b')
  receiver.silence(['of-a' as ParticipantId])
  expect(made.get('a')?.track.enabled).toBe(false)
  expect(shown()).toEqual(['of-b'])
})

test('a lost transport takes its tracks along', async () => {
  const { receiver, finish, shown } = open()
  receiver.handleGranted([offer('a')])
  await settle()
  await finish('a')
  receiver.detach()
  expect(shown()).toEqual([])
})
