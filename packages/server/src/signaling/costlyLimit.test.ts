// SPDX-License-Identifier: Apache-2.0
import type { CommandId, ParticipantId, Request, RoomId } from '@alcove/protocol'
import { describe, expect, it } from 'vitest'
import { createCostlyLimit } from './costlyLimit.ts'

const [ann, bob] = ['aaaaaaaa' as ParticipantId, 'bbbbbbbb' as ParticipantId]
const id = 'command-1' as CommandId
const move = (participantId: ParticipantId): Request => ({
  type: 'participant.move',
  id,
  participantId,
  roomId: 'cccccccc' as RoomId,
})
const hand: Request = { type: 'hand.raise', id, raised: true }
const mediaOpen: Request = { type: 'media.open' }

/** Of a hundred in the same moment. */
function takenAtOnce(take: ReturnType<typeof createCostlyLimit>, request: Request, nowMs = 0): number {
  return Array.from({ length: 100 }, () => take(request, nowMs)).filter((waitMs) => waitMs === 0).length
}

describe('what costs everybody else something', () => {
  it('is taken thirty times and then now and then, moves of oneself, hands and media', () => {
    const take = createCostlyLimit(() => ann)
    expect(takenAtOnce(take, move(ann))).toBe(30)
    expect(take(hand, 0)).toBe(500)
    expect(takenAtOnce(take, hand, 5_000)).toBe(10)
    expect(takenAtOnce(take, mediaOpen)).toBe(30)
    expect(take(mediaOpen, 0)).toBe(1_000)
  })

  it('is no limit for moving others, or for what nobody else sees', () => {
    const take = createCostlyLimit(() => ann)
    expect(takenAtOnce(take, move(bob))).toBe(100)
    expect(takenAtOnce(take, { type: 'media.ready', consumerIds: [] })).toBe(100)
  })
})
