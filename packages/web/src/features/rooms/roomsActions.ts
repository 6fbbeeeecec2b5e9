// SPDX-License-Identifier: Apache-2.0
// What the rooms pane can ask for. `moderate` is absent for those who may not.

import type {
  AnnounceTo,
  AssignmentPreview,
  AttendanceReport,
  LateJoin,
  ParticipantId,
  PodiumRooms,
  Role,
  RoomGroup,
  RoomId,
  SelfMove,
  TimerEnd,
  Whom,
} from '@alcove/protocol'
import type { MeetingDoorActions } from '../door/meetingDoorActions.ts'
import type { DoorActions, RoomSettingActions } from '../doors/doorActions.ts'
import type { ModerationActions } from '../moderation/moderationActions.ts'
import type { PeopleActions } from '../people/peopleActions.ts'
import type { RoundsActions } from '../rounds/roundsActions.ts'
import type { TemplateActions } from '../templates/templateActions.ts'
import type { SplitOrder } from './splitPlan.ts'

export interface ModerateActions extends RoomSettingActions {
  /** Without a name the server gives the next one. */
  readonly addRoom: (name: string | undefined) => void
  readonly renameRoom: (roomId: RoomId, name: string) => void
  readonly renamePerson: (participantId: ParticipantId, name: string) => void
  readonly removeRoom: (roomId: RoomId) => void
  readonly openRoom: (roomId: RoomId) => void
  readonly closeRoom: (roomId: RoomId) => void
  readonly closeAllRooms: (inMs: number) => void
  readonly openAllRooms: (inMs: number) => void
  readonly cancelCountdown: () => void
  readonly startTimer: (durationMs: number, atEnd: TimerEnd) => void
  readonly extendTimer: (byMs: number) => void
  readonly stopTimer: () => void
  readonly setLateJoin: (lateJoin: LateJoin) => void
  /** Undefined: to no room. */
  readonly assign: (participantId: ParticipantId, roomId: RoomId | undefined) => void
  readonly move: (participantId: ParticipantId, roomId: RoomId) => void
  /** Assigns and moves these people, all or nobody; in the main room: assigned to none. Resolves with whether it was done; tells by itself. */
  readonly seat: (groups: readonly RoomGroup[]) => Promise<boolean>
  readonly setRole: (participantId: ParticipantId, role: Role) => void
  readonly setSelfMove: (selfMove: SelfMove) => void
  /** Resolves with whether it was sent; tells by itself. */
  readonly announce: (to: AnnounceTo, text: string) => Promise<boolean>
  readonly lowerHands: (whom: Whom) => void
  /** Rejects when it cannot be had, and leaves telling to the caller. */
  readonly getReport: () => Promise<AttendanceReport>
  readonly moderation: ModerationActions
  readonly takePodium: (rooms: PodiumRooms) => void
  readonly leavePodium: () => void
  readonly look: (roomId: RoomId, isLooking: boolean) => void
  readonly setMayLookIn: (allowed: boolean) => void
  readonly meetingDoor: MeetingDoorActions
  /** Seats people, adding the rooms that are missing; with `hold` it says where they belong and moves nobody. Rejects when it was not done, and leaves telling to the caller. */
  readonly split: (order: SplitOrder, seed: number | undefined) => Promise<unknown>
  /** What the split would be; changes nothing. Rejects as the split would. */
  readonly previewSplit: (order: SplitOrder) => Promise<AssignmentPreview>
  readonly rounds: RoundsActions
  readonly people: PeopleActions
  readonly templates: TemplateActions
}

export interface RoomsActions {
  readonly join: (roomId: RoomId) => void
  /** Resolves with undefined when one is in, else with why not. */
  readonly joinWith: (roomId: RoomId, password: string) => Promise<string | undefined>
  readonly doors: DoorActions
  readonly moderate: ModerateActions | undefined
}
