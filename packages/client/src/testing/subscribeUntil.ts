// SPDX-License-Identifier: Apache-2.0
// Waiting for a client's snapshot to become true to something, with a reason to print when it does not.
import type { MeetingClient, MeetingSnapshot } from '../api.ts'

/**
 * Resolves with the first snapshot for which `predicate` holds, now or later.
 * @param why what is being waited for, or a function that says what is still missing; part of the error.
 * @param timeoutMs default 10,000.
 * @throws Error with `why` and a summary of the last snapshot when the time is over.
 */
export function subscribeUntil(
  client: Pick<MeetingClient, 'getSnapshot' | 'subscribe'>,
  predicate: (snapshot: MeetingSnapshot) => boolean,
  why: string | ((snapshot: MeetingSnapshot) => string),
  timeoutMs = 10_000,
): Promise<MeetingSnapshot> {
  return new Promise((resolve, reject) => {
    const check = () => {
      const snapshot = client.getSnapshot()
      if (!predicate(snapshot)) return
      end()
      resolve(snapshot)
    }
    const timer = setTimeout(() => {
      end()
      const snapshot = client.getSnapshot()
      const reason = typeof why === 'string' ? why : why(snapshot)
      reject(new Error(`after ${timeoutMs} ms still waiting: ${reason}; ${summarise(snapshot)}`))
    }, timeoutMs)
    const unsubscribe = client.subscribe(check)
    const end = () => {
      clearTimeout(timer)
      unsubscribe()
    }
    check()
  })
}

function summarise({ state, view, mediaState, remoteTracks }: MeetingSnapshot): string {
  const code = state.status === 'failed' ? ` ${state.code}` : ''
  const people = view
    ? Object.values(view.meeting.people).map(({ displayName, roomId }) => `${displayName}@${roomId}`)
    : []
  const tracks = remoteTracks.map(({ participantId, source }) => `${participantId}/${source}`)
  return `state ${state.status}${code}, room ${view?.room.roomId ?? 'none'}, people [${people}], media ${mediaState}, tracks [${tracks}]`
}
