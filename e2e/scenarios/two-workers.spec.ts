// SPDX-License-Identifier: Apache-2.0
// People of one meeting on different media workers are one meeting all the same: media is piped where it is needed, and nowhere else.
import { expect, test } from 'vitest'
import { judgeSenses } from '../harness/judgeSenses.ts'
import type { LabPage } from '../harness/LabPage.ts'
import { waitForSenses } from '../harness/LabPerson.ts'
import { useStage } from '../harness/Stage.ts'

const stage = useStage({ args: ['--workers', '2', '--consumers-per-worker', '1'] })

test('over two media workers everybody hears and sees their room and nobody else, also after one worker dies', async () => {
  stage.explainFailure()
  const pages = await stage.labPages(2)
  const [first, second] = pages as [LabPage, LabPage]
  const meetingId = 'two-workers'
  const ann = await first.join({ name: 'Ann', meetingId, mark: 0 })
  const bob = await second.join({ name: 'Bob', meetingId, mark: 1 })
  const cem = await first.join({ name: 'Cem', meetingId, mark: 2 })
  const dua = await second.join({ name: 'Dua', meetingId, mark: 3 })
  const people = [ann, bob, cem, dua]
  await waitForSenses([people])

  const remotePorts = async () => {
    const pairs = (await Promise.all(people.map((person) => person.stats('remote-candidate')))).flat()
    return new Set(pairs.map(({ port }) => Number(port)))
  }
  expect((await remotePorts()).size, 'people are on two workers').toBe(2)

  for (const page of pages) await page.startNotes()
  const room = String(await ann.do('createRoom'))
  for (const { id } of [cem, dua]) await ann.do('move', id, room)
  await waitForSenses([
    [ann, bob],
    [cem, dua],
  ])
  await ann.do('move', bob.id, room)
  await waitForSenses([[ann], [bob, cem, dua]])
  await ann.do('closeAllRooms')
  await waitForSenses([people])
  await ann.do('openRoom', room)
  await bob.do('move', bob.id, room)
  await dua.do('move', dua.id, room)
  await waitForSenses([
    [ann, cem],
    [bob, dua],
  ])
  const notes = Object.assign({}, ...(await Promise.all(pages.map((page) => page.endNotes()))))
  const marks = new Map(people.map(({ name, mark }) => [name, mark]))
  const verdict = judgeSenses(notes, { marks, settleMs: 150, belowDb: 40 })
  console.log(`two-workers: ${verdict.judged} moments, loudest foreign tone ${verdict.loudestForeignDb.toFixed(0)} dB`)
  expect(verdict.leaks).toEqual([])

  const [pid] = stage.server.workerPids()
  if (pid === undefined) throw new Error('the server has no media worker')
  process.kill(pid, 'SIGKILL')
  await waitForSenses([
    [ann, cem],
    [bob, dua],
  ])
})
