// SPDX-License-Identifier: Apache-2.0
// The registry of errors: the only place where codes are born. Codes are never reused. docs/errors.md lists them, and a test holds both together.
// Families are named by consequence: a rejection changes nothing and the connection stays; a protocol error costs the connection;
// unavailable means try again; internal means a bug of ours; call means that a program called the REST interface wrongly, which the wire never tells.

export type ErrorFamily = 'rejection' | 'protocol' | 'unavailable' | 'internal' | 'call'

export const errorRegistry = {
  PROTOCOL_UNSUPPORTED: {
    family: 'protocol',
    meaning: 'The client speaks a version of the protocol that this server does not; reload the page.',
  },
  HANDSHAKE_INVALID: { family: 'protocol', meaning: 'The connection named no meeting or no protocol version.' },
  MESSAGE_UNREADABLE: { family: 'protocol', meaning: 'A message could not be decoded.' },
  MESSAGE_TOO_LARGE: { family: 'protocol', meaning: 'A message was larger than the limit.' },
  REQUEST_INVALID: { family: 'protocol', meaning: 'A request did not have the shape of the contract.' },
  RATE_EXCEEDED: { family: 'protocol', meaning: 'The client kept sending after it was told to slow down.' },
  RATE_LIMITED: { family: 'rejection', meaning: 'Requests come faster than allowed; try again after retryAfterMs.' },
  NAME_INVALID: {
    family: 'rejection',
    meaning: 'A name is empty, longer than 80 characters or has unprintable characters.',
  },
  MEETING_NAME_INVALID: {
    family: 'rejection',
    meaning:
      'A meeting name is empty, too long, reserved or has characters other than letters, digits, hyphen, underscore and dot.',
  },
  MEETING_UNKNOWN: { family: 'rejection', meaning: 'There is no such meeting, or it has ended.' },
  MEETING_QUARANTINED: {
    family: 'rejection',
    meaning:
      'The meeting cannot be read back from its log; nothing in it can be changed until an operator looks at it.',
  },
  SEAT_UNKNOWN: {
    family: 'rejection',
    meaning: 'No seat of this meeting answers to this id and resume token; join anew.',
  },
  SEAT_REPLACED: {
    family: 'protocol',
    meaning: 'The seat was continued on a newer connection; this one is over and stays away.',
  },
  SEAT_REMOVED: {
    family: 'protocol',
    meaning: 'A moderator removed this person from the meeting; the connection is over. The seat can be resumed.',
  },
  SEAT_BARRED: {
    family: 'rejection',
    meaning: 'A moderator removed this person for good: the seat and its resume token open the meeting no more.',
  },
  MEETING_ENDED: { family: 'protocol', meaning: 'A moderator ended the meeting for everybody.' },
  MEETING_DISMISSED: {
    family: 'protocol',
    meaning: 'A moderator sent everybody away; the meeting is kept, and goes on when somebody comes again.',
  },
  NOT_JOINED: { family: 'rejection', meaning: 'The request needs a seat: join or resume first.' },
  ALREADY_JOINED: { family: 'rejection', meaning: 'This connection has a seat already.' },
  PERMISSION_DENIED: { family: 'rejection', meaning: 'The role or the policy of the meeting does not allow this.' },
  AVATAR_REFUSED: {
    family: 'rejection',
    meaning: 'This server shows no pictures that people choose for themselves.',
  },
  PARTICIPANT_UNKNOWN: { family: 'rejection', meaning: 'No such person in this meeting, or they have left.' },
  ROOM_UNKNOWN: { family: 'rejection', meaning: 'No such room in this meeting.' },
  ROOM_CLOSED: { family: 'rejection', meaning: 'The room is closed: only moderators can send people in.' },
  ROOM_IS_MAIN: { family: 'rejection', meaning: 'The main room cannot be renamed, opened, closed or removed.' },
  ROOM_FULL: { family: 'rejection', meaning: 'As many people are in the room as it has places.' },
  ROOM_LOCKED: {
    family: 'rejection',
    meaning: 'The room is locked: knock, and somebody inside or a moderator lets you in.',
  },
  PASSWORD_REQUIRED: { family: 'rejection', meaning: 'A password is needed to come in.' },
  PASSWORD_WRONG: { family: 'rejection', meaning: 'The password is wrong.' },
  ROOM_LIMIT_REACHED: { family: 'rejection', meaning: 'The meeting has as many rooms as it may have.' },
  ROOM_NONE: { family: 'rejection', meaning: 'There are no rooms to seat people in; add rooms first.' },
  ROOMS_OFF: {
    family: 'rejection',
    meaning: 'The meeting may use no breakout rooms: its moderators or the server switched them off.',
  },
  GROUPING_IMPOSSIBLE: {
    family: 'rejection',
    meaning:
      'A constraint on who sits with whom cannot be met; details say which, of whom, and how much is needed and available.',
  },
  UNDO_NONE: { family: 'rejection', meaning: 'There is no assignment by the server that could be taken back.' },
  ROUND_UNKNOWN: {
    family: 'rejection',
    meaning: 'No such round in this meeting, or the list of rounds is not the present one.',
  },
  ROUND_BEGUN: { family: 'rejection', meaning: 'The round has begun, and what was begun is only renamed.' },
  ROUND_NONE: { family: 'rejection', meaning: 'No round is left that could begin; plan one.' },
  ROUND_LIMIT_REACHED: { family: 'rejection', meaning: 'The meeting has as many rounds as it may have.' },
  TIMER_NONE: { family: 'rejection', meaning: 'No timer is set that could be extended; start one.' },
  TOKEN_REQUIRED: {
    family: 'rejection',
    meaning: 'People come into the meetings of this server with a token only; ask whoever invited you for a link.',
  },
  TOKEN_INVALID: {
    family: 'rejection',
    meaning: 'The token is malformed, altered, or signed in a way or by somebody that this server does not accept.',
  },
  TOKEN_KEY_UNKNOWN: {
    family: 'rejection',
    meaning: 'The token names no key, or one that this server does not know.',
  },
  TOKEN_EXPIRED: { family: 'rejection', meaning: 'The token was valid until some time ago; a new one is needed.' },
  TOKEN_NOT_YET_VALID: { family: 'rejection', meaning: 'The token becomes valid later.' },
  TOKEN_AUDIENCE_WRONG: { family: 'rejection', meaning: 'The token is meant for another service.' },
  TOKEN_ISSUER_WRONG: { family: 'rejection', meaning: 'This server does not accept tokens of this issuer.' },
  TOKEN_SUBJECT_WRONG: { family: 'rejection', meaning: 'The token is for another tenant.' },
  TOKEN_ROOM_WRONG: { family: 'rejection', meaning: 'The token does not open this meeting.' },
  TOKEN_CLAIM_INVALID: {
    family: 'rejection',
    meaning: 'A claim of the token is missing or has a value that cannot be; details.claim names it.',
  },
  TOKEN_USER_DIFFERENT: {
    family: 'rejection',
    meaning: 'The seat belongs to another user than the one of the token; join anew.',
  },
  FEATURE_DENIED: {
    family: 'rejection',
    meaning: 'The token of this person denies the feature; for commands, details.feature names it.',
  },
  PODIUM_FULL: {
    family: 'rejection',
    meaning: 'As many people speak to rooms as may do so at once; try again when somebody has stopped.',
  },
  GLANCE_OFF: { family: 'rejection', meaning: 'This meeting does not allow moderators to look into rooms.' },
  GLANCE_LIMIT_REACHED: {
    family: 'rejection',
    meaning: 'One looks into as many rooms as one may at once; look away from one first.',
  },
  MEETING_FULL: { family: 'rejection', meaning: 'The meeting has as many seats as it may have.' },
  MEETING_CROWDED: {
    family: 'rejection',
    meaning: 'As many people are in the meeting as its moderators let in at once; try again when somebody has left.',
  },
  MEETING_EXISTS: { family: 'rejection', meaning: 'There is a meeting of this name already.' },
  MODERATOR_KEY_WRONG: {
    family: 'rejection',
    meaning: 'The moderator key is not the one of this meeting; ask for a new moderator link.',
  },
  CLAIM_UNKNOWN: { family: 'rejection', meaning: 'No seat of this meeting answers to this code; ask for a new one.' },
  CLAIM_EXPIRED: { family: 'rejection', meaning: 'The code has expired; ask for a new one.' },
  CLAIM_USED: { family: 'rejection', meaning: 'Somebody is here already by this code; ask for a new one.' },
  PERSON_LISTED_TWICE: { family: 'rejection', meaning: 'A list of people names the same person twice.' },
  CLAIM_TAKEN: { family: 'rejection', meaning: 'The code belongs to another seat of this meeting.' },
  LAST_MODERATOR: {
    family: 'rejection',
    meaning: 'The last moderator cannot give the role up; make somebody else moderator first.',
  },
  CHAT_TEXT_INVALID: {
    family: 'rejection',
    meaning: 'A message is empty, longer than 2,000 characters or has control characters.',
  },
  CHAT_ROOM_LEFT: { family: 'rejection', meaning: 'The message is for a room in which its writer is not (any more).' },
  CHAT_TOO_FAST: { family: 'rejection', meaning: 'Too many messages in a short time; try again after retryAfterMs.' },
  TEXT_INVALID: { family: 'rejection', meaning: 'A text is empty, too long or has control characters.' },
  TOO_OFTEN: {
    family: 'rejection',
    meaning: 'This person did this too often in a short time; try again after retryAfterMs.',
  },
  HELP_IN_MAIN: {
    family: 'rejection',
    meaning: 'Help is asked for from a breakout room; in the main room this is done by raising the hand.',
  },
  HELP_UNKNOWN: { family: 'rejection', meaning: 'There is no such request for help, or it is over.' },
  HELP_TAKEN: { family: 'rejection', meaning: 'Another moderator takes care of this request for help.' },
  MEDIA_NOT_OPEN: { family: 'rejection', meaning: 'The request needs open transports: send media.open first.' },
  MEDIA_REFUSED: { family: 'rejection', meaning: 'The media parameters were refused.' },
  MEDIA_WITHHELD: {
    family: 'rejection',
    meaning: 'A moderator stopped this track (start it again first), or people have to ask before they send this.',
  },
  API_KEY_MISSING: {
    family: 'call',
    meaning: "Calls of the REST interface need a key, which the server's command api-key makes.",
  },
  API_KEY_UNKNOWN: {
    family: 'call',
    meaning: 'No such key; it may have been revoked.',
  },
  API_SCOPE_MISSING: {
    family: 'call',
    meaning: 'The key is not good for this: it lacks the scope in details.',
  },
  ROUTE_UNKNOWN: {
    family: 'call',
    meaning: 'The REST interface has nothing at this address.',
  },
  MEDIA_TYPE_UNSUPPORTED: {
    family: 'call',
    meaning: 'The body is of a type that is not read here.',
  },
  ANSWER_TYPE_UNSUPPORTED: {
    family: 'call',
    meaning: 'There is no answer of the types that the Accept header names.',
  },
  IDEMPOTENCY_CONFLICT: {
    family: 'call',
    meaning: 'The Idempotency-Key was used for something else before; use a new one.',
  },
  ROSTER_INVALID: {
    family: 'call',
    meaning: 'A table of people cannot be read or has bad lines, which the problem lists; nothing was changed.',
  },
  MEDIA_UNAVAILABLE: {
    family: 'unavailable',
    meaning: 'The media worker is being replaced; try again after retryAfterMs.',
  },
  STORE_UNAVAILABLE: {
    family: 'unavailable',
    meaning: 'The change could not be stored, so it did not happen; try again after retryAfterMs.',
  },
  PLANNER_BUSY: {
    family: 'unavailable',
    meaning: 'Too many groups are being planned on this server; nothing was changed, try again after retryAfterMs.',
  },
  TOKEN_KEYS_UNAVAILABLE: {
    family: 'unavailable',
    meaning: 'The keys that tokens are checked with cannot be read now; try again after retryAfterMs.',
  },
  SETTINGS_UNAVAILABLE: {
    family: 'unavailable',
    meaning:
      'Whoever runs the meeting could not be asked for its settings, so it has not begun; try again after retryAfterMs.',
  },
  SERVER_STOPPING: { family: 'unavailable', meaning: 'The server is stopping; reconnect after retryAfterMs.' },
  INTERNAL_ERROR: { family: 'internal', meaning: 'A bug of ours; nothing was changed.' },
} as const satisfies Record<string, { family: ErrorFamily; meaning: string }>

/** Every code there is; the REST interface may answer any. */
export type ApiErrorCode = keyof typeof errorRegistry

/** Codes that the wire may tell. */
export type ErrorCode = {
  [Code in ApiErrorCode]: (typeof errorRegistry)[Code]['family'] extends 'call' ? never : Code
}[ApiErrorCode]

/** Codes of answers that the pure core gives. */
export type RejectionCode = {
  [Code in ErrorCode]: (typeof errorRegistry)[Code]['family'] extends 'rejection' ? Code : never
}[ErrorCode]

/** How an error travels. `details` holds plain data that helps to act on it, such as the id that was not found. */
export interface WireError {
  readonly code: ErrorCode
  readonly retryAfterMs?: number
  readonly details?: Readonly<Record<string, string | number>>
}
