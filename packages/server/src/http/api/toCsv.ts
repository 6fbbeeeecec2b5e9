// SPDX-License-Identifier: Apache-2.0
// Tables as text/csv (RFC 4180), for programs and for spreadsheets.

/** People choose their names: what a spreadsheet would run as a formula gets an apostrophe before it and stays text. */
const formula = /^\s*[=+\-@|%\t\r]/

export function toCsv(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  return [columns, ...rows].map((cells) => `${cells.map(toCell).join(',')}\r\n`).join('')
}

function toCell(text: string): string {
  const harmless = formula.test(text) ? `'${text}` : text
  return /[",\r\n']|^\s|\s$/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}
