// SPDX-License-Identifier: Apache-2.0
// What the page offers when something did not work, by error code; exhaustive over the registry. The words stand in the catalogues
// (i18n/en/problems.ts): title, full text and short text of each code.
import { RequestFailed } from '@alcove/client'
import { t } from '../../i18n/texts.ts'

/** All codes of the registry, and those that only the client side can know. */
export type ProblemCode = RequestFailed['code']

/** What the page offers next. */
export type ProblemAction = 'try-again' | 'rejoin' | 'reload' | 'choose-name' | 'start-page'

export interface ProblemText {
  readonly title: string
  /** For a page of its own. */
  readonly full: string
  /** For a notice after an action. */
  readonly short: string
}

export const problemActions: Readonly<Record<ProblemCode, ProblemAction>> = {
  SERVER_UNREACHABLE: 'try-again',
  CLIENT_CLOSED: 'try-again',
  MEDIA_UNSUPPORTED: 'try-again',
  PROTOCOL_UNSUPPORTED: 'reload',
  HANDSHAKE_INVALID: 'reload',
  MESSAGE_UNREADABLE: 'reload',
  MESSAGE_TOO_LARGE: 'reload',
  REQUEST_INVALID: 'reload',
  RATE_EXCEEDED: 'try-again',
  RATE_LIMITED: 'try-again',
  TEXT_INVALID: 'try-again',
  ROOM_FULL: 'try-again',
  ROOM_LOCKED: 'try-again',
  PASSWORD_REQUIRED: 'try-again',
  PASSWORD_WRONG: 'try-again',
  TOO_OFTEN: 'try-again',
  HELP_IN_MAIN: 'try-again',
  HELP_UNKNOWN: 'try-again',
  HELP_TAKEN: 'try-again',
  NAME_INVALID: 'choose-name',
  MEETING_NAME_INVALID: 'start-page',
  MEETING_UNKNOWN: 'start-page',
  MEETING_QUARANTINED: 'start-page',
  SEAT_UNKNOWN: 'try-again',
  SEAT_REPLACED: 'try-again',
  SEAT_REMOVED: 'rejoin',
  SEAT_BARRED: 'start-page',
  MEETING_ENDED: 'start-page',
  NOT_JOINED: 'try-again',
  ALREADY_JOINED: 'reload',
  PERMISSION_DENIED: 'start-page',
  PARTICIPANT_UNKNOWN: 'try-again',
  ROOM_UNKNOWN: 'try-again',
  ROOM_CLOSED: 'try-again',
  ROOM_IS_MAIN: 'try-again',
  ROOM_LIMIT_REACHED: 'try-again',
  ROOM_NONE: 'try-again',
  GROUPING_IMPOSSIBLE: 'try-again',
  UNDO_NONE: 'try-again',
  ROUND_UNKNOWN: 'try-again',
  ROUND_BEGUN: 'try-again',
  ROUND_NONE: 'try-again',
  ROUND_LIMIT_REACHED: 'try-again',
  PLANNER_BUSY: 'try-again',
  SETTINGS_UNAVAILABLE: 'try-again',
  TIMER_NONE: 'try-again',
  FEATURE_DENIED: 'start-page',
  PODIUM_FULL: 'try-again',
  AVATAR_REFUSED: 'try-again',
  GLANCE_OFF: 'try-again',
  GLANCE_LIMIT_REACHED: 'try-again',
  MEETING_FULL: 'try-again',
  ROOMS_OFF: 'try-again',
  TOKEN_REQUIRED: 'start-page',
  TOKEN_INVALID: 'start-page',
  TOKEN_EXPIRED: 'start-page',
  TOKEN_NOT_YET_VALID: 'try-again',
  TOKEN_ROOM_WRONG: 'start-page',
  TOKEN_USER_DIFFERENT: 'rejoin',
  TOKEN_KEYS_UNAVAILABLE: 'try-again',
  TOKEN_KEY_UNKNOWN: 'start-page',
  TOKEN_AUDIENCE_WRONG: 'start-page',
  TOKEN_ISSUER_WRONG: 'start-page',
  TOKEN_SUBJECT_WRONG: 'start-page',
  TOKEN_CLAIM_INVALID: 'start-page',
  MEETING_CROWDED: 'try-again',
  MEETING_DISMISSED: 'rejoin',
  MEETING_EXISTS: 'choose-name',
  MODERATOR_KEY_WRONG: 'start-page',
  CLAIM_UNKNOWN: 'try-again',
  CLAIM_EXPIRED: 'try-again',
  CLAIM_USED: 'try-again',
  CLAIM_TAKEN: 'try-again',
  PERSON_LISTED_TWICE: 'try-again',
  LAST_MODERATOR: 'try-again',
  CHAT_TEXT_INVALID: 'try-again',
  CHAT_ROOM_LEFT: 'try-again',
  CHAT_TOO_FAST: 'try-again',
  MEDIA_NOT_OPEN: 'try-again',
  MEDIA_REFUSED: 'try-again',
  MEDIA_WITHHELD: 'try-again',
  MEDIA_UNAVAILABLE: 'try-again',
  STORE_UNAVAILABLE: 'try-again',
  SERVER_STOPPING: 'try-again',
  INTERNAL_ERROR: 'try-again',
}

export function toProblemText(code: ProblemCode): ProblemText {
  return {
    title: t(`problems.${code}.title`),
    full: t(`problems.${code}.full`),
    short: t(`problems.${code}.short`),
  }
}

export function toActionLabel(action: ProblemAction): string {
  return t(`problems.action.${action}`)
}

/** The words for whatever an action threw. */
export function toShortText(error: unknown): string {
  if (error instanceof RequestFailed && Object.hasOwn(problemActions, error.code))
    return toProblemText(error.code).short
  return t('problems.unknown')
}
