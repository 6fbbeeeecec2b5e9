// SPDX-License-Identifier: Apache-2.0
// What is switched off, who asks, and when one has to ask oneself.
import type { MeetingView } from '@alcove/client'
import { describe, expect, it } from 'vitest'
import { idOf, sampleView } from '../../testing/sampleView.ts'
import { toGate, toInvitation, toSwitchOff } from './ownSending.ts'

const on = { microphone: true, camera: true, screen: true }
const off = { microphone: false, camera: false, screen: false }
function withOwn(media: Partial<MeetingView['self']['media']>): MeetingView {
  const view = sampleView({ people: [{ id: 'a' }, { id: 'b', displayName: 'Bea' }] })
  return { ...view, self: { ...view.self, media: { ...view.self.media, ...media } } }
}
const ask = { audio: true, video: false }

describe('what is switched off', () => {
  it('is what a moderator stopped and still runs, with who did it', () => {
    const view = withOwn({ stopped: { microphone: idOf('b'), camera: idOf('gone') } })
    expect(toSwitchOff(view, on).map(({ text }) => text)).toEqual(['Bea muted you', 'A moderator stopped your camera'])
    expect(toSwitchOff(view, off)).toEqual([])
  })

  it('is what one has to ask for first', () => {
    expect(toSwitchOff(withOwn({ mustAsk: ask }), on).map(({ source }) => source)).toEqual(['microphone'])
    expect(toSwitchOff(withOwn({ mustAsk: { audio: false, video: true } }), on).map(({ source }) => source)).toEqual([
      'camera',
      'screen',
    ])
  })
})

it('asks one thing after the other, and nothing that runs already', () => {
  const view = withOwn({ invited: { microphone: idOf('b'), camera: idOf('b') } })
  expect(toInvitation(view, off)).toMatchObject({ source: 'microphone', title: 'Bea asks you to unmute' })
  expect(toInvitation(view, { ...off, microphone: true })?.source).toBe('camera')
  expect(toInvitation(view, on)).toBeUndefined()
})

it('tells whether one has to ask, and whether one did', () => {
  expect(toGate(withOwn({}), 'audio')).toBe('free')
  expect(toGate(withOwn({ mustAsk: ask }), 'audio')).toBe('ask')
  expect(toGate(withOwn({ mustAsk: ask, asking: ask }), 'audio')).toBe('asking')
  expect(toGate(withOwn({ mustAsk: ask }), 'video')).toBe('free')
})
