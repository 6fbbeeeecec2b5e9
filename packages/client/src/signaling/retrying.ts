// SPDX-License-Identifier: Apache-2.0
// A request that is not a command (media), tried again on the same connection while the server asks for patience.
import type { Clock } from '../clock.ts'
import { isWorthRetrying } from '../errors.ts'
import type { SendRequest } from './Line.ts'

const maxRetries = 5
const leastRetryMs = 200

export function retrying(send: SendRequest, clock: Clock): SendRequest {
  return async (request, timeoutMs) => {
    for (let retries = 0; ; retries += 1) {
      try {
        return await send(request, timeoutMs)
      } catch (error) {
        if (!isWorthRetrying(error) || retries >= maxRetries) throw error
        const delayMs = Math.max(leastRetryMs, error.retryAfterMs ?? 0)
        await new Promise<void>((resolve) => clock.after(delayMs, resolve))
      }
    }
  }
}
