// SPDX-License-Identifier: Apache-2.0
// Prints text instead of the page: a title, and blocks that are not torn apart at the end of a sheet.
import './printBlocks.css'

export interface PrintBlock {
  readonly title: string
  readonly lines: readonly string[]
}

export function printBlocks(title: string, blocks: readonly PrintBlock[]): void {
  const sheet = document.createElement('div')
  sheet.className = 'print-sheet'
  const add = (parent: HTMLElement, tag: string, text: string) => {
    const element = document.createElement(tag)
    element.textContent = text
    element.dir = 'auto'
    parent.append(element)
  }
  add(sheet, 'h1', title)
  for (const block of blocks) {
    const section = document.createElement('section')
    add(section, 'h2', block.title)
    for (const line of block.lines) add(section, 'p', line)
    sheet.append(section)
  }
  document.body.append(sheet)
  addEventListener('afterprint', () => sheet.remove(), { once: true })
  print()
}
