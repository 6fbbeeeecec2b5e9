// SPDX-License-Identifier: Apache-2.0
// Tests of giving and taking the role (SPEC RO).
import type { ParticipantId, Role } from '@alcove/protocol'
import { describe, it } from 'vitest'
import { ann, ask, bob, cat, given, join, lose, start } from '../testing/index.ts'

const make = (by: ParticipantId, participantId: ParticipantId, role: Role) =>
  ask(by, { type: 'ChangeRole', participantId, role })
const changed = (by: ParticipantId, participantId: ParticipantId, role: Role) => [
  { type: 'RoleChanged' as const, participantId, role, by, at: start },
]

describe('roles', () => {
  const two = given(join(ann), join(bob))

  it('[RO1] a moderator gives and takes the role, also of somebody absent', () => {
    two.when(make(ann, bob, 'moderator')).then(changed(ann, bob, 'moderator'))
    two
      .and(make(ann, bob, 'moderator'))
      .when(make(bob, ann, 'participant'))
      .then(changed(bob, ann, 'participant'))
    two
      .and(lose(bob))
      .when(make(ann, bob, 'moderator'))
      .then(changed(ann, bob, 'moderator'))
    two.when(make(ann, bob, 'participant')).thenNothing()
  })

  it('[RO2] the last moderator cannot give it up', () => {
    two.when(make(ann, ann, 'participant')).thenRejected('LAST_MODERATOR')
    const both = two.and(make(ann, bob, 'moderator'))
    both.when(make(ann, ann, 'participant')).then(changed(ann, ann, 'participant'))
    both
      .and(lose(bob))
      .when(make(ann, ann, 'participant'))
      .then(changed(ann, ann, 'participant'))
    both
      .and(ask(bob, { type: 'LeaveMeeting' }))
      .when(make(ann, ann, 'participant'))
      .thenRejected('LAST_MODERATOR')
  })

  it('[RO7] people who are gone or unknown have no role to change', () => {
    two
      .and(ask(bob, { type: 'LeaveMeeting' }))
      .when(make(ann, bob, 'moderator'))
      .thenRejected('PARTICIPANT_UNKNOWN')
    two.when(make(ann, cat, 'moderator')).thenRejected('PARTICIPANT_UNKNOWN')
  })
})
