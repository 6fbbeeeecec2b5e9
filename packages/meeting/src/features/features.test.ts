// SPDX-License-Identifier: Apache-2.0
import type { Feature } from '@alcove/protocol'
import { describe, expect, it } from 'vitest'
import { maySend } from '../media/maySend.ts'
import {
  type Ask,
  ann,
  ask,
  bob,
  breakoutId,
  cat,
  create,
  given,
  join,
  main,
  move,
  red,
  resume,
} from '../testing/index.ts'
import { meetingPart, selfPart } from '../views/parts.ts'

const grant = (denied: readonly Feature[], role?: 'moderator' | 'participant') => ({
  ...(role && { role }),
  skipsLobby: false,
  denied,
})

describe('a token that denies', () => {
  const meeting = given(join(ann), join(bob, { grant: grant(['breakout-rooms', 'screen-sharing', 'send-groupchat']) }))
  const refuses = (what: Ask, feature: Feature, before = meeting) =>
    expect(before.when(ask(bob, what)).decision).toMatchObject({
      ok: false,
      error: { code: 'FEATURE_DENIED', details: { feature } },
    })

  it('[TK5] breakout rooms: its holder goes into none, and may be sent to one', () => {
    const withRoom = meeting.and(create(ann, red))
    refuses({ type: 'MoveParticipant', participantId: bob, toRoomId: red }, 'breakout-rooms', withRoom)
    refuses({ type: 'KnockAtRoom', roomId: red, knocking: true }, 'breakout-rooms', withRoom)
    expect(selfPart(withRoom.running, bob).can.enterRooms).toBe(false)
    const sent = withRoom.and(move(ann, bob, red))
    expect(sent.running.seats.get(bob)?.roomId).toBe(red)
    expect(sent.and(move(bob, bob, main)).running.seats.get(bob)?.roomId).toBe(main)
  })

  it('[TK5] also to a moderator', () => {
    const promoted = meeting.and(ask(ann, { type: 'ChangeRole', participantId: bob, role: 'moderator' }))
    refuses({ type: 'CreateRoom', roomId: breakoutId(9) }, 'breakout-rooms', promoted)
  })

  it('[TK5] writing to many: one person may still be written to', () => {
    refuses({ type: 'SendMessage', to: { kind: 'meeting' }, text: 'Hello' }, 'send-groupchat')
    refuses({ type: 'SendMessage', to: { kind: 'room', roomId: main }, text: 'Hello' }, 'send-groupchat')
    const written = meeting.when(
      ask(bob, { type: 'SendMessage', to: { kind: 'person', participantId: ann }, text: 'Hello' }),
    )
    expect(written.events.map(({ type }) => type)).toEqual(['MessageSent'])
  })

  it('[TK5] a shared screen: it is started by nobody and received by nobody', () => {
    refuses({ type: 'StartMedia', source: 'screen' }, 'screen-sharing')
    const sends = (['microphone', 'camera', 'screen', 'screen-audio'] as const).map((source) =>
      maySend(meeting.running, bob, source),
    )
    expect(sends).toEqual([true, true, false, false])
  })

  it('[TK6] denies it as long as there is the seat, and its holder sees what', () => {
    const back = meeting.and(ask(bob, { type: 'LeaveMeeting' }), resume(bob))
    expect(selfPart(back.running, bob).denied).toEqual(['breakout-rooms', 'screen-sharing', 'send-groupchat'])
    refuses({ type: 'SendMessage', to: { kind: 'meeting' }, text: 'Hello' }, 'send-groupchat', back)
    expect(selfPart(back.running, ann).denied).toEqual([])
  })
})

describe('breakout rooms are off for the meeting', () => {
  const denies = grant(['breakout-rooms'])
  const on = { type: 'AllowRooms', allowed: true } as const

  it('[RS5] when who makes it has a token that denies them', () => {
    const meeting = given(join(ann, { grant: denies }), join(bob))
    expect(meetingPart(meeting.running).roomsOff).toBe('token')
    const promoted = meeting.and(ask(ann, { type: 'ChangeRole', participantId: bob, role: 'moderator' }))
    promoted.when(create(bob, red)).thenRejected('ROOMS_OFF')
    promoted.when(ask(bob, on)).thenRejected('ROOMS_OFF')
  })

  it('[RS5] when a moderator comes by one: everybody is brought back in the same commit', () => {
    const meeting = given(join(ann), join(bob), create(ann, red), move(ann, bob, red))
    const { after, events } = meeting.when(join(cat, { grant: { ...denies, role: 'moderator' } }))
    expect(events.map(({ type }) => type)).toEqual([
      'ParticipantJoined',
      'RoomClosed',
      'ParticipantMoved',
      'RoomsDenied',
    ])
    expect(meetingPart(after.running).roomsOff).toBe('token')
    expect(after.running.rooms.size).toBe(1)
    after.when(ask(ann, on)).thenRejected('ROOMS_OFF')
  })

  it('[RS5] [RS2] when a moderator comes by one who would be taken on to a room: none is left to which anybody is sent', () => {
    const underWay = given(
      join(ann),
      create(ann, red),
      ask(ann, { type: 'ChangeLateJoin', lateJoin: 'fewest' }),
      ask(ann, { type: 'OpenAllRooms' }),
    )
    const after = underWay.and(
      join(bob, { grant: { role: 'moderator', skipsLobby: true, denied: ['breakout-rooms'] } }),
    )
    expect(after.running.seats.get(bob)?.roomId).toBe(main)
    expect(after.running.rooms.get(red)?.open).toBe(false)
  })

  it('[RS5] but not when a participant comes by one', () => {
    const { running } = given(join(ann), join(bob, { grant: denies }))
    expect(meetingPart(running).roomsOff).toBeUndefined()
  })
})
