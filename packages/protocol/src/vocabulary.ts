// SPDX-License-Identifier: Apache-2.0
// The field's words that every side shares.
import * as z from 'zod/mini'

export const roleSchema = z.enum(['moderator', 'participant'])
/** Belongs to the meeting, not to a room: a moderator is one in every room. */
export type Role = z.infer<typeof roleSchema>

export const sourceSchema = z.enum(['microphone', 'camera', 'screen', 'screen-audio'])
/** What a track shows or carries; a participant has at most one track of each. */
export type Source = z.infer<typeof sourceSchema>

export type Kind = 'audio' | 'video'

/** Kind of the track of a source. */
export const kindOf: Readonly<Record<Source, Kind>> = {
  microphone: 'audio',
  camera: 'video',
  screen: 'video',
  'screen-audio': 'audio',
}

export const selfMoveSchema = z.enum(['anywhere', 'main-only', 'nowhere'])
/** Where people who are not moderators may take themselves: any open room and main, only back to main, or not at all. */
export type SelfMove = z.infer<typeof selfMoveSchema>

export const lateJoinSchema = z.enum(['main', 'fewest', 'choose', 'lobby'])
/** Where newcomers go while rooms are under way: to main, to the room with the fewest people, to main with the choice of a room offered, or into the lobby. */
export type LateJoin = z.infer<typeof lateJoinSchema>

export const beforeModeratorSchema = z.enum(['join', 'wait'])
/** What people do who come to a meeting with a moderator key before any moderator is there: come in as participants, or wait in the lobby. */
export type BeforeModerator = z.infer<typeof beforeModeratorSchema>

export const toldOutsideSchema = z.enum(['nothing', 'count', 'names'])
/** What those are told who have not entered yet: nothing, how many people are in the meeting, or also the names of those in the main room. */
export type ToldOutside = z.infer<typeof toldOutsideSchema>

export const timerEndSchema = z.enum(['bring-back', 'nothing'])
/** What the end of the timer brings: everybody comes back after a countdown, or nothing. */
export type TimerEnd = z.infer<typeof timerEndSchema>

/** How long rooms are held, by the timer or in a round: from one minute to eight hours. */
export const durationMsSchema = z.int().check(z.gte(60_000), z.lte(8 * 3_600_000))

export const features = ['breakout-rooms', 'screen-sharing', 'send-groupchat'] as const
/** What a token can take from its holder, by Jitsi's names and in their style. */
export type Feature = (typeof features)[number]

/** What a countdown announces: all rooms open and people go to theirs, all close and people come back, or the next round begins. */
export type RoomsAction = 'open-all' | 'bring-back' | 'next-round'
