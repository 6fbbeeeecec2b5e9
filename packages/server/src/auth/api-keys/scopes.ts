// SPDX-License-Identifier: Apache-2.0
// What a key of the REST interface may be good for. A closed list: every operation names the one that it needs.

export const scopes = [
  'meetings:read',
  'meetings:write',
  'meetings:delete',
  'people:read',
  'people:write',
  'people:delete',
  'report:read',
] as const

export type Scope = (typeof scopes)[number]

/** What each scope opens, for help texts and docs/api.md. */
export const scopeMeanings: Readonly<Record<Scope, string>> = {
  'meetings:read': 'see meetings, their rooms, rounds, timer and policy',
  'meetings:write': 'prepare meetings and run them: rooms, assignments, moves, announcements, timer, moderation, end',
  'meetings:delete': 'delete meetings with all that is kept of them',
  'people:read': 'see who is in or expected in a meeting, with e-mail addresses, attributes and claim codes',
  'people:write': 'prepare seats for people and change who they are',
  'people:delete': 'delete the personal data of one person',
  'report:read': 'read who was where from when to when',
}
