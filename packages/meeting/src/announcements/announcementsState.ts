// SPDX-License-Identifier: Apache-2.0
// What is kept of announcements (SPEC AN): the newest ones, and of every room the last one made to it.
import type { Actor, RoomId } from '@alcove/protocol'

export interface AnnouncementsState {
  /** How many were ever made. */
  readonly made: number
  /** Oldest first; bounded. */
  readonly kept: readonly StoredAnnouncement[]
}

export interface StoredAnnouncement {
  /** Its number in the meeting, from 1. */
  readonly id: number
  readonly from: Actor
  readonly roomIds: readonly RoomId[]
  readonly text: string
  readonly at: number
}

export const noAnnouncements: AnnouncementsState = { made: 0, kept: [] }
