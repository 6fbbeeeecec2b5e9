// SPDX-License-Identifier: Apache-2.0
// Host pages give commands right after they made the frame: nothing of it is lost, and nothing waits once there was a meeting.
import { expect, it } from 'vitest'
import { Attached } from './Attached.ts'

const turn = () => new Promise<void>((resolve) => setTimeout(resolve))

it('keeps what is asked before there is a meeting, and answers it in the order of asking', async () => {
  const attached = new Attached<string>()
  const answered: string[] = []
  for (const asked of ['first', 'second', 'third'])
    void attached.soon().then((meeting) => answered.push(`${asked} in ${meeting}`))
  await turn()
  expect([answered, attached.now]).toEqual([[], undefined])
  attached.attach('weekly')
  await turn()
  expect(answered).toEqual(['first in weekly', 'second in weekly', 'third in weekly'])
})

it('lets nothing that is asked later overtake what waits', async () => {
  const attached = new Attached<string>()
  const answered: string[] = []
  const ask = (asked: string) => attached.soon().then(() => answered.push(asked))
  const early = ask('early')
  attached.attach('weekly')
  await Promise.all([ask('late'), early])
  expect(answered).toEqual(['early', 'late'])
})

it('answers at once with none after the meeting has gone, and with the one that is there now', async () => {
  const attached = new Attached<string>()
  const leave = attached.attach('weekly')
  leave()
  expect(await attached.soon()).toBeUndefined()
  const leaveFirst = attached.attach('weekly')
  attached.attach('daily')
  leaveFirst()
  expect([await attached.soon(), attached.now]).toEqual(['daily', 'daily'])
})
