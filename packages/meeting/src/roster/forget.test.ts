// SPDX-License-Identifier: Apache-2.0
import { operator } from '@alcove/protocol'
import { describe, expect, it } from 'vitest'
import { readHistory } from '../chat/readMessages.ts'
import type { MeetingEvent } from '../events.ts'
import { replay } from '../evolve.ts'
import { emptyMoment } from '../media/moment.ts'
import { toSnapshot } from '../snapshot.ts'
import { newMeeting } from '../state.ts'
import {
  ann,
  ask,
  bob,
  cat,
  create,
  type Given,
  given,
  join,
  main,
  move,
  prepare,
  red,
  resume,
  start,
  tokenHashOf,
} from '../testing/index.ts'
import { roomPart } from '../views/parts.ts'
import { withoutPerson } from './forget.ts'

const secretWords = ['Bob Builder', 'bob@example.org', 'my phone is 555', 'call me at 556', 'I am lost at 557']
const bobJoins = join(bob, {
  displayName: 'Bob Builder',
  identity: { email: 'bob@example.org', attributes: {} },
  grant: { role: 'participant', skipsLobby: true },
})
const says = ask(bob, { type: 'SendMessage', to: { kind: 'meeting' }, text: 'my phone is 555' })
const announces = ask(bob, { type: 'Announce', to: 'all', text: 'call me at 556' })
const asksForHelp = ask(bob, { type: 'AskForHelp', text: 'I am lost at 557' })
const asksWithoutWords = ask(bob, { type: 'AskForHelp' })
const everything = [
  bobJoins,
  ask(ann, { type: 'ChangeRole', participantId: bob, role: 'moderator' }),
  create(ann, red),
  move(ann, bob, red),
  says,
  announces,
  asksForHelp,
  ask(bob, { type: 'WithdrawHelp' }),
  asksWithoutWords,
]
const forget = ask(operator, { type: 'ForgetPerson', participantId: bob })

describe('forgetting a person', () => {
  it('[PD1] removes them first, and leaves nothing in the state that names them or that they wrote', () => {
    const before = given(join(ann), ...everything)
    const after = before.and(forget)
    expect(after.running.seats.get(bob)).toMatchObject({ displayName: '', presence: { status: 'gone' } })
    for (const words of secretWords) {
      expect(JSON.stringify(toSnapshot(before.running))).toContain(words)
      expect(JSON.stringify(toSnapshot(after.running))).not.toContain(words)
    }
  })

  it('[PD1] shows nothing blank in place of what they wrote', () => {
    const read = ({ state, running }: Given) => [
      readHistory(state, ann, { limit: 10 }).messages.length,
      roomPart(running, emptyMoment, main, start).announcement === undefined,
    ]
    const before = given(join(ann), ...everything)
    expect(read(before)).toEqual([1, false])
    expect(read(before.and(forget))).toEqual([0, true])
  })

  it('[PD2] blanks the codes by which they were to come', () => {
    const claim = { hash: 'hash of a code' }
    const person = { participantId: bob, displayName: 'Bob', identity: { attributes: {} }, claim }
    const expected = given(join(ann)).when(ask(ann, { type: 'ExpectPeople', people: [person] }))
    const renewed = expected.after.when(ask(operator, { type: 'RenewClaim', participantId: bob, claim }))
    const stored = [...expected.events, ...renewed.events]
    expect(JSON.stringify(stored)).toContain('hash of a code')
    expect(JSON.stringify(stored.map((event) => withoutPerson(event, bob)))).not.toContain('hash of a code')
  })

  it('[PD2] blanks what is stored of them, and nothing of others', () => {
    const written: MeetingEvent[] = []
    let history = given()
    for (const command of [join(ann, { displayName: 'Ann' }), ...everything, forget]) {
      const when = history.when(command)
      written.push(...when.events)
      history = when.after
    }
    const blank = written.map((event) => withoutPerson(event, bob))
    for (const words of secretWords) {
      expect(JSON.stringify(written)).toContain(words)
      expect(JSON.stringify(blank)).not.toContain(words)
    }
    expect(replay(newMeeting, [{ events: blank, outcomes: [] }])).toMatchObject({
      chat: history.running.chat,
      announcements: history.running.announcements,
      help: history.running.help,
      seats: history.running.seats,
    })
    const others = written.filter((event) => event.type !== 'ParticipantJoined' || event.participantId !== ann)
    expect(others.map((event) => withoutPerson(event, ann))).toEqual(others)
  })

  it('[PD3] drops a seat that nobody has taken', () => {
    const people = [{ participantId: bob, displayName: 'Bob', identity: { attributes: {} } }]
    const expected = given(prepare(), ask(operator, { type: 'ExpectPeople', people }))
    expect(expected.and(forget).running.seats.has(bob)).toBe(false)
  })

  it('[PD5] leaves a seat to which nobody comes back, by token, by code or by a list', () => {
    const forgotten = given(join(ann), ...everything).and(forget)
    forgotten.when(resume(bob)).thenRejected('SEAT_UNKNOWN')
    const claim = { hash: 'code' }
    forgotten.when(ask(ann, { type: 'RenewClaim', participantId: bob, claim })).thenRejected('PARTICIPANT_UNKNOWN')
    const people = [{ participantId: bob, displayName: 'Bob', identity: { attributes: {} } }]
    forgotten.when(ask(operator, { type: 'ExpectPeople', people })).thenRejected('PARTICIPANT_UNKNOWN')
    const anew = forgotten.and(join(cat, { displayName: 'Bob', tokenHash: tokenHashOf(bob) }))
    expect([...anew.running.seats.values()].map(({ displayName }) => displayName)).toEqual([ann, '', 'Bob'])
  })

  it('[PD4] of oneself, or of nobody, is refused', () => {
    const history = given(join(ann))
    history.when(ask(ann, { type: 'ForgetPerson', participantId: ann })).thenRejected('PERMISSION_DENIED')
    history.when(forget).thenRejected('PARTICIPANT_UNKNOWN')
  })
})
