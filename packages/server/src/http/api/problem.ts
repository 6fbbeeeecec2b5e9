// SPDX-License-Identifier: Apache-2.0
// Errors of the REST interface: codes of the registry as problem+json (RFC 9457) with the HTTP status that each has.
import { type ApiErrorCode, errorRegistry, type WireError } from '@alcove/protocol'
import { z } from 'zod'

export const problemType = 'application/problem+json'

/** Where the page of each problem is, relative to the server. */
const problemsPath = '/api/v1/problems'

export const problemSchema = z
  .object({
    type: z.string().describe('Where this kind of problem is explained.'),
    title: z.string(),
    status: z.int(),
    detail: z.string().optional().describe('What is wrong this time.'),
    code: z.string().describe('A code of docs/errors.md; programs go by it.'),
    lines: z
      .array(z.object({ line: z.int(), column: z.string().optional(), reason: z.string() }))
      .optional()
      .describe('Every bad line of a table.'),
    details: z
      .record(z.string(), z.union([z.string(), z.number()]))
      .optional()
      .describe('Plain values that help to act on it.'),
    requestId: z.string().describe("Names this request in the server's log."),
  })
  .meta({ id: 'Problem' })

export type Problem = z.infer<typeof problemSchema>

export const httpStatus: Readonly<Record<ApiErrorCode, number>> = {
  REQUEST_INVALID: 400,
  MESSAGE_UNREADABLE: 400,
  NAME_INVALID: 400,
  MEETING_NAME_INVALID: 400,
  PERSON_LISTED_TWICE: 400,
  CHAT_TEXT_INVALID: 400,
  TEXT_INVALID: 400,
  HANDSHAKE_INVALID: 400,
  PROTOCOL_UNSUPPORTED: 400,
  API_KEY_MISSING: 401,
  API_KEY_UNKNOWN: 401,
  API_SCOPE_MISSING: 403,
  PERMISSION_DENIED: 403,
  MODERATOR_KEY_WRONG: 403,
  PASSWORD_REQUIRED: 403,
  PASSWORD_WRONG: 403,
  SEAT_BARRED: 403,
  SEAT_REMOVED: 403,
  MEDIA_WITHHELD: 403,
  ROUTE_UNKNOWN: 404,
  MEETING_UNKNOWN: 404,
  SEAT_UNKNOWN: 404,
  PARTICIPANT_UNKNOWN: 404,
  ROOM_UNKNOWN: 404,
  TIMER_NONE: 404,
  ROUND_UNKNOWN: 404,
  ROUND_NONE: 404,
  UNDO_NONE: 404,
  HELP_UNKNOWN: 404,
  CLAIM_UNKNOWN: 404,
  ANSWER_TYPE_UNSUPPORTED: 406,
  NOT_JOINED: 409,
  ALREADY_JOINED: 409,
  ROOM_CLOSED: 409,
  ROOM_IS_MAIN: 409,
  ROOM_LIMIT_REACHED: 409,
  ROOM_FULL: 409,
  ROOM_LOCKED: 403,
  GROUPING_IMPOSSIBLE: 409,
  ROUND_BEGUN: 409,
  ROUND_LIMIT_REACHED: 409,
  ROOM_NONE: 409,
  MEETING_FULL: 409,
  ROOMS_OFF: 409,
  MEETING_CROWDED: 409,
  LAST_MODERATOR: 409,
  FEATURE_DENIED: 403,
  PODIUM_FULL: 409,
  AVATAR_REFUSED: 409,
  GLANCE_OFF: 409,
  GLANCE_LIMIT_REACHED: 409,
  CHAT_ROOM_LEFT: 409,
  MEETING_EXISTS: 409,
  CLAIM_TAKEN: 409,
  CLAIM_USED: 409,
  HELP_IN_MAIN: 409,
  HELP_TAKEN: 409,
  MEDIA_NOT_OPEN: 409,
  MEDIA_REFUSED: 409,
  SEAT_REPLACED: 409,
  MEETING_DISMISSED: 410,
  MEETING_ENDED: 410,
  CLAIM_EXPIRED: 410,
  MESSAGE_TOO_LARGE: 413,
  MEDIA_TYPE_UNSUPPORTED: 415,
  IDEMPOTENCY_CONFLICT: 422,
  ROSTER_INVALID: 422,
  RATE_LIMITED: 429,
  RATE_EXCEEDED: 429,
  CHAT_TOO_FAST: 429,
  TOO_OFTEN: 429,
  INTERNAL_ERROR: 500,
  MEETING_QUARANTINED: 500,
  MEDIA_UNAVAILABLE: 503,
  TOKEN_REQUIRED: 401,
  TOKEN_INVALID: 401,
  TOKEN_KEY_UNKNOWN: 401,
  TOKEN_EXPIRED: 401,
  TOKEN_NOT_YET_VALID: 401,
  TOKEN_AUDIENCE_WRONG: 401,
  TOKEN_ISSUER_WRONG: 401,
  TOKEN_SUBJECT_WRONG: 403,
  TOKEN_ROOM_WRONG: 403,
  TOKEN_CLAIM_INVALID: 401,
  TOKEN_USER_DIFFERENT: 403,
  TOKEN_KEYS_UNAVAILABLE: 503,
  STORE_UNAVAILABLE: 503,
  PLANNER_BUSY: 503,
  SETTINGS_UNAVAILABLE: 503,
  SERVER_STOPPING: 503,
}

/** As an error of the wire, with the codes that only this interface has. */
export type ApiError = Omit<WireError, 'code'> & { readonly code: ApiErrorCode }

interface BadLine {
  readonly line: number
  readonly column?: string
  readonly reason: string
}

/** Ends an operation with a problem. Thrown inside of the REST edge only, and caught at one place there. */
export class Refused extends Error {
  override readonly name = 'Refused'
  readonly error: ApiError
  readonly detail: string | undefined
  /** Every bad line of a table. */
  readonly lines: readonly BadLine[] | undefined

  constructor(error: ApiError, detail?: string, lines?: readonly BadLine[]) {
    super(error.code)
    this.error = error
    this.detail = detail
    this.lines = lines
  }
}

export function toProblem(
  { code, details }: ApiError,
  { detail, lines }: Partial<Pick<Refused, 'detail' | 'lines'>>,
  requestId: string,
): Problem {
  return {
    type: `${problemsPath}/${code}`,
    title: errorRegistry[code].meaning,
    status: httpStatus[code],
    ...(detail === undefined ? {} : { detail }),
    code,
    ...(details === undefined ? {} : { details }),
    ...(lines === undefined ? {} : { lines: [...lines] }),
    requestId,
  }
}
