// SPDX-License-Identifier: Apache-2.0
// How long a connection may be there without a seat. Whoever has asked for one and waits for the answer is not late: when hundreds come back at once
// after a restart, the last ones wait longer than that, and closing them would only make them come again.
import type { Clock } from '../meetings/ports.ts'

export interface SeatDeadlineOptions {
  readonly clock: Clock
  readonly limitMs: number
  readonly isSeated: () => boolean
  readonly onTooLate: () => void
}

export interface SeatDeadline {
  /** Runs a request; while one runs, nobody is late. */
  during<Result>(work: () => Promise<Result>): Promise<Result>
  cancel(): void
}

export function watchSeat({ clock, limitMs, isSeated, onTooLate }: SeatDeadlineOptions): SeatDeadline {
  let running = 0
  let cancel = () => {}
  const begin = () => {
    cancel = clock.after(limitMs, () => {
      if (isSeated()) return
      if (running > 0) begin()
      else onTooLate()
    })
  }
  begin()
  return {
    async during(work) {
      running += 1
      try {
        return await work()
      } finally {
        running -= 1
      }
    },
    cancel: () => cancel(),
  }
}
