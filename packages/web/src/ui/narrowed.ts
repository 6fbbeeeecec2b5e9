// SPDX-License-Identifier: Apache-2.0
// Of a very long list, what is drawn: as many as one looks through; typing brings the others. Pure.

export const mostListed = 60

export interface Listed<Entry> {
  readonly listed: readonly Entry[]
  /** How many more fit what was typed. */
  readonly restCount: number
}

export function toListed<Entry>(
  entries: readonly Entry[],
  nameOf: (entry: Entry) => string,
  typed: string,
): Listed<Entry> {
  const found = findNamed(entries, nameOf, typed)
  return { listed: found.slice(0, mostListed), restCount: Math.max(0, found.length - mostListed) }
}

/** Those in whose name the letters stand, whatever their case and accents; all of them, the same list, when nothing was typed. */
export function findNamed<Entry>(
  entries: readonly Entry[],
  nameOf: (entry: Entry) => string,
  typed: string,
): readonly Entry[] {
  const letters = plain(typed)
  return letters === '' ? entries : entries.filter((entry) => plain(nameOf(entry)).includes(letters))
}

function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .trim()
    .toLowerCase()
}
