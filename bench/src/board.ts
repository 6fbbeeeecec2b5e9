// SPDX-License-Identifier: Apache-2.0
// `npm run bench -- board`: how smooth the moderators' board is with 500 people in 100 rooms, beside 50 people in 10 rooms in the same run. Real server, real
// Chromium, and its own trace. Says whether the aims hold; a missed aim is no failure.
import { writeFileSync } from 'node:fs'
import { setPriority } from 'node:os'
import { parseArgs } from 'node:util'
import { launchBrowser } from '@alcove/e2e'
import { niceness } from './board/BoardStage.ts'
import { type BoardFound, measureBoard } from './board/measureBoard.ts'
import { toPage, toSummary } from './board/toPage.ts'
import { describeMachine, watchLoad } from './machine/describeMachine.ts'

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '7' },
    rooms: { type: 'string', default: '10,100' },
    page: { type: 'string' },
  },
})
const rounds = Number(values.rounds)
const sizes = values.rooms.split(',').map(Number)
if (![rounds, ...sizes].every((number) => Number.isInteger(number) && number > 0)) {
  process.stderr.write('--rounds and --rooms must be whole numbers.\n')
  process.exit(2)
}

const startedAt = Date.now()
const endLoad = watchLoad()
const found: BoardFound[] = []
// Browsers first: what is begun later gives way as this program does.
const browsers = await Promise.all(sizes.map(async (rooms) => ({ rooms, browser: await launchBrowser() })))
setPriority(niceness)
for (const { rooms, browser } of browsers) {
  found.push(await measureBoard(rooms, rounds, browser))
  process.stdout.write(`${rooms} rooms are measured.\n`)
}
const run = {
  command: `npm run bench -- board --rounds ${rounds} --rooms ${sizes.join(',')}`,
  date: new Date().toISOString().slice(0, 10),
  machine: describeMachine(),
  load: endLoad(),
  tookMs: Date.now() - startedAt,
  found,
}
process.stdout.write(`\n${toSummary(run)}\n`)
if (values.page) writeFileSync(values.page, toPage(run))
