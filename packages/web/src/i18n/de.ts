// SPDX-License-Identifier: Apache-2.0
// All German texts. Formal address; "die Moderation" for moderators, whoever they are.
import { chat } from './de/chat.ts'
import { door } from './de/door.ts'
import { doors } from './de/doors.ts'
import { entry } from './de/entry.ts'
import { helping } from './de/helping.ts'
import { meeting } from './de/meeting.ts'
import { moderation } from './de/moderation.ts'
import { podium } from './de/podium.ts'
import { problems } from './de/problems.ts'
import { reactions } from './de/reactions.ts'
import { rooms } from './de/rooms.ts'
import { rounds } from './de/rounds.ts'
import { running } from './de/running.ts'
import { seeing } from './de/seeing.ts'
import { settings } from './de/settings.ts'
import { welcome } from './de/welcome.ts'
import { words } from './de/words.ts'
import type { en } from './en.ts'
import type { Translation } from './keys.ts'

export const de: Translation<typeof en> = {
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
}
