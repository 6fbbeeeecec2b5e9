// SPDX-License-Identifier: Apache-2.0
// Many who come to a meeting that has not begun, each with a password, while whoever runs it is asked how its door is to stand.
import { expect, it } from 'vitest'
import type { Entered } from './entering.ts'
import { type AskSettings, Unavailable } from './ports.ts'
import { settle } from './testing/handClock.ts'
import { createWorld, meetingId } from './testing/world.ts'

/** Lets nobody in by themselves: looks when it is told to. */
function setUp(askSettings: AskSettings) {
  const world = createWorld({ askSettings })
  const looks: (() => Promise<void>)[] = []
  const guess = (look: () => Promise<Entered>) =>
    new Promise<Entered>((resolve, reject) => {
      looks.push(() => look().then(resolve, reject))
    })
  const enter = async (name: string, password: string) => {
    const command = {
      type: 'JoinMeeting',
      meetingId,
      participantId: world.ids.participantId(),
      displayName: name,
      tokenHash: `hash of ${name}`,
      settings: world.meetings.settings,
      at: world.clock.now(),
    } as const
    return (await world.meetings.enter(meetingId, command, { known: {}, bind: () => 'new', password, guess })).entered
  }
  return { looks, enter }
}

it('nobody waits for their turn while it is asked how the door is to stand, and all hear together that there is no answer', async () => {
  let refuse = (_error: Error) => {}
  let questions = 0
  const { looks, enter } = setUp(() => {
    questions += 1
    return new Promise((_resolve, reject) => {
      refuse = reject
    })
  })
  const all = Promise.allSettled(['Ann', 'Bob', 'Cem'].map((name) => enter(name, '1234')))
  await settle()
  refuse(new Unavailable('SETTINGS_UNAVAILABLE', 2_000))
  expect((await all).map((outcome) => outcome.status === 'rejected' && outcome.reason.code)).toEqual(
    Array(3).fill('SETTINGS_UNAVAILABLE'),
  )
  expect([questions, looks.length]).toEqual([1, 0])
})

it('what they brought is looked at in turn, against the password of the answer', async () => {
  const { looks, enter } = setUp(async () => ({ password: '1234' }))
  const entered = ['1111', '1234', '2222'].map((password, index) => enter(`Person ${index}`, password))
  await settle()
  expect(looks).toHaveLength(3)
  for (const look of looks) await look()
  expect((await Promise.all(entered)).map((one) => one.ok || one.error.code)).toEqual([
    'PASSWORD_WRONG',
    true,
    'PASSWORD_WRONG',
  ])
})
