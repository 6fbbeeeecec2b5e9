// SPDX-License-Identifier: Apache-2.0
// Reads a table as people save it: RFC 4180, and what spreadsheets make of it (semicolons or tabs, a mark at the beginning, any end of line). In one pass,
// in time and memory that grow with the text only.

export interface CsvRow {
  /** Where the row begins in the text, from 1. */
  readonly line: number
  readonly cells: readonly string[]
}

export type CsvTable =
  | { readonly ok: true; readonly rows: readonly CsvRow[] }
  /** `too-long`: more rows than asked for. `quote-open`: a quoted cell has no end; `line` is where it begins. */
  | { readonly ok: false; readonly fault: 'too-long' | 'quote-open'; readonly line: number }

/** @param maxRows reading ends here; blank rows do not count */
export function readCsv(text: string, maxRows: number): CsvTable {
  const start = text.startsWith('\ufeff') ? 1 : 0
  const separator = separatorOf(text, start)
  const rows: CsvRow[] = []
  let cells: string[] = []
  let rowLine = 1
  let line = 1
  let at = start
  while (at < text.length) {
    const cell = text[at] === '"' ? quotedCell(text, at, separator) : plainCell(text, at, separator)
    if (!cell) return { ok: false, fault: 'quote-open', line }
    cells.push(cell.value)
    line += cell.lines
    at = cell.end
    if (text[at] === separator) {
      at += 1
      // A separator at the very end leaves an empty cell behind it.
      if (at < text.length) continue
      cells.push('')
    }
    if (text[at] === '\r' && text[at + 1] === '\n') at += 1
    at += 1
    if (cells.some((value) => value.trim() !== '')) {
      if (rows.length === maxRows) return { ok: false, fault: 'too-long', line: rowLine }
      rows.push({ line: rowLine, cells })
    }
    cells = []
    line += 1
    rowLine = line
  }
  return { ok: true, rows }
}

interface Cell {
  readonly value: string
  /** Index of what follows the cell. */
  readonly end: number
  /** How many ends of lines are in it. */
  readonly lines: number
}

function plainCell(text: string, start: number, separator: string): Cell {
  let end = start
  while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') end += 1
  return { value: text.slice(start, end), end, lines: 0 }
}

/** @returns undefined when the quote is never closed. */
function quotedCell(text: string, start: number, separator: string): Cell | undefined {
  const parts: string[] = []
  let from = start + 1
  for (;;) {
    const quote = text.indexOf('"', from)
    if (quote === -1) return undefined
    parts.push(text.slice(from, quote))
    from = quote + 1
    if (text[from] !== '"') break
    parts.push('"')
    from += 1
  }
  const value = parts.join('')
  // What follows a closing quote by mistake belongs to the cell.
  const rest = plainCell(text, from, separator)
  return { value: value + rest.value, end: rest.end, lines: value.split(/\r\n|\r|\n/).length - 1 }
}

/** What separates the first line's cells most often. */
function separatorOf(text: string, start: number): string {
  const [firstLine = ''] = text.slice(start, start + 10_000).split(/[\r\n]/, 1)
  const outside = firstLine.replace(/"[^"]*"/g, '')
  const counts = [',', ';', '\t'].map((separator) => outside.split(separator).length)
  return [',', ';', '\t'][counts.indexOf(Math.max(...counts))] ?? ','
}
