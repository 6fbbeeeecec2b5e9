// SPDX-License-Identifier: Apache-2.0
// Reactions show for a moment, each person's newest alone.
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { idOf } from '../../testing/sampleView.ts'
import { ShownReactions, shownMs } from './ShownReactions.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const [ann, bob] = [idOf('Ann'), idOf('Bob')]
const signs = (shown: ShownReactions) => [...shown.getSnapshot()].map(([id, { reaction }]) => [id, reaction])

it('shows each reaction for its time, and counts anew when the same person reacts again', () => {
  const shown = new ShownReactions()
  shown.show(ann, 'bravo')
  vi.advanceTimersByTime(shownMs - 1)
  shown.show(bob, 'wow')
  shown.show(ann, 'bravo')
  vi.advanceTimersByTime(shownMs - 1)
  expect(signs(shown)).toEqual([
    [ann, 'bravo'],
    [bob, 'wow'],
  ])
  vi.advanceTimersByTime(1)
  expect(signs(shown)).toEqual([])
})

it('tells listeners of each change, and the same sign twice is another one', () => {
  const shown = new ShownReactions()
  const turns: (number | undefined)[] = []
  const end = shown.subscribe(() => turns.push(shown.getSnapshot().get(ann)?.turn))
  shown.show(ann, 'love')
  shown.show(ann, 'love')
  shown.clear()
  shown.clear()
  end()
  shown.show(ann, 'love')
  expect(turns).toEqual([1, 2, undefined])
})
