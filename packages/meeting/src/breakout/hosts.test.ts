// SPDX-License-Identifier: Apache-2.0
// Tests of hosts of rooms (SPEC HO).
import type { ParticipantId, Whom } from '@alcove/protocol'
import { describe, expect, it } from 'vitest'
import {
  ann,
  ask,
  blue,
  bob,
  cat,
  create,
  dan,
  given,
  join,
  main,
  move,
  personId,
  red,
  start,
} from '../testing/index.ts'
import { meetingPart, selfPart } from '../views/parts.ts'

const name = (participantId: ParticipantId, isHost = true, roomId = red) =>
  ask(ann, { type: 'NameHost', roomId, participantId, isHost })
const mute = (by: ParticipantId, whom: Whom) => ask(by, { type: 'StopMedia', source: 'microphone', whom })

// Bob is host of Red, where Cat is, too; Dan is in Blue.
const hosted = given(
  join(ann),
  join(bob),
  join(cat),
  join(dan),
  create(ann, red),
  create(ann, blue),
  move(ann, bob, red),
  move(ann, cat, red),
  move(ann, dan, blue),
  name(bob),
)

describe('hosts', () => {
  it('[HO1] are named and dismissed by moderators, everybody sees them, and what holds changes nothing', () => {
    hosted.when(name(cat)).then([{ type: 'HostNamed', roomId: red, participantId: cat, by: ann, at: start }])
    hosted.when(name(bob)).thenNothing()
    expect(meetingPart(hosted.running).rooms[red]?.hosts).toEqual([bob])
    expect(meetingPart(hosted.and(name(bob, false)).running).rooms[red]?.hosts).toEqual([])
    hosted.when(name(personId(99))).thenRejected('PARTICIPANT_UNKNOWN')
    hosted.when(name(bob, true, main)).thenRejected('ROOM_IS_MAIN')
    hosted
      .when(ask(bob, { type: 'NameHost', roomId: red, participantId: cat, isHost: true }))
      .thenRejected('PERMISSION_DENIED')
  })

  it('[HO2] mute and lower hands in their room while they are in it', () => {
    const raised = hosted.and(ask(cat, { type: 'RaiseHand', raised: true }))
    for (const whom of [{ participantId: cat }, { roomId: red }]) {
      expect(hosted.when(mute(bob, whom)).events).toMatchObject([{ type: 'MediaStopped', by: bob }])
      expect(raised.when(ask(bob, { type: 'LowerHands', whom })).events).toMatchObject([
        { type: 'HandsLowered', by: bob },
      ])
    }
    const out = hosted.and(move(ann, bob, blue))
    for (const whom of [{ participantId: cat }, { roomId: red }, { participantId: dan }])
      out.when(mute(bob, whom)).thenRejected('PERMISSION_DENIED')
  })

  it('[HO3] do nothing elsewhere, to everybody, or to moderators, and nothing else', () => {
    const withAnn = hosted.and(move(ann, ann, red))
    for (const whom of [
      { participantId: dan },
      { roomId: blue },
      'everybody',
      { participantId: personId(99) },
    ] as const)
      hosted.when(mute(bob, whom)).thenRejected('PERMISSION_DENIED')
    withAnn.when(mute(bob, { participantId: ann })).thenRejected('PERMISSION_DENIED')
    expect(withAnn.when(mute(bob, { roomId: red })).events).toMatchObject([{ participantIds: [bob, cat] }])
    const others = [
      ask(bob, { type: 'StopMedia', source: 'camera', whom: { participantId: cat } }),
      ask(bob, { type: 'CloseRoom', roomId: red }),
      ask(bob, { type: 'ChangeRoom', roomId: red, change: { locked: true } }),
      ask(bob, { type: 'RemoveParticipant', participantId: cat, bar: false }),
      move(bob, cat, main),
    ]
    for (const other of others) hosted.when(other).thenRejected('PERMISSION_DENIED')
  })

  it('[HO4] let people in who knock at their room, and are not asked there themselves', () => {
    const lock = ask(ann, { type: 'ChangeRoom', roomId: red, change: { locked: true, passwordHash: 'hash' } })
    const knocking = hosted.and(lock, ask(dan, { type: 'KnockAtRoom', roomId: red, knocking: true }))
    const admit = ask(bob, { type: 'AdmitToRoom', roomId: red, participantId: dan, admitted: true })
    expect(knocking.and(admit).running.seats.get(dan)?.roomId).toBe(red)
    knocking
      .and(move(ann, bob, main))
      .when(admit)
      .thenRejected('PERMISSION_DENIED')
    const away = hosted.and(move(ann, bob, main), lock)
    expect(away.when(move(bob, bob, red)).decision.ok).toBe(true)
  })

  it('[HO5] know that they are, in the room where they are', () => {
    expect(selfPart(hosted.running, bob).can.host).toBe(true)
    expect(selfPart(hosted.and(move(ann, bob, blue)).running, bob).can.host).toBe(false)
  })
})
