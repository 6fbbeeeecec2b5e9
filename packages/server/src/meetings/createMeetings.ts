// SPDX-License-Identifier: Apache-2.0
// All meetings of this process: loads them when somebody comes or their time is due, unloads idle ones, quarantines those that cannot be replayed.
import type { Command, CommandOf, MeetingState, PreviewFound, PreviewQuestion, ReportDecision } from '@alcove/meeting'
import type { Actor, ErrorCode, MeetingId } from '@alcove/protocol'
import type { Executed } from './Draft.ts'
import { type EndedMeetings, openEndedMeetings } from './endedMeetings.ts'
import type { EnterCommand, Entered, Way } from './entering.ts'
import type { Surroundings } from './liveMeeting.ts'
import { loadCurrent } from './loadMeeting.ts'
import { type MeetingHandle, MeetingUnloaded, openMeetingHandle } from './meetingHandle.ts'
import { afterKeptNames, isKeptName, type MediaListener, Unavailable } from './ports.ts'

export interface MeetingsOptions {
  /** How long a meeting without connections stays in memory. */
  readonly idleUnloadMs: number
  readonly settings: Extract<Command, { type: 'JoinMeeting' }>['settings']
}

export interface Meetings {
  /**
   * Takes or resumes a seat (see {@link MeetingHandle.enter}), loading the meeting if need be.
   * @throws MeetingQuarantined, Unavailable
   */
  enter(
    meetingId: MeetingId,
    command: EnterCommand,
    way: Way,
  ): Promise<{ readonly handle: MeetingHandle; readonly entered: Entered }>
  /**
   * Carries out a command of whoever runs the server. `check` sees the state that the command meets, right before it is decided, and may throw.
   * @throws MeetingQuarantined, Unavailable
   */
  execute(meetingId: MeetingId, command: Command, check?: (state: MeetingState) => void): Promise<Executed>
  /** Reads from a meeting between two commands; a meeting that nobody made is `new`. @throws MeetingQuarantined, Unavailable */
  read<Result>(meetingId: MeetingId, look: (state: MeetingState, at: number) => Result): Promise<Result>
  /** What an assignment by the server would be as things are; changes nothing. @throws MeetingQuarantined, Unavailable */
  preview(meetingId: MeetingId, question: PreviewQuestion): Promise<PreviewFound>
  /** Who was where, and how long they spoke until now. @throws MeetingQuarantined, Unavailable */
  report(meetingId: MeetingId, by: Actor): Promise<ReportDecision>
  /**
   * Ends a meeting for everybody and forgets all of it, also one that cannot be replayed, and those that were ended before under its name. Through when
   * nothing of it is stored.
   * @throws Unavailable
   */
  delete(meetingId: MeetingId, command: CommandOf<'DeleteMeeting'>): Promise<Executed>
  /** Up to `limit` meetings that are kept, after the one that is named, in an order that never changes. @throws Unavailable */
  list(after: MeetingId | undefined, limit: number): Promise<readonly MeetingId[]>
  /** What is kept of meetings that somebody ended. */
  readonly ended: EndedMeetings
  readonly settings: MeetingsOptions['settings']
  readonly mediaListener: MediaListener
  /** Loads what is due now and keeps doing so. Call once at start. */
  watchDue(): Promise<void>
  /** Ids of meetings that could not be replayed. */
  quarantined(): readonly MeetingId[]
  /** How many meetings are in memory. */
  loadedCount(): number
  /** Finishes what is queued, writes snapshots, stops all timers. */
  close(): Promise<void>
}

export class MeetingQuarantined extends Error {
  override readonly name = 'MeetingQuarantined'
  readonly code = 'MEETING_QUARANTINED' satisfies ErrorCode
}

/** No timer is set further ahead than this; the store is asked again then. */
const longestSleepMs = 60_000

export function createMeetings(world: Surroundings, options: MeetingsOptions): Meetings {
  const handles = new Map<MeetingId, Promise<MeetingHandle>>()
  const loaded = new Map<MeetingId, MeetingHandle>()
  const quarantined = new Set<MeetingId>()
  const ended = openEndedMeetings(world.store, world.clock.now)
  let cancelDue = () => {}
  let isClosing = false

  async function load(meetingId: MeetingId): Promise<MeetingHandle> {
    const start = await loadCurrent(world.store, meetingId, world.ids).catch((cause: unknown) => {
      if (cause instanceof Unavailable) throw cause
      quarantined.add(meetingId)
      world.log.error({ meetingId, cause }, 'meeting quarantined: its log cannot be replayed')
      throw new MeetingQuarantined(`meeting ${meetingId} is quarantined`, { cause })
    })
    let isUnloaded = false
    const handle = await openMeetingHandle({
      meetingId,
      loaded: start,
      world,
      idleUnloadMs: options.idleUnloadMs,
      onUnloaded: () => {
        isUnloaded = true
        handles.delete(meetingId)
        loaded.delete(meetingId)
        if (!isClosing) void watchDue()
      },
    })
    // Its time may have been over when it was loaded.
    if (!isUnloaded) loaded.set(meetingId, handle)
    return handle
  }

  function get(meetingId: MeetingId): Promise<MeetingHandle> {
    if (isClosing) return Promise.reject(new Unavailable('SERVER_STOPPING', 2_000))
    if (quarantined.has(meetingId)) return Promise.reject(new MeetingQuarantined(`meeting ${meetingId} is quarantined`))
    const known = handles.get(meetingId)
    if (known) return known
    const opening = load(meetingId)
    handles.set(meetingId, opening)
    // A failed load is forgotten, so that the next one who asks tries again.
    opening.catch(() => handles.delete(meetingId))
    return opening
  }

  /** Asks a meeting, and once more if it left memory in between. */
  async function withHandle<Result>(
    meetingId: MeetingId,
    ask: (handle: MeetingHandle) => Promise<Result>,
  ): Promise<Result> {
    const handle = await get(meetingId)
    try {
      return await ask(handle)
    } catch (error) {
      if (!(error instanceof MeetingUnloaded)) throw error
      return withHandle(meetingId, ask)
    }
  }

  async function deleteMeeting(meetingId: MeetingId, command: CommandOf<'DeleteMeeting'>): Promise<Executed> {
    const executed = await deleteCurrent(meetingId, command)
    if (!executed.ok && !isUnknown(executed)) return executed
    const isAnyDeleted = await ended.deleteAll(meetingId)
    return isAnyDeleted ? { ok: true, result: null } : executed
  }

  async function deleteCurrent(meetingId: MeetingId, command: CommandOf<'DeleteMeeting'>): Promise<Executed> {
    if (!quarantined.has(meetingId)) return withHandle(meetingId, (handle) => handle.delete(command))
    await world.store.delete(meetingId)
    quarantined.delete(meetingId)
    return { ok: true, result: null }
  }

  async function watchDue(): Promise<void> {
    cancelDue()
    let sleepMs = longestSleepMs
    try {
      const now = world.clock.now()
      const { meetingIds, nextAt } = await world.store.due(now)
      // Of what is kept of ended meetings only the end of that falls due.
      for (const meetingId of meetingIds.filter(isKeptName)) await world.store.delete(meetingId)
      // Loading is enough: a loaded meeting sees to its own due times. Quarantined ones stay due and are not tried again.
      const idle = meetingIds.filter(
        (meetingId) => !isKeptName(meetingId) && !handles.has(meetingId) && !quarantined.has(meetingId),
      )
      for (const meetingId of idle)
        await get(meetingId).catch((cause) => world.log.warn({ meetingId, cause }, 'due meeting not loaded'))
      if (nextAt !== undefined) sleepMs = Math.min(sleepMs, Math.max(nextAt - now, 0) + 1)
    } catch (cause) {
      world.log.warn({ cause }, 'due meetings not read')
      sleepMs = 1_000
    }
    cancelDue()
    if (!isClosing) cancelDue = world.clock.after(sleepMs, () => void watchDue())
  }

  const mediaListener: MediaListener = {
    onRevoked: ({ meetingId, participantId }, consumerIds) =>
      world.audience.send(meetingId, participantId, { type: 'media.revoked', consumerIds }),
    onGranted: ({ meetingId, participantId }, consumers) =>
      world.audience.send(meetingId, participantId, { type: 'media.granted', consumers }),
    onLost: ({ meetingId, participantId }) => loaded.get(meetingId)?.mediaLost(participantId),
    onLevels: (meetingId, levels) => loaded.get(meetingId)?.hear(levels),
  }

  return {
    enter: (meetingId, command, way) =>
      withHandle(meetingId, async (handle) => ({ handle, entered: await handle.enter(command, way) })),
    execute: (meetingId, command, check = () => {}) =>
      withHandle(meetingId, (handle) => handle.executeAfter(check, command)),
    read: (meetingId, look) => withHandle(meetingId, (handle) => handle.read(look)),
    preview: (meetingId, question) => withHandle(meetingId, (handle) => handle.preview(question)),
    report: (meetingId, by) => withHandle(meetingId, (handle) => handle.report(by)),
    delete: deleteMeeting,
    list: (after, limit) => world.store.meetingIds(after ?? afterKeptNames, limit),
    ended,
    settings: options.settings,
    mediaListener,
    watchDue,
    quarantined: () => [...quarantined],
    loadedCount: () => loaded.size,
    async close() {
      isClosing = true
      cancelDue()
      await Promise.all([...loaded.values()].map((handle) => handle.close()))
    },
  }
}

function isUnknown(executed: Executed): boolean {
  return !executed.ok && executed.error.code === 'MEETING_UNKNOWN'
}
