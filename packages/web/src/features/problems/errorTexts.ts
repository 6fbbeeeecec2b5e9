// SPDX-License-Identifier: Apache-2.0
// What people read when something did not work, by error code: one catalogue, exhaustive over the registry. `full` is for a page of its own
// (the meeting is over for a reason), `short` for a notice after an action. Says what happened and what to do, never a code alone.
import { RequestFailed } from '@alcove/client'

/** All codes of the registry, and those that only the client side can know. */
export type ProblemCode = RequestFailed['code']

/** What the page offers next. */
export type ProblemAction = 'try-again' | 'rejoin' | 'reload' | 'choose-name' | 'start-page'

export interface ProblemText {
  readonly title: string
  readonly full: string
  readonly short: string
  readonly action: ProblemAction
}

const ours = 'This is a fault of ours, not yours.'

export const problemTexts: Readonly<Record<ProblemCode, ProblemText>> = {
  SERVER_UNREACHABLE: text(
    'The server does not answer',
    'Check your network. If it works elsewhere, the server may be down for a moment.',
    'The server does not answer. Check your network.',
    'try-again',
  ),
  CLIENT_CLOSED: text(
    'The meeting is closed on this page',
    'Join it again.',
    'The meeting is closed on this page.',
    'try-again',
  ),
  MEDIA_UNSUPPORTED: text(
    'This browser cannot send or receive this',
    'Try a current Chrome, Edge, Firefox or Safari.',
    'This browser cannot send or receive that.',
    'try-again',
  ),
  PROTOCOL_UNSUPPORTED: text(
    'A newer version is here',
    'The server was updated while this page was open. Load the page again; you come back to your place.',
    'The server was updated. Load the page again.',
    'reload',
  ),
  HANDSHAKE_INVALID: text(
    'The connection could not start',
    `${ours} Load the page again.`,
    'The connection could not start. Load the page again.',
    'reload',
  ),
  MESSAGE_UNREADABLE: text(
    'The server did not understand this page',
    `${ours} Load the page again.`,
    'The server did not understand this page. Load it again.',
    'reload',
  ),
  MESSAGE_TOO_LARGE: text(
    'That was too much at once',
    'Load the page again; you come back to your place.',
    'That was too much at once.',
    'reload',
  ),
  REQUEST_INVALID: text(
    'The server did not understand this page',
    `${ours} Load the page again.`,
    'The server did not understand that. Load the page again.',
    'reload',
  ),
  RATE_EXCEEDED: text(
    'Too much at once',
    'This page asked the server for too much in a short time. Wait a moment, then come back.',
    'Too much at once. Wait a moment.',
    'try-again',
  ),
  RATE_LIMITED: text(
    'Too fast',
    'Wait a moment, then try again.',
    'That was too fast. Wait a moment, then try again.',
    'try-again',
  ),
  NAME_INVALID: text(
    'This name does not work',
    'Use 1 to 80 visible characters.',
    'Use a name of 1 to 80 visible characters.',
    'choose-name',
  ),
  MEETING_NAME_INVALID: text(
    'This is not a meeting name',
    'Use letters, digits, hyphens, dots and underscores; start with a letter or a digit.',
    'This is not a meeting name.',
    'start-page',
  ),
  MEETING_UNKNOWN: text(
    'This meeting is over',
    'It has ended, or it never was. You can start a new one.',
    'This meeting is over.',
    'start-page',
  ),
  MEETING_QUARANTINED: text(
    'This meeting cannot be opened',
    'Its record on the server is damaged. The people who run this server can look at it; meanwhile use another meeting.',
    'Nothing can be changed in this meeting now. Ask the people who run this server.',
    'start-page',
  ),
  SEAT_UNKNOWN: text(
    'Your place is gone',
    'The meeting no longer knows this page. Join it anew.',
    'Your place is gone. Join anew.',
    'try-again',
  ),
  SEAT_REPLACED: text(
    'You continued in another tab',
    'One place, one tab: the newer one has your camera and microphone.',
    'You continued in another tab.',
    'try-again',
  ),
  SEAT_REMOVED: text(
    'You were removed from the meeting',
    'A moderator removed you. You can join again; ask them first if you do not know why.',
    'A moderator removed you from the meeting.',
    'rejoin',
  ),
  SEAT_BARRED: text(
    'You were removed from the meeting',
    'A moderator removed you and does not let you back in. Ask them if you think that this is a mistake.',
    'A moderator does not let you back in.',
    'start-page',
  ),
  MEETING_ENDED: text(
    'The meeting has ended',
    'A moderator ended it for everybody. Your camera and microphone are off.',
    'A moderator ended the meeting for everybody.',
    'start-page',
  ),
  NOT_JOINED: text('You are not in the meeting', 'Join it again.', 'You are not in the meeting yet.', 'try-again'),
  ALREADY_JOINED: text(
    'You are in the meeting already',
    'Load the page again.',
    'You are in the meeting already.',
    'reload',
  ),
  PERMISSION_DENIED: text(
    'Only moderators can do that',
    'Ask a moderator of this meeting.',
    'Only moderators can do that now.',
    'start-page',
  ),
  PARTICIPANT_UNKNOWN: text(
    'This person has left',
    'They are no longer in the meeting.',
    'This person has left the meeting.',
    'try-again',
  ),
  ROOM_UNKNOWN: text(
    'This room is gone',
    'It was removed a moment ago.',
    'This room was removed a moment ago.',
    'try-again',
  ),
  ROOM_CLOSED: text(
    'This room is closed',
    'A moderator can send you in.',
    'This room is closed. A moderator can send you in.',
    'try-again',
  ),
  ROOM_IS_MAIN: text(
    'The main room stays',
    'It cannot be renamed, closed or removed.',
    'The main room cannot be renamed, closed or removed.',
    'try-again',
  ),
  ROOM_LIMIT_REACHED: text(
    'No more rooms',
    'This meeting has as many rooms as it may have.',
    'This meeting has as many rooms as it may have.',
    'try-again',
  ),
  ROOM_NONE: text(
    'There are no rooms yet',
    'Add rooms first.',
    'There are no rooms to seat people in. Add rooms first.',
    'try-again',
  ),
  TIMER_NONE: text(
    'There is no timer',
    'Start a new one.',
    'There is no timer any more. Start a new one.',
    'try-again',
  ),
  MEETING_FULL: text(
    'The meeting is full',
    'It has as many people as it may have. Try again when somebody has left.',
    'The meeting is full.',
    'try-again',
  ),
  MEETING_CROWDED: text(
    'The meeting is full',
    'As many people are in it as its moderators let in. Try again when somebody has left.',
    'The meeting is full. Try again when somebody has left.',
    'try-again',
  ),
  LAST_MODERATOR: text(
    'Somebody has to moderate',
    'Make somebody else moderator first.',
    'Make somebody else moderator first.',
    'try-again',
  ),
  CHAT_TEXT_INVALID: text(
    'This message cannot be sent',
    'Write 1 to 2,000 characters.',
    'Write a message of 1 to 2,000 characters.',
    'try-again',
  ),
  CHAT_ROOM_LEFT: text(
    'You are in another room now',
    'Your message was for the room where you were, so it was not sent.',
    'You are in another room now, so your message was not sent.',
    'try-again',
  ),
  CHAT_TOO_FAST: text(
    'Too many messages',
    'Wait a few seconds, then send it again.',
    'Too many messages in a short time. Wait a few seconds, then send it again.',
    'try-again',
  ),
  MEDIA_NOT_OPEN: text(
    'Sound and picture are not ready',
    'Try again.',
    'Sound and picture are not ready yet. Try again in a moment.',
    'try-again',
  ),
  MEDIA_REFUSED: text(
    'Sound or picture was refused',
    'Your browser sends something that the server cannot pass on. Try another browser.',
    'The server could not take your sound or picture.',
    'try-again',
  ),
  MEDIA_WITHHELD: text(
    'A moderator holds this back',
    'Ask to speak or to show yourself first.',
    'A moderator holds this back. Ask first.',
    'try-again',
  ),
  MEDIA_UNAVAILABLE: text(
    'Sound and picture are starting again',
    'It takes a few seconds.',
    'Sound and picture are starting again. Wait a few seconds.',
    'try-again',
  ),
  STORE_UNAVAILABLE: text(
    'Nothing could be saved',
    'The server cannot write just now. Nothing was changed.',
    'The server could not save that, so nothing was changed. Try again.',
    'try-again',
  ),
  SERVER_STOPPING: text(
    'The server is starting again',
    'You come back to your place in a moment.',
    'The server is starting again. Wait a moment.',
    'try-again',
  ),
  INTERNAL_ERROR: text(
    'Something broke on the server',
    `${ours} Nothing was changed.`,
    'Something broke on the server. Nothing was changed.',
    'try-again',
  ),
}

export const actionLabels: Readonly<Record<ProblemAction, string>> = {
  'try-again': 'Try again',
  rejoin: 'Join again',
  reload: 'Load the page again',
  'choose-name': 'Choose another name',
  'start-page': 'Go to the start page',
}

/** The words for whatever an action threw. */
export function toShortText(error: unknown): string {
  if (error instanceof RequestFailed && Object.hasOwn(problemTexts, error.code)) return problemTexts[error.code].short
  return 'That did not work. Try again.'
}

function text(title: string, full: string, short: string, action: ProblemAction): ProblemText {
  return { title, full, short, action }
}
