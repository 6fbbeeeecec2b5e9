// SPDX-License-Identifier: Apache-2.0
import type { ParticipantId, RoomId, ShownItem } from '@alcove/protocol'
import { beforeEach, expect, test } from 'vitest'
import type { SendRequest } from '../signaling/Line.ts'
import { FakeClock } from '../testing/FakeClock.ts'
import { Shown } from './Shown.ts'

const [main, red] = ['main', 'red'] as RoomId[]
const ann: ShownItem = { participantId: 'aaaaaaaa' as ParticipantId, source: 'camera', height: 180 }
const bob: ShownItem = { ...ann, participantId: 'bbbbbbbb' as ParticipantId }

let clock: FakeClock
let roomId: RoomId | undefined
let shown: Shown
let told: unknown[]
const send = (async (request: unknown) => {
  told.push(request)
  return null
}) as SendRequest

beforeEach(() => {
  clock = new FakeClock()
  roomId = main
  told = []
  shown = new Shown(() => roomId, clock)
  shown.attach(send)
})

test('what is shown is told once, and again when it changes', async () => {
  shown.show([ann])
  shown.show([ann, bob])
  await clock.advance(0)
  shown.show([ann, bob])
  await clock.advance(0)
  shown.show([bob])
  await clock.advance(0)
  expect(told).toEqual([
    { type: 'media.show', roomId: main, items: [ann, bob] },
    { type: 'media.show', roomId: main, items: [bob] },
  ])
})

test('what was shown in the room before is not told of the new room', async () => {
  shown.show([ann])
  await clock.advance(0)
  roomId = red
  shown.touch()
  await clock.advance(0)
  expect(told).toHaveLength(1)
  shown.show([bob])
  await clock.advance(0)
  expect(told.slice(1)).toEqual([{ type: 'media.show', roomId: red, items: [bob] }])
})

test('nothing on screen in the new room is told, also after nothing on screen in the old one', async () => {
  shown.show([])
  await clock.advance(0)
  roomId = red
  shown.show([])
  await clock.advance(0)
  expect(told).toEqual([
    { type: 'media.show', roomId: main, items: [] },
    { type: 'media.show', roomId: red, items: [] },
  ])
})

test('what was shown before one was anywhere counts for the first room, and a new transport is told again', async () => {
  roomId = undefined
  shown.show([ann])
  await clock.advance(0)
  expect(told).toEqual([])
  roomId = main
  shown.touch()
  await clock.advance(0)
  shown.detach()
  shown.attach(send)
  await clock.advance(0)
  const wanted = { type: 'media.show', roomId: main, items: [ann] }
  expect(told).toEqual([wanted, wanted])
})
