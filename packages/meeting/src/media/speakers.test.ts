// SPDX-License-Identifier: Apache-2.0
// Tests of the speaker set (SPEC SP).
import type { ParticipantId } from '@alcove/protocol'
import { describe, expect, it } from 'vitest'
import { ann, bob, cat, personId } from '../testing/index.ts'
import type { Speaker } from './moment.ts'
import { speakingNow, updateSpeakers } from './speakers.ts'

const people = Array.from({ length: 20 }, (_, index) => personId(index + 1))
const room = new Set(people)
const levels = (...heard: readonly (readonly [ParticipantId, number])[]) => new Map(heard)
const ids = (speakers: readonly Speaker[]) => speakers.map((speaker) => speaker.participantId)
/** Eight people, each heard one second after the one before, the first at time 0. */
const full: readonly Speaker[] = people
  .slice(0, 8)
  .map((participantId, index) => ({ participantId, since: 0, lastHeardAt: index * 1000 }))

describe('the speaker set', () => {
  it('[SP1] takes in whoever is heard while there is a place', () => {
    const set = updateSpeakers([], levels([ann, -50], [bob, -20]), room, 100)
    expect(set).toEqual([
      { participantId: bob, since: 100, lastHeardAt: 100 },
      { participantId: ann, since: 100, lastHeardAt: 100 },
    ])
    expect(updateSpeakers([], new Map(people.map((id, index) => [id, -100 + index])), room, 0)).toHaveLength(8)
  })

  it('[SP2] keeps everybody in a full set for 5 s after they were heard', () => {
    const newcomer = levels([personId(9), -10])
    expect(ids(updateSpeakers(full, newcomer, room, 5000))).not.toContain(personId(9))
    const later = ids(updateSpeakers(full, newcomer, room, 5001))
    expect(later).toContain(personId(9))
    expect(later).not.toContain(ann)
    expect(later).toHaveLength(8)
  })

  it('[SP2] of several newcomers takes the loudest, for those silent longest', () => {
    const newcomers = levels([personId(9), -30], [personId(10), -10], [personId(11), -20])
    const set = ids(updateSpeakers(full, newcomers, room, 6500))
    expect(set).toHaveLength(8)
    expect(set).toEqual(expect.arrayContaining([personId(10), personId(11)]))
    for (const id of [ann, bob, personId(9)]) expect(set).not.toContain(id)
  })

  it('[SP2] a newcomer replaces nobody who is heard at the same time', () => {
    const all = new Map(people.slice(0, 9).map((id) => [id, -20]))
    expect(ids(updateSpeakers(full, all, room, 60_000))).toEqual(ids(full))
  })

  it('[SP3] holds people of the room only', () => {
    expect(ids(updateSpeakers(full, levels([personId(9), -10]), new Set([bob, cat]), 100))).toEqual([bob, cat])
    expect(ids(updateSpeakers([], levels([ann, -10]), new Set([bob]), 100))).toEqual([])
  })

  it('[SP4] silence changes nothing', () => {
    expect(updateSpeakers(full, levels(), room, 3_600_000)).toEqual(full)
  })

  it('[SP5] the first keeps the place while speaking', () => {
    const set = updateSpeakers([], levels([ann, -30], [bob, -40], [cat, -50]), room, 0)
    expect(ids(set)).toEqual([ann, bob, cat])
    expect(ids(updateSpeakers(set, levels([ann, -30], [cat, -21]), room, 200))).toEqual([ann, bob, cat])
    expect(ids(updateSpeakers(set, levels([cat, -10]), room, 600))).toEqual([ann, bob, cat])
  })

  it('[SP5] and loses it to who is louder by 10 dB, or after a silence; the others stay in order', () => {
    const set = updateSpeakers([], levels([ann, -30], [bob, -40], [cat, -50]), room, 0)
    expect(ids(updateSpeakers(set, levels([ann, -30], [cat, -20]), room, 200))).toEqual([cat, ann, bob])
    expect(ids(updateSpeakers(set, levels([cat, -60]), room, 601))).toEqual([cat, ann, bob])
  })

  it('[SP6] tells who speaks now', () => {
    expect(speakingNow(full, 7600)).toEqual([personId(8)])
    expect(speakingNow(full, 7601)).toEqual([])
  })
})
