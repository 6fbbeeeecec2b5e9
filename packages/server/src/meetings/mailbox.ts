// SPDX-License-Identifier: Apache-2.0
// A meeting's mailbox: what is posted runs one after the other, in the order in which it was posted. Orders that wait next to each other are carried out
// together, so that a crowd that comes at once costs little more than one person. What fails does not stop the next.

export interface Mailbox<Order, Outcome> {
  /** Runs `task` after all that was posted before; settles as the task does. */
  post<Result>(task: () => Promise<Result> | Result): Promise<Result>
  /** Has an order carried out, after all that was posted before. */
  order(order: Order): Promise<Outcome>
  /** Resolves when all that is queued now has run. */
  drained(): Promise<void>
}

/** More would keep those who wait behind them for too long. */
const maxOrdersTogether = 64

type Item<Order, Outcome> =
  | { readonly kind: 'task'; readonly run: () => Promise<void> }
  | { readonly kind: 'order'; readonly order: Order; readonly settle: (outcome: PromiseSettledResult<Outcome>) => void }

/** @param carryOut carries out orders in their order, and tells of each how it went. */
export function createMailbox<Order, Outcome>(
  carryOut: (orders: readonly Order[]) => Promise<readonly PromiseSettledResult<Outcome>[]>,
): Mailbox<Order, Outcome> {
  const queue: Item<Order, Outcome>[] = []
  let isWorking = false

  function add(item: Item<Order, Outcome>): void {
    queue.push(item)
    if (!isWorking) void work()
  }

  /** Never fails: what it runs tells its own failures. */
  async function work(): Promise<void> {
    isWorking = true
    // In a turn of its own, so that what is posted together waits together.
    await Promise.resolve()
    for (;;) {
      const [first] = queue
      if (!first) {
        isWorking = false
        return
      }
      if (first.kind === 'task') {
        queue.shift()
        await first.run()
      } else await carryOutTogether()
    }
  }

  async function carryOutTogether(): Promise<void> {
    const orders: Extract<Item<Order, Outcome>, { kind: 'order' }>[] = []
    while (orders.length < maxOrdersTogether) {
      const [next] = queue
      if (next?.kind !== 'order') break
      orders.push(next)
      queue.shift()
    }
    const outcomes = await carryOut(orders.map(({ order }) => order)).catch((reason): [] => {
      for (const { settle } of orders) settle({ status: 'rejected', reason })
      return []
    })
    for (const [index, outcome] of outcomes.entries()) orders[index]?.settle(outcome)
  }

  function post<Result>(task: () => Promise<Result> | Result): Promise<Result> {
    return new Promise((resolve, reject) => {
      const run = async () => {
        try {
          resolve(await task())
        } catch (error) {
          reject(error)
        }
      }
      add({ kind: 'task', run })
    })
  }

  return {
    post,
    order: (order) =>
      new Promise((resolve, reject) => {
        const settle = (outcome: PromiseSettledResult<Outcome>) =>
          outcome.status === 'fulfilled' ? resolve(outcome.value) : reject(outcome.reason)
        add({ kind: 'order', order, settle })
      }),
    drained: () => post(() => {}),
  }
}
