// SPDX-License-Identifier: Apache-2.0
// Meetings that somebody ended and whose logs are kept for their retention, each under a name of its own that no meeting can have. Reading one is replaying
// it; nothing happens in it any more.
import { type KeptMeeting, newMeeting, replay } from '@alcove/meeting'
import type { Actor, CommandId, MeetingId, ParticipantId } from '@alcove/protocol'
import { withoutPeople } from './forgotten.ts'
import { type EventStore, type Ids, keptName } from './ports.ts'

/** One of them: which among those of its name, and when it ended. */
export interface EndedRef {
  readonly endedId: string
  readonly endedAt: number
}

export interface EndedMeetings {
  /** Of this name, the last one first. @throws Unavailable */
  list(meetingId: MeetingId): Promise<readonly EndedRef[]>
  /** @returns undefined when it is not kept, or not any more. @throws Unavailable */
  read(meetingId: MeetingId, endedId: string): Promise<KeptMeeting | undefined>
  /** The one whose report opens with this key. @throws Unavailable */
  findByReportKey(meetingId: MeetingId, reportKeyHash: string): Promise<KeptMeeting | undefined>
  /** Whether a call ended one of this name lately, so that the same call again ends no other. @throws Unavailable */
  wasEndedBy(meetingId: MeetingId, by: Actor, commandId: CommandId): Promise<boolean>
  /** Blanks what names somebody. @returns whether there is such a person. @throws Unavailable */
  forget(meetingId: MeetingId, endedId: string, participantId: ParticipantId): Promise<boolean>
  /** @returns whether it was kept. @throws Unavailable */
  delete(meetingId: MeetingId, endedId: string): Promise<boolean>
  /** All of this name. @returns whether there was any. @throws Unavailable */
  deleteAll(meetingId: MeetingId): Promise<boolean>
}

const tagLength = 16
const pageLength = 200
/** Programs that got no answer try again within hours. */
const sameCallWithinMs = 24 * 60 * 60_000

/** The name under which the log of a meeting is kept: when it ended, and the beginning of the hash of its report's key, by which it is found. */
export function endedNameOf(meetingId: MeetingId, { endedAt, last }: KeptMeeting, ids: Ids): MeetingId {
  const tag = last.reportKeyHash?.slice(0, tagLength) ?? `${ids.roomId()}${ids.roomId()}`
  return keptName(meetingId, `${Math.floor(endedAt).toString(36)}-${tag}`)
}

export function openEndedMeetings(store: EventStore, now: () => number): EndedMeetings {
  async function list(meetingId: MeetingId): Promise<readonly EndedRef[]> {
    const found: EndedRef[] = []
    let after = keptName(meetingId, '')
    for (;;) {
      const names = await store.meetingIds(after, pageLength)
      const own = names.filter((name) => name.startsWith(keptName(meetingId, '')))
      found.push(...own.map((name) => toRef(name.slice(keptName(meetingId, '').length))))
      const last = names.at(-1)
      if (last === undefined || own.length < pageLength) break
      after = last
    }
    return found.sort((a, b) => b.endedAt - a.endedAt)
  }

  async function read(meetingId: MeetingId, endedId: string): Promise<KeptMeeting | undefined> {
    const commits = await store.read(keptName(meetingId, endedId), 1)
    const state = replay(newMeeting, commits)
    const kept = state.status === 'ended' ? state.kept : undefined
    return kept && kept.until > now() ? kept : undefined
  }

  async function remove(meetingId: MeetingId, endedId: string): Promise<boolean> {
    const kept = await read(meetingId, endedId)
    await store.delete(keptName(meetingId, endedId))
    return kept !== undefined
  }

  return {
    list,
    read,
    async findByReportKey(meetingId, reportKeyHash) {
      const tag = reportKeyHash.slice(0, tagLength)
      const refs = (await list(meetingId)).filter(({ endedId }) => endedId.endsWith(`-${tag}`))
      for (const { endedId } of refs) {
        const kept = await read(meetingId, endedId)
        if (kept?.last.reportKeyHash === reportKeyHash) return kept
      }
      return undefined
    },
    async wasEndedBy(meetingId, by, commandId) {
      for (const { endedId, endedAt } of await list(meetingId)) {
        if (endedAt < now() - sameCallWithinMs) break
        const last = (await store.read(keptName(meetingId, endedId), 1)).at(-1)
        if (last?.outcomes.some((one) => one.by === by && one.outcome.commandId === commandId)) return true
      }
      return false
    },
    async forget(meetingId, endedId, participantId) {
      const kept = await read(meetingId, endedId)
      if (!kept?.last.seats.has(participantId)) return false
      await store.rewrite(keptName(meetingId, endedId), (event) => withoutPeople(event, new Set([participantId])))
      return true
    },
    delete: remove,
    async deleteAll(meetingId) {
      const refs = await list(meetingId)
      for (const { endedId } of refs) await store.delete(keptName(meetingId, endedId))
      return refs.length > 0
    },
  }
}

function toRef(endedId: string): EndedRef {
  return { endedId, endedAt: Number.parseInt(endedId.split('-')[0] ?? '', 36) }
}
