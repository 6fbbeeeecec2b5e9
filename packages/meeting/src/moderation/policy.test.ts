// SPDX-License-Identifier: Apache-2.0
// Tests of the policy on taking oneself elsewhere (SPEC PO).
import type { SelfMove } from '@alcove/protocol'
import { describe, it } from 'vitest'
import { ann, ask, blue, bob, create, given, join, main, move, red, start } from '../testing/index.ts'

const set = (selfMove: SelfMove) => ask(ann, { type: 'ChangePolicy', selfMove })
const moved = (participantId: typeof ann, toRoomId: typeof main) => [
  { type: 'ParticipantMoved' as const, participantId, toRoomId, at: start },
]

describe('the policy', () => {
  const split = given(join(ann), join(bob), create(ann, red), create(ann, blue), move(ann, bob, red))

  it('[PO1] lets people go anywhere at first', () => {
    split.when(move(bob, bob, blue)).then(moved(bob, blue))
    split.when(move(bob, bob, main)).then(moved(bob, main))
  })

  it('[PO2] main-only lets people go back only', () => {
    const strict = split.and(set('main-only'))
    strict.when(move(bob, bob, blue)).thenRejected('PERMISSION_DENIED')
    strict.when(move(bob, bob, main)).then(moved(bob, main))
  })

  it('[PO2] nowhere lets people go nowhere', () => {
    const strict = split.and(set('nowhere'))
    strict.when(move(bob, bob, blue)).thenRejected('PERMISSION_DENIED')
    strict.when(move(bob, bob, main)).thenRejected('PERMISSION_DENIED')
  })

  it('[PO3] does not bind moderators', () => {
    const strict = split.and(set('nowhere'))
    strict.when(move(ann, ann, blue)).then(moved(ann, blue))
    strict.when(move(ann, bob, main)).then(moved(bob, main))
  })

  it('[PO4] is changed once', () => {
    split.when(set('nowhere')).then([{ type: 'PolicyChanged', selfMove: 'nowhere', at: start }])
    split.and(set('nowhere')).when(set('nowhere')).thenNothing()
  })
})
