// SPDX-License-Identifier: Apache-2.0
// A person who has a keyboard and nothing else: gets to things by Tab, chooses by arrows, and never touches a mouse.
import type { ElementHandle, Locator, Page } from 'playwright-core'

/** Longer than it takes to get to the last stop of any page, also where one of them comes late. */
const patienceMs = 60_000

export class Keyboard {
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
  }

  press(key: string): Promise<void> {
    return this.#page.keyboard.press(key)
  }

  type(text: string): Promise<void> {
    return this.#page.keyboard.type(text)
  }

  /** Tab, and again, until the focus is there. @throws when it cannot be reached. */
  async goTo(what: Locator): Promise<void> {
    await what.first().waitFor()
    let found: ElementHandle | null = null
    const until = Date.now() + patienceMs
    while (Date.now() < until) {
      // To look for it by role and name takes longer than a key, so what was found is asked itself, until it is drawn anew.
      if (!(await found?.evaluate((element) => element.isConnected))) found = await what.first().elementHandle()
      if (await found?.evaluate((element) => element === document.activeElement)) return
      await this.press('Tab')
    }
    throw new Error(`the focus does not reach ${what}, and is on ${await this.focused()}`)
  }

  /** Goes there and presses it. */
  async use(what: Locator): Promise<void> {
    await this.goTo(what)
    await this.press('Enter')
  }

  useButton(name: string | RegExp, within: Page | Locator = this.#page): Promise<void> {
    return this.use(within.getByRole('button', { name, exact: typeof name === 'string' }))
  }

  /** Opens a menu by its button and chooses an entry by the arrows. */
  async choose(menu: string, entry: string | RegExp): Promise<void> {
    await this.useButton(menu)
    const item = this.#page.getByRole('menuitem', { name: entry })
    await item.first().waitFor()
    const until = Date.now() + patienceMs
    while (Date.now() < until) {
      if (await isFocused(item)) return this.press('Enter')
      await this.press('ArrowDown')
    }
    throw new Error(`the arrows do not reach ${item}, and the focus is on ${await this.focused()}`)
  }

  /** Chooses one of a group of radio buttons. */
  async pick(name: string | RegExp): Promise<void> {
    const choice = this.#page.getByRole('radio', { name }).first()
    const until = Date.now() + patienceMs
    const group = this.#page.getByRole('radiogroup').filter({ has: this.#page.getByRole('radio', { name }) })
    while (Date.now() < until) {
      if (await group.first().evaluate((element) => element.contains(document.activeElement))) break
      await this.press('Tab')
    }
    while (Date.now() < until) {
      if (await choice.isChecked()) return
      await this.press('ArrowDown')
    }
    throw new Error(`the arrows do not choose ${choice}`)
  }

  /** What has the focus, in words. */
  focused(): Promise<string> {
    return this.#page.evaluate(() => {
      const { activeElement: element } = document
      return `${element?.tagName} ${element?.getAttribute('aria-label') ?? element?.textContent?.slice(0, 60)}`
    })
  }
}

function isFocused(what: Locator): Promise<boolean> {
  return what.first().evaluate((element) => element === document.activeElement)
}
