// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest'
import { ann, ask, bob, cat, given, join, settings } from '../testing/index.ts'

const strict = { ...settings, firstIsModerator: false }
const moderator = { role: 'moderator', skipsLobby: true } as const
const statusOf = (meeting: ReturnType<typeof given>, id: typeof ann) => meeting.running.seats.get(id)?.presence.status

describe('a new meeting', () => {
  it('[DR5] has a lobby from the beginning, also for whoever makes it and is no moderator', () => {
    const made = given(join(ann, { settings: strict, door: { lobby: true } }))
    expect(statusOf(made, ann)).toBe('waiting')
    const led = made.and(join(bob, { grant: moderator }))
    expect([statusOf(led, ann), statusOf(led, bob)]).toEqual(['waiting', 'present'])
    const first = given(join(ann, { door: { lobby: true } }), join(bob))
    expect([statusOf(first, ann), statusOf(first, bob)]).toEqual(['present', 'waiting'])
  })

  it('[DR5] asks for its password from the beginning', () => {
    const door = { passwordHash: 'hash' }
    const wrong = { version: 1, isRight: false }
    given().when(join(ann, { door })).thenRejected('PASSWORD_REQUIRED')
    given()
      .when(join(ann, { door, password: wrong }))
      .thenRejected('PASSWORD_WRONG')
    const made = given(join(ann, { door, password: { version: 1, isRight: true } }))
    expect(made.running.door.password).toEqual({ version: 1, hash: 'hash' })
    made.when(join(bob)).thenRejected('PASSWORD_REQUIRED')
    expect(statusOf(given(join(ann, { door, grant: moderator })), ann)).toBe('present')
  })

  it('[DR5] lets so many in; what somebody brings who comes later changes nothing', () => {
    const made = given(join(ann, { door: { maxPeople: 2 } }), join(bob, { door: { lobby: true, maxPeople: 9 } }))
    expect(made.running.door).toMatchObject({ maxPeople: 2, lobby: false })
    made.when(join(cat)).thenRejected('MEETING_CROWDED')
  })

  it('[MK8] without a key, people wait until a moderator comes', () => {
    const made = given(join(ann, { settings: strict, door: { beforeModerator: 'wait' } }))
    expect(statusOf(made, ann)).toBe('waiting')
    expect(statusOf(made.and(join(bob, { grant: moderator })), ann)).toBe('present')
    const first = given(join(ann, { door: { beforeModerator: 'wait' } }), join(bob), ask(ann, { type: 'LeaveMeeting' }))
    expect(statusOf(first, bob)).toBe('present')
  })
})
