// SPDX-License-Identifier: Apache-2.0
// Finds web addresses in what people write. Only http and https ever become links; everything else stays text.

export type TextPart =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'link'; readonly text: string }

// Marks that turn the direction of writing end an address: with them it could look like another one.
const address = /https?:\/\/[^\s<>"`\u200e\u200f\u202a-\u202e\u2066-\u2069]+/giu
const trailing = /[.,;:!?'"*_~\])}…]+$/u

export function linkify(text: string): readonly TextPart[] {
  const parts: TextPart[] = []
  let from = 0
  for (const match of text.matchAll(address)) {
    const link = withoutTrailing(match[0])
    if (!URL.canParse(link)) continue
    if (match.index > from) parts.push({ type: 'text', text: text.slice(from, match.index) })
    parts.push({ type: 'link', text: link })
    from = match.index + link.length
  }
  if (from < text.length) parts.push({ type: 'text', text: text.slice(from) })
  return parts
}

/** What ends a sentence is not part of the address; a closing bracket is when it was opened in it. */
function withoutTrailing(found: string): string {
  const end = trailing.exec(found)
  if (!end) return found
  const stem = found.slice(0, end.index)
  return end[0].startsWith(')') && stem.includes('(') ? `${stem})` : stem
}
