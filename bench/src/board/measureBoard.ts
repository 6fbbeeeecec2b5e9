// SPDX-License-Identifier: Apache-2.0
// What a moderator does on the board, each done several times and measured in the page.
import { pause, waitFor } from '@alcove/e2e'
import { BoardStage } from './BoardStage.ts'
import { type Watched, watchPaint } from './inPage.ts'
import { taskTimesOf } from './longTasks.ts'

export interface BoardFound {
  readonly rooms: number
  readonly people: number
  /** Cards that were mounted while the board stood at the top. */
  readonly mounted: number
  /** Longest task of each drag, ms, and how many were over 50 ms in all drags. */
  readonly dragLongestMs: readonly number[]
  readonly dragLongTasks: number
  readonly pickUpMs: readonly number[]
  readonly patchMs: readonly number[]
  readonly openAllMs: readonly number[]
}

const longMs = 50
const steps = 40
const stepMs = 25

export async function measureBoard(rooms: number, rounds: number): Promise<BoardFound> {
  const stage = await BoardStage.open(rooms)
  try {
    const { page } = stage.ann
    const mounted = await page.locator('.room-card[data-room-card]').count()
    const drags: (readonly number[])[] = []
    const pickUpMs: number[] = []
    const patchMs: number[] = []
    const openAllMs: number[] = []
    // The first round warms up.
    for (let round = 0; round <= rounds; round += 1) {
      const drag = await traced(stage, () => dragAcross(stage))
      const pickUp = await pickUpByKeyboard(stage)
      const patch = await patchOne(stage)
      if (round === 0) continue
      drags.push(drag)
      pickUpMs.push(pickUp)
      patchMs.push(patch)
    }
    for (let round = 0; round <= Math.min(3, rounds); round += 1) {
      const openAll = await openAllAgain(stage)
      if (round > 0) openAllMs.push(openAll)
    }
    return {
      rooms,
      people: stage.lines.length,
      mounted,
      dragLongestMs: drags.map((tasks) => Math.max(0, ...tasks)),
      dragLongTasks: drags.flat().filter((ms) => ms > longMs).length,
      pickUpMs,
      patchMs,
      openAllMs,
    }
  } finally {
    await stage.close()
  }
}

async function traced(stage: BoardStage, work: () => Promise<void>): Promise<readonly number[]> {
  await stage.browser.startTracing(stage.ann.page, { categories: ['toplevel', 'devtools.timeline', '__metadata'] })
  await work()
  return taskTimesOf((await stage.browser.stopTracing()).toString('utf8'))
}

/** Takes somebody over the cards on screen, down and up, and drops them on the second room or back on the first. */
async function dragAcross({ ann }: BoardStage): Promise<void> {
  const { page } = ann
  const chip = page.locator('.room-card .chip').first()
  const from = await chip.boundingBox()
  const area = await page.locator('.board-scroll').boundingBox()
  if (!from || !area) throw new Error('there is nothing to drag')
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2)
  await page.mouse.down()
  for (let step = 1; step <= steps; step += 1) {
    const share = step / steps
    const x = area.x + area.width * (0.1 + 0.8 * (0.5 - 0.5 * Math.cos(share * 6 * Math.PI)))
    const y = area.y + area.height * (0.1 + 0.75 * Math.sin(share * Math.PI))
    await page.mouse.move(x, y)
    await pause(stepMs)
  }
  const target = await ann.section('Room 2').boundingBox()
  if (!target) throw new Error('the second room is not on screen')
  await page.mouse.move(target.x + target.width / 2, target.y + target.height - 12)
  await page.mouse.up()
  await pause(600)
  // Back again, so that each round is alike.
  await page.locator('.board-tools').getByRole('button', { name: 'Undo' }).click()
  await pause(600)
}

async function pickUpByKeyboard({ ann }: BoardStage): Promise<number> {
  const { page } = ann
  const handle = page.locator('.room-card .chip-handle').first()
  await handle.focus()
  const watching = watch(ann, { selector: '.chip[data-dragging]', count: 1, since: 'key' })
  await page.keyboard.press('Enter')
  const took = await watching
  await page.keyboard.press('Escape')
  await pause(300)
  return took
}

/** Somebody on screen raises a hand, and lowers it. */
async function patchOne({ ann, lines }: BoardStage): Promise<number> {
  const [first] = lines
  if (!first) throw new Error('nobody is there')
  const watching = watch(ann, { selector: '.chip-hand', count: 1, since: 'last-message' })
  await first.command('hand.raise', { raised: true })
  const took = await watching
  const gone = watch(ann, { selector: '.chip-hand', count: 0, since: 'last-message' })
  await first.command('hand.raise', { raised: false })
  await gone
  await pause(1_200)
  return took
}

/** Everybody back, then all rooms opened: everybody goes where they belong. */
async function openAllAgain({ ann }: BoardStage): Promise<number> {
  const run = (method: string) =>
    ann.page.evaluate((name) => {
      const { client } = (window as unknown as { alcove: { client: Record<string, () => Promise<void>> } }).alcove
      return client[name]?.()
    }, method)
  await run('closeAllRooms')
  await waitFor(async () => {
    const there = await ann.page.locator('.board-tray .chip').count()
    return there > 5 ? undefined : `${there} people are back`
  })
  await pause(2_000)
  const watching = watch(ann, { selector: '.board-tray .chip', count: 1, since: 'first-message' })
  await run('openAllRooms')
  const took = await watching
  await pause(2_000)
  return took
}

/** Begins to watch at once; the page says when it saw it. */
function watch(ann: BoardStage['ann'], watched: Watched): Promise<number> {
  return ann.page.evaluate(watchPaint, watched)
}
