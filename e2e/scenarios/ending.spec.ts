// SPDX-License-Identifier: Apache-2.0
// What is left of a meeting that was ended: its report, for whoever ended it and for the operator's programs, over a restart of the server; and a free name.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { MeetingClient } from '@alcove/client'
import { openControlBot } from '@alcove/client/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Server } from '../harness/Server.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'alcove-ending-'))
let server: Server
const meetingId = 'retrospective'
const clients: MeetingClient[] = []

beforeAll(async () => {
  server = await Server.start({ dataDir })
})
afterAll(async () => {
  for (const client of clients) client.close()
  await server.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

async function enter(displayName: string): Promise<MeetingClient> {
  const client = await openControlBot({ serverUrl: server.url, meetingId, displayName })
  clients.push(client)
  return client
}

const namesIn = async (client: MeetingClient) =>
  (await client.getEndedReport()).people.map(({ displayName }) => displayName)

test('whoever ended a meeting reads its report, also after a restart, and nobody else does', async () => {
  const [ann, bob] = [await enter('Ann'), await enter('Bob')]
  const seat = bob.storedSeat()
  if (!seat) throw new Error('Bob has no seat')
  await ann.move(seat, await ann.createRoom('Garden'))
  await ann.endMeeting()
  const report = await ann.getEndedReport()
  expect(report.people.map(({ displayName, visits }) => [displayName, visits.map(({ roomName }) => roomName)])).toEqual(
    [
      ['Ann', [undefined]],
      ['Bob', [undefined, 'Garden']],
    ],
  )
  expect(report.people.flatMap(({ visits }) => visits).every(({ to }) => to !== undefined)).toBe(true)
  expect(bob.hasEndedMeeting()).toBe(false)
  await expect(bob.getEndedReport()).rejects.toMatchObject({ code: 'MEETING_UNKNOWN' })

  await server.stop()
  await server.startAgain()
  expect(await namesIn(ann)).toEqual(['Ann', 'Bob'])

  const cat = await enter('Cat')
  expect(Object.values(cat.getSnapshot().view?.meeting.people ?? {})).toMatchObject([
    { displayName: 'Cat', role: 'moderator' },
  ])
  await cat.endMeeting()
  expect(await namesIn(cat)).toEqual(['Cat'])
  expect(await namesIn(ann)).toEqual(['Ann', 'Bob'])
})
