// SPDX-License-Identifier: Apache-2.0
// What axe finds wrong in a part of a page: names, roles, contrast, order.
import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { lastingFaults } from './waitFor.ts'

/** @param selector the part that is looked at. @returns one line for each kind of fault; empty when there is none. */
export async function accessibilityFaults(page: Page, selector: string): Promise<string[]> {
  // Dialogs and panes are loaded when they are first opened.
  await page.locator(selector).first().waitFor()
  await page.locator('[aria-busy=true]').first().waitFor({ state: 'detached' })
  // A page keeps it until it is loaded anew.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  return lastingFaults(() => page.evaluate(findFaults, selector))
}

/** Runs in the page. */
async function findFaults(selector: string): Promise<string[]> {
  const { axe: inPage } = window as unknown as { axe: typeof axe }
  // All rules; only of what is wrong every place is described.
  const { violations } = await inPage.run(selector, { resultTypes: ['violations'] })
  return violations.map(({ id, help, nodes }) => `${id}: ${help} (${nodes.map(({ html }) => html).join(' ')})`)
}
