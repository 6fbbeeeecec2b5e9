// SPDX-License-Identifier: Apache-2.0
// Surroundings for tests of the application layer: a clock that is moved by hand, an audience and media that write down, in one list, what happened
// in which order. The store is the memory adapter, which passes the same contract as SQLite.
import { groupPeople, type MediaPlan } from '@alcove/meeting'
import type {
  MediaOffer,
  MeetingId,
  ParticipantId,
  PartKey,
  RoomId,
  ServerMessage,
  Source,
  WireError,
} from '@alcove/protocol'
import { openMemoryStore } from '../../store/testing/index.ts'
import { createMeetings, type Meetings } from '../createMeetings.ts'
import type { EnterCommand } from '../entering.ts'
import type { AskSettings, EventStore, Ids, Log, MediaPort, Planner, Production } from '../ports.ts'
import { createHandClock, type HandClock } from './handClock.ts'

export type Happening =
  | { readonly what: 'revoke'; readonly plan: MediaPlan }
  | { readonly what: 'grant' }
  | { readonly what: 'pause'; readonly who: ParticipantId; readonly source: Source; readonly paused: boolean }
  | { readonly what: 'close'; readonly to: ParticipantId; readonly error: WireError }
  | { readonly what: 'send'; readonly to: ParticipantId; readonly message: ServerMessage }
  | { readonly what: 'broadcast'; readonly part: PartKey; readonly message: ServerMessage }
  | { readonly what: 'admit' | 'dismiss'; readonly to: ParticipantId; readonly part: PartKey }
  | { readonly what: 'log'; readonly message: string }

export const meetingId = 'workshop' as MeetingId

export interface World {
  readonly meetings: Meetings
  readonly happened: Happening[]
  /** What clients began to send, as it was asked of media. */
  readonly produced: Production[]
  readonly clock: HandClock
  readonly ids: Ids
  readonly store: EventStore
  /** Holds the next revocations back until the returned function is called. */
  holdRevocations(): () => void
  /** Enters by a name; the same name comes back to the same seat. */
  enter(name: string): Promise<ParticipantId>
}

export interface WorldOptions {
  /** Another process's store: what is in it survives. */
  readonly store?: EventStore
  readonly idleUnloadMs?: number
  readonly planner?: Planner
  readonly askSettings?: AskSettings
}

/** Plans in this thread. */
const inThisThread: Planner = { plan: async (_meetingId, task) => groupPeople(task) }

export function createWorld({
  store = openMemoryStore(),
  idleUnloadMs = 300_000,
  planner = inThisThread,
  askSettings,
}: WorldOptions = {}): World {
  const happened: Happening[] = []
  const produced: Production[] = []
  const clock = createHandClock(1_000_000)
  let heldBack: Promise<void> = Promise.resolve()
  let made = 0
  const hex8 = () => {
    made += 1
    return made.toString(16).padStart(8, '0')
  }
  const media: MediaPort = {
    open: async () => ({}) as MediaOffer,
    setCapabilities: () => {},
    connect: async () => {},
    restartIce: async () => ({}),
    produce: async (_key, production) => {
      produced.push(production)
      return 'producer'
    },
    setPaused: async ({ participantId: who }, source, paused) =>
      void happened.push({ what: 'pause', who, source, paused }),
    closeProducer: () => {},
    ready: async () => {},
    close: () => {},
    closeMeeting: () => {},
    revoke: async (_meetingId, plan) => {
      await heldBack
      happened.push({ what: 'revoke', plan })
    },
    grant: () => happened.push({ what: 'grant' }),
  }
  const ids: Ids = {
    participantId: () => hex8() as ParticipantId,
    roomId: () => hex8() as RoomId,
    seed: () => 7,
    epoch: hex8,
  }
  const note = (_fields: unknown, message: string) => void happened.push({ what: 'log', message })
  const log: Log = { info: note, warn: note, error: note }
  const meetings = createMeetings(
    {
      store,
      media,
      planner,
      clock,
      log,
      ids,
      ...(askSettings && { askSettings }),
      // What a hash hides is no matter of these tests.
      passwords: {
        hash: async (password) => `hash of ${password}`,
        isRight: async (password, hash) => hash === `hash of ${password}`,
      },
      audience: {
        send: (_meetingId, to, message) => void happened.push({ what: 'send', to, message }),
        admit: (_meetingId, to, part) => void happened.push({ what: 'admit', to, part }),
        dismiss: (_meetingId, to, part) => void happened.push({ what: 'dismiss', to, part }),
        close: (_meetingId, to, error) => void happened.push({ what: 'close', to, error }),
        broadcast: (_meetingId, part, message) => void happened.push({ what: 'broadcast', part, message }),
      },
    },
    {
      idleUnloadMs,
      settings: {
        absenceGraceMs: 60_000,
        retentionMs: 86_400_000,
        keyedRetentionMs: 2_592_000_000,
        maxRooms: 100,
        maxSeats: 1_000,
        firstIsModerator: true,
      },
    },
  )

  return {
    meetings,
    happened,
    produced,
    clock,
    ids,
    store,
    holdRevocations() {
      let release = () => {}
      heldBack = new Promise((resolve) => {
        release = resolve
      })
      return release
    },
    async enter(name) {
      const command: EnterCommand = {
        type: 'JoinMeeting',
        meetingId,
        participantId: hex8() as ParticipantId,
        displayName: name,
        tokenHash: `hash of ${name}`,
        settings: meetings.settings,
        at: clock.now(),
      }
      const { entered } = await meetings.enter(meetingId, command, { known: {}, bind: () => 'new' })
      if (!entered.ok) throw new Error(entered.error.code)
      return entered.participantId
    },
  }
}
