// SPDX-License-Identifier: Apache-2.0
import { operator } from '@alcove/protocol'
import { describe, expect, it } from 'vitest'
import type { MeetingEvent } from '../events.ts'
import { toSnapshot } from '../snapshot.ts'
import { ann, ask, bob, given, join, prepare } from '../testing/index.ts'
import { withoutPerson } from './forget.ts'

const secretWords = ['Bob Builder', 'bob@example.org', 'my phone is 555']
const bobJoins = join(bob, {
  displayName: 'Bob Builder',
  identity: { email: 'bob@example.org', attributes: {} },
  grant: { role: 'participant', skipsLobby: true },
})
const says = ask(bob, { type: 'SendMessage', to: { kind: 'meeting' }, text: 'my phone is 555' })
const forget = ask(operator, { type: 'ForgetPerson', participantId: bob })

describe('forgetting a person', () => {
  it('[PD1] removes them first, and leaves nothing in the state that names them or that they wrote', () => {
    const after = given(join(ann), bobJoins, says).and(forget).running
    expect(after.seats.get(bob)).toMatchObject({ displayName: '', presence: { status: 'gone' } })
    const text = JSON.stringify(toSnapshot(after))
    for (const words of secretWords) expect(text).not.toContain(words)
  })

  it('[PD2] blanks what is stored of them, and nothing of others', () => {
    const written: MeetingEvent[] = []
    let history = given(join(ann, { displayName: 'Ann' }))
    for (const command of [bobJoins, says, forget]) {
      const when = history.when(command)
      written.push(...when.events)
      history = when.after
    }
    const blank = written.map((event) => withoutPerson(event, bob))
    for (const words of secretWords) {
      expect(JSON.stringify(written)).toContain(words)
      expect(JSON.stringify(blank)).not.toContain(words)
    }
    expect(written.map((event) => withoutPerson(event, ann))).toEqual(written)
  })

  it('[PD3] drops a seat that nobody has taken', () => {
    const people = [{ participantId: bob, displayName: 'Bob', identity: { attributes: {} } }]
    const expected = given(prepare(), ask(operator, { type: 'ExpectPeople', people }))
    expect(expected.and(forget).running.seats.has(bob)).toBe(false)
  })

  it('[PD4] of oneself, or of nobody, is refused', () => {
    const history = given(join(ann))
    history.when(ask(ann, { type: 'ForgetPerson', participantId: ann })).thenRejected('PERMISSION_DENIED')
    history.when(forget).thenRejected('PARTICIPANT_UNKNOWN')
  })
})
