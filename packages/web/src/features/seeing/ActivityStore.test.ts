// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest'
import { roomOf } from '../../testing/sampleView.ts'
import { ActivityStore, stepCount, stepMs } from './ActivityStore.ts'

const room = roomOf('r1')
const at = (step: number) => 1_000_000 * stepMs + step * stepMs
const nothing = { levels: {}, spokeAt: {} }
const end = (store: ActivityStore, count: number) => store.of(room).slice(-count)

it('keeps the loudest moment of each step, and moves on with the time', () => {
  const store = new ActivityStore()
  store.note({ ...nothing, levels: { [room]: 4 } }, at(0))
  store.note({ ...nothing, levels: { [room]: 7 } }, at(0.5))
  store.note({ ...nothing, levels: { [room]: 2 } }, at(1))
  expect(end(store, 3)).toEqual([0, 7, 2])
  store.note(nothing, at(4))
  expect(end(store, 6)).toEqual([0, 7, 2, 0, 0, 0])
  store.note(nothing, at(4 + stepCount))
  expect(store.of(room).every((level) => level === 0)).toBe(true)
  expect(store.of(room)).toHaveLength(stepCount)
})

it('knows of the time before it only when somebody last spoke', () => {
  const store = new ActivityStore()
  store.note({ ...nothing, spokeAt: { [room]: at(-2) } }, at(0))
  expect(end(store, 4)).toEqual([0, 4, 0, 0])
  store.note({ ...nothing, spokeAt: { [room]: at(-2 * stepCount) } }, at(0))
  expect(end(store, 4)).toEqual([0, 4, 0, 0])
})

it('gives the same list while nothing changed, and tells of changes', () => {
  const store = new ActivityStore()
  let told = 0
  const stop = store.subscribe(() => {
    told += 1
  })
  store.note({ ...nothing, levels: { [room]: 4 } }, at(0))
  const before = store.of(room)
  store.note({ ...nothing, levels: { [room]: 3 } }, at(0.9))
  expect(store.of(room)).toBe(before)
  expect(told).toBe(2)
  stop()
  store.note(nothing, at(2))
  expect(told).toBe(2)
})
