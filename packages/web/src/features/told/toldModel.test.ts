// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest'
import { type Sample, sampleView } from '../../testing/sampleView.ts'
import { formatDuration } from './formatDuration.ts'
import { toToldSections } from './toldModel.ts'

const textOf = (sample: Omit<Sample, 'people'>) =>
  toToldSections(sampleView({ people: [{ id: 'me' }], ...sample }))
    .flatMap(({ title, lines }) => [title, ...lines])
    .join('\n')

describe('what people are told', () => {
  it('says how long it is kept, as this meeting has it', () => {
    expect(textOf({ retentionMs: 86_400_000 })).toContain('24 hours after the last person has left')
    expect(textOf({ retentionMs: 30 * 86_400_000 })).toContain('30 days after the last person has left')
    expect(textOf({ retentionMs: 0 })).toContain('deleted when the last person has left')
    expect(textOf({})).toContain('nobody can go on with it')
    expect(textOf({ door: { moderatorKey: true } })).not.toContain('nobody can go on with it')
  })

  it('says whether moderators may look into rooms, and speaks to moderators of themselves', () => {
    expect(textOf({})).toContain('the room shows who looks')
    expect(textOf({ mayLookIn: false })).toContain('Nobody looks into rooms in this meeting')
    expect(textOf({})).toContain('What moderators see')
    expect(textOf({ can: { moderate: true } })).toContain('What you see as a moderator')
  })

  it('says where programs get what is written', () => {
    expect(textOf({ meeting: { tellsChat: true } })).toContain('What was written to rooms and to everybody')
    expect(textOf({})).not.toContain('programs')
  })
})

it('says what people see before they enter, which a closed door keeps from them', () => {
  expect(textOf({})).toContain('how many people are here.')
  expect(textOf({ door: { toldOutside: 'names' } })).toContain('the names of those in the main room')
  expect(textOf({ door: { toldOutside: 'names', lobby: true } })).toContain('Nothing: neither')
})

it('says times in one unit', () => {
  expect([30_000, 60_000, 90 * 60_000, 24 * 3_600_000, 72 * 3_600_000].map(formatDuration)).toEqual([
    '1 minute',
    '1 minute',
    '2 hours',
    '24 hours',
    '3 days',
  ])
})
