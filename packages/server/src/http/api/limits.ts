// SPDX-License-Identifier: Apache-2.0
// How often the REST interface may be called: by one address, before its key is looked at, and with one key.
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Refused } from './problem.ts'

export interface ApiLimits {
  readonly callsPerMinuteByAddress: number
  readonly callsPerMinuteByKey: number
}

/** Preparing a large workshop takes some hundreds of calls. */
export const defaultLimits: ApiLimits = { callsPerMinuteByAddress: 2_400, callsPerMinuteByKey: 1_200 }

export interface LimitChecks {
  /** @throws Refused */
  byAddress(request: FastifyRequest): Promise<void>
  /** @throws Refused */
  byKey(request: FastifyRequest): Promise<void>
}

export function createLimits(app: FastifyInstance, limits: ApiLimits): LimitChecks {
  const timeWindow = '1 minute'
  const byAddress = app.createRateLimit({ max: limits.callsPerMinuteByAddress, timeWindow })
  const byKey = app.createRateLimit({
    max: limits.callsPerMinuteByKey,
    timeWindow,
    keyGenerator: ({ apiKey }) => apiKey?.id ?? '',
  })
  const check = (limit: typeof byKey) => async (request: FastifyRequest) => {
    const counted = await limit(request)
    if (!counted.isAllowed && counted.isExceeded)
      throw new Refused({ code: 'RATE_LIMITED', retryAfterMs: counted.ttl, details: { perMinute: counted.max } })
  }
  return { byAddress: check(byAddress), byKey: check(byKey) }
}
