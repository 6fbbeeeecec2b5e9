// SPDX-License-Identifier: Apache-2.0
// Brings a meeting back from the store: the last snapshot whose shape is today's, then the commits after it.
import { assertInvariants, evolve, fromSnapshot, type MeetingState, newMeeting, remember } from '@alcove/meeting'
import type { MeetingId } from '@alcove/protocol'
import type { Commit, EventStore } from './ports.ts'

export interface LoadedMeeting {
  readonly state: MeetingState
  /** Version of the last commit; 0 when there is none. */
  readonly version: number
}

/** Applies one commit: its events, then what its commands' outcomes were. */
export function applyCommit(state: MeetingState, commit: Pick<Commit, 'events' | 'outcomes'>): MeetingState {
  const evolved = commit.events.reduce(evolve, state)
  return commit.outcomes.reduce((known, { by, outcome }) => remember(known, by, outcome), evolved)
}

/** @throws whatever replay throws on a log that it cannot follow: the caller quarantines the meeting. */
export async function loadMeeting(store: EventStore, meetingId: MeetingId): Promise<LoadedMeeting> {
  const snapshot = await store.loadSnapshot(meetingId)
  const fromState = snapshot ? fromSnapshot(snapshot.state, snapshot.stateVersion) : undefined
  const start: LoadedMeeting =
    snapshot && fromState ? { state: fromState, version: snapshot.version } : { state: newMeeting, version: 0 }
  const loaded = (await store.read(meetingId, start.version + 1)).reduce<LoadedMeeting>((before, commit) => {
    if (commit.version !== before.version + 1)
      throw new Error(`the log goes from version ${before.version} to ${commit.version}`)
    return { state: applyCommit(before.state, commit), version: commit.version }
  }, start)
  assertInvariants(loaded.state)
  return loaded
}

/** As loadMeeting; the log of a meeting that ended and could not be deleted then is deleted now, and the name begins anew. */
export async function loadCurrent(store: EventStore, meetingId: MeetingId): Promise<LoadedMeeting> {
  const loaded = await loadMeeting(store, meetingId)
  if (loaded.state.status !== 'ended') return loaded
  await store.delete(meetingId)
  return { state: newMeeting, version: 0 }
}
