// SPDX-License-Identifier: Apache-2.0
// Commands without an outcome. Each is sent when there is a connection and sent again, with the same id, after a reconnect or when the server
// asked for patience; the server answers a repeated id with the first outcome. Knows nothing of what commands mean.
import type { CommandRequest, ResultOf } from '@alcove/protocol'
import type { Clock } from '../clock.ts'
import { type FailureCode, isWorthRetrying, RequestFailed, toRequestFailed } from '../errors.ts'
import type { SendRequest } from './Line.ts'

interface Pending {
  readonly request: CommandRequest
  retries: number
  /** On what it is under way. */
  sentOn: SendRequest | undefined
  settle(outcome: { result: unknown } | { error: RequestFailed }): void
}

const waitMs = 20_000
const maxRetries = 5
const leastRetryMs = 200

export class PendingCommands {
  readonly #clock: Clock
  readonly #pending = new Map<string, Pending>()
  /** The server asked for patience: what is asked meanwhile waits behind what is sent again, so that nothing overtakes it. */
  #isPatient = false
  #cancelRetry = () => {}
  #send: SendRequest | undefined
  #isOpen = false

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** Takes commands from now on, also before there is a connection. */
  open(): void {
    this.#isOpen = true
  }

  /** Rejects with SERVER_UNREACHABLE when there is no outcome after 20 s (or `timeoutMs`). */
  submit<Command extends CommandRequest>(request: Command, timeoutMs = waitMs): Promise<ResultOf<Command['type']>> {
    if (!this.#isOpen) return Promise.reject(new RequestFailed('NOT_JOINED'))
    return new Promise<ResultOf<Command['type']>>((resolve, reject) => {
      const pending: Pending = {
        request,
        retries: 0,
        sentOn: undefined,
        settle: (outcome) => {
          cancelTimeout()
          this.#pending.delete(request.id)
          if ('error' in outcome) reject(outcome.error)
          // The reply belongs to this request, so its result is of this request's type.
          else resolve(outcome.result as ResultOf<Command['type']>)
        },
      }
      const cancelTimeout = this.#clock.after(timeoutMs, () => {
        pending.settle({ error: new RequestFailed('SERVER_UNREACHABLE') })
      })
      this.#pending.set(request.id, pending)
      if (!this.#isPatient) void this.#transmit(pending)
    })
  }

  /** There is a connection that holds the seat: resends everything, in the order in which it was asked. */
  handleReady(send: SendRequest): void {
    this.#send = send
    this.#sendAll()
  }

  handleLost(): void {
    this.#send = undefined
    this.#endPatience()
  }

  /** The seat is another one than that for which they were asked: in its name they would be somebody else's, or done twice. */
  abandon(): void {
    this.#endPatience()
    for (const pending of [...this.#pending.values()]) pending.settle({ error: new RequestFailed('SEAT_UNKNOWN') })
  }

  /** Takes no more commands, and what waits fails with this code. */
  close(code: FailureCode): void {
    this.#isOpen = false
    this.#send = undefined
    this.#endPatience()
    // An answer that came in one piece with the last word is still on its way through promises, and counts.
    const left = [...this.#pending.values()]
    this.#clock.after(0, () => {
      for (const pending of left) pending.settle({ error: new RequestFailed(code) })
    })
  }

  async #transmit(pending: Pending): Promise<void> {
    const send = this.#send
    if (!send) return
    pending.sentOn = send
    try {
      pending.settle({ result: await send(pending.request, waitMs) })
    } catch (error) {
      const failure = toRequestFailed(error, 'INTERNAL_ERROR')
      // Lost on the way: it stays and goes out again with the next connection.
      if (failure.code === 'SERVER_UNREACHABLE' || !this.#pending.has(pending.request.id)) return
      if (isWorthRetrying(failure) && pending.retries < maxRetries) this.#retryLater(pending, failure)
      else pending.settle({ error: failure })
    }
  }

  #retryLater(pending: Pending, failure: RequestFailed): void {
    pending.retries += 1
    pending.sentOn = undefined
    this.#isPatient = true
    this.#cancelRetry()
    const delayMs = Math.max(leastRetryMs, failure.retryAfterMs ?? 0)
    this.#cancelRetry = this.#clock.after(delayMs, () => this.#sendAll())
  }

  #sendAll(): void {
    this.#endPatience()
    for (const pending of this.#pending.values()) if (pending.sentOn !== this.#send) void this.#transmit(pending)
  }

  #endPatience(): void {
    this.#isPatient = false
    this.#cancelRetry()
  }
}
