// SPDX-License-Identifier: Apache-2.0
// Who is on the podium of one's room, what has to be received of them, and where one speaks oneself.
import type { RemoteTrack } from '@alcove/client'
import { expect, it } from 'vitest'
import { idOf, roomOf, sampleView } from '../../testing/sampleView.ts'
import { toScreens } from '../meeting/tiles.ts'
import { toPodium, toPodiumPictures } from './podiumModel.ts'

const track = {} as MediaStreamTrack
const off = { microphone: 'off', camera: 'off', screen: 'off', screenAudio: 'off' } as const
const people = [{ id: 'me', roomId: roomOf('r1') }, { id: 'ann' }, { id: 'bob' }]
const rooms = { r1: { name: 'Garden' }, r2: { name: 'Kitchen' } }

it('shows who speaks to the room, and asks for the picture of those whose camera is on', () => {
  const view = sampleView({
    people,
    rooms,
    room: {
      podium: {
        [idOf('ann')]: { media: { ...off, microphone: 'on', camera: 'on' }, speaks: true },
        [idOf('bob')]: { media: { ...off, microphone: 'muted' }, speaks: true },
      },
    },
  })
  const remoteTracks: RemoteTrack[] = [{ participantId: idOf('ann'), source: 'camera', track }]
  const model = toPodium(view, remoteTracks)
  expect(model.speakers).toMatchObject([
    { name: 'ANN', speaking: true, muted: false, camera: track },
    { name: 'BOB', speaking: false, muted: true, camera: undefined },
  ])
  expect(model.isSpeaking).toBe(true)
  expect(toPodiumPictures(model)).toEqual([{ participantId: 'ann', source: 'camera', height: 99 }])
})

it('has the same order for everybody, whoever saw one of them come to the room and speak from elsewhere again', () => {
  const speaker = { media: { ...off, screen: 'on' }, speaks: false } as const
  const view = sampleView({ people, rooms, room: { podium: { [idOf('bob')]: speaker, [idOf('ann')]: speaker } } })
  expect(toPodium(view, []).speakers.map(({ name }) => name)).toEqual(['ANN', 'BOB'])
  const screens = toScreens({ view, remoteTracks: [], localTracks: [] })
  expect(screens.map(({ name }) => name)).toEqual(['ANN', 'BOB'])
})

it('puts a screen that is shown from the podium among the screens', () => {
  const view = sampleView({
    people,
    rooms,
    room: { podium: { [idOf('ann')]: { media: { ...off, screen: 'on' }, speaks: false } } },
  })
  expect(toScreens({ view, remoteTracks: [], localTracks: [] })).toEqual([
    { participantId: 'ann', name: 'ANN', track: undefined },
  ])
})

it('tells to which rooms one speaks oneself', () => {
  const own = (spokenTo: 'all' | readonly string[]) =>
    toPodium(
      sampleView({ people, rooms, podium: { [idOf('me')]: spokenTo === 'all' ? spokenTo : spokenTo.map(roomOf) } }),
      [],
    ).own
  expect(own('all')?.names).toBeUndefined()
  expect(own(['r2', 'main', 'r1'])?.names).toEqual(['Main room', 'Garden', 'Kitchen'])
  expect(toPodium(sampleView({ people, rooms }), []).own).toBeUndefined()
})
