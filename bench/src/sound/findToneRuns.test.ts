// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest'
import { findToneRuns } from './findToneRuns.ts'

const sampleRate = 48_000
const hz = 820.3125

interface Sound {
  readonly hz: number
  readonly fromMs: number
  readonly toMs: number
  readonly amplitude?: number
}

function mix(lengthMs: number, sounds: readonly Sound[]): Float32Array {
  const samples = new Float32Array((lengthMs * sampleRate) / 1000)
  for (const { hz: pitch, fromMs, toMs, amplitude = 0.25 } of sounds) {
    for (let index = (fromMs * sampleRate) / 1000; index < (toMs * sampleRate) / 1000; index += 1) {
      samples[index] = (samples[index] ?? 0) + amplitude * Math.sin((2 * Math.PI * pitch * index) / sampleRate)
    }
  }
  return samples
}

const options = { sampleRate, hz, threshold: 0.08 }

test('a tone is placed within 5 ms at both ends', () => {
  const runs = findToneRuns(mix(400, [{ hz, fromMs: 120, toMs: 250 }]), options)
  expect(runs).toHaveLength(1)
  expect(Math.abs((runs[0]?.from ?? 0) - 120)).toBeLessThan(5)
  expect(Math.abs((runs[0]?.to ?? 0) - 250)).toBeLessThan(5)
})

test('a pause of 40 ms splits a tone, and another tone does not fill it', () => {
  const sounds = [
    { hz, fromMs: 0, toMs: 200 },
    { hz: 1335.9375, fromMs: 0, toMs: 400 },
    { hz, fromMs: 240, toMs: 400 },
  ]
  const [first, second] = findToneRuns(mix(400, sounds), options)
  expect((second?.from ?? 0) - (first?.to ?? 0)).toBeGreaterThan(33)
  expect((second?.from ?? 0) - (first?.to ?? 0)).toBeLessThan(45)
})

test('a click, a neighbour and a whisper are no tone', () => {
  const click = { hz, fromMs: 100, toMs: 103, amplitude: 1 }
  expect(findToneRuns(mix(300, [click]), options)).toEqual([])
  expect(findToneRuns(mix(300, [{ hz: 562.5, fromMs: 0, toMs: 300 }]), options)).toEqual([])
  expect(findToneRuns(mix(300, [{ hz, fromMs: 0, toMs: 300, amplitude: 0.02 }]), options)).toEqual([])
})

test('sound shorter than the window holds nothing', () => {
  expect(findToneRuns(new Float32Array(100), options)).toEqual([])
})
