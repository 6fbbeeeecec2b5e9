// SPDX-License-Identifier: Apache-2.0
// What a moderator does on the board, each done several times and measured in the page.
import { pause, waitFor } from '@alcove/e2e'
import type { Browser } from 'playwright-core'
import { BoardStage } from './BoardStage.ts'
import { beginWatch, type Watched } from './inPage.ts'
import { type TaskTime, taskTimesOf } from './longTasks.ts'

export interface BoardFound {
  readonly rooms: number
  readonly people: number
  /** Cards that were mounted while the board stood at the top. */
  readonly mounted: number
  /** Longest task of each drag that comes after keys were used: lists and cards are told of the other way to point. */
  readonly dragAfterKeysMs: readonly number[]
  /** Longest task of each drag that comes after another one, ms, and how many were over 50 ms in all of them. */
  readonly dragLongestMs: readonly number[]
  /** Most that one task of each of these drags ran on a processor, ms. */
  readonly dragProcessorMs: readonly number[]
  readonly dragLongTasks: number
  readonly pickUpMs: readonly number[]
  readonly patchMs: readonly number[]
  readonly openAllMs: readonly number[]
  /** The pane beside the meeting, which lists the same rooms and people. */
  readonly paneMs: readonly number[]
  readonly panePatchMs: readonly number[]
}

const longMs = 50
const steps = 40
const stepMs = 25

/** Ends the browser. */
export async function measureBoard(rooms: number, rounds: number, browser: Browser): Promise<BoardFound> {
  const stage = await BoardStage.open(rooms, browser)
  try {
    const { page } = stage.ann
    const mounted = await page.locator('.room-card[data-room-card]').count()
    const dragAfterKeysMs: number[] = []
    const drags: (readonly TaskTime[])[] = []
    const pickUpMs: number[] = []
    const patchMs: number[] = []
    const openAllMs: number[] = []
    // The first round warms up.
    for (let round = 0; round <= rounds; round += 1) {
      const afterKeys = await traced(stage, () => dragAcross(stage))
      await undo(stage)
      const drag = await traced(stage, () => dragAcross(stage))
      await undo(stage)
      const pickUp = await pickUpByKeyboard(stage)
      const patch = await patchOne(stage, '.chip-hand')
      if (round === 0) continue
      dragAfterKeysMs.push(longestOf(afterKeys))
      drags.push(drag)
      pickUpMs.push(pickUp)
      patchMs.push(patch)
    }
    for (let round = 0; round <= Math.min(3, rounds); round += 1) {
      const openAll = await openAllAgain(stage)
      if (round > 0) openAllMs.push(openAll)
    }
    await leaveBoard(stage)
    const paneMs: number[] = []
    const panePatchMs: number[] = []
    for (let round = 0; round <= rounds; round += 1) {
      const pane = await openPane(stage, rooms)
      const patch = await patchOne(stage, '.room-people .hand-mark')
      await closePane(stage.ann)
      if (round === 0) continue
      paneMs.push(pane)
      panePatchMs.push(patch)
    }
    return {
      rooms,
      people: stage.lines.length,
      mounted,
      dragAfterKeysMs,
      dragLongestMs: drags.map(longestOf),
      dragProcessorMs: drags.map((tasks) => Math.max(0, ...tasks.map(({ processorMs }) => processorMs))),
      dragLongTasks: drags.flat().filter(({ ms }) => ms > longMs).length,
      pickUpMs,
      patchMs,
      openAllMs,
      paneMs,
      panePatchMs,
    }
  } finally {
    await stage.close()
  }
}

function longestOf(tasks: readonly TaskTime[]): number {
  return Math.max(0, ...tasks.map(({ ms }) => ms))
}

async function traced(stage: BoardStage, work: () => Promise<void>): Promise<readonly TaskTime[]> {
  await stage.browser.startTracing(stage.ann.page, { categories: ['toplevel', 'devtools.timeline', '__metadata'] })
  await work()
  return taskTimesOf((await stage.browser.stopTracing()).toString('utf8'))
}

/** Takes somebody over the cards on screen, down and up, and drops them on the second room. */
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
}

/** Back again, so that each round is alike. */
async function undo({ ann }: BoardStage): Promise<void> {
  await ann.page.locator('.board-tools').getByRole('button', { name: 'Undo' }).click()
  await pause(600)
}

async function pickUpByKeyboard({ ann }: BoardStage): Promise<number> {
  const { page } = ann
  // As people come there: to the chip, and from it to its handle. A handle that takes the focus from outside of the list hands it on to its chip.
  await page.locator('.room-card .chip').first().focus()
  await page.keyboard.press('Tab')
  await page.locator('.chip-handle:focus').waitFor()
  const took = await watched(ann, { selector: '.chip[data-dragging]', count: 1, since: 'key' }, () =>
    page.keyboard.press('Enter'),
  )
  await page.keyboard.press('Escape')
  await pause(300)
  return took
}

/** Somebody on screen raises a hand, and lowers it. */
async function patchOne({ ann, lines }: BoardStage, selector: string): Promise<number> {
  const [first] = lines
  if (!first) throw new Error('nobody is there')
  const took = await watched(ann, { selector, count: 1, since: 'last-message' }, () =>
    first.command('hand.raise', { raised: true }),
  )
  await watched(ann, { selector, count: 0, since: 'last-message' }, () =>
    first.command('hand.raise', { raised: false }),
  )
  await pause(1_200)
  return took
}

/** To the meeting without a pane beside it. */
async function leaveBoard({ ann }: BoardStage): Promise<void> {
  await ann.page.keyboard.press('b')
  await ann.page.locator('.board').waitFor({ state: 'detached' })
  const pane = ann.page.locator('.rooms-pane')
  if ((await pane.count()) > 0) await closePane(ann)
}

async function closePane({ page }: BoardStage['ann']): Promise<void> {
  await page
    .getByRole('toolbar', { name: 'Meeting controls' })
    .getByRole('button', { name: 'Hide rooms and people' })
    .click()
  await page.locator('.rooms-pane').waitFor({ state: 'detached' })
}

async function openPane({ ann }: BoardStage, rooms: number): Promise<number> {
  await pause(300)
  // The main room stands above them.
  const took = await watched(ann, { selector: '.rooms-pane .room-section', count: rooms + 1, since: 'click' }, () =>
    ann.press('Rooms and people'),
  )
  await pause(300)
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
  const took = await watched(ann, { selector: '.board-tray .chip', count: 1, since: 'first-message' }, () =>
    run('openAllRooms'),
  )
  await pause(2_000)
  return took
}

/** Does `work` once the page watches: a key that came before would not be seen. Resolves with what the page found, ms. */
async function watched({ page }: BoardStage['ann'], what: Watched, work: () => Promise<unknown>): Promise<number> {
  await page.evaluate(beginWatch, what)
  await work()
  return page.evaluate(() => window.alcoveWatch)
}
