// SPDX-License-Identifier: Apache-2.0
import { afterEach, expect, it } from 'vitest'
import { showLanguage } from '../i18n/texts.ts'
import { sampleView } from '../testing/sampleView.ts'
import { toServerRoomName, toShownRoomName, withRoomNames } from './withRoomNames.ts'

afterEach(() => showLanguage('en'))

const view = sampleView({
  people: [{ id: 'me' }],
  rooms: { a: { name: 'Room 1' }, b: { name: 'Room 12 upstairs' }, c: { name: 'Garden' } },
})
const namesIn = ({ meeting }: typeof view) => Object.values(meeting.rooms).map(({ name }) => name)

it('says the number of a room without a name in the language of the page, and leaves other names alone', async () => {
  expect(withRoomNames(view)).toBe(view)
  await showLanguage('de')
  expect(namesIn(withRoomNames(view))).toEqual(['Raum 1', 'Room 12 upstairs', 'Garden'])
  expect(withRoomNames(view).meeting.rooms).toBe(withRoomNames(view).meeting.rooms)
  expect(['Room 0', 'room 1', 'Room 1 ', 'Room 1234567'].map(toShownRoomName)).toEqual([
    'Room 0',
    'room 1',
    'Room 1 ',
    'Room 1234567',
  ])
  await showLanguage('en')
  expect(withRoomNames(view)).toBe(view)
})

it("knows the server's name for one that is shown, and leaves other names alone", async () => {
  await showLanguage('de')
  const names = ['Raum 1', 'Room 2', 'Raum 12 oben', 'Raum 0', 'Raum 01', 'Garten']
  expect(names.map(toServerRoomName)).toEqual(['Room 1', 'Room 2', 'Raum 12 oben', 'Raum 0', 'Raum 01', 'Garten'])
})
