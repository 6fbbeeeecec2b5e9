// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest'
import { maxRosterRows, readRoster, writeRoster } from './rosterCsv.ts'

const read = (...lines: readonly string[]) => readRoster(lines.join('\n'))

describe('a list of people', () => {
  it('has columns in any order and writing; further ones are attributes', () => {
    expect(
      read(
        'E-Mail;Name;Team;role;room;claim_code',
        'ada@example.org; Ada ;red;Moderator;Garden;ab-cd ef-gh',
        ';Bob;;;;',
      ),
    ).toEqual({
      ok: true,
      people: [
        {
          line: 2,
          person: {
            displayName: 'Ada',
            email: 'ada@example.org',
            role: 'moderator',
            room: 'Garden',
            claimCode: 'ABCDEFGH',
            attributes: { Team: 'red' },
          },
        },
        { line: 3, person: { displayName: 'Bob', attributes: {} } },
      ],
    })
  })

  it('has columns of any name, also of one that every object has', () => {
    expect(read('name,Constructor', 'Ada,Babbage')).toEqual({
      ok: true,
      people: [{ line: 2, person: { displayName: 'Ada', attributes: { Constructor: 'Babbage' } } }],
    })
  })

  it('is told every bad line, by number and reason', () => {
    expect(
      read(
        'name,email,role,code',
        'Ada,ada@example.org,,',
        ',nobody@example.org,,',
        'Cat,no address,,',
        'Dan,,boss,',
        'Eve,ADA@example.org,,',
        'Fay,,,short',
        'Gus,,,,more',
      ),
    ).toEqual({
      ok: false,
      problems: [
        { line: 3, column: 'name', fault: 'displayName', reason: 'A name has 1 to 80 characters.' },
        { line: 4, column: 'email', fault: 'email', reason: 'This is no e-mail address.' },
        { line: 5, column: 'role', fault: 'role', reason: 'The role is moderator or participant.' },
        { line: 6, column: 'email', fault: 'repeated', values: { other: 2 }, reason: 'The same is in line 2.' },
        { line: 7, column: 'code', fault: 'claimCode', reason: 'A code has 8 to 64 letters and digits.' },
        {
          line: 8,
          fault: 'cells',
          values: { cells: 5, columns: 4 },
          reason: 'The line has 5 cells, and there are 4 columns.',
        },
      ],
    })
  })

  it.each([
    ['nothing', '', 1, 'The table has no people.'],
    ['no people', 'name\n', 1, 'The table has no people.'],
    ['no names', 'email\na@b', 1, 'The column "name" is missing.'],
    ['a column twice', 'name,e-mail,email\nAda,,', 1, 'There are two columns for this.'],
    ['an open quote', 'name\n"Ada\nBob', 2, 'A quotation mark here is not closed.'],
    ['too many lines', `name\n${'x\n'.repeat(100_000)}`, maxRosterRows + 2, 'A table has at most 5000 people.'],
  ])('of %s is refused', (_what, text, line, reason) => {
    expect(readRoster(text)).toMatchObject({ ok: false, problems: [{ line, reason }] })
  })

  it('with more bad lines than anybody reads is told the first of them', () => {
    const result = readRoster(`name,email\n${'x,y\n'.repeat(2_000)}`)
    expect(result).toMatchObject({ ok: false })
    expect(!result.ok && result.problems.length).toBe(501)
    expect(!result.ok && result.problems.at(-1)).toMatchObject({ line: 502, reason: '1500 more bad lines.' })
  })

  it('is written so that it reads the same', () => {
    const people = [
      { displayName: '=Ada', role: 'moderator' as const, email: 'ada@example.org', attributes: { team: 'red, "1"' } },
      { displayName: 'Bob', userId: '7', room: 'Garden; north', attributes: { town: '-' } },
    ]
    const again = readRoster(writeRoster(people))
    expect(again).toEqual({ ok: true, people: people.map((person, index) => ({ line: index + 2, person })) })
  })
})
