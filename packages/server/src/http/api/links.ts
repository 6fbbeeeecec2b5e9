// SPDX-License-Identifier: Apache-2.0
// Links to meetings. Secrets stand behind the #, where no server and no log ever sees them.
import { type MeetingId, pathOfMeeting } from '@alcove/protocol'

export function linkTo(origin: string, meeting: MeetingId): string {
  return `${origin}${pathOfMeeting(meeting)}`
}

/** @param opens `moderator`: the holder is moderator; `code`: the holder takes a prepared seat */
export function linkWith(origin: string, meeting: MeetingId, opens: 'moderator' | 'code', secret: string): string {
  return `${linkTo(origin, meeting)}#${opens}=${secret}`
}
