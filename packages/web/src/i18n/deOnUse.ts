// SPDX-License-Identifier: Apache-2.0
// German texts of what is loaded on use.
import { board } from './de/board.ts'
import { dialogs } from './de/dialogs.ts'
import { ending } from './de/ending.ts'
import { people } from './de/people.ts'
import { preparing } from './de/preparing.ts'
import { report } from './de/report.ts'
import { roundsDialog } from './de/roundsDialog.ts'
import { settingsDialog } from './de/settingsDialog.ts'
import { split } from './de/split.ts'
import { templates } from './de/templates.ts'
import { told } from './de/told.ts'
import { wall } from './de/wall.ts'
import type { enOnUse } from './enOnUse.ts'
import type { Translation } from './keys.ts'

export const deOnUse: Translation<typeof enOnUse> = {
  ...board,
  ...dialogs,
  ...ending,
  ...people,
  ...preparing,
  ...report,
  ...roundsDialog,
  ...settingsDialog,
  ...split,
  ...templates,
  ...told,
  ...wall,
}
