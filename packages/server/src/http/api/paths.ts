// SPDX-License-Identifier: Apache-2.0
// The parameters that stand in addresses.
import { parseMeetingName, participantIdSchema, roomIdSchema } from '@alcove/protocol'
import { z } from 'zod'

export const meetingName = z
  .string()
  .describe("The meeting's name, as in its address.")
  .transform((name, context) => {
    const id = parseMeetingName(name)
    if (id !== undefined) return id
    context.addIssue('not the name of a meeting')
    return z.NEVER
  })

export const meetingPath = z.strictObject({ meeting: meetingName })
export const roomPath = z.strictObject({ meeting: meetingName, room: roomIdSchema })
export const personPath = z.strictObject({ meeting: meetingName, person: participantIdSchema })
export const roundPath = z.strictObject({ meeting: meetingName, round: z.coerce.number().int().min(1).max(1_000_000) })
export const endedPath = z.strictObject({
  meeting: meetingName,
  ended: z.string().regex(/^[0-9a-z]{1,12}-[0-9a-f]{16}$/),
})
