// SPDX-License-Identifier: Apache-2.0
// Order of tiles, what they show, and who is visible in a crowd.
import type { LocalTrack, RemoteTrack } from '@alcove/client'
import { describe, expect, it } from 'vitest'
import { idOf, sampleView } from '../../testing/sampleView.ts'
import { pickVisible, recordSpeakers, toScreens, toTiles } from './tiles.ts'

const track = {} as MediaStreamTrack
const none = { remoteTracks: [] as RemoteTrack[], localTracks: [] as LocalTrack[] }

describe('toTiles', () => {
  it('shows only one’s own room, in the order of coming, oneself last', () => {
    const view = sampleView({
      people: [{ id: 'me' }, { id: 'b', order: 9 }, { id: 'c' }, { id: 'away', roomId: 'r1' as never }],
    })
    expect(toTiles({ view, ...none }).map((tile) => tile.name)).toEqual(['C', 'B', 'You'])
  })

  it('shows muted, speaking and absent people', () => {
    const view = sampleView({
      people: [
        { id: 'me' },
        { id: 'a', media: { microphone: 'on', camera: 'on' } },
        { id: 'b', media: { microphone: 'muted' } },
        { id: 'c', absent: true, media: { microphone: 'on', camera: 'on' } },
      ],
      speakers: ['a', 'b', 'c'],
    })
    const remoteTracks: RemoteTrack[] = [{ participantId: idOf('a'), source: 'camera', track }]
    const [a, b, c] = toTiles({ view, ...none, remoteTracks })
    expect(a).toMatchObject({ muted: false, speaking: true, camera: track })
    expect(b).toMatchObject({ muted: true, speaking: false, camera: undefined })
    expect(c).toMatchObject({ absent: true, speaking: false, cameraOn: false })
  })

  it('counts the hands in the order in which they went up', () => {
    const view = sampleView({
      people: ['me', 'a', 'b', 'c'].map((id) => ({ id })),
      room: {
        hands: [
          { participantId: idOf('c'), since: 5 },
          { participantId: idOf('me'), since: 9 },
        ],
      },
    })
    const places = toTiles({ view, ...none }).map(({ participantId, handPlace }) => [participantId, handPlace])
    expect(Object.fromEntries(places)).toEqual({ a: undefined, b: undefined, c: 1, me: 2 })
  })

  it('keeps a paused picture off the screen even while its track is still there', () => {
    const view = sampleView({ people: [{ id: 'me' }, { id: 'a', media: { camera: 'muted' } }] })
    const remoteTracks: RemoteTrack[] = [{ participantId: idOf('a'), source: 'camera', track }]
    expect(toTiles({ view, ...none, remoteTracks })[0]?.camera).toBeUndefined()
  })

  it('knows one’s own state from what this tab sends', () => {
    const view = sampleView({ people: [{ id: 'me' }] })
    const localTracks: LocalTrack[] = [
      { source: 'microphone', track, muted: false },
      { source: 'camera', track, muted: false },
    ]
    expect(toTiles({ view, ...none, localTracks })[0]).toMatchObject({ isSelf: true, muted: false, camera: track })
  })
})

describe('toScreens', () => {
  it('lists what others share in one’s room', () => {
    const view = sampleView({
      people: [{ id: 'me', media: { screen: 'on' } }, { id: 'a', media: { screen: 'on' } }, { id: 'b' }],
    })
    expect(toScreens({ view, ...none })).toEqual([{ participantId: 'a', name: 'A', track: undefined }])
  })
})

describe('pickVisible', () => {
  const tiles = toTiles({
    view: sampleView({ people: ['me', 'a', 'b', 'c', 'd', 'e'].map((id) => ({ id })) }),
    ...none,
  })
  const names = (capacity: number, spoke: string[]) =>
    pickVisible(tiles, capacity, spoke.map(idOf)).map((tile) => tile.participantId)

  it('shows everybody when they fit', () => {
    expect(names(6, [])).toEqual(['a', 'b', 'c', 'd', 'e', 'me'])
  })

  it('keeps the first ones and oneself', () => {
    expect(names(4, [])).toEqual(['a', 'b', 'c', 'me'])
  })

  it('brings those who spoke lately forward, without moving others about', () => {
    expect(names(4, ['e'])).toEqual(['a', 'b', 'e', 'me'])
    expect(names(4, ['e', 'c'])).toEqual(['a', 'e', 'c', 'me'])
  })

  it('never shows more than fit', () => {
    expect(names(4, ['e', 'd', 'c', 'b', 'a'])).toHaveLength(4)
    expect(names(1, [])).toEqual(['a'])
  })
})

describe('recordSpeakers', () => {
  it('puts the latest first and stays the same when nothing changed', () => {
    const before = recordSpeakers([], [idOf('a')])
    expect(recordSpeakers(before, [idOf('b')])).toEqual(['b', 'a'])
    expect(recordSpeakers(before, [idOf('a')])).toBe(before)
    expect(recordSpeakers(before, [])).toBe(before)
  })
})
