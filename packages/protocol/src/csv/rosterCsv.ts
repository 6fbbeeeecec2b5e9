// SPDX-License-Identifier: Apache-2.0
// A list of people who are to come, as a table: one line each, columns in any order, and any further column is an attribute to group people by. A table
// with a bad line is refused whole, with every bad line told.
import { type ExpectedPersonInput, expectedPersonSchema } from '../roster.ts'
import { readCsv } from './readCsv.ts'
import { withoutEscape, writeCsv } from './writeCsv.ts'

/** Most people in one table. */
export const maxRosterRows = 5_000
/** So many bad lines are told, and that there are more. */
const maxProblems = 500

/** A person of a table; rooms are called by their names there. */
export type RosterPerson = Omit<ExpectedPersonInput, 'roomId'> & { readonly room?: string }

/** What can be wrong with a table of people or a line of it. */
export type RosterFault = keyof typeof reasons

export interface RosterProblem {
  /** Line of the text, from 1. */
  readonly line: number
  /** Name of the column, if one cell is wrong. */
  readonly column?: string
  /** What is wrong, and what there is to say about it: pages tell it in their language. */
  readonly fault: RosterFault
  readonly values?: Readonly<Record<string, number | string>>
  /** The same as an English sentence. */
  readonly reason: string
}

export type Roster =
  | { readonly ok: true; readonly people: readonly { readonly line: number; readonly person: RosterPerson }[] }
  | { readonly ok: false; readonly problems: readonly RosterProblem[] }

type Field = 'participantId' | 'displayName' | 'role' | 'userId' | 'email' | 'room' | 'claimCode'

/** Names of columns, without case, blanks, hyphens and underscores. */
const fieldsOfColumns: Readonly<Record<string, Field>> = {
  id: 'participantId',
  participantid: 'participantId',
  name: 'displayName',
  displayname: 'displayName',
  role: 'role',
  userid: 'userId',
  email: 'email',
  room: 'room',
  code: 'claimCode',
  claimcode: 'claimCode',
}

const reasons = {
  participantId: 'An id has 8 digits, as in the export.',
  displayName: 'A name has 1 to 80 characters.',
  role: 'The role is moderator or participant.',
  userId: 'A user id has at most 128 characters.',
  email: 'This is no e-mail address.',
  claimCode: 'A code has 8 to 64 letters and digits.',
  attributes: 'Up to 20 further columns, with names of at most 40 and values of at most 120 characters.',
  unreadable: 'This line cannot be read.',
  tooLong: 'A table has at most {{most}} people.',
  quoteOpen: 'A quotation mark here is not closed.',
  empty: 'The table has no people.',
  columnTwice: 'There are two columns for this.',
  noName: 'The column "name" is missing.',
  cells: 'The line has {{cells}} cells, and there are {{columns}} columns.',
  repeated: 'The same is in line {{other}}.',
  more: '{{more}} more bad lines.',
} as const

function problemOf(
  line: number,
  fault: RosterFault,
  { column, values }: Pick<RosterProblem, 'column' | 'values'> = {},
): RosterProblem {
  const reason = reasons[fault].replace(/\{\{(\w+)\}\}/g, (_, name: string) => `${values?.[name]}`)
  return { line, ...(column !== undefined && { column }), fault, ...(values && { values }), reason }
}

/** @param text a table in text/csv, with a line of column names */
export function readRoster(text: string): Roster {
  const table = readCsv(text, maxRosterRows + 1)
  if (!table.ok) {
    const problem =
      table.fault === 'too-long'
        ? problemOf(table.line, 'tooLong', { values: { most: maxRosterRows } })
        : problemOf(table.line, 'quoteOpen')
    return { ok: false, problems: [problem] }
  }
  const [header, ...rows] = table.rows
  if (!header || rows.length === 0) return { ok: false, problems: [problemOf(1, 'empty')] }
  const columns = header.cells.map((cell) => cell.trim())
  const wrongColumns = problemsOfColumns(columns, header.line)
  if (wrongColumns.length > 0) return { ok: false, problems: wrongColumns }

  const problems: RosterProblem[] = []
  const people: { line: number; person: RosterPerson }[] = []
  const lineOf = new Map<string, number>()
  for (const { line, cells } of rows) {
    const read = readPerson(columns, cells, line)
    const problem = 'reason' in read ? read : repetition(read, line, lineOf)
    if (problem) problems.push(problem)
    else if (!('reason' in read)) people.push({ line, person: read })
  }
  if (problems.length === 0) return { ok: true, people }
  const more = problems.length - maxProblems
  return {
    ok: false,
    problems:
      more > 0
        ? [...problems.slice(0, maxProblems), problemOf(problems[maxProblems]?.line ?? 0, 'more', { values: { more } })]
        : problems,
  }
}

/** The same people again, as {@link readRoster} reads them; attributes become columns. */
export function writeRoster(people: readonly RosterPerson[]): string {
  const attributes = [...new Set(people.flatMap((person) => Object.keys(person.attributes ?? {})))].sort()
  const rows = people.map((person) => [
    person.participantId ?? '',
    person.displayName,
    person.role ?? '',
    person.userId ?? '',
    person.email ?? '',
    person.room ?? '',
    ...attributes.map((name) => person.attributes?.[name] ?? ''),
  ])
  return writeCsv(['id', 'name', 'role', 'user id', 'email', 'room', ...attributes], rows)
}

function fieldOf(column: string): Field | undefined {
  const name = column.toLowerCase().replace(/[\s_-]/g, '')
  return Object.hasOwn(fieldsOfColumns, name) ? fieldsOfColumns[name] : undefined
}

function problemsOfColumns(columns: readonly string[], line: number): RosterProblem[] {
  const names = columns.map((column) => fieldOf(column) ?? column)
  const twice = columns.find((column, index) => column !== '' && names.indexOf(names[index] ?? '') !== index)
  if (twice !== undefined) return [problemOf(line, 'columnTwice', { column: twice })]
  return names.includes('displayName') ? [] : [problemOf(line, 'noName', { column: 'name' })]
}

function readPerson(columns: readonly string[], cells: readonly string[], line: number): RosterPerson | RosterProblem {
  if (cells.length > columns.length && cells.slice(columns.length).some((cell) => cell.trim() !== ''))
    return problemOf(line, 'cells', { values: { cells: cells.length, columns: columns.length } })
  const fields: Partial<Record<Field, string>> = {}
  const attributes: Record<string, string> = {}
  for (const [index, column] of columns.entries()) {
    const value = withoutEscape(cells[index] ?? '').trim()
    if (column === '' || value === '') continue
    const field = fieldOf(column)
    if (field) fields[field] = value
    else attributes[column] = value
  }
  const { room, role, ...others } = fields
  const parsed = expectedPersonSchema.safeParse({ displayName: '', ...others, role: role?.toLowerCase(), attributes })
  if (parsed.success) return { ...parsed.data, ...(room !== undefined && { room }) }
  const field = String(parsed.error.issues[0]?.path[0])
  const column = columns.find((name) => fieldOf(name) === field)
  return problemOf(line, isFault(field) ? field : 'unreadable', { ...(column !== undefined && { column }) })
}

function isFault(field: string): field is RosterFault {
  return Object.hasOwn(reasons, field)
}

/** Nobody is listed twice: by what tells people apart. */
function repetition(
  { participantId, userId, email, claimCode }: RosterPerson,
  line: number,
  lineOf: Map<string, number>,
): RosterProblem | undefined {
  const marks = { id: participantId, 'user id': userId, email: email?.toLowerCase(), code: claimCode }
  for (const [column, mark] of Object.entries(marks)) {
    if (mark === undefined) continue
    const known = lineOf.get(`${column} ${mark}`)
    if (known !== undefined) return problemOf(line, 'repeated', { column, values: { other: known } })
    lineOf.set(`${column} ${mark}`, line)
  }
  return undefined
}
