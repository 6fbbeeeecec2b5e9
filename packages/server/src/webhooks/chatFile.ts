// SPDX-License-Identifier: Apache-2.0
// The chat of a session as one file, as JaaS writes it (SPEC CH13). It is read from the log when somebody asks for it: so it is as durable as the log, holds nothing
// that was forgotten there, and is gone with it; no second copy of what people wrote exists.
import { type MeetingState, type PublicMessage, publicMessageOf } from '@alcove/meeting'
import type { MeetingId, ParticipantId } from '@alcove/protocol'
import type { Commit } from '../meetings/ports.ts'
import { guidOf, type Naming, namesOf } from './addresses.ts'
import { follow, nothingFollowed } from './follow.ts'
import { roomFields } from './payloads.ts'

/** A session that is over. */
export interface EndedSession {
  readonly meetingId: MeetingId
  /** When it began. */
  readonly since: number
  /** Version of the commit that ended it. */
  readonly version: number
  readonly endedAt: number
}

export interface ChatFile {
  readonly roomAddress: string
  readonly meetingFqn: string
  readonly sessionId: string
  /** When the session ended, ms since 1970. */
  readonly timestamp: number
  readonly messageType: 'CHAT'
  /** `isBreakout` and `breakoutRoomId` say where something was written; JaaS has one file per room. */
  readonly messages: readonly {
    readonly jid: string
    readonly content: string
    readonly timestamp: number
    readonly name: string
    readonly isBreakout?: boolean
    readonly breakoutRoomId?: string
  }[]
}

/** @returns undefined when this log does not have the session, or is to be kept no longer. @param commits the whole log */
export function chatFileOf(
  commits: readonly Commit[],
  { meetingId, since, version, endedAt }: EndedSession,
  naming: Naming,
  now: number,
): ChatFile | undefined {
  const { conference, fqn } = namesOf(meetingId, naming)
  // Blanking what is stored comes after storing that somebody is forgotten, and a crash can come between them.
  const forgotten = new Set<ParticipantId>()
  let followed = nothingFollowed
  let messages: PublicMessage[] = []
  let found: readonly PublicMessage[] | undefined
  for (const commit of commits) {
    for (const event of commit.events) {
      const before = followed
      followed = follow(before, event)
      if (followed.sessionSince !== before.sessionSince) messages = []
      const message = publicMessageOf(followed.state, event)
      if (message) messages.push(message)
      if (event.type === 'ParticipantForgotten') forgotten.add(event.participantId)
      const hasEnded = before.isLive && !followed.isLive
      if (hasEnded && commit.version === version && before.sessionSince === since) found = messages
    }
  }
  if (!found || isOver(followed.state, now)) return undefined
  return {
    roomAddress: conference,
    meetingFqn: fqn,
    sessionId: guidOf(meetingId, since),
    timestamp: endedAt,
    messageType: 'CHAT',
    messages: found
      .filter(({ from }) => !forgotten.has(from))
      .map(({ from, fromName, roomId, text, at }) => ({
        jid: `${conference}/${from}`,
        content: text,
        timestamp: at,
        name: fromName,
        ...roomFields(roomId),
      })),
  }
}

function isOver(state: MeetingState, now: number): boolean {
  return state.status === 'ended' && (state.kept === undefined || state.kept.until <= now)
}
