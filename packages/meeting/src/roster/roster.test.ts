// SPDX-License-Identifier: Apache-2.0
import { operator } from '@alcove/protocol'
import { describe, expect, it } from 'vitest'
import type { CommandOf, ExpectedPerson } from '../commands.ts'
import { emptyMoment } from '../media/moment.ts'
import {
  ann,
  ask,
  blue,
  bob,
  breakoutId,
  cat,
  create,
  dan,
  eve,
  given,
  join,
  joinWithKey,
  lose,
  main,
  personId,
  prepare,
  red,
  resume,
  start,
} from '../testing/index.ts'
import { moderatorsPart } from '../views/parts.ts'

function expectPeople(...people: readonly ExpectedPerson[]) {
  return ask(operator, { type: 'ExpectPeople', people })
}

const bobWithoutRoom: ExpectedPerson = {
  participantId: bob,
  displayName: 'Bob',
  identity: { userId: 'u-bob', email: 'bob@example.org', attributes: { team: 'red' } },
  claim: { hash: 'code of bob' },
}
const bobIsToCome: ExpectedPerson = { ...bobWithoutRoom, roomId: red }
const prepared = given(prepare(), create(operator, red), create(operator, blue), expectPeople(bobIsToCome))

function comes(change: Partial<CommandOf<'JoinMeeting'>>, participantId = cat) {
  return join(participantId, { displayName: 'Robert', ...change })
}

describe('people who are to come', () => {
  it('[EP1] have a seat that nobody has taken: they are nowhere, and seen among those expected', () => {
    const seat = prepared.running.seats.get(bob)
    expect(seat).toMatchObject({ displayName: 'Bob', presence: { status: 'expected' }, admitted: false })
    expect(seat?.tokenHash).toBeUndefined()
    expect(moderatorsPart(prepared.running, emptyMoment, start).expected[bob]).toEqual({
      displayName: 'Bob',
      role: 'participant',
      userId: 'u-bob',
      email: 'bob@example.org',
      attributes: { team: 'red' },
      claimable: true,
    })
    prepared.when(resume(bob)).thenRejected('SEAT_UNKNOWN')
  })

  it('[EP2] take it by user id, by e-mail in any case, or by code, and are called as they call themselves', () => {
    const ways: readonly Partial<CommandOf<'JoinMeeting'>>[] = [
      { identity: { userId: 'u-bob', attributes: {} } },
      { identity: { email: 'BOB@example.org', attributes: {} } },
      { claimHash: 'code of bob' },
    ]
    for (const way of ways) {
      const { seats } = prepared.and(comes(way)).running
      expect(seats.get(bob)).toMatchObject({ displayName: 'Robert', presence: { status: 'present' }, admitted: true })
      expect(seats.has(cat)).toBe(false)
      expect(seats.get(bob)?.identity).toMatchObject({ userId: 'u-bob', attributes: { team: 'red' } })
    }
  })

  it('[EP2] are not taken for somebody of another user id with the same e-mail', () => {
    const identity = { userId: 'u-other', email: 'bob@example.org', attributes: {} }
    const { seats } = prepared.and(comes({ identity })).running
    expect(seats.get(cat)?.presence.status).toBe('present')
    expect(seats.get(bob)?.presence.status).toBe('expected')
  })

  it('[EP3] come after all who came before, whenever they were prepared', () => {
    const { seats } = prepared.and(joinWithKey(ann), join(dan), comes({ claimHash: 'code of bob' })).running
    expect([...seats.keys()]).toEqual([ann, dan, bob])
  })

  it('[EP4] are assigned before they come and go there as soon as people are sent, or at once if so assigned', () => {
    const arrives = comes({ claimHash: 'code of bob' })
    expect(prepared.and(arrives).running.seats.get(bob)?.roomId).toBe(main)
    const underWay = prepared.and(ask(operator, { type: 'OpenAllRooms' }))
    expect(underWay.and(arrives).running.seats.get(bob)?.roomId).toBe(red)
    const atOnce = prepared.and(expectPeople({ ...bobIsToCome, atOnce: true }))
    expect(atOnce.and(arrives).running.seats.get(bob)?.roomId).toBe(red)
    const closed = atOnce.and(ask(operator, { type: 'CloseRoom', roomId: red }))
    expect(closed.and(arrives).running.seats.get(bob)?.roomId).toBe(main)
    // So it stays when the rooms were under way meanwhile, or when somebody assigns them there once more.
    const held = atOnce.and(
      ask(operator, { type: 'OpenAllRooms' }),
      ask(operator, { type: 'CloseAllRooms' }),
      ask(operator, { type: 'OpenRoom', roomId: red }),
    )
    expect(held.and(arrives).running.seats.get(bob)?.roomId).toBe(red)
    atOnce.when(ask(operator, { type: 'AssignParticipant', participantId: bob, roomId: red })).thenNothing()
  })

  it('[EP5] are two participants with the same assignment on two devices', () => {
    const identity = { userId: 'u-bob', attributes: {} }
    const underWay = prepared.and(ask(operator, { type: 'OpenAllRooms' }))
    const both = underWay.and(comes({ identity }, dan), comes({ identity }, eve)).running.seats
    expect([bob, eve].map((id) => both.get(id)?.roomId)).toEqual([red, red])
    expect(both.has(dan)).toBe(false)
  })

  it('[EP6] are changed, never doubled, when they are listed again', () => {
    const again = expectPeople({ ...bobIsToCome, participantId: cat, displayName: 'Bobby', roomId: blue })
    const when = prepared.when(again)
    expect(when.decision).toMatchObject({ ok: true, result: { participantIds: [bob] } })
    expect(when.after.running.seats.get(bob)).toMatchObject({ displayName: 'Bobby', assignment: { roomId: blue } })
    const here = prepared
      .and(comes({ claimHash: 'code of bob' }))
      .and(again)
      .running.seats.get(bob)
    expect(here).toMatchObject({ displayName: 'Robert', assignment: { roomId: blue } })
  })

  it('[EP6] keep their picture unless another one, or none, is listed', () => {
    const listed = (avatar?: string, withoutPicture?: true): ExpectedPerson => ({
      ...bobIsToCome,
      identity: { ...bobIsToCome.identity, ...(avatar && { avatar }) },
      ...(withoutPicture && { withoutPicture }),
    })
    const [first, second] = ['https://school.example/1.png', 'https://school.example/2.png']
    for (const known of [prepared, prepared.and(comes({ claimHash: 'code of bob' }))]) {
      const pictureOf = (...people: readonly ExpectedPerson[]) =>
        people.reduce((meeting, person) => meeting.and(expectPeople(person)), known).running.seats.get(bob)?.identity
          .avatar
      expect(pictureOf(listed(first), listed())).toBe(first)
      expect(pictureOf(listed(first), listed(second))).toBe(second)
      expect(pictureOf(listed(first), listed(undefined, true))).toBeUndefined()
      expect(pictureOf(listed(first), listed(undefined, true), listed())).toBeUndefined()
    }
  })

  it('[EP7] are refused whole when one line is wrong', () => {
    const eveToo: ExpectedPerson = {
      participantId: eve,
      displayName: 'Eve',
      identity: { email: 'eve@example.org', attributes: {} },
    }
    const wrong = (person: ExpectedPerson) => prepared.when(expectPeople(eveToo, person))
    wrong({ ...bobIsToCome, roomId: main }).thenRejected('ROOM_IS_MAIN')
    wrong({ ...bobIsToCome, roomId: breakoutId(99) }).thenRejected('ROOM_UNKNOWN')
    wrong({ ...eveToo, participantId: dan }).thenRejected('PERSON_LISTED_TWICE')
    // Once by the seat, with another address, and once by the address that is known so far.
    const { claim: _code, ...withoutCode } = bobWithoutRoom
    const moved = { ...withoutCode, identity: { email: 'new@example.org', attributes: {} } }
    const again = { ...withoutCode, participantId: dan }
    prepared.when(expectPeople(moved, again)).thenRejected('PERSON_LISTED_TWICE')
    prepared.when(expectPeople(again, moved)).thenRejected('PERSON_LISTED_TWICE')
    const other = { participantId: dan, displayName: 'Dan', identity: { attributes: {} } }
    wrong({ ...other, claim: { hash: 'code of bob' } }).thenRejected('CLAIM_TAKEN')
    const small = given(prepare({ settings: { ...prepare().settings, maxSeats: 1 } }))
    small.when(expectPeople(eveToo, bobWithoutRoom)).thenRejected('MEETING_FULL')
  })

  it('[EP8] are dropped whole by removing them', () => {
    const gone = prepared.and(ask(operator, { type: 'RemoveParticipant', participantId: bob, bar: false }))
    expect(gone.running.seats.has(bob)).toBe(false)
    gone.when(comes({ claimHash: 'code of bob' })).thenRejected('CLAIM_UNKNOWN')
    const host = prepared.and(
      ask(operator, { type: 'NameHost', roomId: red, participantId: bob, isHost: true }),
      ask(operator, { type: 'RemoveParticipant', participantId: bob, bar: false }),
    )
    expect(host.running.rooms.get(red)?.hosts).toEqual([])
  })
})

describe('seating people who are to come', () => {
  it('[EP4] spreads those who are expected by what is known of them, with those who are here', () => {
    const teams = ['red', 'red', 'blue', 'blue'].map(
      (team, place): ExpectedPerson => ({
        participantId: personId(20 + place),
        displayName: `P${place}`,
        identity: { attributes: { team } },
      }),
    )
    const wishes = { attribute: { name: 'team', how: 'spread' as const }, expected: true }
    const ready = given(prepare(), create(operator, red), create(operator, blue), expectPeople(...teams))
    const seated = ready.and(ask(operator, { type: 'AutoAssign', who: 'everybody', seed: 1, hold: true, wishes }))
    const placed = teams.map(({ participantId, identity }) => {
      const { assignment } = seated.running.seats.get(participantId) ?? {}
      return `${identity.attributes.team} ${assignment?.status === 'assigned' ? assignment.roomId : 'nowhere'}`
    })
    expect(new Set(placed)).toEqual(new Set(['red', 'blue'].flatMap((team) => [`${team} ${red}`, `${team} ${blue}`])))
  })
})

describe('a code', () => {
  const here = prepared.and(comes({ claimHash: 'code of bob' }, cat))

  it('[EP9] that nobody has, that has expired, or by which somebody is here opens nothing', () => {
    prepared.when(comes({ claimHash: 'no code' })).thenRejected('CLAIM_UNKNOWN')
    here.when(comes({ claimHash: 'code of bob' }, dan)).thenRejected('CLAIM_USED')
    const claim = { hash: 'short', expiresAt: start + 10 }
    const renewed = prepared.and(ask(operator, { type: 'RenewClaim', participantId: bob, claim }))
    renewed.when(comes({ claimHash: 'short', at: start + 10 })).thenRejected('CLAIM_EXPIRED')
    expect(renewed.when(comes({ claimHash: 'short', at: start + 9 })).decision.ok).toBe(true)
    renewed.when(comes({ claimHash: 'code of bob' })).thenRejected('CLAIM_UNKNOWN')
  })

  it('[EP9] [TK3] of another user opens nothing, to come in or to take the seat along', () => {
    const of = (userId: string, hash: string): ExpectedPerson => ({
      participantId: cat,
      displayName: 'Cat',
      identity: { userId, attributes: {} },
      claim: { hash },
    })
    const ready = prepared.and(expectPeople(of('cat', 'code of cat')))
    const as = (userId: string, id = dan) =>
      comes({ claimHash: 'code of cat', identity: { userId, attributes: {} } }, id)
    ready.when(as('dan')).thenRejected('CLAIM_UNKNOWN')
    expect(ready.when(as('cat')).decision.ok).toBe(true)
    const lost = ready.and(as('cat'), lose(cat))
    lost.when(as('dan', eve)).thenRejected('CLAIM_UNKNOWN')
    expect(lost.when(as('cat', eve)).decision.ok).toBe(true)
  })

  it('[EP10] takes the seat along when its person is not connected: the device before holds it no more', () => {
    const moved = here.and(lose(bob), comes({ claimHash: 'code of bob', tokenHash: 'other device' }, dan))
    expect(moved.running.seats.get(bob)).toMatchObject({ tokenHash: 'other device', presence: { status: 'present' } })
    expect(moved.running.seats.has(dan)).toBe(false)
    moved.and(lose(bob)).when(resume(bob)).thenRejected('SEAT_UNKNOWN')
  })

  it('[EP11] leads nobody into another meeting of the name', () => {
    given()
      .when(comes({ claimHash: 'code of bob' }))
      .thenRejected('MEETING_UNKNOWN')
    given().when(joinWithKey(ann)).thenRejected('MEETING_UNKNOWN')
  })
})
