// SPDX-License-Identifier: Apache-2.0
// Commits and snapshots for tests of stores: small, told apart by meeting and version, with a name in them that can be blanked.
import type { MeetingEvent } from '@alcove/meeting'
import type { CommandId, MeetingId, ParticipantId, RoomId } from '@alcove/protocol'
import type { Commit, Snapshot } from '../../meetings/ports.ts'

export const meeting = (name: string) => name as MeetingId

const participantId = 'a1b2c3d4' as ParticipantId

/** A person with a name joins, and a room is made: two events, so that half a commit would be noticed. */
export function commitOf(meetingId: MeetingId, version: number, displayName = 'Ada Lovelace'): Commit {
  const at = 1_700_000_000_000 + version
  return {
    meetingId,
    version,
    outcomes: [
      {
        by: participantId,
        outcome: { commandId: `command-${version}` as CommandId, result: null },
      },
    ],
    events: [
      { type: 'ParticipantJoined', participantId, displayName, role: 'moderator', tokenHash: `hash ${version}`, at },
      { type: 'RoomCreated', roomId: 'aaaaaaaa' as RoomId, name: 'Grüße 👋', at },
    ],
    at,
  }
}

export function commitsOf(meetingId: MeetingId, count: number): Commit[] {
  return Array.from({ length: count }, (_, index) => commitOf(meetingId, index + 1))
}

export function snapshotOf(meetingId: MeetingId, version: number, stateVersion = 1): Snapshot {
  return { meetingId, version, stateVersion, state: { people: ['Ada Lovelace'], version } }
}

/** As the application blanks personal fields. */
export function withoutName(event: MeetingEvent): MeetingEvent {
  return event.type === 'ParticipantJoined' ? { ...event, displayName: '' } : event
}
