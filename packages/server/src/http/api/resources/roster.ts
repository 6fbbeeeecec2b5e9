// SPDX-License-Identifier: Apache-2.0
// People who are to come, over REST: preparing their seats one by one or by a table, codes for those who have no account, and forgetting a person.
import type { RunningMeeting, Seat } from '@alcove/meeting'
import {
  type ExpectedPersonInput,
  expectedPersonSchema,
  type MeetingId,
  maxRosterRows,
  type ParticipantId,
  type RosterPerson,
  type RosterProblem,
  readRoster,
  writeRoster,
} from '@alcove/protocol'
import { z } from 'zod'
import { hashSecret } from '../../../auth/secrets.ts'
import { toClaim, toExpectedPerson } from '../../../meetings/toExpectedPerson.ts'
import type { ApiWorld } from '../apiWorld.ts'
import type { Call } from '../call.ts'
import { carryOut, look } from '../carryOut.ts'
import { defineCommand } from '../defineCommand.ts'
import { linkWith } from '../links.ts'
import { defineOperation, type Resource } from '../operation.ts'
import { meetingPath, personPath } from '../paths.ts'
import { Refused } from '../problem.ts'
import { time } from '../times.ts'

const codesQuery = z
  .strictObject({
    codes: z
      .enum(['true', 'false'])
      .describe('true: everybody who has no code gets one, with a link that opens the seat.'),
  })
  .partial()

const preparedSchema = z
  .strictObject({
    people: z.array(
      z.strictObject({
        participantId: z.string(),
        displayName: z.string(),
        claimCode: z.string().optional().describe('Shown only now. Whoever presents it takes the seat.'),
        claimUrl: z.string().optional().describe('The same as a link.'),
      }),
    ),
  })
  .meta({ id: 'PreparedPeople' })

const preparedAnswer = { status: 201, meaning: 'The seats, in the order of the list.', schema: preparedSchema } as const
const refusals = [
  'PARTICIPANT_UNKNOWN',
  'MEETING_FULL',
  'ROOM_UNKNOWN',
  'ROOM_IS_MAIN',
  'PERSON_LISTED_TWICE',
  'CLAIM_TAKEN',
] as const

const expectPeople = defineOperation(
  {
    id: 'expectPeople',
    method: 'POST',
    path: '/meetings/{meeting}/people',
    summary: 'Prepare seats for people who are to come',
    description:
      'Whoever is known already, by `participantId`, user id or e-mail, is changed instead. Who joins with that user id or e-mail in a token, or with the code, takes the seat. A picture that is left out stays; `avatar: null` takes it away.',
    scope: 'people:write',
    params: meetingPath,
    query: codesQuery,
    body: z.strictObject({ people: z.array(expectedPersonSchema).min(1).max(500) }).meta({ id: 'ExpectedPeople' }),
    answer: preparedAnswer,
    refusals: ['NAME_INVALID', ...refusals],
  },
  async ({ params: { meeting }, query: { codes }, body: { people }, call, world }) => ({
    body: await prepare({ meeting, people, withCodes: codes === 'true', call, world }),
  }),
)

const importPeople = defineOperation(
  {
    id: 'importPeople',
    method: 'POST',
    path: '/meetings/{meeting}/people/import',
    summary: 'Prepare seats by a table (text/csv)',
    description: `A line of column names, then one line for each person, at most ${maxRosterRows}. Columns: name, role, user id, email, room (by its name), code, id; any other column is an attribute to group people by. With a bad line nothing is prepared, and the problem tells every bad line.`,
    scope: 'people:write',
    params: meetingPath,
    query: codesQuery,
    csvBody: { maxBytes: 1024 * 1024 },
    body: z.instanceof(Uint8Array),
    answer: preparedAnswer,
    refusals: ['ROSTER_INVALID', ...refusals],
  },
  async ({ params: { meeting }, query: { codes }, body, call, world }) => {
    const roster = readRoster(decode(body))
    if (!roster.ok) throw rosterRefused(roster.problems.map(toBadLine))
    const people = await look({ world }, meeting, (state) => withRooms(state, roster.people))
    return { body: await prepare({ meeting, people, withCodes: codes === 'true', call, world }) }
  },
)

const exportPeople = defineOperation(
  {
    id: 'exportPeople',
    method: 'GET',
    path: '/meetings/{meeting}/people/export',
    summary: 'Everybody as a table (text/csv), as it can be imported again',
    scope: 'people:read',
    params: meetingPath,
    answer: { status: 200, meaning: 'The table.', schema: z.string(), csv: 'only' },
  },
  async ({ params: { meeting }, world }) => ({
    csv: await look({ world }, meeting, (state) => writeRoster(peopleOf(state))),
  }),
)

const renewClaim = defineOperation(
  {
    id: 'renewClaim',
    method: 'POST',
    path: '/meetings/{meeting}/people/{person}/code',
    summary: 'Give a seat a new code; the one before opens nothing any more',
    scope: 'people:write',
    params: personPath,
    body: z.strictObject({ expiresAt: time }).partial().meta({ id: 'ClaimExpiry' }),
    answer: {
      status: 201,
      meaning: 'The code, shown only now.',
      schema: z.strictObject({ claimCode: z.string(), claimUrl: z.string() }).meta({ id: 'Claim' }),
    },
    refusals: ['PARTICIPANT_UNKNOWN', 'CLAIM_TAKEN'],
  },
  async ({ params: { meeting, person: participantId }, body: { expiresAt }, call, world }) => {
    const code = codeOf(call, 'code')
    await carryOut({ call, world }, meeting, (from) => ({
      type: 'RenewClaim',
      participantId,
      claim: toClaim(hashSecret(code), expiresAt),
      ...from,
    }))
    return { body: { claimCode: code, claimUrl: linkWith(call.origin, meeting, 'code', code) } }
  },
)

const forgetPerson = defineCommand(
  {
    id: 'forgetPerson',
    method: 'DELETE',
    path: '/meetings/{meeting}/people/{person}',
    summary: 'Forget a person: name, e-mail, attributes and what they wrote are blanked wherever they are kept',
    description: 'Somebody who is in the meeting is sent out first. Who was where stays in the report, without a name.',
    scope: 'people:delete',
    params: personPath,
    done: 'Nothing that names the person is kept any more.',
    refusals: ['PARTICIPANT_UNKNOWN'],
  },
  ({ params: { person: participantId } }, from) => ({ type: 'ForgetPerson', participantId, ...from }),
)

interface Preparing {
  readonly meeting: MeetingId
  readonly people: readonly ExpectedPersonInput[]
  readonly withCodes: boolean
  readonly call: Call
  readonly world: ApiWorld
}

/** Long lists are several commands, each small enough to be stored at once; whether all fit is looked at before the first. */
async function prepare({ meeting, people: given, withCodes, call, world }: Preparing) {
  const people = withCodes
    ? given.map((person, index) => ({ ...person, claimCode: person.claimCode ?? codeOf(call, `code ${index}`) }))
    : given
  await look({ world }, meeting, (state) => refuseTooMany(state, people))
  const participantIds: ParticipantId[] = []
  for (const [step, part] of inParts(people).entries()) {
    const { participantIds: made } = await carryOut<'people.expect'>(
      { call, world },
      meeting,
      (from) => ({
        type: 'ExpectPeople',
        people: part.map((person) => toExpectedPerson(person, world.ids, hashSecret)),
        ...from,
      }),
      step,
    )
    participantIds.push(...made)
  }
  return {
    people: people.map(({ displayName, claimCode }, index) => ({
      participantId: participantIds[index] ?? '',
      displayName,
      ...(withCodes && claimCode !== undefined
        ? { claimCode, claimUrl: linkWith(call.origin, meeting, 'code', claimCode) }
        : {}),
    })),
  }
}

const peoplePerCommand = 200
const bytesPerCommand = 150_000

function inParts(people: readonly ExpectedPersonInput[]): ExpectedPersonInput[][] {
  const parts: ExpectedPersonInput[][] = []
  let bytes = 0
  for (const person of people) {
    const size = JSON.stringify(person).length
    const part = parts.at(-1)
    if (part && part.length < peoplePerCommand && bytes + size <= bytesPerCommand) {
      part.push(person)
      bytes += size
    } else {
      parts.push([person])
      bytes = size
    }
  }
  return parts
}

/** People without anything that tells them apart are always new. */
function refuseTooMany({ seats, settings }: RunningMeeting, people: readonly ExpectedPersonInput[]): void {
  const surelyNew = people.filter((person) => !person.participantId && !person.userId && !person.email)
  if (seats.size + surelyNew.length > settings.maxSeats) throw new Refused({ code: 'MEETING_FULL' })
}

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** 60 bits in letters and digits that are not taken for each other. */
function codeOf(call: Call, purpose: string): string {
  return (
    call
      .secret(purpose)
      .slice(0, 24)
      .match(/../g)
      ?.map((byte) => alphabet[Number.parseInt(byte, 16) % 32])
      .join('') ?? ''
  )
}

function decode(bytes: Uint8Array): string {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    if (!text.includes('\0')) return text
  } catch {
    // Told below, as for what decodes to zeros.
  }
  throw new Refused({ code: 'ROSTER_INVALID' }, 'The table is not in UTF-8; save it as "CSV UTF-8".')
}

function withRooms(
  state: RunningMeeting,
  people: readonly { readonly line: number; readonly person: RosterPerson }[],
): readonly ExpectedPersonInput[] {
  const nameOf = (name: string) => name.trim().toLowerCase()
  const ids = new Map([...state.rooms.values()].map((room) => [nameOf(room.name), room.id]))
  const unknown = people.filter(({ person: { room } }) => room !== undefined && !ids.has(nameOf(room)))
  if (unknown.length > 0)
    throw rosterRefused(
      unknown.map(({ line, person }) => ({ line, column: 'room', reason: `There is no room "${person.room}".` })),
    )
  return people.map(({ person: { room, ...person } }) => {
    const roomId = room === undefined ? undefined : ids.get(nameOf(room))
    return { ...person, ...(roomId === undefined ? {} : { roomId }) }
  })
}

function toBadLine({ line, column, reason }: RosterProblem) {
  return { line, ...(column !== undefined && { column }), reason }
}

function rosterRefused(lines: readonly { readonly line: number; readonly reason: string }[]): Refused {
  return new Refused({ code: 'ROSTER_INVALID', details: { lines: lines.length } }, undefined, lines)
}

/** Who was forgotten is listed no more. */
function peopleOf({ seats, rooms }: RunningMeeting): RosterPerson[] {
  const roomOf = ({ assignment }: Seat) =>
    assignment.status === 'none' ? undefined : rooms.get(assignment.roomId)?.name
  return [...seats.values()]
    .filter((seat) => seat.displayName !== '')
    .map((seat) => {
      const room = roomOf(seat)
      const { id: participantId, displayName, role, identity } = seat
      // A picture is no line of a list.
      const { avatar: _, ...known } = identity
      return { participantId, displayName, role, ...known, ...(room === undefined ? {} : { room }) }
    })
}

export const roster: Resource = {
  name: 'roster',
  meaning: 'People who are to come, and forgetting people.',
  operations: [expectPeople, importPeople, exportPeople, renewClaim, forgetPerson],
}
