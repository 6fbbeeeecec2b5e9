// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest'
import { People } from './People.ts'

const bob = { id: 'b0b', displayName: 'Bob', formattedDisplayName: 'Bob' }
const ann = { id: 'a11', displayName: 'Ann', formattedDisplayName: 'Ann (me)', roomName: 'demo', visitor: false }

describe('what the script knows of people', () => {
  it('counts those of the room, and forgets them on a move', () => {
    const people = new People()
    people.handleEvent('participant-joined', bob)
    people.handleEvent('video-conference-joined', ann)
    expect(people.count()).toBe(2)
    expect(people.all().map(({ displayName }) => displayName)).toEqual(['Bob', 'Ann'])
    people.handleEvent('participant-left', { id: 'b0b' })
    people.handleEvent('video-conference-left', { roomName: 'demo' })
    expect([people.count(), people.all()]).toEqual([0, []])
  })

  it('counts all rooms once it has a list of them', () => {
    const people = new People()
    people.handleEvent('video-conference-joined', ann)
    const rooms = {
      demo: { participants: { x: {}, y: {} } },
      '1': { participants: {} },
      '2': { participants: { z: {} } },
    }
    people.handleEvent('breakout-rooms-updated', { rooms })
    expect(people.count()).toBe(3)
    // The last room was removed.
    people.handleEvent('breakout-rooms-updated', { rooms: {} })
    expect(people.count()).toBe(3)
  })

  it('follows names and addresses', () => {
    const people = new People()
    people.handleEvent('participant-joined', bob)
    people.handleEvent('display-name-change', { id: 'b0b', displayname: 'Rob', formattedDisplayName: 'Rob' })
    people.handleEvent('email-change', { id: 'b0b', email: 'b@x.org' })
    people.handleEvent('avatar-changed', { id: 'b0b', avatarURL: 'https://x.org/b.png' })
    expect(people.of('b0b')).toEqual({
      displayName: 'Rob',
      formattedDisplayName: 'Rob',
      email: 'b@x.org',
      avatarURL: 'https://x.org/b.png',
    })
    expect(people.of('unknown')).toBeUndefined()
  })
})
