// SPDX-License-Identifier: Apache-2.0
// Whose line is weak, and when nothing can be said.
import type { ParticipantId } from '@alcove/protocol'
import { expect, it } from 'vitest'
import { idOf } from '../../testing/sampleView.ts'
import { type Counted, type Sample, toQuality } from './quality.ts'

const owners = new Map([
  ['a-voice', idOf('a')],
  ['a-face', idOf('a')],
  ['b-face', idOf('b')],
])
const ownerOf = (trackId: string): ParticipantId | undefined => owners.get(trackId)

function sample(tracks: Readonly<Record<string, readonly [number, number]>>, own: Partial<Sample> = {}): Sample {
  const arriving = Object.entries(tracks).map(([id, [received, lost]]): [string, Counted] => [id, { received, lost }])
  return { arriving: new Map(arriving), sentLoss: undefined, roundTripMs: undefined, ...own }
}

const start = sample({ 'a-voice': [100, 50], 'a-face': [0, 0], 'b-face': [0, 0] })

it('finds the person whose packets are missing, counting from the last look', () => {
  const quality = toQuality(start, sample({ 'a-voice': [150, 60], 'a-face': [100, 20], 'b-face': [200, 1] }), ownerOf)
  expect(quality.own).toBe('good')
  expect([...quality.weak]).toEqual(['a'])
})

it('takes it for one’s own line when everybody’s are missing, or the server says so', () => {
  const allBad = sample({ 'a-voice': [150, 90], 'a-face': [0, 0], 'b-face': [100, 40] })
  expect(toQuality(start, allBad, ownerOf)).toEqual({ own: 'weak', weak: new Set() })
  expect(toQuality(start, sample({}, { sentLoss: 0.2 }), ownerOf).own).toBe('weak')
  expect(toQuality(start, sample({}, { roundTripMs: 900 }), ownerOf).own).toBe('weak')
})

it('says nothing of silence, of new tracks and of tracks that nobody has', () => {
  const quality = toQuality(start, sample({ 'a-voice': [102, 60], new: [10, 500], 'b-face': [0, 0] }), ownerOf)
  expect(quality).toEqual({ own: 'good', weak: new Set() })
})
