// SPDX-License-Identifier: Apache-2.0
// Tests of what is written between the lobby and the moderators (SPEC LO9, LO10).
import { operator } from '@alcove/protocol'
import { describe, expect, it } from 'vitest'
import { emptyMoment } from '../media/moment.ts'
import { fromSnapshot, toSnapshot } from '../snapshot.ts'
import { stateVersion } from '../state.ts'
import { ann, ask, bob, cat, dan, type Given, given, join, lose, resume, start } from '../testing/index.ts'
import { moderatorsPart, selfPart } from '../views/parts.ts'
import { lobbyRate, maxLobbyMessages } from './lobbyTalk.ts'

const write = (text: string, at = start, by = bob) => ask(by, { type: 'WriteFromLobby', text }, { at })
const answer = (text: string, by: typeof ann | typeof operator = ann, at = start) =>
  ask(by, { type: 'AnswerInLobby', participantId: bob, text }, { at })
const waiting = given(join(ann), join(dan), ask(ann, { type: 'ChangeLobby', lobby: true }), join(bob), join(cat))
const ownTalk = (history: Given, id = bob) => selfPart(history.running, id).talk?.map(({ text }) => text)
const talkSeen = (history: Given, id = bob) => moderatorsPart(history.running, emptyMoment, start).waiting[id]?.talk

describe('writing from the lobby', () => {
  it('[LO9] reaches all moderators, and the answer whoever waits, who is not told which moderator answered', () => {
    const talked = waiting.and(write('I am from the agency', start + 1), answer('One moment', ann, start + 2))
    const talk = [
      { fromModerator: false, text: 'I am from the agency', at: start + 1 },
      { fromModerator: true, text: 'One moment', at: start + 2 },
    ]
    expect(selfPart(talked.running, bob).talk).toEqual(talk)
    expect(talkSeen(talked)).toEqual(talk)
    expect(ownTalk(talked, cat)).toBeUndefined()
    expect(talkSeen(talked, cat)).toBeUndefined()
    expect(ownTalk(talked, dan)).toBeUndefined()
    expect(ownTalk(talked.and(answer('Yes?', operator)))).toHaveLength(3)
  })

  it('[LO9] is for people who wait, answering for moderators, and to who waits only', () => {
    waiting.when(write('Hello', start, dan)).thenRejected('PERMISSION_DENIED')
    waiting
      .when(ask(dan, { type: 'AnswerInLobby', participantId: bob, text: 'Hello' }))
      .thenRejected('PERMISSION_DENIED')
    waiting.when(ask(cat, { type: 'AnswerInLobby', participantId: bob, text: 'Hello' })).thenRejected('NOT_JOINED')
    waiting
      .when(ask(ann, { type: 'AnswerInLobby', participantId: dan, text: 'Hi' }))
      .thenRejected('PARTICIPANT_UNKNOWN')
  })

  it('[LO10] is kept over a lost connection and a restart, and gone when the waiting is over', () => {
    const talked = waiting.and(write('Hello'))
    const back = talked.and(lose(bob, start + 10), resume(bob, start + 20))
    expect(ownTalk(back)).toEqual(['Hello'])
    const loaded = fromSnapshot(JSON.parse(JSON.stringify(toSnapshot(back.state))), stateVersion)
    expect(loaded).toEqual(back.state)
    const inside = talked.and(ask(ann, { type: 'AdmitPeople', participantIds: [bob] }))
    expect(ownTalk(inside)).toBeUndefined()
    const again = talked.and(ask(ann, { type: 'RemoveParticipant', participantId: bob, bar: false }), resume(bob))
    expect([again.running.seats.get(bob)?.presence.status, ownTalk(again)]).toEqual(['waiting', undefined])
  })

  it('[LO10] too much in a short time is refused, and the newest messages are kept', () => {
    let history = waiting
    for (let count = 0; count < lobbyRate.times; count += 1) history = history.and(write(`${count}`, start + count))
    expect(history.when(write('more', start + 10)).decision).toEqual({
      ok: false,
      error: { code: 'TOO_OFTEN', retryAfterMs: lobbyRate.withinMs - 10 },
    })
    for (let count = 0; count < maxLobbyMessages; count += 1)
      history = history.and(write(`later ${count}`, start + (count + 1) * lobbyRate.withinMs))
    expect(ownTalk(history)).toHaveLength(maxLobbyMessages)
    expect(ownTalk(history)?.[0]).toBe('later 0')
  })

  it('[PD1] what a person wrote to somebody who waits goes with them', () => {
    const talked = waiting.and(
      ask(ann, { type: 'ChangeRole', participantId: dan, role: 'moderator' }),
      answer('By Dan', dan),
    )
    const forgotten = talked.and(ask(ann, { type: 'ForgetPerson', participantId: dan }))
    expect(ownTalk(talked)).toEqual(['By Dan'])
    expect(ownTalk(forgotten)).toEqual([''])
  })
})
