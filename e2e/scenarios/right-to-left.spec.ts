// SPDX-License-Identifier: Apache-2.0
// A page that is turned around for languages written from right to left: nothing is cut off, and the pane stands on the other side.
import { expect, test } from 'vitest'
import { accessibilityFaults } from '../harness/accessibility.ts'
import { openContext } from '../harness/browser.ts'
import { useStage } from '../harness/Stage.ts'
import { WebPerson } from '../harness/WebPerson.ts'
import { lastingFaults, waitFor } from '../harness/waitFor.ts'

const stage = useStage()

test.for([
  [1280, 800],
  [768, 1024],
  [360, 640],
] as const)('turned around for right to left, nothing is cut off at %s x %s', async ([width, height]) => {
  stage.explainFailure()
  const meeting = `right-to-left-${width}`
  const ann = await WebPerson.open(
    // As small from the first: a larger window opens the pane, which would cover the meeting.
    await openContext(stage.browser, { viewport: { width, height } }),
    { serverUrl: stage.server.url, meeting, name: 'Ann' },
    meeting,
  )
  const turn = () => ann.page.evaluate(() => document.documentElement.setAttribute('dir', 'rtl'))
  /** What sticks out of the window at a side. */
  const sticksOut = () =>
    lastingFaults(() =>
      ann.page.evaluate(() => {
        const visible = [...document.querySelectorAll<HTMLElement>('button, input, h1, h2, [role=group], p')].filter(
          (one) => one.checkVisibility({ opacityProperty: true, visibilityProperty: true }),
        )
        const out = visible.filter((one) => {
          const { left, right, width: wide } = one.getBoundingClientRect()
          const isHidden = one.closest('.only-read-aloud') !== null || wide <= 1
          return !isHidden && (left < -1 || right > innerWidth + 1)
        })
        return [
          ...out.map((one) => `${one.tagName} ${one.getAttribute('aria-label') ?? one.textContent}`),
          ...(document.documentElement.scrollWidth > innerWidth ? ['the page can be scrolled sideways'] : []),
        ]
      }),
    )
  await ann.page.getByLabel('Your name').waitFor()
  await turn()
  expect(await sticksOut()).toEqual([])
  await ann.join()
  await turn()
  expect(await sticksOut()).toEqual([])
  await ann.openPane()
  expect(await sticksOut()).toEqual([])
  // The pane stands at the end of the line, which is the left side now.
  await waitFor(async () => {
    const pane = await ann.page.locator('aside').boundingBox()
    if (pane?.x !== 0) return `the pane stands at ${pane?.x}`
    // Beside the meeting, but on a phone held upright, which it covers.
    return pane.width < width === width > 700 ? undefined : `the pane is ${pane.width} wide`
  })
  expect(await accessibilityFaults(ann.page, 'body')).toEqual([])
})
