// SPDX-License-Identifier: Apache-2.0
// What stands large, and that it does not flicker.
import { describe, expect, it } from 'vitest'
import { idOf, sampleView } from '../../testing/sampleView.ts'
import { chooseFocus, chooseStripPerson, type FocusInput, nextSpeaker } from './focus.ts'
import { toTiles } from './tiles.ts'

const view = sampleView({ people: [{ id: 'me' }, { id: 'a' }, { id: 'b' }] })
const tiles = toTiles({ view, remoteTracks: [], localTracks: [] })
const screen = { participantId: idOf('b'), name: 'B', track: undefined }
const input: FocusInput = { tiles, screens: [], pinned: undefined, layout: 'tiles', speaker: idOf('a') }

describe('chooseFocus', () => {
  it('is nobody among tiles, the speaker in the speaker layout', () => {
    expect(chooseFocus(input)).toBeUndefined()
    expect(chooseFocus({ ...input, layout: 'speaker' })).toEqual({ type: 'person', participantId: 'a' })
  })

  it('is a screen before a speaker, and what was pinned before both while it is there', () => {
    const shared = { ...input, layout: 'speaker', screens: [screen] } as const
    expect(chooseFocus(shared)?.type).toBe('screen')
    const pinned = { type: 'person', participantId: idOf('a') } as const
    expect(chooseFocus({ ...shared, pinned })).toEqual(pinned)
    expect(chooseFocus({ ...shared, pinned: { ...pinned, participantId: idOf('gone') } })?.type).toBe('screen')
  })
})

describe('nextSpeaker', () => {
  const [me, a, b] = [idOf('me'), idOf('a'), idOf('b')]

  it('stays with whoever speaks until only others do', () => {
    expect(nextSpeaker(a, [b, a], tiles)).toBe(a)
    expect(nextSpeaker(a, [b], tiles)).toBe(b)
    expect(nextSpeaker(a, [], tiles)).toBe(a)
  })

  it('is never oneself, and somebody before anybody spoke', () => {
    expect(nextSpeaker(undefined, [me], tiles)).toBe(a)
    expect(nextSpeaker(b, [me], tiles)).toBe(b)
    expect(nextSpeaker(idOf('gone'), [], tiles)).toBe(a)
  })
})

describe('chooseStripPerson', () => {
  const [me, quiet, seen] = toTiles({ view, remoteTracks: [], localTracks: [] }).map((tile) => ({ ...tile }))
  if (!(me && quiet && seen)) throw new Error('people are missing')
  const people = [
    { ...me, participantId: idOf('me'), isSelf: true },
    { ...quiet, participantId: idOf('a'), isSelf: false, cameraOn: false, speaking: false },
    { ...seen, participantId: idOf('b'), isSelf: false, cameraOn: true, speaking: false },
  ]
  const chosen = (tiles: typeof people, speaker: string) => chooseStripPerson(tiles, idOf(speaker))?.participantId

  it('is who spoke last if there is a picture of them, and else somebody with one', () => {
    expect(chosen(people, 'b')).toBe('b')
    expect(chosen(people, 'a')).toBe('b')
  })

  it('is who speaks, picture or not, and never oneself', () => {
    const speaking = people.map((one) => ({ ...one, speaking: one.participantId === 'a' }))
    expect(chosen(speaking, 'a')).toBe('a')
    expect(chosen(people.slice(0, 2), 'me')).toBe('a')
    expect(chosen(people.slice(0, 1), 'me')).toBeUndefined()
  })
})
