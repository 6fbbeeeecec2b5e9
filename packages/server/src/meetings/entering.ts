// SPDX-License-Identifier: Apache-2.0
// The way into a loaded meeting: what has to be known before it is decided whether somebody comes in, and what follows once they have a seat.
// Knows nothing of how commands are stored, nor of when a meeting is loaded and left.
import { type Command, findSeatByToken, type NewDoor } from '@alcove/meeting'
import type { ParticipantId, PartSnapshot } from '@alcove/protocol'
import type { Executed } from './Draft.ts'
import type { LiveMeeting, Surroundings } from './liveMeeting.ts'
import type { KnownParts } from './publisher.ts'

/** How somebody comes in, besides the command. */
export interface Way {
  /** Versions of the parts that the client holds. */
  readonly known: KnownParts
  readonly bind: Bind
  /** The password that was given, if one was. */
  readonly password?: string | undefined
  /** Of somebody who brings a secret: looks at it when their turn has come, or refuses without a look. */
  readonly guess?: (look: () => Promise<Entered>) => Promise<Entered>
}

export type Bind = (participantId: ParticipantId) => 'new' | 'same' | 'gone'
export type EnterCommand = Extract<Command, { type: 'JoinMeeting' | 'ResumeSeat' }>
export type Entered =
  | { readonly ok: true; readonly participantId: ParticipantId; readonly parts: readonly PartSnapshot[] }
  | Extract<Executed, { ok: false }>

export interface EntranceOptions {
  readonly world: Pick<Surroundings, 'askSettings' | 'passwords'>
  readonly meeting: LiveMeeting
  /** Stores what is owed and due, before anybody who came is told of the meeting. */
  readonly catchUp: () => Promise<void>
  /** Somebody is in: the meeting is idle no more. */
  readonly onComing: () => void
}

export interface Entrance {
  /** Outside the mailbox, because it takes long: the command with the door of a new meeting. Looks at no secret. */
  withDoor(command: EnterCommand): Promise<EnterCommand>
  /** Outside the mailbox, too: the command with the password checked. */
  withPasswordChecked(command: EnterCommand, password: string | undefined): Promise<EnterCommand>
  /**
   * In the mailbox, of commands that were just carried out: those who came and have their seats now. From here on their connections hold them, and each gets
   * their parts.
   */
  letIn(
    posted: readonly { readonly command: Command; readonly way?: Way }[],
    outcomes: readonly PromiseSettledResult<Executed>[],
  ): Promise<ReadonlyMap<number, Entered>>
}

export function createEntrance({ world, meeting, catchUp, onComing }: EntranceOptions): Entrance {
  /** People who come to a new meeting at the same time wait for one answer. */
  let asked: Promise<NewDoor | undefined> | undefined

  /** By the time it is decided the meeting may be there: then the answer counts for nothing. */
  async function withDoor(command: EnterCommand): Promise<EnterCommand> {
    const { askSettings, passwords } = world
    if (command.type !== 'JoinMeeting' || meeting.state().status !== 'new' || !askSettings) return command
    asked ??= askSettings(meeting.meetingId)
      .then(async (answer) => {
        if (answer?.password === undefined) return answer
        const { password, ...door } = answer
        return { ...door, passwordHash: await passwords.hash(password) }
      })
      .finally(() => {
        asked = undefined
      })
    const door = await asked
    return door ? { ...command, door } : command
  }

  /** The core counts it only for the password that holds by then. */
  async function withPasswordChecked(command: EnterCommand, password: string | undefined): Promise<EnterCommand> {
    const state = meeting.state()
    if (command.type !== 'JoinMeeting' || password === undefined) return command
    // A new meeting has the first password that there ever was of it.
    const isNew = state.status === 'new'
    const { version, hash } = isNew
      ? { version: 1, hash: command.door?.passwordHash }
      : state.status === 'running'
        ? state.door.password
        : { version: 0, hash: undefined }
    if (hash === undefined) return command
    return { ...command, password: { version, isRight: await world.passwords.isRight(password, hash) } }
  }

  function seatOf(tokenHash: string): ParticipantId | undefined {
    const state = meeting.state()
    return state.status === 'running' ? findSeatByToken(state, tokenHash)?.id : undefined
  }

  return {
    withDoor,
    withPasswordChecked,
    async letIn(posted, outcomes) {
      const entered = new Map<number, Entered>()
      const here: { readonly index: number; readonly participantId: ParticipantId; readonly way: Way }[] = []
      for (const [index, { command, way }] of posted.entries()) {
        const outcome = outcomes[index]
        if (!way || !('tokenHash' in command) || outcome?.status !== 'fulfilled' || !outcome.value.ok) continue
        const participantId = seatOf(command.tokenHash)
        if (participantId === undefined) {
          // Somebody came with the code of the same seat in the same moment.
          entered.set(index, { ok: false, error: { code: 'SEAT_UNKNOWN' } })
          continue
        }
        const binding = way.bind(participantId)
        if (binding === 'gone') entered.set(index, { ok: true, participantId, parts: [] })
        else here.push({ index, participantId, way })
        if (binding === 'new') meeting.connect(participantId)
      }
      if ([...entered.values()].some(({ ok }) => ok)) await catchUp()
      const state = meeting.state()
      if (here.length === 0 || state.status !== 'running') return entered
      onComing()
      meeting.publish()
      const theirRooms = new Set<ParticipantId>()
      for (const { index, participantId, way } of here) {
        const parts = meeting.publisher().admit(meeting.publishInput(state), participantId, way.known)
        entered.set(index, { ok: true, participantId, parts })
        for (const id of meeting.roomOf(participantId)) theirRooms.add(id)
      }
      // A dropped older connection of a seat may have left producers behind: its room forgets them.
      await meeting.changeMoment((moment) => moment, theirRooms)
      return entered
    },
  }
}
