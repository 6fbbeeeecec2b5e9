// SPDX-License-Identifier: Apache-2.0
// A table of people from a file: read, and matched with the rooms that there are. With a bad line nothing is taken. Pure.
import {
  type ExpectedPersonInput,
  type RoomId,
  type Roster,
  type RosterFault,
  type RosterPerson,
  type RosterProblem,
  readRoster,
} from '@alcove/protocol'
import { t } from '../../i18n/texts.ts'
import { toServerRoomName } from '../../state/withRoomNames.ts'

/** As the REST interface takes it. */
export const maxTableBytes = 1024 * 1024

export type PeopleTable =
  | { readonly ok: true; readonly people: readonly ExpectedPersonInput[] }
  /** `missingRooms`: nothing else is wrong than that there are no rooms of these names. */
  | { readonly ok: false; readonly problems: readonly BadLine[]; readonly missingRooms: readonly string[] }

export interface BadLine {
  /** Of the text, from 1; undefined: the file as a whole. */
  readonly line: number | undefined
  readonly column: string | undefined
  readonly reason: string
}

type NamedRooms = readonly { readonly roomId: RoomId; readonly name: string }[]

/** @param bytes of the file, in UTF-8; undefined: it could not be opened */
export function readPeopleTable(bytes: Uint8Array | undefined, rooms: NamedRooms): PeopleTable {
  if (bytes === undefined) return refused(t('people.fault.file'))
  if (bytes.length > maxTableBytes) return refused(t('people.fault.tooLarge'))
  const text = decode(bytes)
  return text === undefined ? refused(t('people.fault.encoding')) : matchRooms(readRoster(text), rooms)
}

function matchRooms(roster: Roster, rooms: NamedRooms): PeopleTable {
  if (!roster.ok) return { ok: false, problems: roster.problems.map(toBadLine), missingRooms: [] }
  // Rooms without a name are called by the page's language or by the server's.
  const keyOf = (name: string) => toServerRoomName(name.trim()).toLowerCase()
  const ids = new Map(rooms.map(({ roomId, name }) => [keyOf(name), roomId]))
  const missing = roster.people.filter(({ person: { room } }) => room !== undefined && !ids.has(keyOf(room)))
  if (missing.length > 0) {
    const names = new Map<string, string>()
    for (const { person } of missing) {
      const { room = '' } = person
      if (!names.has(keyOf(room))) names.set(keyOf(room), toServerRoomName(room.trim()))
    }
    const problems = missing.map(({ line, person: { room = '' } }) => ({
      line,
      column: t('words.room'),
      reason: t('people.fault.room', { room }),
    }))
    return { ok: false, problems, missingRooms: [...names.values()] }
  }
  return { ok: true, people: roster.people.map(({ person }) => toInput(person, ids.get(keyOf(person.room ?? '')))) }
}

function toInput({ room: _, ...person }: RosterPerson, roomId: RoomId | undefined): ExpectedPersonInput {
  return { ...person, ...(roomId !== undefined && { roomId }) }
}

function toBadLine({ line, column, fault, values = {} }: RosterProblem): BadLine {
  return { line, column, reason: reasonOf(fault, values) }
}

/** In the language of the page; a fault's values are those of its sentence. */
function reasonOf(fault: RosterFault, values: NonNullable<RosterProblem['values']>): string {
  switch (fault) {
    case 'tooLong':
      return t('people.fault.tooLong', { most: values.most ?? '' })
    case 'cells':
      return t('people.fault.cells', { cells: values.cells ?? '', columns: values.columns ?? '' })
    case 'repeated':
      return t('people.fault.repeated', { other: values.other ?? '' })
    case 'more':
      return t('people.fault.more', { count: Number(values.more) })
    default:
      return t(`people.fault.${fault}`)
  }
}

function refused(reason: string): PeopleTable {
  return { ok: false, problems: [{ line: undefined, column: undefined, reason }], missingRooms: [] }
}

/** Undefined: not in UTF-8. */
function decode(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return text.includes('\0') ? undefined : text
  } catch {
    return undefined
  }
}
