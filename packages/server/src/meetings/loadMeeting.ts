// SPDX-License-Identifier: Apache-2.0
// Brings a meeting back from the store: the last snapshot whose shape is today's, then the commits after it.
import {
  assertInvariants,
  type EndedMeeting,
  fromSnapshot,
  type MeetingState,
  newMeeting,
  replay,
} from '@alcove/meeting'
import type { MeetingId } from '@alcove/protocol'
import { endedNameOf } from './endedMeetings.ts'
import { forgottenIn, withoutPeople } from './forgotten.ts'
import type { EventStore, Ids } from './ports.ts'

export interface LoadedMeeting {
  readonly state: MeetingState
  /** Version of the last commit; 0 when there is none. */
  readonly version: number
}

/** @throws whatever replay throws on a log that it cannot follow: the caller quarantines the meeting. */
async function loadMeeting(store: EventStore, meetingId: MeetingId): Promise<LoadedMeeting> {
  const snapshot = await store.loadSnapshot(meetingId)
  const fromState = snapshot ? fromSnapshot(snapshot.state, snapshot.stateVersion) : undefined
  const start: LoadedMeeting =
    snapshot && fromState ? { state: fromState, version: snapshot.version } : { state: newMeeting, version: 0 }
  const commits = await store.read(meetingId, start.version + 1)
  const forgotten = forgottenIn(commits.flatMap(({ events }) => events))
  // The process may have died between storing that somebody is forgotten and blanking what was stored of them.
  if (forgotten.size > 0) await store.rewrite(meetingId, (event) => withoutPeople(event, forgotten))
  const version = commits.reduce((before, commit) => {
    if (commit.version !== before + 1) throw new Error(`the log goes from version ${before} to ${commit.version}`)
    return commit.version
  }, start.version)
  const state = replay(start.state, commits)
  assertInvariants(state)
  return { state, version }
}

/** As loadMeeting; the log of a meeting that ended and could not be put away then is put away now, and the name begins anew. */
export async function loadCurrent(store: EventStore, meetingId: MeetingId, ids: Ids): Promise<LoadedMeeting> {
  const loaded = await loadMeeting(store, meetingId)
  if (loaded.state.status !== 'ended') return loaded
  await putAway(store, loaded.state, ids)
  return { state: newMeeting, version: 0 }
}

/** What is to be kept of an ended meeting is kept under another name until its time has come; the rest is deleted. Its own name is free afterwards. */
export async function putAway(store: EventStore, { meetingId, kept }: EndedMeeting, ids: Ids): Promise<void> {
  if (kept) await store.move(meetingId, endedNameOf(meetingId, kept, ids), kept.until)
  else await store.delete(meetingId)
}
