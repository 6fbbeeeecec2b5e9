// SPDX-License-Identifier: Apache-2.0
// Which meetings a token opens: the one that it names, all (`*`), or those that its pattern covers. Breakout rooms belong to their meeting and are
// never asked for. Knows nothing of signatures.
import { type MeetingId, parseMeetingName } from '@alcove/protocol'
import { matchesLuaPattern, parseLuaPattern } from './luaPattern.ts'

export interface RoomClaim {
  readonly room: string
  readonly isPattern: boolean
}

const maxPatternLength = 500

/** What stands before the last slash of a meeting's name, and what behind it. */
export function tenantAndRoom(meetingId: MeetingId): { readonly tenant: string | undefined; readonly room: string } {
  const slash = meetingId.lastIndexOf('/')
  return slash < 0
    ? { tenant: undefined, room: meetingId }
    : { tenant: meetingId.slice(0, slash), room: meetingId.slice(slash + 1) }
}

export function opensRoom({ room: claimed, isPattern }: RoomClaim, room: string): boolean {
  if (claimed === '*') return true
  if (!isPattern) return claimed.toLowerCase() === room || parseMeetingName(claimed) === room
  const pattern = claimed.length <= maxPatternLength ? parseLuaPattern(claimed) : undefined
  return pattern !== undefined && matchesLuaPattern(pattern, room)
}
