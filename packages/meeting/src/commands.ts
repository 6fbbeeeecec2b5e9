// SPDX-License-Identifier: Apache-2.0
// What can be asked of a meeting: a closed union. Time, ids, names and seeds come in as data; the core makes none of them.
import type {
  ChatTarget,
  CommandId,
  Invitable,
  Kind,
  LateJoin,
  MeetingId,
  ParticipantId,
  Role,
  RoomId,
  SelfMove,
  Stoppable,
  TimerEnd,
  Whom,
} from '@alcove/protocol'

/** Commands of a person carry who asks and the id under which the outcome is remembered. */
interface ByParticipant {
  readonly by: ParticipantId
  readonly commandId: CommandId
  /** Milliseconds since 1970. */
  readonly at: number
}

/** Commands of the server itself. */
interface BySystem {
  readonly at: number
}

export type Command =
  | ({
      readonly type: 'JoinMeeting'
      readonly meetingId: MeetingId
      readonly participantId: ParticipantId
      readonly displayName: string
      readonly tokenHash: string
      readonly settings: MeetingSettings
    } & BySystem)
  | ({ readonly type: 'ResumeSeat'; readonly participantId: ParticipantId; readonly tokenHash: string } & BySystem)
  | ({ readonly type: 'LoseConnection'; readonly participantId: ParticipantId } & BySystem)
  | ({ readonly type: 'PassTime' } & BySystem)
  | ({ readonly type: 'RestartClocks' } & BySystem)
  | ({ readonly type: 'LeaveMeeting' } & ByParticipant)
  | ({ readonly type: 'ChangePolicy'; readonly selfMove: SelfMove } & ByParticipant)
  | ({ readonly type: 'ChangeRole'; readonly participantId: ParticipantId; readonly role: Role } & ByParticipant)
  | ({
      readonly type: 'MoveParticipant'
      readonly participantId: ParticipantId
      readonly toRoomId: RoomId
    } & ByParticipant)
  | ({ readonly type: 'CreateRoom'; readonly roomId: RoomId; readonly name?: string } & ByParticipant)
  | ({ readonly type: 'RenameRoom'; readonly roomId: RoomId; readonly name: string } & ByParticipant)
  | ({ readonly type: 'RemoveRoom'; readonly roomId: RoomId } & ByParticipant)
  | ({ readonly type: 'OpenRoom'; readonly roomId: RoomId } & ByParticipant)
  | ({ readonly type: 'CloseRoom'; readonly roomId: RoomId } & ByParticipant)
  | ({ readonly type: 'SendMessage'; readonly to: ChatTarget; readonly text: string } & ByParticipant)
  | ({ readonly type: 'StopMedia'; readonly source: Stoppable; readonly whom: Whom } & ByParticipant)
  /** The person takes up again what was stopped, or starts what a moderator asked for. */
  | ({ readonly type: 'StartMedia'; readonly source: Stoppable } & ByParticipant)
  | ({
      readonly type: 'InviteToStart'
      readonly participantId: ParticipantId
      readonly source: Invitable
    } & ByParticipant)
  | ({ readonly type: 'DeclineInvitation'; readonly source: Invitable } & ByParticipant)
  | ({ readonly type: 'SetMustAsk'; readonly kind: Kind; readonly mustAsk: boolean } & ByParticipant)
  | ({ readonly type: 'AskToSend'; readonly kind: Kind; readonly asking: boolean } & ByParticipant)
  | ({
      readonly type: 'AllowMedia'
      readonly kind: Kind
      readonly whom: Whom
      readonly allowed: boolean
    } & ByParticipant)
  | ({
      readonly type: 'RemoveParticipant'
      readonly participantId: ParticipantId
      readonly bar: boolean
    } & ByParticipant)
  | ({ readonly type: 'EndMeeting' } & ByParticipant)
  /** undefined: no limit. */
  | ({ readonly type: 'LimitPeople'; readonly maxPeople: number | undefined } & ByParticipant)
  /** At once, or when `inMs` have passed. */
  | ({ readonly type: 'CloseAllRooms'; readonly inMs?: number } & ByParticipant)
  | ({ readonly type: 'OpenAllRooms'; readonly inMs?: number } & ByParticipant)
  | ({ readonly type: 'CancelCountdown' } & ByParticipant)
  | ({ readonly type: 'StartTimer'; readonly durationMs: number; readonly atEnd: TimerEnd } & ByParticipant)
  | ({ readonly type: 'ExtendTimer'; readonly byMs: number } & ByParticipant)
  | ({ readonly type: 'StopTimer' } & ByParticipant)
  | ({ readonly type: 'ChangeLateJoin'; readonly lateJoin: LateJoin } & ByParticipant)
  /** Without a room: to none. */
  | ({
      readonly type: 'AssignParticipant'
      readonly participantId: ParticipantId
      readonly roomId?: RoomId
    } & ByParticipant)
  /** `hold`: assigns and moves nobody. */
  | ({
      readonly type: 'AutoAssign'
      readonly who: 'main-room' | 'everybody'
      readonly seed: number
      readonly hold?: boolean
    } & ByParticipant)

export type CommandOf<Type extends Command['type']> = Extract<Command, { type: Type }>

/** Limits and times of a meeting, fixed when it is created. */
export interface MeetingSettings {
  /** How long a lost connection counts as absent before others see the person gone. */
  readonly absenceGraceMs: number
  /** How long a meeting is kept after the last person left. */
  readonly retentionMs: number
  readonly maxRooms: number
  readonly maxSeats: number
}
