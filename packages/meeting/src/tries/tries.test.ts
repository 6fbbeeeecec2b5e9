// SPDX-License-Identifier: Apache-2.0
// Tests of how often somebody may raise a hand, knock and ask to send (SPEC HA, BR, MO).
import { describe, it } from 'vitest'
import { type Ask, ann, ask, bob, cat, create, type Given, given, join, red, start } from '../testing/index.ts'

const room = given(
  join(ann),
  join(bob),
  join(cat),
  create(ann, red),
  ask(ann, { type: 'ChangeRoom', roomId: red, change: { locked: true } }),
  ask(ann, { type: 'SetMustAsk', kind: 'audio', mustAsk: true }),
)

/** Begins and takes back, each time a second later. */
function tenTimes(begin: Ask, takeBack: Ask): Given {
  return Array.from({ length: 10 }).reduce<Given>(
    (meeting, _, index) =>
      meeting.and(ask(bob, begin, { at: start + index * 1_000 }), ask(bob, takeBack, { at: start + index * 1_000 })),
    room,
  )
}

const knock = (knocking: boolean): Ask => ({ type: 'KnockAtRoom', roomId: red, knocking })
const askToSend = (asking: boolean): Ask => ({ type: 'AskToSend', kind: 'audio', asking })
const raise = (raised: boolean): Ask => ({ type: 'RaiseHand', raised })

describe('what shows to others', () => {
  it.each([
    ['[HA6] raising a hand', raise],
    ['[BR27] knocking', knock],
    ['[MO14] asking to send', askToSend],
  ])('%s is refused after ten times in a minute, with the time to wait', (_title, toAsk) => {
    const worn = tenTimes(toAsk(true), toAsk(false))
    const again = (at: number) => worn.when(ask(bob, toAsk(true), { at: start + at }))
    again(9_500).thenRejected('TOO_OFTEN')
    again(59_999).thenRejected('TOO_OFTEN')
    again(60_000)
      .after.when(ask(bob, toAsk(true), { at: start + 60_500 }))
      .thenNothing()
    worn.when(ask(bob, toAsk(false), { at: start + 9_500 })).thenNothing()
    // Nobody else has to wait for it, and it counts for nothing else.
    expectAccepted(worn, ask(cat, toAsk(true), { at: start + 9_500 }))
    const other = toAsk === raise ? knock : raise
    expectAccepted(worn, ask(bob, other(true), { at: start + 9_500 }))
  })
})

function expectAccepted(meeting: Given, command: ReturnType<typeof ask>): void {
  const { decision } = meeting.when(command)
  if (!decision.ok || decision.events.length === 0) throw new Error(`${command.type} was not accepted`)
}
