// SPDX-License-Identifier: Apache-2.0
import { afterEach, describe, expect, it } from 'vitest'
import { showLanguage } from '../../i18n/texts.ts'
import { roomOf } from '../../testing/sampleView.ts'
import { maxTableBytes, readPeopleTable } from './peopleTable.ts'

const rooms = [
  { roomId: roomOf('r1'), name: 'Garden' },
  { roomId: roomOf('r2'), name: 'Kitchen' },
]
const read = (text: string) => readPeopleTable(new TextEncoder().encode(text), rooms)

afterEach(() => showLanguage('en'))

describe('a table of people', () => {
  it('names rooms in any case, and has attributes in further columns', () => {
    expect(read('name,room,team\nAda, garden ,red\nBob,,\n')).toEqual({
      ok: true,
      people: [
        { displayName: 'Ada', attributes: { team: 'red' }, roomId: 'r1' },
        { displayName: 'Bob', attributes: {} },
      ],
    })
  })

  it("knows rooms without a name by the page's word and by the server's, and adds missing ones as the server calls them", async () => {
    await showLanguage('de')
    const table = (text: string) =>
      readPeopleTable(new TextEncoder().encode(text), [{ roomId: roomOf('r1'), name: 'Raum 1' }])
    expect(table('name,room\nAda,Room 1\nBob,Raum 1\n')).toMatchObject({
      people: [{ roomId: 'r1' }, { roomId: 'r1' }],
    })
    expect(table('name,room\nAda,Raum 2\nBob,Room 2\n')).toMatchObject({ missingRooms: ['Room 2'] })
  })

  it('with bad lines tells each by number and reason', () => {
    expect(read('name,email\n,a@b\nCat,no address\n')).toEqual({
      ok: false,
      problems: [
        { line: 2, column: 'name', reason: 'A name has 1 to 80 characters.' },
        { line: 3, column: 'email', reason: 'This is no e-mail address.' },
      ],
      missingRooms: [],
    })
    expect(read('name\nA,b,c\n')).toMatchObject({
      problems: [{ line: 2, reason: 'The line has 3 cells, and there are 1 columns.' }],
    })
    expect(read('name,email\nA,a@b\nB,A@B\n')).toMatchObject({
      problems: [{ line: 3, column: 'email', reason: 'The same is in line 2.' }],
    })
    expect(read(`name,email\n${'x,y\n'.repeat(700)}`)).toMatchObject({
      problems: expect.arrayContaining([expect.objectContaining({ reason: '200 more bad lines.' })]),
    })
  })

  it('with rooms that are not there says which, once each, so that they can be made', () => {
    expect(read('name,room\nAda,Cellar\nBob,Garden\nCem, cellar\nDee,Attic\n')).toEqual({
      ok: false,
      problems: [
        { line: 2, column: 'Room', reason: 'There is no room “Cellar”.' },
        { line: 4, column: 'Room', reason: 'There is no room “cellar”.' },
        { line: 5, column: 'Room', reason: 'There is no room “Attic”.' },
      ],
      missingRooms: ['Cellar', 'Attic'],
    })
  })

  it('of another encoding, or too large, is refused', () => {
    const refused = (bytes: Uint8Array) => readPeopleTable(bytes, rooms)
    const inUtf16 = new Uint8Array([...'name\nAda'].flatMap((letter) => [letter.charCodeAt(0), 0]))
    for (const bytes of [inUtf16, new Uint8Array([110, 97, 109, 101, 10, 0xe4])])
      expect(refused(bytes)).toMatchObject({
        ok: false,
        problems: [{ line: undefined, reason: 'The file is not in UTF-8. Save it as “CSV UTF-8”.' }],
      })
    expect(refused(new Uint8Array(maxTableBytes + 1).fill(97))).toMatchObject({
      problems: [{ reason: 'The file is larger than 1 MB.' }],
    })
    expect(read('')).toMatchObject({ problems: [{ line: 1, reason: 'The table has no people.' }] })
  })
})
