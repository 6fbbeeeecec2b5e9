// SPDX-License-Identifier: Apache-2.0
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCsv } from './readCsv.ts'
import { withoutEscape, writeCsv } from './writeCsv.ts'

const cellsOf = (text: string) => {
  const table = readCsv(text, 100)
  return table.ok ? table.rows.map(({ cells }) => cells) : table
}

describe('reading a table', () => {
  it.each([
    ['commas', 'a,b\n1,2\n'],
    ['semicolons', 'a;b\n1;2\n'],
    ['tabs', 'a\tb\n1\t2'],
    ['ends of lines as Windows has them', 'a,b\r\n1,2\r\n'],
    ['ends of lines as old Macs had them', 'a,b\r1,2\r'],
    ['a mark at the beginning', '\ufeffa,b\n1,2\n'],
    ['quotes', '"a","b"\n"1","2"\n'],
    ['blank lines', '\na,b\n\n , \n1,2\n\n'],
  ])('takes %s', (_what, text) => {
    expect(cellsOf(text)).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ])
  })

  it('keeps what stands in quotes, and empty cells', () => {
    expect(cellsOf('a,b,c\n"x, ""y""\nz",,')).toEqual([
      ['a', 'b', 'c'],
      ['x, "y"\nz', '', ''],
    ])
    expect(cellsOf('"a"b,c')).toEqual([['ab', 'c']])
  })

  it('numbers rows by the lines of the text', () => {
    const table = readCsv('a\n"x\ny"\n\nz\n', 10)
    expect(table.ok && table.rows.map(({ line }) => line)).toEqual([1, 2, 5])
  })

  it('ends at a quote without an end, and at too many rows', () => {
    expect(readCsv('a\nb\n"c\nd', 10)).toEqual({ ok: false, fault: 'quote-open', line: 3 })
    expect(readCsv('a\nb\nc\nd', 3)).toEqual({ ok: false, fault: 'too-long', line: 4 })
  })
})

it('what was written is read as it was', () => {
  const cell = fc.string({
    unit: fc.constantFrom('a', '"', ',', ';', '\n', '\r', "'", '=', '-', ' ', '\t', 'ü', '\ufeff'),
  })
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell, fc.constant('x')), { maxLength: 5 }), (rows) => {
      const table = readCsv(writeCsv(['first', 'second', 'x'], rows), 10)
      const read = table.ok ? table.rows.slice(1).map(({ cells }) => cells.map(withoutEscape)) : table
      expect(read).toEqual(rows)
    }),
  )
})
