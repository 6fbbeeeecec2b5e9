// SPDX-License-Identifier: Apache-2.0
// Chance that can be repeated: a scenario prints its seed and takes it back from ALCOVE_E2E_SEED.

export interface Random {
  readonly seed: number
  /** 0 up to, but not including, `below`. */
  integer(below: number): number
  pick<Item>(items: readonly Item[]): Item
}

export function seededRandom(): Random {
  const given = Number(process.env.ALCOVE_E2E_SEED)
  const seed = Number.isInteger(given) && given > 0 ? given : Math.floor(Math.random() * 0xffffffff)
  let state = seed >>> 0
  // mulberry32
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000
  }
  const integer = (below: number) => Math.floor(next() * below)
  return {
    seed,
    integer,
    pick(items) {
      const item = items[integer(items.length)]
      if (item === undefined) throw new Error('there is nothing to pick from')
      return item
    },
  }
}
