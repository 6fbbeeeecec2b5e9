// SPDX-License-Identifier: Apache-2.0
// Carries the changes of a template out, one command after the other: rooms, their order, rules, then rounds and the timer, which need rooms.
import type { MeetingClient } from '@alcove/client'
import type { RoomId } from '@alcove/protocol'
import type { TemplateChanges } from './templateChanges.ts'

export interface TemplateActions {
  /** Rejects at the first thing that could not be done; what was done before it stays, and applying again does the rest. */
  readonly apply: (changes: TemplateChanges) => Promise<unknown>
}

export function toTemplateActions(client: MeetingClient): TemplateActions {
  return {
    apply: async ({ add, change, order, rules, rounds, timer }) => {
      for (const one of change) await client.changeRoom(one.roomId, one.change)
      const added: RoomId[] = []
      for (const { name, properties } of add) added.push(await client.createRoom(name, properties))
      for (const one of order ?? []) {
        const roomId = typeof one === 'string' ? one : added[one.added]
        // Each to the end, from the first on: then they stand as they were named.
        if (roomId !== undefined) await client.placeRoom(roomId, undefined)
      }
      if (rules.selfMove !== undefined) await client.setSelfMove(rules.selfMove)
      if (rules.lateJoin !== undefined) await client.setLateJoin(rules.lateJoin)
      if (rules.mayLookIn !== undefined) await client.setMayLookIn(rules.mayLookIn)
      if (rules.mustAskAudio !== undefined) await client.setMustAsk('audio', rules.mustAskAudio)
      if (rules.mustAskVideo !== undefined) await client.setMustAsk('video', rules.mustAskVideo)
      if (rounds) {
        const durationMs = rounds.minutes * 60_000
        await client.planRounds(rounds.count, { ...(durationMs > 0 && { durationMs }), replace: true })
      }
      if (timer) await client.startTimer(timer.minutes * 60_000, timer.atEnd)
    },
  }
}
