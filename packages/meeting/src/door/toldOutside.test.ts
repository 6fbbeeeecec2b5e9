// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest'
import { ann, ask, bob, cat, create, given, join, lose, move, red } from '../testing/index.ts'
import { outsideView } from './toldOutside.ts'

const tell = (toldOutside: 'nothing' | 'count' | 'names', by = ann) =>
  ask(by, { type: 'ChangeToldOutside', toldOutside })
const split = given(join(ann), join(bob), join(cat), create(ann, red), move(ann, cat, red))

describe('whoever has not entered', () => {
  it('[BE1] is told the subject and how many there are, and what moderators allow', () => {
    expect(outsideView(split.state)).toEqual({ people: 3 })
    const named = split.and(ask(ann, { type: 'ChangeSubject', subject: 'Retrospective' }))
    expect(outsideView(named.state)).toEqual({ subject: 'Retrospective', people: 3 })
    // Who is in which room is for those inside; who is expected back is there.
    expect(outsideView(split.and(tell('names'), lose(bob)).state)).toEqual({ people: 3, names: [ann, bob] })
    expect(outsideView(named.and(tell('nothing')).state)).toEqual({})
    split.when(tell('names', bob)).thenRejected('PERMISSION_DENIED')
    split.when(tell('count')).thenNothing()
  })

  it('[BE2] is told nothing at a door that not everybody gets through', () => {
    const open = split.and(tell('names'))
    expect(outsideView(open.and(ask(ann, { type: 'ChangeLobby', lobby: true })).state)).toEqual({})
    expect(outsideView(open.and(ask(ann, { type: 'ChangePassword', passwordHash: 'x' })).state)).toEqual({})
    expect(outsideView({ status: 'new' })).toEqual({})
  })
})
