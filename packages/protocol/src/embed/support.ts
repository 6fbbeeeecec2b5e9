// SPDX-License-Identifier: Apache-2.0
// The words of the tables that say what this product does with each name of the iframe interface.

/** P0: breakout rooms and what a meeting with them needs; P1: commonly used; P2: exotic; own: beyond Jitsi. */
export type Priority = 'P0' | 'P1' | 'P2' | 'own'

/** What this product does with a name. */
export type Support = Supported | Later | Unsupported

export interface Supported {
  readonly state: 'supported'
  readonly priority: Priority
  /** Arguments, payload or result, as developers write it. */
  readonly shape: string
  /** Where it differs from Jitsi, or what is worth knowing. */
  readonly note: string
}

/** The feature behind it is not there yet. */
export interface Later {
  readonly state: 'later'
  readonly priority: Priority
  readonly why: string
}

/** It will not come. */
export interface Unsupported {
  readonly state: 'unsupported'
  readonly priority: Priority
  readonly why: string
}

export function supported(priority: Priority, shape: string, note = ''): Supported {
  return { state: 'supported', priority, shape, note }
}

export function later(priority: Priority, why: string): Later {
  return { state: 'later', priority, why }
}

export function unsupported(priority: Priority, why: string): Unsupported {
  return { state: 'unsupported', priority, why }
}

/** The names in a table that this product supports. */
export type SupportedIn<Table> = {
  [Name in keyof Table]: Table[Name] extends Supported ? Name : never
}[keyof Table]
