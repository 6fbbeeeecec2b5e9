// SPDX-License-Identifier: Apache-2.0
// Lua patterns, in which tokens of Jitsi may name the rooms that they open (`context.room.regex`). A pattern must cover the whole name, in which no
// letter is upper case. Matching follows all ways at once, so that no pattern takes longer than its length times the name's.

interface Item {
  readonly fits: (character: string) => boolean
  readonly repeat: '' | '*' | '+' | '-' | '?'
}

export type LuaPattern = readonly Item[]

const maxItems = 200

const classes: Readonly<Record<string, RegExp>> = {
  a: /\p{L}/u,
  c: /\p{Cc}/u,
  d: /\p{Nd}/u,
  g: /[^\s\p{Cc}]/u,
  l: /\p{Ll}/u,
  p: /[\p{P}\p{S}]/u,
  s: /\s/u,
  u: /\p{Lu}/u,
  w: /[\p{L}\p{Nd}]/u,
  x: /[\da-f]/i,
}

/** @returns undefined for what is malformed, and for balances, frontiers and back-references (`%b`, `%f`, `%1`), which no room needs. */
export function parseLuaPattern(pattern: string): LuaPattern | undefined {
  const characters = [...pattern]
  const items: Item[] = []
  let at = characters[0] === '^' ? 1 : 0
  let depth = 0
  while (at < characters.length) {
    const character = characters[at] ?? ''
    if (character === '$' && at === characters.length - 1) break
    // What a group captures does not matter here.
    if (character === '(' || character === ')') {
      depth += character === '(' ? 1 : -1
      if (depth < 0) return undefined
      at += 1
      continue
    }
    const single = parseSingle(characters, at)
    if (!single || items.length === maxItems) return undefined
    at = single.end
    const repeat = parseRepeat(characters[at])
    if (repeat !== '') at += 1
    items.push({ fits: single.fits, repeat })
  }
  return depth === 0 ? items : undefined
}

export function matchesLuaPattern(pattern: LuaPattern, name: string): boolean {
  const characters = [...name]
  let reached = new Set([0])
  for (const { fits, repeat } of pattern) {
    const isOptional = repeat === '*' || repeat === '-' || repeat === '?'
    const next = new Set(isOptional ? reached : [])
    for (const start of reached) {
      for (let at = start; at < characters.length && fits(characters[at] ?? ''); at += 1) {
        // From here on another way has been already.
        if (next.has(at + 1)) break
        next.add(at + 1)
        if (repeat === '' || repeat === '?') break
      }
    }
    reached = next
  }
  return reached.has(characters.length)
}

interface Single {
  readonly fits: Item['fits']
  readonly end: number
}

function parseSingle(characters: readonly string[], at: number): Single | undefined {
  const character = characters[at] ?? ''
  if (character === '.') return { fits: () => true, end: at + 1 }
  if (character === '[') return parseSet(characters, at + 1)
  if (character === '%') return parseEscape(characters[at + 1], at + 2)
  return { fits: literal(character), end: at + 1 }
}

function parseEscape(character: string | undefined, end: number): Single | undefined {
  if (character === undefined || /[bf\d]/.test(character)) return undefined
  const named = classes[character.toLowerCase()]
  if (!/[a-z]/i.test(character)) return { fits: literal(character), end }
  if (!named) return undefined
  const isComplement = character !== character.toLowerCase()
  return { fits: (one) => named.test(one) !== isComplement, end }
}

/** @param start behind the opening bracket */
function parseSet(characters: readonly string[], start: number): Single | undefined {
  const isComplement = characters[start] === '^'
  const first = isComplement ? start + 1 : start
  const members: Item['fits'][] = []
  let at = first
  // A closing bracket that comes first is a member.
  while (characters[at] !== ']' || at === first) {
    const member = parseMember(characters, at)
    if (!member) return undefined
    members.push(member.fits)
    at = member.end
  }
  return { fits: (one) => members.some((fits) => fits(one)) !== isComplement, end: at + 1 }
}

function parseMember(characters: readonly string[], at: number): Single | undefined {
  const character = characters[at]
  if (character === undefined) return undefined
  if (character === '%') return parseEscape(characters[at + 1], at + 2)
  const last = characters[at + 2]
  if (characters[at + 1] === '-' && last !== undefined && last !== ']') {
    const [from, to] = [character.toLowerCase(), last.toLowerCase()]
    return { fits: (one) => one >= from && one <= to, end: at + 3 }
  }
  return { fits: literal(character), end: at + 1 }
}

function literal(character: string): Item['fits'] {
  const wanted = character.toLowerCase()
  return (one) => one === wanted
}

function parseRepeat(character: string | undefined): Item['repeat'] {
  return character === '*' || character === '+' || character === '-' || character === '?' ? character : ''
}
