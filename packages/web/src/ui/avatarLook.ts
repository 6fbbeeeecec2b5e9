// SPDX-License-Identifier: Apache-2.0
// How a person looks without a camera: initials and a colour that stay the same for the same person everywhere.

/** One or two letters: of the first and the last word, or the first of a single one. Whole letters, also outside the basic plane. */
export function toInitials(name: string): string {
  const words = name
    .split(/\s+/)
    .map((word) => firstLetterOf(word))
    .filter((letter) => letter !== '')
  const first = words[0] ?? '?'
  const last = words.length > 1 ? (words.at(-1) ?? '') : ''
  return (first + last).toUpperCase()
}

/** A hue in degrees, from the id (not the name, so that two people of one name differ). */
export function toHue(id: string): number {
  let hash = 2166136261
  for (let index = 0; index < id.length; index += 1) hash = Math.imul(hash ^ id.charCodeAt(index), 16777619)
  return (hash >>> 0) % 360
}

function firstLetterOf(word: string): string {
  const match = /[\p{L}\p{N}]/u.exec(word)
  return match ? match[0] : ([...word][0] ?? '')
}
