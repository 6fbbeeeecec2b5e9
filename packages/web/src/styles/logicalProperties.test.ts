// SPDX-License-Identifier: Apache-2.0
// Styles speak of start and end, so that the page turns around for languages that are written from right to left. Tiles are the exception: they stand
// where the layout maths puts them, counted from the left.
import { expect, it } from 'vitest'

const sheets = import.meta.glob<string>(['../**/*.css'], { query: '?raw', import: 'default', eager: true })
const physical =
  /(?:^|[;{\s])((?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right)[\w-]*|border-(?:top|bottom)-(?:left|right)-radius|left|right|float)\s*:\s*([^;}]+)|text-align\s*:\s*(?:left|right)/g
/** Where layout maths and `translate` say where things are. */
const placed = /\/features\/meeting\/(tile|tileArea)\.css$/

it.each(Object.keys(sheets))('%s names no side by left and right', (path) => {
  const found = [...(sheets[path] ?? '').matchAll(physical)].map(([text]) => text.trim())
  expect(found.filter((text) => !(placed.test(path) && /^left\s*:\s*0$/.test(text)))).toEqual([])
})

it('reads the styles at all', () => {
  expect(Object.keys(sheets).length).toBeGreaterThan(20)
})
