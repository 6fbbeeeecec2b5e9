// SPDX-License-Identifier: Apache-2.0
// Two rounds for four people, planned and held: everybody is where the plan says, and nobody meets again.
import type { MeetingClient } from '@alcove/client'
import { openControlBot } from '@alcove/client/testing'
import type { RoomId } from '@alcove/protocol'
import { afterAll, expect, test } from 'vitest'
import { useStage } from '../harness/Stage.ts'
import { waitFor } from '../harness/waitFor.ts'

const stage = useStage({ browser: false })
const clients: MeetingClient[] = []
afterAll(() => {
  for (const client of clients) client.close()
})

/** Who is with whom, as the moderator sees it: sorted names of each breakout room. */
function pairsOf(moderator: MeetingClient): readonly string[] {
  const meeting = moderator.getSnapshot().view?.meeting
  const people = Object.values(meeting?.people ?? {})
  return Object.keys(meeting?.rooms ?? {}).map((roomId) =>
    people
      .filter((person) => person.roomId === (roomId as RoomId))
      .map(({ displayName }) => displayName)
      .sort()
      .join(' and '),
  )
}

test('two rounds are planned, begun one after the other, and nobody meets again', async () => {
  stage.explainFailure()
  const open = async (displayName: string) => {
    const client = await openControlBot({ serverUrl: stage.server.url, meetingId: 'rounds', displayName })
    clients.push(client)
    return client
  }
  const ann = await open('Ann')
  for (const name of ['Bob', 'Cem', 'Dee', 'Eva']) await open(name)

  expect(await ann.planRounds(2, { wishes: { into: { size: 2 } }, durationMs: 600_000 })).toMatchObject({ repeats: 0 })
  const held: string[] = []
  for (const number of [1, 2]) {
    await ann.startNextRound()
    await waitFor(() => {
      const rounds = ann.getSnapshot().view?.meeting.rounds
      const isRunning = rounds?.status === 'running' && rounds.number === number
      return isRunning && pairsOf(ann).every((pair) => pair.includes(' and '))
        ? undefined
        : `rounds are ${JSON.stringify(rounds)}, pairs ${pairsOf(ann)}`
    })
    held.push(...pairsOf(ann))
  }
  expect(new Set(held).size).toBe(4)
  await expect(ann.startNextRound()).rejects.toMatchObject({ code: 'ROUND_NONE' })
  await ann.closeAllRooms()
  await waitFor(() => {
    const rounds = ann.getSnapshot().view?.meeting.rounds
    return rounds?.status === 'over' ? undefined : `rounds are ${JSON.stringify(rounds)}`
  })
})
