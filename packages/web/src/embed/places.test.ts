// SPDX-License-Identifier: Apache-2.0
import type { MeetingId } from '@alcove/protocol'
import { describe, expect, it } from 'vitest'
import { idOf, roomOf, sampleView } from '../testing/sampleView.ts'
import { createPlaces } from './places.ts'
import { toListedRooms, toRoomsInfo } from './roomLists.ts'

const ann = 'aaaaaaaa'
const bob = 'bbbbbbbb'
const garden = '00000001'
const places = createPlaces('acme.org/demo' as MeetingId, 'meet.example')
const alone = sampleView({ people: [{ id: ann, role: 'moderator' }, { id: bob }] })
const apart = sampleView({
  people: [
    { id: bob, roomId: roomOf(garden) },
    { id: ann, role: 'moderator' },
  ],
  rooms: { [garden]: { name: 'Garden' } },
})

describe('addresses', () => {
  it('have the form of Jitsi, with the tenant in those of the main room', () => {
    expect(places.roomJid(roomOf('main'))).toBe('demo@conference.acme_org.meet.example')
    expect(places.roomJid(roomOf(garden))).toBe(`${garden}@breakout.meet.example`)
    expect(places.roomName(roomOf('main'))).toBe('demo')
  })

  it.each([garden, `${garden}@breakout.meet.example`, garden.toUpperCase()])('%s is the room', (named) => {
    expect(places.findRoom(apart, named)).toBe(garden)
  })

  it.each(['demo', 'main', 'demo@conference.acme_org.meet.example', 'DEMO'])('%s is the main room', (named) => {
    expect(places.findRoom(apart, named)).toBe('main')
  })

  it.each([ann, `demo@conference.meet.example/${ann}`, `${ann}@meet.example/${ann}`, `${ann}@meet.example`])(
    '%s is a person',
    (named) => {
      expect(places.findPerson(apart, named)).toBe(ann)
    },
  )

  it('moderators mean people by the user id of their token, too; others mean themselves alone', () => {
    const userId = 'auth0|bob@example.org/1'
    const people = [{ id: ann }, { id: 'cccccccc' }, { id: bob }]
    const identities = { [idOf(bob)]: { userId, attributes: {} }, [idOf('cccccccc')]: { userId: ann, attributes: {} } }
    const known = sampleView({ people, moderators: { identities } })
    expect(places.findPerson(known, userId)).toBe(bob)
    // An id of the meeting counts before one of a token.
    expect(places.findPerson(known, ann)).toBe(ann)
    expect(places.findPerson(sampleView({ people }), userId)).toBeUndefined()
    const own = { userId, attributes: {} }
    expect(places.findPerson(sampleView({ people, identity: own }), userId)).toBe(ann)
  })

  it.each(['', 'nobody', '__proto__', 'constructor', 7, null, undefined, {}])('%j is nothing', (named) => {
    expect(places.findRoom(apart, named)).toBeUndefined()
    expect(places.findPerson(apart, named)).toBeUndefined()
  })
})

describe('the lists of rooms', () => {
  it('without breakout rooms: an empty map, and one room with one’s own address', () => {
    expect(toListedRooms(alone, places, 'Demo')).toEqual({})
    expect(toRoomsInfo(alone, places, 'Demo')).toEqual({
      rooms: [
        {
          isMainRoom: true,
          id: 'demo@conference.acme_org.meet.example',
          jid: `demo@conference.acme_org.meet.example/${ann}`,
          name: 'Demo',
          participants: [
            { id: ann, role: 'moderator', displayName: 'AAAAAAAA' },
            {
              id: bob,
              jid: `demo@conference.acme_org.meet.example/${bob}`,
              role: 'participant',
              displayName: 'BBBBBBBB',
            },
          ],
        },
      ],
    })
  })

  it('with breakout rooms: the main room and each of them, also to those inside', () => {
    const listed = toListedRooms(apart, places, 'Demo', { [idOf(ann)]: 'Chair' })
    expect(listed).toEqual({
      demo: {
        id: 'demo',
        jid: 'demo@conference.acme_org.meet.example',
        isMainRoom: true,
        name: 'Demo',
        participants: {
          [`demo@conference.acme_org.meet.example/${ann}`]: {
            jid: `${ann}@meet.example/${ann}`,
            role: 'moderator',
            displayName: 'Chair',
          },
        },
      },
      [garden]: {
        id: garden,
        jid: `${garden}@breakout.meet.example`,
        name: 'Garden',
        participants: {
          [`${garden}@breakout.meet.example/${bob}`]: {
            jid: `${bob}@meet.example/${bob}`,
            role: 'participant',
            displayName: 'BBBBBBBB',
          },
        },
      },
    })
    expect(
      toRoomsInfo(apart, places, 'Demo').rooms.map(({ id, jid, participants }) => [id, jid, participants.length]),
    ).toEqual([
      ['demo', 'demo@conference.acme_org.meet.example', 1],
      [garden, `${garden}@breakout.meet.example`, 1],
    ])
  })
})
