// SPDX-License-Identifier: Apache-2.0
// Tests of snapshots (SPEC CO5).
import type { JsonObject } from '@alcove/protocol'
import { describe, expect, it } from 'vitest'
import { fromSnapshot, toSnapshot } from './snapshot.ts'
import { newMeeting, stateVersion } from './state.ts'
import {
  ann,
  ask,
  bob,
  cat,
  create,
  dan,
  given,
  join,
  lose,
  move,
  passTime,
  red,
  settings,
  start,
} from './testing/index.ts'

const leave = { type: 'LeaveMeeting' } as const
const moderated = [
  ask(ann, { type: 'StopMedia', source: 'camera', whom: 'everybody' }),
  ask(ann, { type: 'SetMustAsk', kind: 'audio', mustAsk: true }),
  ask(ann, { type: 'InviteToStart', participantId: bob, source: 'microphone' }),
]
const rich = given(
  join(ann),
  join(bob),
  create(ann, red),
  move(ann, bob, red),
  ...moderated,
  ask(ann, { type: 'Announce', to: 'all', text: 'Hello' }),
  ask(bob, { type: 'AskForHelp', text: 'Please' }),
  ask(bob, { type: 'WithdrawHelp' }),
  ask(bob, { type: 'AskForHelp' }),
  ask(ann, { type: 'TakeHelp', requestId: 2, enter: true }),
  ask(bob, { type: 'RaiseHand', raised: true }),
  ask(ann, { type: 'ChangeRoom', roomId: red, change: { task: 'Talk', capacity: 3, locked: true, passwordHash: 'x' } }),
  ask(ann, { type: 'NameHost', roomId: red, participantId: bob, isHost: true }),
  join(dan),
  ask(dan, { type: 'KnockAtRoom', roomId: red, knocking: true }),
  lose(bob),
  ask(ann, leave),
  join(cat),
)
const ended = given(join(ann), ask(ann, leave), passTime(start + settings.retentionMs))

describe('snapshots', () => {
  it.each([
    ['new', newMeeting],
    ['running', rich.state],
    ['without a moderator', rich.and(passTime(start + settings.absenceGraceMs - 1)).state],
    ['ended', ended.state],
    ['ended and kept', given(join(ann), join(bob), ask(ann, { type: 'EndMeeting', reportKeyHash: 'report' })).state],
  ])('[CO5] give back a meeting that is %s', (_, state) => {
    expect(fromSnapshot(JSON.parse(JSON.stringify(toSnapshot(state))), stateVersion)).toEqual(state)
  })

  it('[CO5] of another version are dropped', () => {
    expect(fromSnapshot(toSnapshot(rich.state), stateVersion + 1)).toBeUndefined()
  })

  const sound: JsonObject = toSnapshot(rich.state)
  it.each(Object.keys(sound).filter((key) => key !== 'withoutModeratorSince'))(
    '[CO5] with a wrong %s are dropped',
    (key) => {
      for (const wrong of [null, 'wrong', -1, [null], [{}], {}]) {
        const isName = key === 'meetingId' && wrong === 'wrong'
        if (!isName)
          expect(fromSnapshot({ ...sound, [key]: wrong }, stateVersion), JSON.stringify(wrong)).toBeUndefined()
      }
    },
  )

  it('[CO5] that are nothing of the kind or break an invariant are dropped', () => {
    for (const wrong of [undefined, null, 7, 'new', [], {}]) expect(fromSnapshot(wrong, stateVersion)).toBeUndefined()
    expect(fromSnapshot({ ...sound, rooms: [] }, stateVersion)).toBeUndefined()
    expect(fromSnapshot({ ...sound, seatsMade: 1 }, stateVersion)).toBeUndefined()
  })
})
