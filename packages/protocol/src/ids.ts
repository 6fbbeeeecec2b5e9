// SPDX-License-Identifier: Apache-2.0
// Branded ids: two kinds of id can never be swapped without a cast. Parsers of the wire make them; nobody else casts.
import * as z from 'zod/mini'

/** Normalised meeting name, after its tenant and a slash if it has one; it is the path of the meeting's page and the id of its event stream. */
export type MeetingId = string & z.$brand<'MeetingId'>
/** A seat in a meeting: 8 lower-case hex digits, as Jitsi's endpoint id. */
export type ParticipantId = string & z.$brand<'ParticipantId'>
/** `main` or the id of a breakout room (8 lower-case hex digits). */
export type RoomId = string & z.$brand<'RoomId'>
/** Made by the client for each command (UUID); resent commands carry the same one. */
export type CommandId = string & z.$brand<'CommandId'>
/** 256 random bits as 64 hex digits, made by the client; the server keeps only its SHA-256. */
export type ResumeToken = string & z.$brand<'ResumeToken'>

export const mainRoomId = 'main' as RoomId

/** Who acts when no person in the meeting does: whoever runs the server, through the REST interface or a command of the server. */
export const operator = 'operator'
/** Who does something: a person by their seat, or the operator. */
export type Actor = ParticipantId | typeof operator

const hex8 = /^[0-9a-f]{8}$/
export const participantIdSchema = z.string().check(z.regex(hex8)).brand<'ParticipantId'>()
export const roomIdSchema = z
  .string()
  .check(z.regex(/^(main|[0-9a-f]{8})$/))
  .brand<'RoomId'>()
export const commandIdSchema = z
  .string()
  .check(z.regex(/^[0-9a-zA-Z-]{8,64}$/))
  .brand<'CommandId'>()
export const resumeTokenSchema = z
  .string()
  .check(z.regex(/^[0-9a-f]{64}$/))
  .brand<'ResumeToken'>()
