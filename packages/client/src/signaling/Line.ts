// SPDX-License-Identifier: Apache-2.0
// Requests and replies of one live connection: each request gets its result, its error, or SERVER_UNREACHABLE when the connection ends
// or no reply comes in time. Resends nothing.
import { isErrorCode, type Reply, type Request, type ResultOf, type WireError } from '@alcove/protocol'
import type { Clock } from '../clock.ts'
import { RequestFailed } from '../errors.ts'
import type { SocketPort } from './socket.ts'

/** Sends one request; rejects with RequestFailed. */
export type SendRequest = <Ask extends Request>(request: Ask, timeoutMs?: number) => Promise<ResultOf<Ask['type']>>

const replyTimeoutMs = 10_000

export class Line {
  readonly #socket: SocketPort
  readonly #clock: Clock
  readonly #waiting = new Set<(error: RequestFailed) => void>()
  #isOpen = true

  constructor(socket: SocketPort, clock: Clock) {
    this.#socket = socket
    this.#clock = clock
  }

  readonly send: SendRequest = (request, timeoutMs = replyTimeoutMs) => {
    type Result = ResultOf<(typeof request)['type']>
    if (!this.#isOpen) return Promise.reject(new RequestFailed('SERVER_UNREACHABLE'))
    return new Promise<Result>((resolve, reject) => {
      const fail = (error: RequestFailed) => {
        settle()
        reject(error)
      }
      const cancel = this.#clock.after(timeoutMs, () => fail(new RequestFailed('SERVER_UNREACHABLE')))
      const settle = () => {
        cancel()
        this.#waiting.delete(fail)
      }
      this.#waiting.add(fail)
      this.#socket.emit(request, (answer) => {
        const reply = toReply<(typeof request)['type']>(answer)
        if (!reply.ok) return fail(RequestFailed.fromWire(reply.error))
        settle()
        resolve(reply.result)
      })
    })
  }

  /** The connection is gone: what still waits fails now. */
  end(): void {
    this.#isOpen = false
    for (const fail of [...this.#waiting]) fail(new RequestFailed('SERVER_UNREACHABLE'))
  }
}

/** The result is the server's word and not looked into; only the envelope is checked. */
function toReply<Type extends Request['type']>(answer: unknown): Reply<Type> {
  if (typeof answer === 'object' && answer !== null && 'ok' in answer) {
    if (answer.ok === true && 'result' in answer) return answer as Reply<Type>
    if (answer.ok === false && 'error' in answer && isWireError(answer.error)) return { ok: false, error: answer.error }
  }
  return { ok: false, error: { code: 'INTERNAL_ERROR' } }
}

function isWireError(value: unknown): value is WireError {
  return typeof value === 'object' && value !== null && 'code' in value && isErrorCode(value.code)
}
