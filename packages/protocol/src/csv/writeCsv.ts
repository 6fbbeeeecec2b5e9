// SPDX-License-Identifier: Apache-2.0
// Writes tables as text/csv (RFC 4180), for programs and for spreadsheets.

/** People choose their names: what a spreadsheet would run as a formula gets an apostrophe before it and stays text. */
const formula = /^'*\s*[=+\-@|%\t\r]/
const escapedFormula = /^'(?='*\s*[=+\-@|%\t\r])/

export function writeCsv(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  return [columns, ...rows].map((cells) => `${cells.map(writeCell).join(',')}\r\n`).join('')
}

function writeCell(text: string): string {
  const harmless = formula.test(text) ? `'${text}` : text
  return /[",;\t\r\n']|^\s|\s$|^\ufeff/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}

/** A cell's text as it was before {@link writeCsv}. */
export function withoutEscape(cell: string): string {
  return cell.replace(escapedFormula, '')
}
