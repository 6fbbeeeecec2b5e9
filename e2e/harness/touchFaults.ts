// SPDX-License-Identifier: Apache-2.0
// What cannot be used by a finger on a small screen.
import type { Page } from 'playwright-core'
import { lastingFaults } from './waitFor.ts'

/**
 * Buttons and fields that are hard to hit or off the screen: their touch target counts, which may be larger than they look.
 * @param within the parts that are looked at
 */
export function touchFaults(page: Page, within = 'body'): Promise<string[]> {
  return lastingFaults(() => page.evaluate(findFaults, within))
}

/** Runs in the page. */
function findFaults(part: string): string[] {
  const roots = [...document.querySelectorAll(part)]
  const controls = roots.flatMap((root) => [
    ...root.querySelectorAll<HTMLElement>('button, input, [role=switch], [role=menuitem], a[href]'),
  ])
  const faults = controls.flatMap((control) => {
    if (!control.checkVisibility({ opacityProperty: true, visibilityProperty: true }) || control.closest('[inert]'))
      return []
    // For screen readers only, such as the hidden way out of a dialog.
    if ((control.parentElement?.getBoundingClientRect().width ?? 0) <= 1) return []
    const box = control.getBoundingClientRect()
    if (box.width <= 1 || box.bottom < 0 || box.top > innerHeight) return []
    const after = getComputedStyle(control, '::after')
    const grown = after.content === 'none' || after.position !== 'absolute' ? 0 : Number.parseFloat(after.height) || 0
    const name = control.getAttribute('aria-label') ?? control.textContent ?? control.tagName
    const height = Math.max(box.height, grown)
    return [
      ...(box.left < -1 || box.right > innerWidth + 1 ? [`${name} is off the screen`] : []),
      ...(height < 24 ? [`${name} is ${Math.round(height)} px high`] : []),
    ]
  })
  const isWide = document.documentElement.scrollWidth > innerWidth
  return isWide ? [...faults, 'the page can be scrolled sideways'] : faults
}
