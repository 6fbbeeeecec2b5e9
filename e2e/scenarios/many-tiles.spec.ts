// SPDX-License-Identifier: Apache-2.0
// A full house: 49 tiles on one page, further people on the next; and nothing jumps while people come and go.
import type { MeetingClient } from '@alcove/client'
import { openControlBot } from '@alcove/client/testing'
import { expect, test } from 'vitest'
import { Crowd } from '../harness/Crowd.ts'
import { useStage } from '../harness/Stage.ts'
import { WebPerson } from '../harness/WebPerson.ts'
import { waitFor } from '../harness/waitFor.ts'

const meeting = 'many-tiles'
const senders = 4
const most = 49
const stage = useStage()

interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Where each tile stands, by the name on it. */
async function boxesOf({ page }: WebPerson): Promise<ReadonlyMap<string, Box>> {
  const found = await page.locator('.tile').evaluateAll((tiles) =>
    tiles.map((tile): [string, Box] => {
      const { x, y, width, height } = tile.getBoundingClientRect()
      return [tile.querySelector('.tile-name-words')?.textContent ?? '', { x, y, width, height }]
    }),
  )
  return new Map(found)
}

function waitForTiles(person: WebPerson, count: number): Promise<void> {
  return waitFor(async () => {
    const shown = await person.page.locator('.tile').count()
    return shown === count ? undefined : `${shown} tiles are shown, not ${count}`
  })
}

function waitForPeople(person: WebPerson, count: number): Promise<void> {
  return waitFor(async () => {
    const here = Object.keys((await person.view()).meeting.people).length
    return here === count ? undefined : `${here} people are there, not ${count}`
  })
}

/** The tiles of these names stand as they stood. */
async function expectUnmoved(
  person: WebPerson,
  before: ReadonlyMap<string, Box>,
  names: readonly string[],
): Promise<void> {
  const after = await boxesOf(person)
  expect(names.map((name) => [name, after.get(name)])).toEqual(names.map((name) => [name, before.get(name)]))
}

function overlaps(first: Box, second: Box): boolean {
  const apart =
    first.x + first.width <= second.x + 0.5 ||
    second.x + second.width <= first.x + 0.5 ||
    first.y + first.height <= second.y + 0.5 ||
    second.y + second.height <= first.y + 0.5
  return !apart
}

test(`${most} tiles stand on one page, more on the next, and those on it do not move when people come and go`, async () => {
  stage.explainFailure()
  const ann = await WebPerson.open(
    await stage.context(),
    { serverUrl: stage.server.url, meeting, name: 'Ann' },
    meeting,
  )
  await ann.page.setViewportSize({ width: 1600, height: 1000 })
  await ann.join()
  if ((await ann.page.locator('aside').count()) > 0) await ann.press('Close')
  const [sending] = await stage.labPages(1)
  if (!sending) throw new Error('no page')
  const where = { serverUrl: stage.server.url, meetingId: meeting }
  const crowd = await Crowd.join({ ...where, page: sending, senders, silent: most - 1 - senders })
  const late: MeetingClient[] = []
  try {
    await waitForTiles(ann, most)
    await waitFor(async () => ((await ann.seen()).length === senders ? undefined : `Ann sees ${await ann.seen()}`))
    // They find their places a moment after they are there.
    let full: Box[] = []
    await waitFor(async () => {
      full = [...(await boxesOf(ann)).values()]
      const overlapping = full.filter((box, index) => full.slice(index + 1).some((other) => overlaps(box, other)))
      const sizes = new Set(full.map(({ width, height }) => `${Math.round(width)} ${Math.round(height)}`))
      return overlapping.length === 0 && sizes.size === 1
        ? undefined
        : `${overlapping.length} tiles overlap, sizes are ${[...sizes]}`
    })
    for (const { x, y, width, height } of full) {
      expect(width, 'a tile is wide enough for a face').toBeGreaterThanOrEqual(130)
      expect([x >= 0, y >= 0, x + width <= 1600, y + height <= 1000]).toEqual([true, true, true, true])
    }

    // One more: a second page, and a row to turn the pages with. Nobody who is seen moves for it, nor when others come and go.
    const before = await boxesOf(ann)
    late.push(await openControlBot({ ...where, displayName: 'Late 1' }))
    await ann.page.getByText('1 of 2').waitFor()
    await waitForTiles(ann, most)
    await expectUnmoved(ann, before, [...before.keys()])
    late.push(await openControlBot({ ...where, displayName: 'Late 2' }))
    await waitForPeople(ann, most + 2)
    await expectUnmoved(ann, before, [...before.keys()])

    // One of them goes again: still nobody moves.
    await late[1]?.leave()
    await waitForPeople(ann, most + 1)
    await expectUnmoved(ann, before, [...before.keys()])
    await ann.press('Next page')
    await waitForTiles(ann, 1)
    await ann.press('Page before')
    await waitForTiles(ann, most)
  } finally {
    for (const bot of late) bot.close()
    crowd.close()
  }
})
