// SPDX-License-Identifier: Apache-2.0
// Of a very long list, what is drawn: as many as one looks through; typing brings the others. Pure.

export const mostListed = 60

export interface Listed<Entry> {
  readonly listed: readonly Entry[]
  /** How many more fit what was typed. */
  readonly restCount: number
}

export function toListed<Entry>(entries: readonly Entry[], isWanted: (entry: Entry) => boolean): Listed<Entry> {
  const wanted = entries.filter(isWanted)
  return { listed: wanted.slice(0, mostListed), restCount: Math.max(0, wanted.length - mostListed) }
}
