// SPDX-License-Identifier: Apache-2.0
// All English texts. The measure of every other language: its keys are the keys.
import { chat } from './en/chat.ts'
import { door } from './en/door.ts'
import { doors } from './en/doors.ts'
import { entry } from './en/entry.ts'
import { helping } from './en/helping.ts'
import { meeting } from './en/meeting.ts'
import { moderation } from './en/moderation.ts'
import { podium } from './en/podium.ts'
import { problems } from './en/problems.ts'
import { reactions } from './en/reactions.ts'
import { rooms } from './en/rooms.ts'
import { rounds } from './en/rounds.ts'
import { running } from './en/running.ts'
import { seeing } from './en/seeing.ts'
import { settings } from './en/settings.ts'
import { welcome } from './en/welcome.ts'
import { words } from './en/words.ts'

export const en = {
  ...chat,
  ...door,
  ...doors,
  ...entry,
  ...helping,
  ...meeting,
  ...moderation,
  ...podium,
  ...problems,
  ...reactions,
  ...rooms,
  ...rounds,
  ...running,
  ...seeing,
  ...settings,
  ...welcome,
  ...words,
} as const
