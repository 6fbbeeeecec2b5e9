// SPDX-License-Identifier: Apache-2.0
// Hints about quiet rooms, and whose picture is seen by looking in.
import type { RemoteTrack } from '@alcove/client'
import { describe, expect, it } from 'vitest'
import { idOf, roomOf, type Sample, sampleView } from '../../testing/sampleView.ts'
import { minutesSinceSpoken, type RoomSeeing, toQuietHint, toSeeing } from './seeingModel.ts'

const r1 = roomOf('r1')
const people = [{ id: 'me' }, { id: 'a', roomId: r1 }, { id: 'b', roomId: r1 }]
const rooms = { r1: { underWay: true } }
const track = {} as MediaStreamTrack
const now = 10 * 60_000

function see(sample: Partial<Sample>, tracks: readonly RemoteTrack[] = []): RoomSeeing {
  const view = sampleView({ people, rooms, moderators: {}, ...sample })
  const peopleCount = Object.values(view.meeting.people).filter(({ roomId }) => roomId === r1).length
  const seeing = toSeeing(view, r1, peopleCount, tracks)
  if (!seeing) throw new Error('nothing is seen')
  return seeing
}

describe('a room is', () => {
  it('empty or has one person, while people are sent there', () => {
    expect(toQuietHint(see({ people: [{ id: 'me' }] }), now)).toEqual({ kind: 'nobody-came' })
    expect(toQuietHint(see({ people: people.slice(0, 2) }), now)).toEqual({ kind: 'alone' })
    expect(toQuietHint(see({ people: people.slice(0, 2), rooms: { r1: {} } }), now)).toBeUndefined()
  })

  it('quiet two minutes after somebody last spoke there, or after people came together', () => {
    const quiet = (spokeAt: number | undefined, together: number) =>
      toQuietHint(
        see({
          moderators: { togetherSince: { [r1]: together }, spokeAt: spokeAt === undefined ? {} : { [r1]: spokeAt } },
        }),
        now,
      )
    expect(quiet(now - 120_000, 0)).toEqual({ kind: 'quiet', minutes: 2 })
    expect(quiet(now - 119_999, 0)).toBeUndefined()
    expect(quiet(undefined, now - 180_000)).toEqual({ kind: 'quiet', minutes: 3 })
    expect(quiet(0, now - 60_000)).toBeUndefined()
  })

  it('not quiet while somebody speaks', () => {
    const moderators = { togetherSince: { [r1]: 0 }, speakers: { [r1]: [idOf('a')] } }
    expect(toQuietHint(see({ moderators }), now)).toBeUndefined()
  })
})

it('tells how loud it is while somebody speaks', () => {
  expect(see({ moderators: { speakers: { [r1]: [idOf('a')] }, levels: { [r1]: 7 } } }).level).toBe(7)
  expect(see({}).level).toBe(0)
})

it('tells how long ago somebody spoke', () => {
  expect(minutesSinceSpoken(see({ moderators: { spokeAt: { [r1]: now - 90_000 } } }), now)).toBe(1)
  expect(minutesSinceSpoken(see({}), now)).toBeUndefined()
})

describe('looking in', () => {
  const looking = { moderators: { lookingInto: { [idOf('me')]: [r1], [idOf('b')]: [r1] } } }
  const camera: RemoteTrack = { participantId: idOf('a'), source: 'camera', track }

  it('shows who speaks there, and who else looks', () => {
    const seeing = see(looking, [{ participantId: idOf('me'), source: 'camera', track }, camera])
    expect(seeing.lookIn).toEqual({ status: 'on', picture: { name: 'A', track } })
    expect(seeing.otherLookers).toEqual(['B'])
    expect(see(looking).lookIn).toEqual({ status: 'on', picture: undefined })
  })

  it('names those who look, too, as they came', () => {
    const lookingInto = { [idOf('b')]: [r1], [idOf('a')]: [r1] }
    expect(see({ moderators: { lookingInto } }).otherLookers).toEqual(['A', 'B'])
  })

  it('is offered where people are, unless one is there or the meeting does not allow it', () => {
    expect(see({}).lookIn.status).toBe('off')
    expect(see({ mayLookIn: false }).lookIn.status).toBe('unavailable')
    expect(see({ people: [{ id: 'me' }] }).lookIn.status).toBe('unavailable')
    expect(see({ people: people.map((person) => ({ ...person, roomId: r1 })) }).lookIn.status).toBe('unavailable')
  })

  it('is for moderators', () => {
    expect(toSeeing(sampleView({ people, rooms }), r1, 2, [])).toBeUndefined()
  })
})
