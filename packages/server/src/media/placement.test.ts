// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest'
import { chooseWorker } from './placement.ts'

describe('chooseWorker', () => {
  it('puts a new meeting on the least loaded worker', () => {
    expect(chooseWorker([worker('a', 7, 0), worker('b', 3, 0)], 100)?.name).toBe('b')
  })

  it('fills the worker on which most of the meeting is', () => {
    expect(chooseWorker([worker('a', 90, 2), worker('b', 80, 5), worker('c', 0, 0)], 100)?.name).toBe('b')
  })

  it('goes on to the next worker at the budget', () => {
    expect(chooseWorker([worker('a', 100, 9), worker('b', 40, 0), worker('c', 20, 0)], 100)?.name).toBe('c')
  })

  it('comes back to a worker of the meeting that has room again', () => {
    expect(chooseWorker([worker('a', 99, 9), worker('b', 0, 0)], 100)?.name).toBe('a')
  })

  it('takes the least loaded one when all are full, with companions if equal', () => {
    expect(chooseWorker([worker('a', 120, 9), worker('b', 110, 0)], 100)?.name).toBe('b')
    expect(chooseWorker([worker('a', 110, 0), worker('b', 110, 1)], 100)?.name).toBe('b')
  })

  it('finds none where no worker lives', () => {
    expect(chooseWorker([], 100)).toBeUndefined()
  })
})

function worker(name: string, load: number, companions: number) {
  return { name, load, companions }
}
