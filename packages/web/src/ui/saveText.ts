// SPDX-License-Identifier: Apache-2.0
// Gives the person a text file, made in the page.

/** Browsers fetch what is saved after the click, Safari much later. */
const keptMs = 40_000
/** Spreadsheets take a table for UTF-8 only where it begins with this. */
const byteOrderMark = '\ufeff'

export function saveText(fileName: string, text: string, type = 'text/plain'): void {
  const address = URL.createObjectURL(
    new Blob([type === 'text/csv' ? byteOrderMark : '', text], { type: `${type};charset=utf-8` }),
  )
  const link = document.createElement('a')
  link.href = address
  link.download = fileName
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), keptMs)
}
