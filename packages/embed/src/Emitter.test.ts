// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest'
import { Emitter } from './Emitter.ts'

describe('listeners', () => {
  it('are called in order, `once` only once, and not after they were removed', () => {
    const emitter = new Emitter()
    const calls: string[] = []
    const first = (word: string) => void calls.push(`first ${word}`)
    emitter.on('x', first).once('x', (word: string) => void calls.push(`once ${word}`))
    expect(emitter.emit('x', 'a')).toBe(true)
    emitter.emit('x', 'b')
    emitter.off('x', first)
    expect(emitter.emit('x', 'c')).toBe(false)
    expect(calls).toEqual(['first a', 'once a', 'first b'])
  })

  it('are removed one at a time, or all', () => {
    const emitter = new Emitter()
    const listener = () => {}
    emitter.on('x', listener).addListener('x', listener).on('y', listener)
    emitter.removeListener('x', listener)
    expect([emitter.listenerCount('x'), emitter.eventNames()]).toEqual([1, ['x', 'y']])
    emitter.removeAllListeners('x')
    expect(emitter.eventNames()).toEqual(['y'])
    emitter.removeAllListeners()
    expect(emitter.eventNames()).toEqual([])
  })

  it('may add and remove listeners while they are called', () => {
    const emitter = new Emitter()
    const calls: string[] = []
    const second = () => void calls.push('second')
    emitter.on('x', () => {
      emitter.off('x', second)
      emitter.on('x', () => void calls.push('third'))
    })
    emitter.on('x', second)
    emitter.emit('x')
    emitter.emit('x')
    expect(calls).toEqual(['second', 'third'])
  })
})
