// SPDX-License-Identifier: Apache-2.0
import type { ParticipantId } from '@alcove/protocol'
import { extras } from 'mediasoup'
import type { AudioLevelObserver, Producer } from 'mediasoup/types'
import { beforeEach, expect, it } from 'vitest'
import type { Clock } from '../meetings/ports.ts'
import { Levels } from './levels.ts'

let now: number
let timers: { at: number; run: () => void }[]
let emitted: [number, Record<string, number>][]
let levels: Levels

const clock: Clock = {
  now: () => now,
  after: (delayMs, run) => {
    const timer = { at: now + delayMs, run }
    timers.push(timer)
    return () => {
      timers = timers.filter((other) => other !== timer)
    }
  },
}

beforeEach(() => {
  now = 10_000
  timers = []
  emitted = []
  levels = new Levels(clock, (map) => emitted.push([now - 10_000, Object.fromEntries(map)]))
})

it('tells who is heard once per interval, and silence once', () => {
  const router = observe()
  const ada = microphone('ada')
  router.hear([[ada, -30]])
  advance(0)
  for (let interval = 1; interval <= 2; interval += 1) {
    advance(400)
    router.hear([[ada, -30 - interval]])
    advance(0)
  }
  advance(400)
  router.hush()
  router.hush()
  advance(1_000)
  expect(emitted).toEqual([
    [0, { ada: -30 }],
    [400, { ada: -31 }],
    [800, { ada: -32 }],
    [1_200, {}],
  ])
})

it('merges routers into one map, no more often than one of them reports', () => {
  const [one, two] = [observe(), observe()]
  const [ada, bob] = [microphone('ada'), microphone('bob')]
  one.hear([[ada, -30]])
  advance(200)
  two.hear([[bob, -40]])
  advance(200)
  one.hush()
  advance(400)
  two.hush()
  advance(400)
  expect(emitted).toEqual([
    [0, { ada: -30 }],
    [400, { ada: -30, bob: -40 }],
    [800, { bob: -40 }],
    [1_200, {}],
  ])
})

it('forgets a microphone and a router that close', () => {
  const [one, two] = [observe(), observe()]
  const [ada, bob] = [microphone('ada'), microphone('bob')]
  one.hear([[ada, -30]])
  two.hear([[bob, -40]])
  advance(0)
  ada.close()
  advance(400)
  two.close()
  advance(400)
  expect(emitted.map(([, map]) => map)).toEqual([{ ada: -30, bob: -40 }, { bob: -40 }, {}])
})

it('goes on within an interval when the clock is set back', () => {
  const router = observe()
  const ada = microphone('ada')
  router.hear([[ada, -30]])
  advance(0)
  now -= 3_600_000
  router.hear([[ada, -40]])
  advance(400)
  expect(emitted.map(([, map]) => map)).toEqual([{ ada: -30 }, { ada: -40 }])
})

it('leaves no timer behind', () => {
  const router = observe()
  router.hear([[microphone('ada'), -30]])
  levels.close()
  router.close()
  expect(timers).toEqual([])
})

function advance(ms: number): void {
  const until = now + ms
  for (;;) {
    const next = timers.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0]
    if (!next) break
    timers = timers.filter((timer) => timer !== next)
    now = Math.max(now, next.at)
    next.run()
  }
  now = until
}

/** What mediasoup's observer shows of itself to us, moved by hand. */
function observe() {
  const observer = Object.assign(new extras.EnhancedEventEmitter(), {
    observer: new extras.EnhancedEventEmitter(),
    closed: false,
  })
  levels.follow(observer as unknown as AudioLevelObserver)
  return {
    hear: (heard: [{ id: string }, number][]) => {
      observer.emit(
        'volumes',
        heard.map(([producer, volume]) => ({ producer, volume })),
      )
    },
    hush: () => observer.emit('silence'),
    close: () => {
      observer.closed = true
      observer.observer.emit('close')
    },
  }
}

function microphone(name: string) {
  const producer = { id: `producer of ${name}`, observer: new extras.EnhancedEventEmitter() }
  levels.name(producer as unknown as Producer, name as ParticipantId)
  return { ...producer, close: () => producer.observer.emit('close') }
}
