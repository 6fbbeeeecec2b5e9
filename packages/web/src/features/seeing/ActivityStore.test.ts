// SPDX-License-Identifier: Apache-2.0
import { activityStepMs, activitySteps } from '@alcove/protocol'
import { expect, it } from 'vitest'
import { roomOf } from '../../testing/sampleView.ts'
import { ActivityStore } from './ActivityStore.ts'

const room = roomOf('r1')
const first = 179_000_000
const at = (step: number) => (first + step) * activityStepMs
const lately = (levels: Readonly<Record<number, number>>) => ({
  [room]: Object.fromEntries(Object.entries(levels).map(([step, level]) => [`${first + Number(step)}`, level])),
})
const end = (store: ActivityStore, count: number) => store.of(room).slice(-count)

it('shows each step of the last minutes, and moves on with the time', () => {
  const store = new ActivityStore()
  expect(store.of(room)).toHaveLength(activitySteps)
  const told = lately({ [-activitySteps]: 9, [1 - activitySteps]: 3, [-1]: 7, 0: 2 })
  store.note(told, at(0.5))
  expect(store.of(room)[0]).toBe(3)
  expect(end(store, 3)).toEqual([0, 7, 2])
  store.note(told, at(4))
  expect(end(store, 6)).toEqual([7, 2, 0, 0, 0, 0])
  store.note(told, at(activitySteps))
  expect(store.of(room).every((level) => level === 0)).toBe(true)
})

it('gives the same list while nothing changed, and tells of changes', () => {
  const store = new ActivityStore()
  let told = 0
  const stop = store.subscribe(() => {
    told += 1
  })
  store.note(lately({ 0: 4 }), at(0))
  const before = store.of(room)
  store.note(lately({ 0: 4 }), at(0.9))
  expect(store.of(room)).toBe(before)
  store.note(lately({ 0: 5 }), at(0.9))
  expect(end(store, 2)).toEqual([0, 5])
  expect(told).toBe(3)
  stop()
  store.note({}, at(2))
  expect(told).toBe(3)
  expect(store.of(room).every((level) => level === 0)).toBe(true)
})
