// SPDX-License-Identifier: Apache-2.0
// What moderators can do about people who are to come and who left. Every promise rejects when it was not done; the dialog tells.
import { type MeetingClient, newClaimCode } from '@alcove/client'
import type { AttendanceReport, ExpectedPersonInput, ParticipantId } from '@alcove/protocol'

export interface PeopleActions {
  /** Prepares seats; `withCodes`: each gets a code that opens it. */
  readonly expect: (people: readonly ExpectedPersonInput[], withCodes: boolean) => Promise<unknown>
  /** A new code; the one before opens nothing any more. */
  readonly renewClaim: (participantId: ParticipantId) => Promise<unknown>
  readonly forget: (participantId: ParticipantId) => Promise<unknown>
  readonly addRooms: (names: readonly string[]) => Promise<unknown>
  readonly getAttendance: () => Promise<AttendanceReport>
  /** Codes made on this page since it was loaded: the server keeps none that could be shown. */
  readonly codes: ReadonlyMap<ParticipantId, string>
}

export function toPeopleActions(client: MeetingClient): PeopleActions {
  const codes = new Map<ParticipantId, string>()
  return {
    expect: async (people, withCodes) => {
      const prepared = withCodes
        ? people.map((person) => ({ ...person, claimCode: person.claimCode ?? newClaimCode() }))
        : people
      const ids = await client.expectPeople(prepared)
      for (const [index, { claimCode }] of prepared.entries()) {
        const id = ids[index]
        if (id !== undefined && claimCode !== undefined) codes.set(id, claimCode)
      }
    },
    renewClaim: async (participantId) => {
      codes.set(participantId, await client.renewClaim(participantId))
    },
    forget: async (participantId) => {
      await client.forgetPerson(participantId)
      codes.delete(participantId)
    },
    addRooms: async (names) => {
      // One after the other: they come in the order in which they were named.
      for (const name of names) await client.createRoom(name)
    },
    getAttendance: () => client.getAttendance(),
    codes,
  }
}
