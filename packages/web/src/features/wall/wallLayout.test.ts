// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest'
import { layOutWall } from './wallLayout.ts'

const desk = { width: 1408, height: 680 }
const heightOf = (count: number, { columns, pictureHeight }: ReturnType<typeof layOutWall>) => {
  const rows = Math.ceil(count / columns)
  return rows * (pictureHeight + 146) + (rows - 1) * 12
}

it('puts all rooms on one screen, with the largest pictures that leaves', () => {
  expect(layOutWall(desk, 1)).toEqual({ columns: 1, pictureHeight: 292 })
  expect(layOutWall(desk, 4)).toEqual({ columns: 4, pictureHeight: 192 })
  for (const count of [2, 3, 6, 9, 12, 16]) {
    const layout = layOutWall(desk, count)
    expect(heightOf(count, layout)).toBeLessThanOrEqual(desk.height)
    expect(layout.pictureHeight).toBeGreaterThanOrEqual(72)
  }
})

it('scrolls where there are too many rooms, or too little width', () => {
  const many = layOutWall(desk, 40)
  expect(many).toEqual({ columns: 6, pictureHeight: 126 })
  expect(heightOf(40, many)).toBeGreaterThan(desk.height)
  expect(layOutWall({ width: 340, height: 420 }, 4)).toEqual({ columns: 1, pictureHeight: 150 })
})
