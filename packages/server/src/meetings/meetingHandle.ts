// SPDX-License-Identifier: Apache-2.0
// The door to one loaded meeting: everything from outside is posted to its mailbox here; its clock and its idle timer live here too.
import {
  type Command,
  type CommandOf,
  type HistoryPage,
  type HistoryQuery,
  InvariantError,
  isAround,
  isConnected,
  isPlanned,
  type MeetingState,
  nextDueAt,
  type PreviewFound,
  type PreviewQuestion,
  type ReportDecision,
  type RunningMeeting,
  readHistory,
  readReport,
} from '@alcove/meeting'
import type { Actor, ParticipantId, Reaction } from '@alcove/protocol'
import type { Executed, Order } from './Draft.ts'
import { createEntrance, type EnterCommand, type Entered, type Way } from './entering.ts'
import { LiveMeeting, pulseMs, type Surroundings } from './liveMeeting.ts'
import { type LoadedMeeting, putAway } from './loadMeeting.ts'
import { createMailbox } from './mailbox.ts'
import { createMediaRequests, type MediaRequests } from './meetingRequests.ts'
import { withoutParticipant } from './momentChanges.ts'
import { type PageText, type PageTextSent, PageTexts } from './pageTexts.ts'
import { executePlanned, previewPlanned } from './planning.ts'
import { Unavailable, VersionConflict } from './ports.ts'
import { type Reacted, Reactions } from './reactions.ts'
import { hearLevels } from './speaking.ts'

export interface MeetingHandle {
  readonly meetingId: LiveMeeting['meetingId']
  /**
   * Takes or resumes a seat for a connection. `bind` is called in the mailbox, once the seat is stored and before anything is published:
   * it makes the connection the seat's only one and says whether it was that already, or is gone by now.
   */
  enter(command: EnterCommand, way: Way): Promise<Entered>
  /** Carries out a command of somebody seated. @throws MeetingUnloaded */
  execute(command: Command): Promise<Executed>
  /** As execute; first `check` sees the state that the command meets, and may throw. @throws MeetingUnloaded */
  executeAfter(check: (state: MeetingState) => void, command: Command): Promise<Executed>
  /** Reads between two commands. @throws MeetingUnloaded */
  read<Result>(look: (state: MeetingState, at: number) => Result): Promise<Result>
  /** Ends the meeting, sends everybody away, and is through when nothing of it is stored any more. @throws MeetingUnloaded */
  delete(command: CommandOf<'DeleteMeeting'>): Promise<Executed>
  /** What an assignment by the server would be as things are; changes nothing. @throws Unavailable */
  preview(question: PreviewQuestion): Promise<PreviewFound>
  /** What this person may read of what was written. Nothing sent later is in it, nothing told earlier is missing. */
  history(participantId: ParticipantId, query: HistoryQuery): Promise<HistoryPage>
  /** Tells the people of this person's room, who sees it for a moment; changes nothing. */
  react(participantId: ParticipantId, reaction: Reaction): Promise<Reacted>
  /** Carries a text to other pages of the room. */
  sendPageText(participantId: ParticipantId, text: PageText): Promise<PageTextSent>
  /** Who was where and how long they spoke until now, as moderators and the operator may know it. */
  report(by: Actor): Promise<ReportDecision>
  /** The seat's connection ended. */
  connectionLost(participantId: ParticipantId): void
  /** The worker of this person's media died. */
  mediaLost(participantId: ParticipantId): void
  /** Audio levels of one interval. */
  hear(levels: ReadonlyMap<ParticipantId, number>): void
  readonly media: MediaRequests
  close(): Promise<void>
}

export interface HandleOptions {
  readonly meetingId: LiveMeeting['meetingId']
  readonly loaded: LoadedMeeting
  readonly world: Surroundings
  readonly idleUnloadMs: number
  readonly onUnloaded: () => void
}

/** What waits in the mailbox: a command, of somebody who comes in or not. */
interface Posted extends Order {
  readonly way?: Way
}
interface CarriedOut {
  readonly executed: Executed
  /** Of somebody who comes in, unless they were refused. */
  readonly entered: Entered | undefined
}

/** What could not be stored is tried again after this long. */
const retryMs = 1_000
/** Speakers count as silent 600 ms after they were last heard; looking again a little later publishes it. */
const silenceCheckMs = 700

export async function openMeetingHandle({
  meetingId,
  loaded,
  world,
  idleUnloadMs,
  onUnloaded,
}: HandleOptions): Promise<MeetingHandle> {
  const { clock, log, media, store } = world
  const mailbox = createMailbox(carryOut)
  const meeting = new LiveMeeting(meetingId, loaded, world, askForPulse)
  const requests = createMediaRequests(meeting, mailbox, media)
  const entrance = createEntrance({ world, meeting, catchUp, onComing: () => cancelIdle() })
  const reactions = new Reactions(world.audience)
  const pageTexts = new PageTexts(world.audience)
  let cancelDue = () => {}
  let cancelIdle = () => {}
  let cancelSilence = () => {}
  let cancelPulse: (() => void) | undefined
  let isHearing = false
  let isClosed = false

  async function run(orders: readonly Order[]): Promise<readonly PromiseSettledResult<Executed>[]> {
    refuseWhenClosed()
    try {
      return await meeting.executeTogether(orders)
    } catch (error) {
      if (isInvariantError(error)) return runAlone(orders, error)
      if (!(error instanceof VersionConflict)) throw error
      beginAnew()
      throw new Unavailable('STORE_UNAVAILABLE', retryMs, { cause: error })
    } finally {
      schedule()
      // Queued before anybody who may come now, so that they find the name free.
      if (meeting.state().status === 'ended') void mailbox.post(end)
    }
  }

  /** One of them cannot be stored, whatever the others are: each is tried by itself, so that only that one fails. */
  async function runAlone(orders: readonly Order[], error: Error): Promise<readonly PromiseSettledResult<Executed>[]> {
    const [first, ...others] = orders
    if (first && others.length === 0) {
      log.error({ meetingId, command: first.command.type, error }, 'invariant broken; nothing was changed')
      throw error
    }
    const outcomes: PromiseSettledResult<Executed>[] = []
    for (const order of orders) {
      const [outcome] = await run([order]).catch((reason) => [{ status: 'rejected' as const, reason }])
      if (outcome) outcomes.push(outcome)
    }
    return outcomes
  }

  /**
   * The log went on without us (what was told to have failed was stored after all): nobody knows any more what people were told. As after a restart the
   * meeting leaves memory, and everybody comes back to their seat.
   */
  function beginAnew(): void {
    log.warn({ meetingId }, 'version conflict: loading the meeting again')
    stop()
    media.closeMeeting(meetingId)
    for (const participantId of [...meeting.connected()]) {
      meeting.disconnect(participantId)
      world.audience.close(meetingId, participantId, { code: 'STORE_UNAVAILABLE', retryAfterMs: retryMs })
    }
    onUnloaded()
  }

  async function runOne(command: Command): Promise<Executed> {
    const [outcome] = await run([{ command }])
    if (outcome?.status === 'fulfilled') return outcome.value
    throw outcome?.reason
  }

  /** What the server itself has to record; when it cannot be stored now, schedule sees that it is still owed. */
  async function runSystem(command: Command): Promise<void> {
    await runOne(command).catch((error) => tellOwed(command, error))
  }

  function tellOwed({ type }: Command, error: unknown): void {
    log.warn({ meetingId, command: type, error }, 'could not be stored, trying again')
  }

  /** People whose connections were lost: they have none from here on, and count as lost in the same moment, so that they are gone in one, too. */
  function disconnected(posted: readonly Posted[]): readonly Posted[] {
    const at = clock.now()
    return posted.map((order) => {
      const { command } = order
      if (command.type !== 'LoseConnection') return order
      meeting.disconnect(command.participantId)
      return { ...order, command: { ...command, at } }
    })
  }

  /** Forgets who could not be forgotten before, records absences that could not be recorded when they began, then whatever time has brought. */
  async function catchUp(): Promise<void> {
    if (isClosed) return
    await blankForgotten()
    const state = meeting.state()
    if (state.status !== 'running') return
    const owed = owedAbsences(state).map(
      ({ id }): Command => ({ type: 'LoseConnection', participantId: id, at: clock.now() }),
    )
    const [first] = owed
    if (first) await run(owed.map((command) => ({ command }))).catch((error) => tellOwed(first, error))
    await runSystem({ type: 'PassTime', at: clock.now() })
    if (meeting.state().status === 'ended') await end()
  }

  async function blankForgotten(): Promise<void> {
    await meeting
      .blankForgotten()
      .catch((cause) => log.warn({ meetingId, cause }, 'forgotten people are still in the log, trying again'))
  }

  function passTime(): void {
    void mailbox.post(catchUp)
  }

  /** Whose connection ended and the log does not say so yet. */
  function owedAbsences(state: RunningMeeting) {
    return [...state.seats.values()].filter((seat) => isConnected(seat) && !meeting.connected().has(seat.id))
  }

  /** What was due before and could not be stored is tried again after a while; no timer is longer than timers can be. */
  function waitFor(dueAt: number): number {
    const waitMs = dueAt - clock.now()
    return waitMs < 0 ? retryMs : Math.min(waitMs, 2 ** 31 - 1)
  }

  function schedule(): void {
    cancelDue()
    cancelIdle()
    if (isClosed) return
    const state = meeting.state()
    if (state.status === 'running') {
      const dueAt = nextDueAt(state)
      if (meeting.isBlankingOwed() || owedAbsences(state).length > 0) cancelDue = clock.after(retryMs, passTime)
      else if (dueAt !== undefined) cancelDue = clock.after(waitFor(dueAt), passTime)
    }
    if (meeting.connected().size === 0) cancelIdle = clock.after(idleUnloadMs, () => void mailbox.post(unload))
  }

  async function unload(): Promise<void> {
    // Loading starts the clocks of absence anew, so a meeting stays until they have run out.
    if (isClosed || meeting.connected().size > 0 || isAnybodyExpected() || meeting.isBlankingOwed()) return
    stop()
    await meeting.saveSnapshot().catch((cause) => log.warn({ meetingId, cause }, 'snapshot not stored'))
    media.closeMeeting(meetingId)
    onUnloaded()
  }

  function isAnybodyExpected(): boolean {
    const state = meeting.state()
    return state.status === 'running' && [...state.seats.values()].some(isAround)
  }

  /** The meeting has ended, by its retention or by a moderator: its log is put away, and its name is free. */
  async function end(): Promise<void> {
    if (isClosed) return
    stop()
    media.closeMeeting(meetingId)
    const state = meeting.state()
    // What cannot be put away now is when it is due or when somebody comes: an ended log is never gone on with.
    if (state.status === 'ended')
      await meeting
        .blankForgotten()
        .then(() => putAway(store, state, world.ids))
        .catch((cause) => log.warn({ meetingId, cause }, 'ended meeting not put away yet'))
    onUnloaded()
  }

  function stop(): void {
    isClosed = true
    cancelDue()
    cancelIdle()
    cancelSilence()
    cancelPulse?.()
  }

  function hear(levels: ReadonlyMap<ParticipantId, number>): void {
    // Levels that come while the last ones are still queued add nothing.
    if (isHearing || isClosed) return
    isHearing = true
    void mailbox
      .post(async () => {
        cancelSilence()
        const isSomebodySpeaking = await hearLevels(meeting, levels, clock.now())
        if (isSomebodySpeaking) cancelSilence = clock.after(silenceCheckMs, () => hear(new Map()))
      })
      .catch((error) => log.warn({ meetingId, error }, 'audio levels were not published'))
      .finally(() => {
        isHearing = false
      })
  }

  function refuseWhenClosed(): void {
    if (isClosed) throw new MeetingUnloaded()
  }

  /** Whoever comes after the end comes to the next meeting of the name. */
  function refuseWhenOver(state: MeetingState): void {
    if (isClosed || state.status === 'ended') throw new MeetingUnloaded()
  }

  function askForPulse(): void {
    if (isClosed || cancelPulse) return
    cancelPulse = clock.after(pulseMs, () => {
      cancelPulse = undefined
      void mailbox.post(pulse).catch((error) => log.warn({ meetingId, error }, 'activity was not published'))
    })
  }

  async function pulse(): Promise<void> {
    if (isClosed) return
    await meeting.pulse()
    if (meeting.spoken.isDue(clock.now())) await storeSpoken()
  }

  async function storeSpoken(): Promise<void> {
    if (!meeting.spoken.isAnythingLeft()) return
    await runSystem(meeting.spoken.toStore(clock.now()))
    meeting.spoken.settle(clock.now())
  }

  /** What waited together in the mailbox, each run of neighbours that may become one commit. */
  async function carryOut(posted: readonly Posted[]): Promise<readonly PromiseSettledResult<CarriedOut>[]> {
    const outcomes: PromiseSettledResult<CarriedOut>[] = []
    while (outcomes.length < posted.length) {
      const rest = posted.slice(outcomes.length)
      const end = rest.findIndex((one) => kindOf(one) !== kindOf(rest[0]))
      outcomes.push(...(await carryOutAlike(end === -1 ? rest : rest.slice(0, end))))
    }
    return outcomes
  }

  async function carryOutAlike(posted: readonly Posted[]): Promise<readonly PromiseSettledResult<CarriedOut>[]> {
    try {
      const outcomes = await run(kindOf(posted[0]) === 'loss' ? disconnected(posted) : posted)
      const entered = await entrance.letIn(posted, outcomes)
      return outcomes.map((outcome, index): PromiseSettledResult<CarriedOut> => {
        if (outcome.status === 'rejected') return outcome
        return { status: 'fulfilled', value: { executed: outcome.value, entered: entered.get(index) } }
      })
    } catch (reason) {
      return posted.map(() => ({ status: 'rejected', reason }))
    }
  }

  const post = async (command: Command, check: NonNullable<Order['check']>) =>
    (await mailbox.order({ command, check })).executed
  const planning = {
    meetingId,
    planner: world.planner,
    ids: world.ids,
    read: <Result>(question: (state: MeetingState) => Result) => mailbox.post(() => question(meeting.state())),
  }

  const executeAfter: MeetingHandle['executeAfter'] = (check, command) => {
    const checked = (ready: Command) =>
      post(ready, (state) => {
        refuseWhenClosed()
        check(state)
      })
    return isPlanned(command) ? executePlanned(command, planning, checked) : checked(command)
  }

  const handle: MeetingHandle = {
    meetingId,
    enter: async (command, way) => {
      const asked = await entrance.withDoor(command)
      const look = async () => {
        const checked = await entrance.withPasswordChecked(asked, way.password)
        const { executed, entered } = await mailbox.order({ command: checked, check: refuseWhenOver, way })
        if (entered) return entered
        if (executed.ok) throw new InvariantError('somebody was let in and has no seat')
        return executed
      }
      return way.guess ? way.guess(look) : look()
    },
    execute: (command) => executeAfter(() => {}, command),
    executeAfter,
    preview: (question) => previewPlanned(question, planning),
    read: (look) =>
      mailbox.post(() => {
        refuseWhenClosed()
        return look(meeting.state(), clock.now())
      }),
    delete: (command) =>
      mailbox.post(async () => {
        refuseWhenClosed()
        const executed = await runOne(command)
        if (!executed.ok) return executed
        // The same as end does, but whoever asked hears when it did not work; what is left is then deleted as end says.
        await store.delete(meetingId)
        await end()
        return executed
      }),
    history: (participantId, query) => mailbox.post(async () => readHistory(meeting.state(), participantId, query)),
    react: (participantId, reaction) =>
      mailbox.post(async () => reactions.react(meeting, participantId, reaction, clock.now())),
    sendPageText: (participantId, text) =>
      mailbox.post(async () => pageTexts.send(meeting, participantId, text, clock.now())),
    report: (by) =>
      mailbox.post(async () => {
        refuseWhenClosed()
        // So that the totals are those of now.
        await storeSpoken()
        return readReport(meeting.state(), by, clock.now())
      }),
    connectionLost(participantId) {
      const command: Command = { type: 'LoseConnection', participantId, at: clock.now() }
      mailbox.order({ command, check: refuseWhenClosed }).catch((error) => {
        if (!(error instanceof MeetingUnloaded)) tellOwed(command, error)
      })
    },
    mediaLost(participantId) {
      void mailbox
        .post(() =>
          meeting.changeMoment((moment) => withoutParticipant(moment, participantId), meeting.roomOf(participantId)),
        )
        .catch((error) => log.warn({ meetingId, error }, 'lost media was not published'))
      world.audience.send(meetingId, participantId, { type: 'media.reset' })
    },
    hear,
    media: requests,
    async close() {
      await mailbox.drained()
      if (isClosed) return
      await mailbox.post(storeSpoken)
      await blankForgotten()
      stop()
      await meeting.saveSnapshot().catch((cause) => log.warn({ meetingId, cause }, 'snapshot not stored'))
      media.closeMeeting(meetingId)
    },
  }

  // Nobody is connected to a meeting that was just loaded, whatever its log says: the clocks of absence start anew.
  if (meeting.state().status === 'running')
    await mailbox.post(() => runSystem({ type: 'RestartClocks', at: clock.now() }).then(catchUp))
  schedule()
  return handle
}

/** The meeting left memory between being found and being asked; asking again loads it. */
export class MeetingUnloaded extends Error {
  override readonly name = 'MeetingUnloaded'
}

/**
 * Only neighbours of one kind become one commit: nobody is let in whom the next command sends away, a message is told to the people of its room before
 * the next command brings somebody there, and who lost their connection has none only from there on.
 */
function kindOf(posted: Posted | undefined): 'entry' | 'loss' | 'message' | 'other' {
  if (posted?.way) return 'entry'
  if (posted?.command.type === 'LoseConnection') return 'loss'
  return posted?.command.type === 'SendMessage' ? 'message' : 'other'
}

/** Also that of a store, which knows the core's own as little as we know its. */
function isInvariantError(error: unknown): error is Error {
  return error instanceof Error && error.name === 'InvariantError'
}
