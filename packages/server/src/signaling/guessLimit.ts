// SPDX-License-Identifier: Apache-2.0
// Holds back whoever guesses passwords, codes or keys: by meeting and address, counting wrong ones only. A school behind one address may mistype a few times.

export interface GuessLimit {
  /** How long, in ms, until another guess is looked at; 0: now. */
  waitMs(key: string, nowMs: number): number
  /** A guess was wrong. */
  failed(key: string, nowMs: number): void
  /** Looks at one guess of a key after the other: of many at once all would be looked at before the first was found wrong. */
  inTurn<Result>(key: string, look: () => Promise<Result>): Promise<Result>
}

const burst = 20
const forgetsOneInMs = 10_000
const mostKeys = 10_000

export function createGuessLimit(): GuessLimit {
  const guesses = new Map<string, { readonly wrong: number; readonly at: number }>()
  const turns = new Map<string, Promise<unknown>>()
  const left = (key: string, nowMs: number) => {
    const { wrong, at } = guesses.get(key) ?? { wrong: 0, at: nowMs }
    // Clocks may be set back; that adds no guesses.
    return Math.max(0, wrong - Math.max(0, nowMs - at) / forgetsOneInMs)
  }
  return {
    waitMs(key, nowMs) {
      const over = left(key, nowMs) - (burst - 1)
      return over <= 0 ? 0 : Math.ceil(over * forgetsOneInMs)
    },
    failed(key, nowMs) {
      const wrong = left(key, nowMs) + 1
      guesses.delete(key)
      guesses.set(key, { wrong, at: nowMs })
      // The oldest go first; who guesses from that many addresses is held back by what a hash costs.
      const [oldest] = guesses.keys()
      if (guesses.size > mostKeys && oldest !== undefined) guesses.delete(oldest)
    },
    async inTurn(key, look) {
      const turn = (turns.get(key) ?? Promise.resolve()).then(look)
      const isOver = turn.then(
        () => {},
        () => {},
      )
      turns.set(key, isOver)
      await isOver
      if (turns.get(key) === isOver) turns.delete(key)
      return turn
    },
  }
}
