// SPDX-License-Identifier: Apache-2.0
// Tests of the media plan (SPEC ME).
import type { ParticipantId, ShownItem, Source } from '@alcove/protocol'
import { describe, expect, it } from 'vitest'
import {
  ann,
  ask,
  blue,
  bob,
  cat,
  create,
  everybodySends,
  type Given,
  given,
  join,
  lose,
  main,
  move,
  personId,
  red,
  start,
  tracks,
} from '../testing/index.ts'
import { changedBetween } from './changedBetween.ts'
import { mediaPlan } from './mediaPlan.ts'
import type { Moment } from './moment.ts'

function crowd(size: number): { meeting: Given; people: readonly ParticipantId[] } {
  const people = Array.from({ length: size }, (_, index) => personId(index + 1))
  return { meeting: given(...people.map((id) => join(id))), people }
}

function planned(meeting: Given, moment: Moment, receiver: ParticipantId, ...sources: readonly Source[]) {
  const wanted = mediaPlan(meeting.state, moment, 'all').get(receiver) ?? []
  return wanted.filter(({ source }) => sources.includes(source))
}

function showing(moment: Moment, receiver: ParticipantId, roomId: typeof main, ...items: readonly ShownItem[]): Moment {
  return { ...moment, shows: new Map([[receiver, { roomId, items }]]) }
}

describe('audio', () => {
  it('[ME3] everybody hears everybody up to 12 tracks, muted ones included', () => {
    const { meeting, people } = crowd(12)
    const sends = everybodySends(people, 'microphone')
    const moment = {
      ...sends,
      producers: new Map(sends.producers).set(bob, new Map([['microphone', { paused: true }]])),
    }
    for (const id of people) expect(planned(meeting, moment, id, 'microphone')).toHaveLength(11)
    expect(planned(meeting, moment, ann, 'microphone')[0]).toEqual({
      participantId: bob,
      source: 'microphone',
      height: undefined,
    })
  })

  it('[ME3] the sound of a screen is audio too', () => {
    const { meeting, people } = crowd(6)
    const moment = everybodySends(people, 'microphone', 'screen-audio')
    expect(planned(meeting, moment, ann, 'microphone', 'screen-audio')).toHaveLength(10)
  })

  it('[ME4] above that only the speaker set is sent, at most 8', () => {
    const { meeting, people } = crowd(13)
    const speaker = (participantId: ParticipantId) => ({ participantId, since: start, lastHeardAt: start })
    const heard = (ids: readonly ParticipantId[]) => ({
      ...everybodySends(people, 'microphone'),
      speakers: new Map([[main, ids.map(speaker)]]),
    })
    expect(planned(meeting, heard([]), ann, 'microphone')).toEqual([])
    expect(planned(meeting, heard([cat, ann]), ann, 'microphone').map((wanted) => wanted.participantId)).toEqual([cat])
    expect(planned(meeting, heard(people), personId(13), 'microphone')).toHaveLength(8)
  })

  it('[ME4] rooms are counted each for itself', () => {
    const { meeting, people } = crowd(13)
    const split = meeting.and(create(ann, red), move(ann, bob, red), move(ann, cat, red))
    const moment = everybodySends(people, 'microphone')
    expect(planned(split, moment, bob, 'microphone').map((wanted) => wanted.participantId)).toEqual([cat])
    expect(planned(split, moment, ann, 'microphone')).toHaveLength(10)
  })
})

describe('video', () => {
  const { meeting, people } = crowd(3)
  const moment = everybodySends(people, 'camera', 'screen')

  it('[ME5] is exactly what is shown, at its height', () => {
    const shown = showing(moment, ann, main, { participantId: cat, source: 'camera', height: 360 })
    expect(planned(meeting, shown, ann, 'camera', 'screen')).toEqual([
      { participantId: cat, source: 'camera', height: 360 },
    ])
    expect(planned(meeting, showing(moment, ann, main), ann, 'camera', 'screen')).toEqual([])
  })

  it('[ME5] takes the greater height of what is shown twice, and nothing that is not sent', () => {
    const item = { participantId: cat, source: 'camera' } as const
    const shown = showing(
      moment,
      ann,
      main,
      { ...item, height: 90 },
      { ...item, height: 720 },
      { ...item, height: 180 },
    )
    expect(planned(meeting, shown, ann, 'camera')).toEqual([{ ...item, height: 720 }])
    const silent = { ...shown, producers: new Map([[cat, tracks('screen')]]) }
    expect(planned(meeting, silent, ann, 'camera', 'screen')).toEqual([])
  })

  it('[ME6] is every screen and the first 9 cameras before anything is shown', () => {
    const many = crowd(12)
    const sent = everybodySends(many.people, 'camera', 'screen')
    expect(planned(many.meeting, sent, bob, 'screen').map(({ height }) => height)).toEqual(
      Array.from({ length: 11 }, () => 720),
    )
    const cameras = planned(many.meeting, sent, bob, 'camera')
    expect(cameras.map(({ participantId }) => participantId)).toEqual([ann, ...many.people.slice(2, 10)])
    expect(cameras.every(({ height }) => height === 180)).toBe(true)
  })

  it('[ME6] what was shown in another room counts no more', () => {
    const shown = showing(moment, ann, red, { participantId: cat, source: 'camera', height: 360 })
    expect(planned(meeting, shown, ann, 'camera', 'screen')).toHaveLength(4)
  })

  it('[ME7] is not sent while paused', () => {
    const paused = new Map<Source, { paused: boolean }>([
      ['camera', { paused: true }],
      ['screen', { paused: true }],
    ])
    const hidden = { ...moment, producers: new Map(moment.producers).set(cat, paused) }
    expect(planned(meeting, hidden, ann, 'camera', 'screen').map(({ participantId }) => participantId)).toEqual([
      bob,
      bob,
    ])
    const shown = showing(hidden, ann, main, { participantId: cat, source: 'camera', height: 360 })
    expect(planned(meeting, shown, ann, 'camera')).toEqual([])
  })
})

describe('plans', () => {
  const { meeting, people } = crowd(4)
  const split = meeting.and(create(ann, red), move(ann, cat, red))
  const moment = everybodySends(people, 'microphone', 'camera')

  it('[ME2] hold nothing from other rooms, whatever a client says that it shows', () => {
    const shown = showing(moment, cat, red, { participantId: ann, source: 'camera', height: 360 })
    expect(mediaPlan(split.state, shown, 'all').get(cat)).toEqual([])
  })

  it('[ME8] are empty for who is not here or cannot receive', () => {
    const deaf = { ...moment, receivers: new Set([ann]) }
    expect(mediaPlan(meeting.state, deaf, 'all').get(bob)).toEqual([])
    expect(mediaPlan(meeting.and(lose(bob)).state, moment, new Set([bob])).get(bob)).toEqual([])
    expect(mediaPlan(meeting.state, moment, new Set([personId(99)]))).toEqual(new Map([[personId(99), []]]))
    expect(mediaPlan({ status: 'new' }, moment, 'all')).toEqual(new Map(people.map((id) => [id, []])))
  })

  it('[ME9] name those changed and everybody in their room, nobody else', () => {
    expect(new Set(mediaPlan(split.state, moment, new Set([cat])).keys())).toEqual(new Set([cat]))
    expect(new Set(mediaPlan(split.state, moment, new Set([bob])).keys())).toEqual(new Set([ann, bob, personId(4)]))
  })

  it('[ME9] a move affects the room that was left and the room that was entered', () => {
    expect(changedBetween(meeting.state, split.state)).toEqual(new Set(people))
    const elsewhere = split.and(move(ann, bob, red))
    const third = elsewhere.and(create(ann, blue))
    expect(changedBetween(elsewhere.state, third.state)).toEqual(new Set())
    expect(changedBetween(elsewhere.state, elsewhere.and(lose(bob)).state)).toEqual(new Set([bob, cat]))
  })

  it('[ME9] nobody is affected by what touches no media', () => {
    const policy = ask(ann, { type: 'ChangePolicy', selfMove: 'nowhere' })
    expect(changedBetween(split.state, split.and(policy).state)).toEqual(new Set())
    expect(changedBetween(split.and(lose(bob)).state, split.and(lose(bob), move(ann, bob, red)).state)).toEqual(
      new Set(),
    )
  })
})
